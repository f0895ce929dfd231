"""The present value of a line and of a sum of lines: exact means, 90 % ranges where they have a closed form."""

import math
from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.expectation import World
from roi_plugin.economics.polynomials import ONE, Polynomial, expand, product, scaled, total
from roi_plugin.economics.reasons import NoFigureError, NotKnownError
from roi_plugin.economics.resolution import ResolvedLine


class Spread(Struct, frozen=True, kw_only=True):
    """The 5th, 50th and 95th percentile; None where they have no closed form."""

    low: float | None = None
    median: float | None = None
    high: float | None = None


class PresentValue(Struct, frozen=True, kw_only=True):
    """What a line is worth today, or the reason why nobody can say.

    `amount` is its value if it happens, `p` the mean probability that it does; a line that is not counted has a reason
    and no mean. `fault` says that what is written is wrong, rather than something missing.
    """

    line: ResolvedLine
    mean: float | None = None
    amount: Polynomial | None = None
    p: float = 1.0
    spread: Spread = Spread()
    reason: str | None = None
    fault: bool = False

    @property
    def fatal(self) -> bool:
        """Whether the total cannot be known without this line."""
        return self.mean is None and self.line.fatal


def present_value(line: ResolvedLine, world: World) -> PresentValue:
    """The present value of one line, its probability counted."""
    if not line.flows:
        mean = 0.0 if line.stated.priced_in else None
        return PresentValue(line=line, reason=line.reason, mean=mean, fault=line.fault)
    try:
        amount = total([scaled(expand(flow.formula.node), flow.factor) for flow in line.flows])
        happens = expand(line.p) if line.p else ONE
        p = _probability(world.mean(happens))
        mean = world.mean(product(happens, amount))
        any_gain = _any_gain(line, world)
        spread = _gated(world.shape(amount), p) if any_gain == 1 else Spread()
    except NoFigureError as reason:
        fault = not isinstance(reason, NotKnownError)
        return PresentValue(line=_failed(line), reason=str(reason), fault=fault)
    behind = not any(flow.factor for flow in line.flows)
    return PresentValue(
        line=line,
        mean=mean,
        amount=amount,
        p=p * any_gain,
        spread=spread,
        reason="it lies behind the horizon" if behind else None,
    )


def sum_spread(values: Sequence[PresentValue], world: World) -> Spread:
    """The spread of a sum, where all lines are certain to happen or there is only one."""
    counted = [value for value in values if value.amount is not None and any(value.amount.values())]
    if len(counted) == 1:
        return counted[0].spread
    if any(value.p < 1 for value in counted):
        return Spread()
    try:
        return spread_of(world.shape(total([value.amount for value in counted if value.amount is not None])))
    except NoFigureError:
        return Spread()


def spread_of(shape: Distribution | None) -> Spread:
    """The percentiles of a distribution that is known."""
    return Spread() if shape is None else _gated(shape, 1.0)


def _gated(shape: Distribution | None, p: float) -> Spread:
    """The percentiles of an amount that happens with probability `p` and is nothing otherwise."""
    if shape is None or (p < 1 and shape.lowest < 0):
        return Spread()
    low, median, high = (_percentile(shape, p, level) for level in (0.05, 0.5, 0.95))
    return Spread(low=low, median=median, high=high)


def _any_gain(line: ResolvedLine, world: World) -> float:
    """The mean probability that there is a gain from which a delay can take; 1 for all other lines."""
    none = 1.0
    for loss in line.losses:
        none *= 1.0 - (_probability(world.mean(expand(loss.p))) if loss.p else 1.0)
    return 1.0 - none if line.losses else 1.0


def _probability(p: float) -> float:
    if not 0 <= p <= 1:
        raise NoFigureError(f"its probability is {p:.3g}, expected 0 to 1")
    return p


def _percentile(shape: Distribution, p: float, level: float) -> float | None:
    inside = level if p == 1 else (level - (1 - p)) / p if p > 0 else 0.0
    if inside <= 0:
        return 0.0
    try:
        value = shape.percentile(inside)
    except OverflowError:
        return None
    return value if math.isfinite(value) else None


def _failed(line: ResolvedLine) -> ResolvedLine:
    return ResolvedLine(stated=line.stated, fatal=True)
