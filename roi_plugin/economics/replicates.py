"""How far a sampled mean may be off.

The 4096 points are eight lattices of 512 points, shifted against each other: the spread of their eight means
gives the standard error of the whole, for most figures rather too large than too small.
"""

import math
from collections.abc import Sequence

import numpy as np

from roi_plugin.economics.lattice import REPLICATES
from roi_plugin.economics.normal_scores import Vector


def part_means(values: Vector) -> Vector:
    """The means over each of the eight lattices; the last axis holds the points and becomes one of eight."""
    points = values.shape[-1]
    while values.shape[-1] > REPLICATES:
        half = values.shape[-1] // 2
        values = values[..., :half] + values[..., half:]
    means: Vector = values * (REPLICATES / points)
    return means


def weighted_part_means(values: Vector, weights: Vector) -> Vector:
    """The same for scenarios: `values` has the shape (scenarios, points), `weights` too or one for each scenario."""
    if weights.ndim == 1:
        means: Vector = np.sum(weights[:, None] * part_means(values), axis=0)
        return means
    return part_means(np.sum(weights * values, axis=0))


def standard_error(means: Sequence[float] | Vector) -> float:
    """The standard error of the mean of the eight parts."""
    return deviation([float(mean) for mean in means]) / math.sqrt(len(means))


def deviation(means: Sequence[float]) -> float:
    """The standard deviation of a sample."""
    centre = math.fsum(means) / len(means)
    return math.sqrt(math.fsum((mean - centre) ** 2 for mean in means) / (len(means) - 1))
