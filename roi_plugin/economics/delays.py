"""What a delay costs that has no price of its own: what the gains of its option lose when they come so much later.

The discount factor that a gain loses grows almost in proportion to the delay. Here it does so exactly, by the mean
loss of the true course, so that the price is a product of delay and gain, like any other line, and its mean is right.
A delay counts up to the month in which nothing is left to lose.
A gain that does not come loses nothing by being late.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.formulas import Formula
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.economics.terms import Terms
from roi_plugin.economics.timing import flow_factor, later, one_off_month
from roi_plugin.model.quantity import Constant, Node, Operation

_PARTS = 64


class Delay(Struct, frozen=True, kw_only=True):
    """How much later: a number of some unit of time (`node`), its distribution, and how many months the unit has."""

    node: Node
    length: Distribution
    months: float


class DelayedGain(Struct, frozen=True, kw_only=True):
    """An amount of a gain that comes later; `p` is the probability that it comes at all (None: for certain)."""

    line: StatedLine
    formula: Formula
    p: Node | None


class Loss(Struct, frozen=True, kw_only=True):
    """Money of today that is lost if the line of key `gain` comes true, with probability `p` (None: for certain)."""

    gain: str
    node: Node
    p: Node | None


def longest(gains: Sequence[DelayedGain], terms: Terms) -> float:
    """The months after which a delay costs no more: all that its gains bring has moved beyond the horizon."""
    return max(max(terms.horizon_months - _start(gain), 0.0) for gain in gains)


def _start(gain: DelayedGain) -> float:
    """The month in which it begins; one-off money counts in the month of the horizon itself, so it takes one more."""
    return (gain.line.start or 0.0) if gain.formula.rate else one_off_month(gain.line) - 1.0


def losses(delay: Delay, gains: Sequence[DelayedGain], terms: Terms) -> tuple[Loss, ...]:
    """What each gain loses by the delay; NoFigureError if that is too large to compute with."""
    try:
        lengths = [max(each, 0.0) for each in _equally_likely(delay.length)]
        return tuple(
            Loss(gain=gain.line.key, node=_times(delay.node, _lost(gain, lengths, delay.months, terms)), p=gain.p)
            for gain in gains
        )
    except OverflowError:
        raise NoFigureError(TOO_LARGE) from None


def expected(lost: Sequence[Loss]) -> Node:
    """The sum of the losses, at least one, each with the probability of its gain."""
    first, *others = (_times(each.node, each.p) if each.p else each.node for each in lost)
    for other in others:
        first = Operation(operator="+", left=first, right=other)
    return first


def _lost(gain: DelayedGain, lengths: list[float], months: float, terms: Terms) -> Node:
    """What the amount loses by each unit of delay, on average over its lengths."""
    on_time = flow_factor(gain.line, gain.formula, terms)
    lost = [on_time - flow_factor(later(gain.line, months * length), gain.formula, terms) for length in lengths]
    total = math.fsum(lengths)
    return _times(gain.formula.node, Constant(value=math.fsum(lost) / total if total else 0.0))


def _equally_likely(length: Distribution) -> list[float]:
    if isinstance(length, Certain):
        return [length.value]
    return [length.percentile((part + 0.5) / _PARTS) for part in range(_PARTS)]


def _times(left: Node, right: Node) -> Node:
    return Operation(operator="*", left=left, right=right)
