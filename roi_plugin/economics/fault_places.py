"""Where in the record the fault of a line stands: at the amount that its reason quotes, else at its arithmetic."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from roi_plugin.economics.names import Names
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.stated_lines import StatedLine, names_in
from roi_plugin.economics.terms import Terms
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath
from roi_plugin.model.quantity import Expression


class Fault(Struct, frozen=True, kw_only=True):
    """A line that cannot be computed, and why; `estimate` is the amount that the reason quotes."""

    line: StatedLine
    reason: str
    estimate: Estimate | None = None


def places(faults: Sequence[Fault], resolution: Resolution) -> Iterator[tuple[FieldPath, Fault]]:
    """Each fault once, with its place; a line whose fault is that of another line it names is left out."""
    lines = [line.stated for option in resolution.options for line in option]
    names = Names(lines)
    reasons = {fault.line.key: fault.reason for fault in faults}
    seen: set[tuple[FieldPath, str]] = set()
    for fault in faults:
        place, estimate = _quoted(fault, lines, resolution.terms)
        if estimate is None and fault.reason in _passed_on(fault.line, names, reasons):
            continue
        if (place, fault.reason) not in seen:
            seen.add((place, fault.reason))
            yield place, structs.replace(fault, estimate=estimate)


def _quoted(fault: Fault, lines: Sequence[StatedLine], terms: Terms) -> tuple[FieldPath, Estimate | None]:
    for line in (fault.line, *lines):
        for place, estimate in line.estimates:
            if f"`{estimate.text}`" in fault.reason:
                return place, estimate
    price = terms.person_week
    if price is not None and (f"`{price.text}`" in fault.reason or f"`person_week: {price.text}`" in fault.reason):
        return (("economics", "person_week") if terms.own_person_week else arithmetic_place(fault.line)), price
    line = fault.line
    if line.end is not None and line.end < (line.start or 0.0):
        return (*line.field, "to"), None
    return arithmetic_place(line, chance="probability" in fault.reason), None


def arithmetic_place(line: StatedLine, *, chance: bool = False) -> FieldPath:
    """The line's first computed amount, else its first amount; where it is about the `chance`, the probability."""
    if chance and line.p is not None:
        return (*line.field, "p")
    found = list(line.estimates)
    computed = (place for place, estimate in found if isinstance(estimate.quantity, Expression))
    first = found[0][0] if found else line.same_as_field
    return next(computed, first)


def _passed_on(line: StatedLine, names: Names, reasons: dict[str, str]) -> Iterator[str]:
    """The reasons of the faulty lines that this one names."""
    targets = names.find(line.same_as, line, lines_only=True) if line.same_as else []
    for _, estimate in line.estimates:
        for name in names_in(estimate):
            targets = [*targets, *names.find(name.name, line)]
    for target in targets:
        if target.line.key != line.key and target.line.key in reasons:
            yield reasons[target.line.key]
