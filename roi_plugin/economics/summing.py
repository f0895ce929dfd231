"""The distribution of a sum: exact while the sum takes few different values, else on an even grid by Fourier transform.

What is added comes centred on its mean, so that the mean of the sum is known beforehand and only its spread is worked
out. On the grid each number gives its mass to its two neighbours so that its mean is kept. The grid spans what the sum
leaves with a chance of less than 1 in a million (Bernstein's inequality).
"""

import functools
import math
from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from roi_plugin.economics.normal_scores import Vector

_GRID = 4096
_MARGIN = 64
_TOGETHER = 64
_FEW = 2048
_PAIRS = 65_536
_SAME = 1e-8
_UNLIKELY = math.log(2e6)


class Spikes(Struct, frozen=True, kw_only=True, eq=False):
    """Numbers with their probabilities."""

    values: Vector
    masses: Vector


Mixture = Sequence[Sequence[Spikes]]
"""Equally likely cases; in each case independent terms that are added."""


class Spread(Struct, frozen=True, kw_only=True, eq=False):
    """How a sum is distributed: rising `values` with their probabilities; each is spread evenly over one `step`.

    Without a step the values are exact, but for `rounding`.
    """

    values: Vector
    masses: Vector
    step: float
    rounding: float = 0.0

    def percentile(self, level: float) -> float:
        """The value that the sum stays below with this probability; of exact values the smallest that reaches it."""
        below = np.cumsum(self.masses)
        if not self.step:
            place = int(np.searchsorted(below, level * below[-1] * (1.0 - _SAME)))
            return float(self.values[min(place, len(below) - 1)])
        edges = np.concatenate((self.values - self.step / 2, self.values[-1:] + self.step / 2))
        return float(np.interp(level * below[-1], np.concatenate(([0.0], below)), edges))

    def share_below(self, limit: float) -> float:
        """The probability to lie below the limit."""
        if not self.step:
            return math.fsum(self.masses[self.values < limit - self.rounding].tolist())
        covered = np.clip((limit - self.values) / self.step + 0.5, 0.0, 1.0)
        return min(1.0, math.fsum((self.masses * covered).tolist()))


def spread_of_sum(mixtures: Sequence[Mixture]) -> Spread:
    """The distribution of the sum of independent mixtures; what is certain to be 0 changes nothing."""
    sizes = [float(np.abs(term.values).max()) for mixture in mixtures for case in mixture for term in case]
    size = max(sizes, default=0.0) or 1.0
    rounding = _SAME * math.fsum(each / size for each in sizes)
    moving = [[[_over(size, term) for term in case if term.values.any()] for case in mixture] for mixture in mixtures]
    few = _few_values(moving, rounding)
    if few is None:
        spread = _on_grid(moving)
        return Spread(values=spread.values * size, masses=spread.masses, step=spread.step * size)
    return Spread(values=few.values * size, masses=few.masses, step=0.0, rounding=rounding * size)


def _over(size: float, term: Spikes) -> Spikes:
    return Spikes(values=term.values / size, masses=term.masses)


def _few_values(mixtures: Sequence[Mixture], rounding: float) -> Spikes | None:
    """The sum value by value; None where it takes too many."""
    parts = []
    for mixture in mixtures:
        cases = [_added(case, rounding) for case in mixture]
        found = [case for case in cases if case is not None]
        if len(found) < len(cases):
            return None
        values = np.concatenate([case.values for case in found])
        masses = np.concatenate([case.masses for case in found]) / len(found)
        parts.append(_merged(values, masses, rounding))
    return _added(parts, rounding)


def _added(terms: Iterable[Spikes], rounding: float) -> Spikes | None:
    total = Spikes(values=np.zeros(1), masses=np.ones(1))
    for term in terms:
        if len(total.values) * len(term.values) > _PAIRS:
            return None
        values, masses = np.add.outer(total.values, term.values), np.multiply.outer(total.masses, term.masses)
        total = _merged(values.ravel(), masses.ravel(), rounding)
        if len(total.values) > _FEW:
            return None
    return total


def _merged(values: Vector, masses: Vector, rounding: float) -> Spikes:
    order = np.argsort(values, kind="stable")
    ranked = values[order]
    starts = np.concatenate(([0], 1 + np.flatnonzero(np.diff(ranked) > rounding)))
    return Spikes(values=ranked[starts], masses=np.add.reduceat(masses[order], starts))


