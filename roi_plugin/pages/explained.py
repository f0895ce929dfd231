"""Where on the page of a decision each of its figures is explained: the steps of the working, and their anchors."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.assess import Judged
from roi_plugin.economics.plain_words import leading
from roi_plugin.economics.step import Step
from roi_plugin.economics.working import working
from roi_plugin.model.option import Option
from roi_plugin.model.policy import Policy
from roi_plugin.pages.figure_cells import Cell

_IN_SWINGS = re.compile(r".*/(?:tornado|break-even[^/]*)/", re.DOTALL)
_COMPARED = re.compile(r".*/(?:gain|cost|npv|roi|loss|best|regret)", re.DOTALL)
_SHARED = re.compile(r"(?:input|class|terms)/")
"""Inputs and terms are told below several figures, so that they have no one place."""
_UNFIT = re.compile(r"[^\w.-]+", re.ASCII)


class Explained(Struct, frozen=True, kw_only=True):
    """The working of one decision: its steps by key (options, terms, what is worth to know), and anchors by step."""

    steps: Mapping[str, Step]
    anchors: Mapping[str, str]

    def href(self, key: str) -> str:
        """The address, on the page, of the step of this key; empty where there is none."""
        return f"#{self.anchors[key]}" if key in self.anchors else ""

    def cell(self, cell: Cell, key: str) -> Cell:
        """The same cell, its figure leading to the step of this key."""
        return replace(cell, href=self.href(key)) if cell.text else cell


def explained(judged: Judged, policy: Policy) -> Explained:
    """The working of a decision; without any step where there is nothing to compute."""
    steps = _steps(judged, policy)
    # Of two keys that look alike as anchors, the first has it.
    keys = {f"roi-why-{_UNFIT.sub('-', key)}": key for key in reversed(list(_keys(steps)))}
    return Explained(steps=steps, anchors={key: anchor for anchor, key in keys.items()})


def has_numbers(option: Option) -> bool:
    """Whether an option states anything that can be computed with."""
    return bool(option.gain or option.cost or option.gains or option.costs or option.risks or option.scores)


def _steps(judged: Judged, policy: Policy) -> dict[str, Step]:
    appraisal, options = judged.appraisal, judged.decision.options
    if appraisal is None or not (appraisal.framework or any(has_numbers(option) for option in options)):
        return {}
    silent = {option.id for option in options if not has_numbers(option)}
    steps = {step.key: step for step in working(judged.decision, policy, appraisal)}
    place = leading(judged.returns)
    swung = "" if place is None else judged.returns.options[place].id
    steps |= {key: _without_swings(step) for key, step in steps.items() if key == swung}
    return {key: _as_compared(step) if key in silent else step for key, step in steps.items()}


def _as_compared(step: Step) -> Step:
    """An option without a number of its own: what it is in the comparison with the others."""
    return replace(step, parts=tuple(part for part in step.parts if _COMPARED.fullmatch(part.key)))


def _without_swings(step: Step) -> Step:
    """The option whose swings and break-even have a part of the page to themselves."""
    return replace(step, parts=tuple(part for part in step.parts if not _IN_SWINGS.match(part.key)))


def _keys(steps: Mapping[str, Step]) -> Iterator[str]:
    """The figures that other parts of the page show: each step, the parts right below it, and the lines of these."""
    for key, step in steps.items():
        yield key
        for part in step.parts:
            if not (_IN_SWINGS.match(part.key) or _SHARED.match(part.key)):
                yield part.key
                yield from (line.key for line in part.parts if line.key.startswith("line/"))
