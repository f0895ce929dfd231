"""Dominance: options that another one beats whatever happens, or in the mean and in every score.

An option is dominated for certain when another is worth at least as much at every point in every scenario, and more in
some. It is dominated on balance when another has at least its mean net value and no worse level in any of the five
factors, and is better in one of these six.
"""

import itertools
from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from roi_plugin.economics.conditional_means import point_means
from roi_plugin.economics.framework_levels import COST_FACTORS, factor_levels, scores_of
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample import Rows, Sample, Vector
from roi_plugin.model.decision import Decision

_ROUNDING = 1e-9
"""Part of the money moved below which a difference of net values is rounding."""


class Dominance(Struct, frozen=True, kw_only=True):
    """`option` is never the better choice than `by`; `certain` where that holds whatever happens."""

    option: str
    by: str
    certain: bool


def dominances(decision: Decision, sample: Sample) -> tuple[Dominance, ...]:
    """Each pair of options of which one dominates the other, in the order of the record."""
    if not sample.npv:
        return ()
    means = dict(zip(sample.npv, point_means(sample).mean(axis=1).tolist(), strict=True))
    levels = _levels(decision)
    found = []
    moved = {option: sample.money_moved(option) for option in means}
    for (option, worth), (by, more) in itertools.permutations(means.items(), 2):
        nothing = _ROUNDING * (moved[option] + moved[by])
        if more >= worth - nothing:
            certain = _whatever_happens(sample, by, option, nothing)
            if certain or _on_balance(levels.get(by), levels.get(option), more=more > worth + nothing):
                found.append(Dominance(option=option, by=by, certain=certain))
    return tuple(found)


def _whatever_happens(sample: Sample, by: str, option: str, nothing: float) -> bool:
    one, other = sample.npv.rows[by], sample.npv.rows[option]
    if set(one.events) & set(other.events):
        ahead = sample.npv[by] - sample.npv[option]
    else:
        ahead = np.stack([_worst(one) - _best(other), _best(one) - _worst(other)])
    least, most = float(ahead.min()), float(ahead.max())
    return least >= -nothing and most > nothing


def _worst(rows: Rows) -> Vector:
    return np.asarray(rows.values.min(axis=0), dtype=np.float64)


def _best(rows: Rows) -> Vector:
    return np.asarray(rows.values.max(axis=0), dtype=np.float64)


def _levels(decision: Decision) -> Mapping[str, tuple[int, ...]]:
    """The levels of each option that has all five, in sixtieths, higher ones better."""
    found = {}
    for option in decision.options:
        scores = scores_of(decision, option)
        try:
            levels = factor_levels(scores) if scores else ()
        except NoFigureError:
            continue
        if levels:
            found[option.id] = tuple(-each.stated if each.factor in COST_FACTORS else each.stated for each in levels)
    return found


def _on_balance(by: tuple[int, ...] | None, option: tuple[int, ...] | None, *, more: bool) -> bool:
    if by is None or option is None:
        return False
    return all(one >= other for one, other in zip(by, option, strict=True)) and (more or by != option)