def _on_grid(mixtures: Sequence[Mixture]) -> Spread:
    moments = [[_moments(case) for case in mixture] for mixture in mixtures]
    low, high = _reach(moments)
    step = (high - low) / (_GRID - 2 * _MARGIN)
    first = math.floor(low / step) - _MARGIN
    waves = [np.mean([_wave(case, step) for case in mixture], axis=0) for mixture in mixtures]
    masses: Vector = np.fft.irfft(functools.reduce(np.multiply, waves), n=_GRID)
    masses = np.maximum(np.roll(masses, -first), 0.0)
    masses /= masses.sum()
    values = (first + np.arange(_GRID, dtype=np.float64)) * step
    # Sharing masses between neighbours widens the sum a little; its exact variance puts that right.
    narrower = math.sqrt(_variance(moments) / float(values**2 @ masses))
    return Spread(values=values * narrower, masses=masses, step=step * narrower)


def _wave(terms: Sequence[Spikes], step: float) -> NDArray[np.complex128]:
    """The Fourier transform of the sum of the terms on the grid, on which what leaves one end enters at the other."""
    wave = np.ones(_GRID // 2 + 1, dtype=np.complex128)
    for start in range(0, len(terms), _TOGETHER):
        wave *= np.fft.rfft(_gridded(terms[start : start + _TOGETHER], step)).prod(axis=0)
    return wave


def _gridded(terms: Sequence[Spikes], step: float) -> Vector:
    """The masses of each term on the grid, shape (terms, grid)."""
    places = np.concatenate([term.values for term in terms]) / step
    masses = np.concatenate([term.masses for term in terms])
    rows = np.repeat(np.arange(len(terms)), [len(term.values) for term in terms]) * _GRID
    below = np.floor(places)
    above = places - below
    left = below.astype(np.intp) % _GRID
    size = len(terms) * _GRID
    to_left = np.bincount(rows + left, weights=masses * (1.0 - above), minlength=size)
    to_right = np.bincount(rows + (left + 1) % _GRID, weights=masses * above, minlength=size)
    return np.asarray(to_left + to_right, dtype=np.float64).reshape(len(terms), _GRID)


class _Moments(Struct, frozen=True, kw_only=True):
    """Mean, variance, least and largest value of a sum, and how far one term may lie from its own mean."""

    mean: float
    variance: float
    lowest: float
    highest: float
    farthest: float


def _moments(terms: Sequence[Spikes]) -> _Moments:
    means = [float(term.values @ term.masses) for term in terms]
    off = [term.values - mean for term, mean in zip(terms, means, strict=True)]
    lows, highs = [float(each.min()) for each in off], [float(each.max()) for each in off]
    mean = math.fsum(means)
    return _Moments(
        mean=mean,
        variance=math.fsum(float(each**2 @ term.masses) for each, term in zip(off, terms, strict=True)),
        lowest=mean + math.fsum(lows),
        highest=mean + math.fsum(highs),
        farthest=max((max(high, -low) for low, high in zip(lows, highs, strict=True)), default=0.0),
    )


def _reach(moments: Sequence[Sequence[_Moments]]) -> tuple[float, float]:
    """Between which numbers the sum almost surely lies."""
    variance = math.fsum(max(case.variance for case in cases) for cases in moments)
    third = max(case.farthest for cases in moments for case in cases) * _UNLIKELY / 3
    far = third + math.sqrt(third * third + 2 * variance * _UNLIKELY)
    low = math.fsum(min(case.mean for case in cases) for cases in moments) - far
    high = math.fsum(max(case.mean for case in cases) for cases in moments) + far
    lowest = math.fsum(min(case.lowest for case in cases) for cases in moments)
    highest = math.fsum(max(case.highest for case in cases) for cases in moments)
    return max(lowest, low), min(highest, high)


def _variance(moments: Sequence[Sequence[_Moments]]) -> float:
    """The variance of the sum, whose mean is 0."""
    parts = [math.fsum(case.variance + case.mean**2 for case in cases) / len(cases) for cases in moments]
    return math.fsum(parts)
