"""The numbers of a record by the names that sensitivity figures call them (`sota_bookings.uplift`)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roi_plugin.economics.input_names import event_key, part_names
from roi_plugin.economics.stated_lines import StatedEstimate, StatedLine, stated_lines
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedInput:
    """A number that somebody wrote, with its line and its place in the record; of an event its probability."""

    name: str
    line: StatedLine
    field: FieldPath
    estimate: Estimate
    is_event: bool = False


def stated_inputs(decision: Decision) -> Mapping[str, StatedInput]:
    """Every stated number by its name; what is the same for all decisions, such as a policy's rates, is not in it."""
    lines = [line for option in stated_lines(decision) for line in option]
    names = part_names(lines, {})
    return {
        names[key]: StatedInput(
            name=names[key], line=line, field=field, estimate=estimate, is_event=key == event_key(line.key)
        )
        for line in lines
        for key, (field, estimate) in _numbers(line)
    }


def _numbers(line: StatedLine) -> Iterator[tuple[str, StatedEstimate]]:
    several = len(line.amounts) > 1
    for amount, estimate in line.amounts:
        yield f"{line.key}:{amount}" if several else line.key, (line.place_of(amount), estimate)
    if line.p is not None:
        for key in (event_key(line.key), f"{line.key}:p"):
            yield key, ((*line.field, "p"), line.p)
    for name, estimate in line.inputs.items():
        yield f"{line.key}/{name}", ((*line.field, "inputs", name), estimate)
