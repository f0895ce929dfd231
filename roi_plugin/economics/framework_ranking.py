"""Rank options by the framework without a word about weights: the share of all weights at which each is first."""

from collections.abc import Sequence

from roi_plugin.economics.framework import Framework, anchored_value
from roi_plugin.economics.framework_levels import COST_FACTORS
from roi_plugin.economics.smaa import first_shares
from roi_plugin.model.policy import Policy


def framework_first_shares(frameworks: Sequence[Framework], policy: Policy) -> tuple[float | None, ...]:
    """How often each ranks first over all weights of the five factors, 0 to 1; None where scores are missing.

    The value of one is the weighted sum of its anchored levels, those of risks and involvement counted against it.
    """
    scored = [one for one in frameworks if one.levels]
    shares = iter(first_shares([_values(one, policy) for one in scored]))
    return tuple(next(shares) if one.levels else None for one in frameworks)


def _values(one: Framework, policy: Policy) -> list[float]:
    return [anchored_value(level, policy) * (-1 if level.factor in COST_FACTORS else 1) for level in one.levels]
