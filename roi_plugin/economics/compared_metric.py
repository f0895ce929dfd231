"""What a metric says about how it will be compared: which change it seeks, on what kind of numbers.

A metric is a share where its baseline or its unit is in `%`, or where it has no unit and lies between 0 and 1; shares
are fractions here. With a standard deviation (`sd`) it is a mean, and where pairs differ (`discordant`) a paired share.
A plain number is in the metric's unit: `mde: 0.5` of a metric in `%` is half a point. Ranges count by their mean.
"""

import math

from roi_plugin.economics.comparisons import Clustered, Comparison, PairedShares, TwoMeans, TwoShares
from roi_plugin.economics.distributions import distribution
from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.units import is_share
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.measurement import Metric, Sample

_EVEN = 0.5
_POINTS = "pp"


def comparison_of(metric: Metric) -> Comparison:
    """How the metric will be compared; without a `split` half of the units get the change.

    Raises:
        NoFigureError: the metric does not say enough, or what it says cannot be.
    """
    sample = metric.sample or Sample()
    comparison = _comparison(metric, sample, _EVEN if sample.split is None else sample.split)
    if sample.icc is None and sample.cluster_size is None:
        return comparison
    if sample.icc is None or sample.cluster_size is None:
        missing, given = ("icc", "cluster_size") if sample.icc is None else ("cluster_size", "icc")
        raise NoFigureError(f"`sample.{given}` says nothing without `{missing}`")
    return Clustered(of=comparison, size=sample.cluster_size, icc=sample.icc)


def change_sought(metric: Metric) -> float:
    """The smallest change worth seeing, with its sign: of a share as a fraction, else in the metric's unit.

    `0.5pp` is half a point, `10%` a tenth of the baseline, whatever that is counted in. `direction: down` asks for a
    fall; without a direction the sign of the number counts.

    Raises:
        NoFigureError: no change is named, or it does not go with the baseline.
    """
    if metric.mde is None:
        raise NoFigureError("the smallest change worth seeing is not given: add `mde`")
    size = abs(_size(metric, metric.mde))
    return -size if seeks_fall(metric) else size


def seeks_fall(metric: Metric) -> bool:
    """Whether less is better: by the metric's direction, else by the sign of the change it seeks."""
    if metric.direction is None and metric.mde is not None:
        return mean_of(metric.mde) < 0
    return metric.direction == "down"


def is_a_share(metric: Metric) -> bool:
    """Whether it is a share, so that changes of it are points; NoFigureError where nothing says so."""
    if _written_as_share(metric) or is_share(metric.unit) or _is_paired(metric.sample or Sample()):
        return True
    return _unit_of(metric) is None and 0 <= baseline_of(metric) <= 1


def baseline_of(metric: Metric) -> float:
    """Where it stands, by its mean: a share as a fraction; NoFigureError where that is not given."""
    if metric.baseline is None:
        raise NoFigureError("where the metric stands today is not given: add `baseline`")
    plain = metric.baseline.quantity.unit is None
    return mean_of(metric.baseline) * (_plain_factor(metric, "baseline") if plain else 1.0)


def mean_of(estimate: Estimate) -> float:
    """The mean of a quantity in numbers, percentages as fractions; NoFigureError where it has none."""
    try:
        value = distribution(estimate.quantity, estimate.dist).mean
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise NoFigureError(TOO_LARGE)
    return value


def _comparison(metric: Metric, sample: Sample, split: float) -> Comparison:
    if _is_paired(sample):
        if sample.discordant is None:
            raise NoFigureError("in which share of the pairs the answers differ is not given: add `sample.discordant`")
        return PairedShares(discordant=sample.discordant)
    if sample.sd is not None:
        return TwoMeans(deviation=sample.sd * _plain_factor(metric, "sample.sd"), split=split)
    baseline = baseline_of(metric)
    if not is_a_share(metric):
        raise NoFigureError(f"`{metric.id}` is no share in `%`, and how far it varies is not given: add `sample.sd`")
    return TwoShares(baseline=baseline, split=split)


def _is_paired(sample: Sample) -> bool:
    return sample.discordant is not None if sample.paired is None else sample.paired


def _written_as_share(metric: Metric) -> bool:
    return metric.baseline is not None and is_share(metric.baseline.quantity.unit)


def _unit_of(metric: Metric) -> str | None:
    """The unit that the baseline is written in, else the one the metric names."""
    return (metric.baseline.quantity.unit if metric.baseline else None) or metric.unit


def _size(metric: Metric, mde: Estimate) -> float:
    value, unit = mean_of(mde), mde.quantity.unit
    if unit is None:
        return value * _plain_factor(metric, "mde")
    if unit.split(" ")[0] == _POINTS:
        if not is_a_share(metric):
            raise NoFigureError(f"`mde: {mde.text}` is in points, but `{metric.id}` is no share in `%`")
        return value
    if is_share(unit):
        return value * baseline_of(metric)
    if unit != _unit_of(metric):
        raise NoFigureError(f"`mde: {mde.text}` is in `{unit}`, but `{metric.id}` {_words(_unit_of(metric))}")
    return value


def _plain_factor(metric: Metric, field: str) -> float:
    """What a number without a unit is multiplied with."""
    if is_share(metric.unit):
        return 0.01
    if metric.unit is None and _written_as_share(metric):
        raise NoFigureError(f"`{field}` has no unit, but the baseline is in `%`: name the `unit` of the metric")
    return 1.0


def _words(unit: str | None) -> str:
    return f"is in `{unit}`" if unit else "has no unit"
