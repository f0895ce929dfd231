"""The options and lines that rules read: which option counts, and what a line that repeats another stands for."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.option import Cost, Gain, Option
from roi_plugin.model.quantity import Point

Line = TypeVar("Line", Gain, Cost)
LineTable = Mapping[str, Mapping[str, Line]]
"""Lines by the id of their option and their own id."""

HOPS_AT_MOST = 20


def chosen_options(decision: Decision) -> Iterator[tuple[int, Option]]:
    """The chosen options, each with its index; none while nothing is decided."""
    return ((index, option) for index, option in enumerate(decision.options) if option.chosen)


def options_in_question(decision: Decision) -> tuple[tuple[int, Option], ...]:
    """The chosen options, all of them while nothing is decided; each with its index."""
    return tuple(chosen_options(decision)) or tuple(enumerate(decision.options))


def is_weighed(option: Option) -> bool:
    """Whether an option has a cost or scores of its own to be compared by."""
    priced = option.cost is not None or any(line.time or line.money or line.same_as for line in option.costs)
    return priced or option.scores is not None


def is_constrained(option: Option) -> bool:
    """Whether a constraint leaves no choice about an option, be it in or out."""
    return says(option.constraint)


def cost_lines(decision: Decision) -> LineTable[Cost]:
    """All cost lines of a decision."""
    return {option.id: {line.id: line for line in option.costs} for option in decision.options}


def gain_lines(decision: Decision) -> LineTable[Gain]:
    """All gain lines of a decision."""
    return {option.id: {line.id: line for line in option.gains} for option in decision.options}


def original(line: Line, home: str, lines: LineTable[Line]) -> Line | None:
    """The line that this one of the option `home` repeats (`same_as`), or itself; None when that leads nowhere."""
    for _ in range(HOPS_AT_MOST):
        if line.same_as is None:
            return line
        owner, _dot, name = line.same_as.rpartition(".")
        homes = [owner] if owner else [home, *lines]
        home = next((place for place in homes if name in lines.get(place, {})), "")
        if not home:
            return None
        line = lines[home][name]
    return None


def is_nothing(estimate: Estimate | None) -> bool:
    """Whether an amount is missing or 0: it claims nothing."""
    return estimate is None or (isinstance(estimate.quantity, Point) and estimate.quantity.value == 0)
