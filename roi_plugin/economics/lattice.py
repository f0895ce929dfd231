"""The fixed points on which uncertain inputs are evaluated: a rank-1 lattice, the same in every run.

Point k of dimension j is k g_j / 4096, shifted by a constant of the dimension; the tent 1 - |2x - 1| folds it so that
smooth figures converge faster. The generating vector minimises the worst-case error with product weights 1/j.
"""

import functools
import math

import numpy as np

from roi_plugin.economics.normal_scores import Vector, normal_scores

POINTS = 4096
GENERATORS = (
    *(1, 1557, 1087, 701, 89, 1499, 1163, 901, 1279, 2035, 851, 1255),
    *(1827, 1523, 21, 1213, 1977, 205, 1775, 911, 1439, 953, 625, 223),
)
DIMENSIONS = len(GENERATORS)
REPLICATES = 8
"""How many shifted copies there are beside the points themselves, which have shift number 0."""

_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0
_EDGE = 1.0 / 131072.0
_STRIDE = math.sqrt(2.0) - 1.0


@functools.lru_cache(maxsize=2 * DIMENSIONS)
def shares(dimension: int, shift: int = 0) -> Vector:
    """The coordinates in one dimension (0 is the most even one), strictly between 0 and 1, shape (4096,)."""
    steps = np.arange(POINTS) * GENERATORS[dimension] % POINTS
    offset = (dimension + 1) * (_GOLDEN + shift * _STRIDE)
    folded = 1.0 - np.abs(2.0 * ((steps / POINTS + offset % 1.0) % 1.0) - 1.0)
    return _constant(np.clip(folded, _EDGE, 1.0 - _EDGE))


@functools.lru_cache(maxsize=DIMENSIONS * (REPLICATES + 1))
def scores(dimension: int, shift: int = 0) -> Vector:
    """The same as normal scores."""
    return _constant(normal_scores(shares(dimension, shift)))


def _constant(values: Vector) -> Vector:
    values.flags.writeable = False
    return values
