"""The number in the record behind a name of the sensitivity figures (`sota_bookings.uplift`)."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from roi_plugin.economics.events import event_key
from roi_plugin.economics.input_names import part_names
from roi_plugin.economics.stated_lines import StatedEstimate, StatedLine
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath


class StatedInput(Struct, frozen=True, kw_only=True):
    """A number that somebody wrote, with its line and its place in the record; of an event its probability."""

    name: str
    line: StatedLine
    field: FieldPath
    estimate: Estimate
    is_event: bool = False


def stated_input(name: str, lines: Sequence[StatedLine]) -> StatedInput | None:
    """The stated number of this name; `lines` are those of all options of the decision.

    None for what no line of the record states, such as the price of a person-week.
    """
    line_ids = name.split(".")[:2]
    alike = [line for line in lines if line.id in line_ids]
    names = part_names(alike, {})
    for line in alike:
        for key, (field, estimate) in _numbers(line):
            if names[key] == name:
                is_event = key == event_key(line.key)
                return StatedInput(name=name, line=line, field=field, estimate=estimate, is_event=is_event)
    return None


def _numbers(line: StatedLine) -> Iterator[tuple[str, StatedEstimate]]:
    several = len(line.amounts) > 1
    for amount, estimate in line.amounts:
        yield f"{line.key}:{amount}" if several else line.key, (line.place_of(amount), estimate)
    if line.is_delay and line.delay is not None:
        yield line.key, ((*line.field, "delay"), line.delay)
    if line.p is not None:
        for key in (event_key(line.key), f"{line.key}:p"):
            yield key, ((*line.field, "p"), line.p)
    for name, estimate in line.inputs.items():
        yield f"{line.key}/{name}", ((*line.field, "inputs", name), estimate)
