"""Percentiles of beta distributions at many normal scores at once.

With x = sin(t)^2 the density is smooth in t. Its integral over steps of t, the narrower the nearer to the ends, gives
the percentiles of a grid, and cubic Hermite interpolation of ln(x / (1 - x)) over normal scores the rest.
"""

import functools
import math

import numpy as np

from roi_plugin.economics.normal_scores import Vector, normal_scores

_PANELS = 512
_SMALLEST = 1e-290


def beta_at_scores(a: float, b: float, scores: Vector) -> Vector:
    """The percentiles of Beta(a, b) at the normal scores of their probabilities, to 1e-7; a, b >= 1."""
    grid, odds, slopes = _table(a, b)
    place = np.clip(np.searchsorted(grid, scores) - 1, 0, len(grid) - 2)
    width = (grid[1:] - grid[:-1])[place]
    part = (scores - grid[place]) / width
    rest = 1.0 - part
    low, high = odds[place], odds[place + 1]
    value = low * rest * rest * (1.0 + 2.0 * part) + high * part * part * (1.0 + 2.0 * rest)
    value += width * part * rest * (slopes[place] * rest - slopes[place + 1] * part)
    return 1.0 / (1.0 + np.exp(-value))


@functools.lru_cache(maxsize=128)
def _table(a: float, b: float) -> tuple[Vector, Vector, Vector]:
    """Normal scores of a grid, log-odds of the percentiles there, and their slopes."""
    angles, weights, log_sine, log_cosine = _panels()
    density = np.exp((2 * a - 1) * log_sine + (2 * b - 1) * log_cosine)
    parts = np.sum(density * weights, axis=1)
    below, above = np.cumsum(parts)[:-1], np.cumsum(parts[::-1])[-2::-1]
    whole = below[-1] + parts[-1]
    below, above = below / whole, above / whole
    inside = np.minimum(below, above) > _SMALLEST
    scores = np.where(below < above, normal_scores(_proper(below)), -normal_scores(_proper(above)))
    sine, cosine = np.sin(angles[1:-1]), np.cos(angles[1:-1])
    at_node = np.exp((2 * a - 1) * np.log(sine) + (2 * b - 1) * np.log(cosine)) / whole
    normal_density = np.exp(-scores * scores / 2) / math.sqrt(2 * math.pi)
    slopes = normal_density / at_node * 2.0 / (sine * cosine)
    return scores[inside], (2.0 * np.log(sine / cosine))[inside], slopes[inside]


def _proper(shares: Vector) -> Vector:
    return np.clip(shares, _SMALLEST, 0.5)


@functools.lru_cache(maxsize=1)
def _panels() -> tuple[Vector, Vector, Vector, Vector]:
    """The ends of the panels in 0..pi/2, the weights of Gauss's rule in each, and ln sin, ln cos at its nodes."""
    nodes, weights = np.polynomial.legendre.leggauss(6)
    angles = math.pi / 2 * np.sin(math.pi / 2 * np.linspace(0.0, 1.0, _PANELS + 1)) ** 2
    half = np.diff(angles)[:, None] / 2
    inside = angles[:-1, None] + (nodes + 1.0) * half
    return angles, weights * half, np.log(np.sin(inside)), np.log(np.sin(math.pi / 2 - inside))
