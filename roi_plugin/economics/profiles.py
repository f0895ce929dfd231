"""Every option's mean net value along an input, from one end of what it may be to the other."""

import functools
import math
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from roi_plugin.economics.courses import Course
from roi_plugin.economics.sample import Vector

_CLOSED = (8.5, 1024)
_ON_POINTS = (4.25, 34)
"""How far normal scores reach, and in how many steps: beyond 4.25 there are no points."""


class Profile(Struct, frozen=True, kw_only=True, eq=False):
    """Every option's mean net value (`means`, shape (options, steps)) where an input lies at each step of its range.

    `weights` are the probabilities of the steps and sum to 1. Between two steps the means run smoothly.
    """

    weights: Vector
    means: Vector


def profile(courses: Sequence[Course], key: str) -> Profile:
    """The profile along the input of this key, by the trapezoid rule on normal scores.

    Raises:
        NoFigureError: it cannot be computed.
    """
    scores, weights = _normal_steps(*(_ON_POINTS if any(course.tells(key) for course in courses) else _CLOSED))
    return Profile(weights=weights, means=np.stack([course.told(key, scores, weights) for course in courses]))


@functools.cache
def _normal_steps(reach: float, steps: int) -> tuple[Vector, Vector]:
    scores = np.linspace(-reach, reach, steps + 1)
    density = np.exp(-scores * scores / 2)
    return scores, density / math.fsum(density.tolist())
