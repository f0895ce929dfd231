"""Quantiles of weighted numbers without sorting them all."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from roi_plugin.economics.normal_scores import Vector

_BINS = 1024
_FEW = 512
_ROUNDING = 1e-12


def weighted_quantiles(values: Vector, weights: Vector, levels: Sequence[float]) -> tuple[float, ...]:
    """For each level the smallest value at which the share of weight up to it reaches the level.

    `values` has the shape (rows, points) and must be finite; `weights` holds one for each row, or one for each number.
    """
    spread = np.broadcast_to(weights[:, None] if weights.ndim == 1 else weights, values.shape)
    flat, heavy = values.ravel(), spread.ravel()
    whole = float(heavy.sum()) * (1.0 - _ROUNDING)
    return _binned_at(flat, heavy, [level * whole for level in levels])


def _binned_at(values: Vector, weights: Vector, targets: list[float]) -> tuple[float, ...]:
    low, high = float(values.min()), float(values.max())
    if low == high:
        return (low,) * len(targets)
    step = high / _BINS - low / _BINS
    if not step > max(abs(low), abs(high)) * _ROUNDING:
        return tuple(_sorted_at(values, weights, target) for target in targets)
    scaled = values / step
    scaled -= low / step
    places = scaled.astype(np.int32)
    below = np.bincount(places, weights=weights).cumsum()
    return tuple(_one_at(values, weights, places, below, target) for target in targets)


def _one_at(values: Vector, weights: Vector, places: NDArray[np.int32], below: Vector, target: float) -> float:
    place = min(int(below.searchsorted(target)), len(below) - 1)
    (chosen,) = (places == place).nonzero()
    inside, heavy = values[chosen], weights[chosen]
    rest = target - (float(below[place - 1]) if place else 0.0)
    if len(inside) > _FEW:
        return _binned_at(inside, heavy, [rest])[0]
    return _sorted_at(inside, heavy, rest)


def _sorted_at(values: Vector, weights: Vector, target: float) -> float:
    order = values.argsort(kind="stable")
    reached = weights[order].cumsum().searchsorted(target)
    return float(values[order[min(int(reached), len(order) - 1)]])
