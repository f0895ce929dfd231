"""The working of a decision as text and as JSON: each figure, its formula, and below it what it is computed from."""

from collections.abc import Iterator, Sequence

from roi_plugin.economics.step import Step
from roi_plugin.report.json_numbers import all_told
from roi_plugin.report.terminal import safe, safe_opening


def explained(steps: Sequence[Step], currency: str) -> Iterator[str]:
    """One line a step, its notes and parts indented below; what stood before is not told again."""
    if not steps:
        return
    yield "How each figure comes about"
    told: set[str] = set()
    for step in steps:
        yield from _lines(step, currency, 1, told)


def step_object(step: Step) -> dict[str, object]:
    """A step and its parts as JSON."""
    head: dict[str, object] = {"key": step.key, "label": step.label, "unit": step.unit}
    if step.value is not None or step.reason:
        head |= all_told({"value": step.value}, step.reason)
    parts = [step_object(part) for part in step.parts]
    return {**head, "formula": step.formula, "notes": list(step.notes), "parts": parts}


def _lines(step: Step, currency: str, depth: int, told: set[str]) -> Iterator[str]:
    pad = "  " * depth
    again = step.key in told
    formula = "as above" if again else step.formula
    known = f" = {step.worded(currency)}" if step.value is not None else ""
    ending = f": not known, {step.reason}" if step.value is None and step.reason else f": {formula}" if formula else ""
    yield f"{pad}{safe_opening(step.label)}{safe(known + ending)}"
    if again:
        return
    if step.key.startswith(("input/", "class/")):
        told.add(step.key)
    if step.value is not None and step.reason:
        yield f"{pad}  {safe(step.reason)}"
    yield from (f"{pad}  {safe_opening(note)}" for note in step.notes)
    for part in step.parts:
        yield from _lines(part, currency, depth + 1, told)
