"""The four cells of a confusion matrix as plain numbers: counts, rates and money, ranges by their means."""

import math
from collections.abc import Callable, Mapping

from roi_plugin.economics.distributions import Distribution, distribution
from roi_plugin.economics.formulas import refuse_unless_amount
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.units import is_share, weeks_of_work
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.model_outcomes import Cells

CELLS = ("tp", "fp", "fn", "tn")
POSITIVES = frozenset({"tp", "fn"})
"""The cells whose cases are positive."""

Shares = Mapping[str, float]
"""The share of each cell; together 1."""


def counts_in(cells: Cells) -> dict[str, float]:
    """How many answers each cell holds, together more than 0; NoFigureError where one is missing."""
    found = {cell: _count(_stated(cells, cell, "the confusion matrix has no `{}`")) for cell in CELLS}
    if not 0 < math.fsum(found.values()) < math.inf:
        raise NoFigureError("the confusion matrix holds no answers")
    return found


def values_in(cells: Cells, currency: str) -> dict[str, float]:
    """What one answer of each cell is worth, by its mean; NoFigureError where one is missing or not money."""
    missing = "no value is given for `{0}`: write `{0}: 0` if it is worth nothing"
    return {cell: _worth(_stated(cells, cell, missing), currency) for cell in CELLS}


def deviations_in(cells: Cells) -> dict[str, float]:
    """How far the worth of one answer may lie from its mean, by cell: a standard deviation, 0 for a plain number."""
    stated: dict[str, Estimate | None] = {cell: getattr(cells, cell) for cell in CELLS}
    return {cell: _deviation(estimate) for cell, estimate in stated.items() if estimate is not None}


def share_of(estimate: Estimate) -> float:
    """A rate or prevalence by its mean, 0 to 1."""
    value = _mean(estimate, share=True)
    if not 0 <= value <= 1:
        raise NoFigureError(f"`{estimate.text}` is no share, expected 0 to 100 %")
    return value


def yearly(volume: Estimate) -> float:
    """How many answers a year; NoFigureError where no period is given."""
    return _mean(volume) * _times_a_year(volume)


def yearly_deviation(volume: Estimate) -> float:
    """How far that number may lie from its mean: a standard deviation; NoFigureError as for the mean."""
    return _deviation(volume) * _times_a_year(volume)


def _times_a_year(volume: Estimate) -> float:
    quantity = volume.quantity
    if quantity.period is None or is_share(quantity.unit):
        raise NoFigureError(f"`volume: {volume.text}` is no number a year, expected for example `1.2M per year`")
    return quantity.period.per_year


def _stated(cells: Cells, cell: str, missing: str) -> Estimate:
    estimate: Estimate | None = getattr(cells, cell)
    if estimate is None:
        raise NoFigureError(missing.format(cell))
    return estimate


def _count(estimate: Estimate) -> float:
    value = _mean(estimate)
    if value < 0 or estimate.quantity.period or is_share(estimate.quantity.unit):
        raise NoFigureError(f"`{estimate.text}` is no count of answers, expected for example `620`")
    return value


def _worth(estimate: Estimate, currency: str) -> float:
    quantity = estimate.quantity
    refuse_unless_amount(estimate, "value", currency)
    if quantity.period or weeks_of_work(quantity.unit) is not None:
        raise NoFigureError(f"`{estimate.text}` is no worth of one answer, expected for example `12 {currency}`")
    return _mean(estimate)


def _mean(estimate: Estimate, *, share: bool = False) -> float:
    return _figure(estimate, lambda shape: shape.mean, share=share)


def _deviation(estimate: Estimate) -> float:
    return _figure(estimate, lambda shape: shape.deviation)


def _figure(estimate: Estimate, figure: Callable[[Distribution], float], *, share: bool = False) -> float:
    try:
        return figure(distribution(estimate.quantity, estimate.dist, share=share))
    except NoFigureError as reason:
        raise NoFigureError(f"`{estimate.text}`: {reason}") from None
