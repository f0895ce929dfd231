"""What people call the uncertain numbers and events of a decision: `sota_bookings.uplift`, `sota_bookings.success`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from roi_plugin.economics.events import event_key
from roi_plugin.economics.names import PERSON_WEEK
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.shared_inputs import BEFORE
from roi_plugin.economics.stated_lines import StatedLine

FIELDS = ("value", "time", "money", "impact", "p")


def input_names(resolution: Resolution) -> Mapping[str, str]:
    """The name of every variable and event by its key: `line.input`, with the option before it where it needs it.

    `line` is the amount of a line, `line.time` one of several amounts, `line.p` its probability; `line.success` is the
    event that a gain comes, `line.event` that a risk does. The value of a shared assumption has the assumption's id.
    """
    lines = [line.stated for option in resolution.options for line in option]
    return part_names(lines, _assumptions(resolution))


def part_names(lines: Iterable[StatedLine], assumptions: Mapping[str, str]) -> Mapping[str, str]:
    """The same for the lines of all options of a decision, beside the names of `assumptions`."""
    known = [(key, line, part) for line in lines for key, part in _parts(line)]
    short = Counter(_joined(line.id, part) for _, line, part in known)
    names = {**assumptions, PERSON_WEEK: PERSON_WEEK}
    for key, line, part in known:
        name = _joined(line.id, part)
        names[key] = name if short[name] == 1 else _joined(line.option, line.id, part)
    taken = Counter(names.values())
    return {key: name if taken[name] == 1 else key for key, name in names.items()}


def full_name(key: str) -> str:
    """The name that means the variable of this key alone: `option.line.input`, or the id of a shared assumption."""
    return key.removeprefix(BEFORE).replace("/", ".")


def _assumptions(resolution: Resolution) -> dict[str, str]:
    shared = ((key, each.estimate) for key, each in resolution.world.variables.items() if each.estimate.shared)
    return {key: estimate.assumption for key, estimate in shared if estimate.assumption}


def _parts(line: StatedLine) -> Iterator[tuple[str, str]]:
    yield line.key, ""
    yield event_key(line.key), "success" if line.side == "gain" else "event"
    for field in FIELDS:
        yield f"{line.key}:{field}", field
    for name in line.inputs:
        yield f"{line.key}/{name}", name


def _joined(*parts: str) -> str:
    return ".".join(part for part in parts if part)
