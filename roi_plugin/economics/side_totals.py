"""The gain or the cost of an option as one amount, or the reason why it has none."""

import math
from collections.abc import Iterable, Sequence

from msgspec import Struct

from roi_plugin.economics.expectation import TOO_LARGE, World
from roi_plugin.economics.present_values import PresentValue, sum_spread
from roi_plugin.economics.stated_lines import StatedLine

_NOT_GIVEN = {"gain": "no gain is given", "cost": "no cost is given"}
NOTHING_GIVEN = "neither a gain nor a cost is given"


class Amount(Struct, frozen=True, kw_only=True):
    """A figure with its exact mean; None has a reason, a phrase without full stop.

    `low`, `median` and `high` are the 5th, 50th and 95th percentile, None where they have no closed form.
    """

    mean: float | None = None
    low: float | None = None
    median: float | None = None
    high: float | None = None
    reason: str | None = None


def both_sides(values: Sequence[PresentValue], world: World, *, idle: bool, compared: bool) -> tuple[Amount, Amount]:
    """The gain and the cost of an option; of one that is `idle`, do-nothing, what is not stated is 0.

    Where the options are `compared` by cost, no gain is missed, and risks alone are a cost too.
    """
    gains = [value for value in values if value.line.stated.side == "gain"]
    costs = [value for value in values if value.line.stated.side != "gain"]
    gain = _total(gains, "gain", world, zero=idle or (compared and bool(costs)))
    cost = _total(costs, "cost", world, zero=idle, risks_alone=compared)
    if (gain.reason, cost.reason) == (_NOT_GIVEN["gain"], _NOT_GIVEN["cost"]):
        return Amount(reason=NOTHING_GIVEN), Amount(reason=NOTHING_GIVEN)
    return gain, cost


def _total(values: Sequence[PresentValue], side: str, world: World, *, zero: bool, risks_alone: bool = False) -> Amount:
    unknown = [value for value in values if value.fatal]
    if unknown:
        more = f" (and {len(unknown) - 1} more, see `roi check`)" if len(unknown) > 1 else ""
        return Amount(reason=f"`{unknown[0].line.stated.id}`: {unknown[0].reason}{more}")
    stated = [value for value in values if value.amount is not None]
    if not zero and not any(risks_alone or value.line.stated.side == side for value in stated):
        return Amount(reason=f"{_NOT_GIVEN[side]}, only risks" if stated else _NOT_GIVEN[side])
    mean = _sum(value.mean for value in stated if value.mean is not None)
    if mean is None:
        return Amount(reason=TOO_LARGE)
    spread = sum_spread(stated, world)
    return Amount(mean=mean, low=spread.low, median=spread.median, high=spread.high)


def difference(gain: Amount, cost: Amount) -> Amount:
    """Gain less cost; where one is not known, why."""
    if gain.mean is None or cost.mean is None:
        return Amount(reason="; ".join(dict.fromkeys(amount.reason for amount in (gain, cost) if amount.reason)))
    mean = _sum((gain.mean, -cost.mean))
    return Amount(mean=mean, reason=TOO_LARGE if mean is None else None)


def cost_comparison(lines: Iterable[StatedLine]) -> bool:
    """Whether a decision weighs costs only: no option states a gain, and two or more state a cost or a risk."""
    stated = [line for line in lines if (line.amounts or line.same_as) and not line.priced_in]
    payers = {line.option for line in stated if line.side != "gain"}
    return len(payers) > 1 and not any(line.side == "gain" for line in stated)


def _sum(values: Iterable[float]) -> float | None:
    try:
        result = math.fsum(values)
    except (OverflowError, ValueError):
        return None
    return result if math.isfinite(result) else None
