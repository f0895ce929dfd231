"""ROI as the ratio of mean gain to mean cost, or the reason why a ratio would say nothing."""

import math
from collections.abc import Sequence

from roi_plugin.economics.cost_floor import floor
from roi_plugin.economics.expectation import TOO_LARGE, World
from roi_plugin.economics.polynomials import Polynomial, quotient, total
from roi_plugin.economics.present_values import PresentValue, Spread, spread_of
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.side_totals import Amount, difference

_SMALL_SHARE = 0.01
"""Costs that fall below this share of their own mean in more than 1 case of 100 make no ratio."""


def return_on_investment(
    gain: Amount, cost: Amount, gains: Sequence[PresentValue], costs: Sequence[PresentValue], world: World
) -> Amount:
    """Mean gain over mean cost, less 1, as a fraction; None with a reason where there is no cost to speak of."""
    if gain.mean is None or cost.mean is None:
        return difference(gain, cost)
    reason = _why_no_ratio(cost.mean, costs, world)
    if not reason and not any(value.amount is not None for value in gains):
        reason = "no gain is given: the options compare by cost"
    if reason:
        return Amount(reason=reason)
    ratio = gain.mean / cost.mean
    if not math.isfinite(ratio):
        return Amount(reason=TOO_LARGE)
    spread = _spread(gains, costs, world)
    return Amount(mean=ratio - 1, low=spread.low, median=spread.median, high=spread.high)


def _why_no_ratio(mean: float, costs: Sequence[PresentValue], world: World) -> str | None:
    negative = next((value.line.stated.id for value in costs if value.mean is not None and value.mean < 0), None)
    if negative:
        return f"the cost `{negative}` is negative: a saving is a gain"
    if mean == 0:
        return "no cost"
    certain = [value for value in costs if value.p == 1 and value.amount is not None]
    if not certain:
        return "the only costs are risks that may not happen"
    if floor(_sum_of(certain), world) > _SMALL_SHARE * mean:
        return None
    reaching = next((value.line.stated.id for value in certain if _reaches_zero(value, world)), None)
    if reaching:
        return f"the range of the cost `{reaching}` reaches zero"
    return "the costs may come close to zero, and a ratio to them would say little"


def _reaches_zero(value: PresentValue, world: World) -> bool:
    return value.amount is not None and not world.never_negative(value.amount)


def _sum_of(values: Sequence[PresentValue]) -> Polynomial:
    return total([value.amount for value in values if value.amount is not None])


def _spread(gains: Sequence[PresentValue], costs: Sequence[PresentValue], world: World) -> Spread:
    """The percentiles of the ratio less 1, closed where gain and cost are certain to happen and each is one product."""
    if any(value.p < 1 for value in (*gains, *costs) if value.amount is not None):
        return Spread()
    try:
        ratio = quotient(_sum_of(gains), _sum_of(costs))
    except NoFigureError:
        return Spread()
    return spread_of(world.shape(total([ratio, {(): -1.0}])))
