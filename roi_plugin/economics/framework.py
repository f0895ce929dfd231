"""The talk's framework: Gain = Potential + Motivation + Skills, Cost = Risks + Involvement, as levels 1 to 5.

ROI = (Gain - Cost) / Cost in three forms, each a fraction:

* `raw`: with the sums, as the talk states it. Three terms stand against two, so five middle levels give +50 %.
* `balanced`: with the means, so that five middle levels give 0.
* `anchored`: with weighted means of what the levels stand for, in ratio to a typical decision: 2^(level - 3), or the
  policy's anchors over their middle one; between two levels geometrically. 0 is as good as a typical decision.

`low`, `high` and `positive_share` tell how firm the balanced form is: every judgement may be one level too high, right,
or one too low, never beyond 1 and 5, which makes 3^5 variants of the five factors. None of it is money, and none of it
is ever added to money.
"""

import itertools
import math
from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.economics.framework_levels import COST_FACTORS, GAIN_FACTORS, FactorLevel, factor_levels
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.policy import Anchor, Policy
from roi_plugin.model.scores import Scores

_MIDDLE = 3
_HIGHEST = 5
_SIDES = {"gain": GAIN_FACTORS, "cost": COST_FACTORS}


class Framework(Struct, frozen=True, kw_only=True):
    """The framework's figures as fractions, and the levels they come from; None has a reason.

    `low` and `high` bound the balanced form when every judgement may be one level off; `positive_share` is the share
    of those variants with a return above 0.
    """

    raw: float | None = None
    balanced: float | None = None
    anchored: float | None = None
    low: float | None = None
    high: float | None = None
    positive_share: float | None = None
    gain_index: float | None = None
    cost_index: float | None = None
    levels: tuple[FactorLevel, ...] = ()
    reason: str | None = None

    @property
    def assessors(self) -> tuple[str, ...]:
        """Everyone who is named as having judged a factor or a part of one, once each."""
        return tuple(dict.fromkeys(person for level in self.levels for person in level.by))


def framework(scores: Scores, policy: Policy) -> Framework:
    """The framework's figures for one set of scores; nothing in a record makes it fail."""
    try:
        levels = factor_levels(scores)
    except NoFigureError as missing:
        return Framework(reason=str(missing))
    gains, costs = levels[: len(GAIN_FACTORS)], levels[len(GAIN_FACTORS) :]
    gain, cost = sum(level.stated for level in gains), sum(level.stated for level in costs)
    low, high, positive = _one_level_off(gains, costs)
    gain_index, cost_index, reason = _indices(gains, costs, policy)
    return Framework(
        raw=gain / cost - 1,
        balanced=_balanced(gain, cost),
        anchored=None if gain_index is None or cost_index is None else gain_index / cost_index - 1,
        low=low,
        high=high,
        positive_share=positive,
        gain_index=gain_index,
        cost_index=cost_index,
        levels=levels,
        reason=reason,
    )


def anchored_value(level: FactorLevel, policy: Policy) -> float:
    """What a factor's level stands for, as a multiple of its middle level; above 0."""
    anchor: Anchor | None = getattr(policy.framework_anchors, level.factor)
    if anchor is None:
        return math.pow(2, level.level - _MIDDLE)
    below = min(math.floor(level.level), _HIGHEST - 1)
    share = level.level - below
    lower, upper = anchor.levels[below - 1], anchor.levels[below]
    return math.pow(lower, 1 - share) * math.pow(upper, share) / anchor.levels[_MIDDLE - 1]


def _balanced(gain: int, cost: int) -> float:
    return len(COST_FACTORS) * gain / (len(GAIN_FACTORS) * cost) - 1


def _one_level_off(gains: Sequence[FactorLevel], costs: Sequence[FactorLevel]) -> tuple[float, float, float]:
    gain_sums = [sum(chosen) for chosen in itertools.product(*(level.variants for level in gains))]
    cost_sums = [sum(chosen) for chosen in itertools.product(*(level.variants for level in costs))]
    positive = sum(len(costs) * gain > len(gains) * cost for gain in gain_sums for cost in cost_sums)
    low, high = _balanced(min(gain_sums), max(cost_sums)), _balanced(max(gain_sums), min(cost_sums))
    return low, high, positive / (len(gain_sums) * len(cost_sums))


def _indices(
    gains: Sequence[FactorLevel], costs: Sequence[FactorLevel], policy: Policy
) -> tuple[float | None, float | None, str | None]:
    gain, cost = _index(gains, policy), _index(costs, policy)
    silent = [side for side, index in (("gain", gain), ("cost", cost)) if index is None]
    if not silent:
        return gain, cost, None
    named = ", ".join(f"`{factor}`" for side in silent for factor in _SIDES[side])
    return gain, cost, f"no anchored score: the policy's framework weights of {named} are all 0"


def _index(levels: Sequence[FactorLevel], policy: Policy) -> float | None:
    weights: list[float] = [getattr(policy.framework_weights, level.factor) for level in levels]
    total = math.fsum(weights)
    if total <= 0:
        return None
    values = [anchored_value(level, policy) for level in levels]
    return math.fsum(weight / total * value for weight, value in zip(weights, values, strict=True))
