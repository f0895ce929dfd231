"""Quantiles of weighted numbers without sorting them all: bins say among which few they lie.

All goes row by row, so that it stays in the processor's cache.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from roi_plugin.economics.normal_scores import Vector

_BINS = 1024
_FEW = 2048
_ROUNDING = 1e-12

_Row = tuple[Vector, Vector]
"""Numbers and their weights: one for each, or one for all, which has no dimension."""

_Places = NDArray[np.int16]


def weighted_quantiles(values: Vector, weights: Vector, levels: Sequence[float]) -> tuple[float, ...]:
    """For each level the smallest value at which the share of weight up to it reaches the level.

    `values` has the shape (rows, points) and must be finite; `weights` holds one for each row, or one for each number.
    """
    rows = [_merged((row, np.asarray(heavy))) for row, heavy in zip(values, weights, strict=True)]
    whole = sum([_weight(row) for row in rows]) * (1.0 - _ROUNDING)
    return _at(rows, np.array(levels) * whole)


def _merged(row: _Row) -> _Row:
    """A row that is one number throughout counts as that number once."""
    values, _ = row
    if values[0] != values[-1] or values.min() != values.max():
        return row
    return values[:1], np.asarray(_weight(row))


def _weight(row: _Row) -> float:
    values, weights = row
    return float(weights.sum()) if weights.ndim else float(weights) * len(values)


def _at(rows: Sequence[_Row], targets: Vector) -> tuple[float, ...]:
    """The smallest value at which the weight up to it reaches each target."""
    low = min([float(values.min()) for values, _ in rows])
    high = max([float(values.max()) for values, _ in rows])
    step = high / _BINS - low / _BINS
    if _count(rows) <= _FEW or not step > max(abs(low), abs(high)) * _ROUNDING:
        return _sorted_at(rows, targets)
    places = [_places(values, low, step) for values, _ in rows]
    masses = np.sum([_masses(place, weights) for place, (_, weights) in zip(places, rows, strict=True)], axis=0)
    below = masses.cumsum()
    bins = np.minimum(below.searchsorted(targets), _BINS)
    wanted = sorted(set(bins.tolist()))
    inside = [_inside(row, place, wanted) for row, place in zip(rows, places, strict=True)]
    inside = [row for row in inside if len(row[0])]
    if _count(inside) > _count(rows) / 2:
        # The numbers lie in a few heaps, and bins would part them slowly.
        return _sorted_at(rows, targets)
    left_out = below[wanted] - masses[wanted].cumsum()
    return _at(inside, targets - left_out[np.searchsorted(wanted, bins)])


def _count(rows: Sequence[_Row]) -> int:
    return sum([len(values) for values, _ in rows])


def _places(values: Vector, low: float, step: float) -> _Places:
    """The bin of each number, the highest one in the last."""
    scaled = values / step
    scaled -= low / step
    return scaled.astype(np.int16)


def _masses(places: _Places, weights: Vector) -> Vector:
    """The weight in each bin."""
    counted = np.bincount(places, weights=weights if weights.ndim else None, minlength=_BINS + 1)
    return np.asarray(counted if weights.ndim else counted * weights, dtype=np.float64)


def _inside(row: _Row, places: _Places, bins: Sequence[int]) -> _Row:
    """What lies in some bins."""
    values, weights = row
    chosen = places == bins[0]
    for each in bins[1:]:
        chosen |= places == each
    return values[chosen], weights[chosen] if weights.ndim else weights


def _sorted_at(rows: Sequence[_Row], targets: Vector) -> tuple[float, ...]:
    values = np.concatenate([values for values, _ in rows])
    weights = np.concatenate([weights if weights.ndim else np.full(len(values), weights) for values, weights in rows])
    order = values.argsort()
    reached = np.minimum(weights[order].cumsum().searchsorted(targets), len(order) - 1)
    return tuple(values[order[reached]].tolist())
