"""A distribution as a few weighted numbers with the same mean, small enough to keep and quick to add up."""

import functools
import math

import numpy as np
from msgspec import Struct

from roi_plugin.economics.normal_scores import Vector

_DIGITS = 9
_SAME = 1e-9
_TINY = 1e-200


class Atoms(Struct, frozen=True, kw_only=True):
    """Numbers in rising order, at least one, with their probabilities.

    `stated` are the probabilities where they are not those of `masses`, else it is empty.
    """

    values: tuple[float, ...]
    stated: tuple[float, ...] = ()

    @property
    def masses(self) -> tuple[float, ...]:
        """The probability of each number; together 1."""
        return self.stated or masses(len(self.values))

    @property
    def mean(self) -> float:
        """The mean."""
        return math.fsum(value * mass for value, mass in zip(self.values, self.masses, strict=True))


def atoms_of(values: Vector, weights: Vector, most: int) -> Atoms:
    """At most `most` atoms of weighted numbers; both arrays have the same shape.

    Few different numbers are kept as they are. Many are cut into neighbourhoods, fine at both ends and coarse in the
    middle (see `masses`), each with its mean, so that the mean of all is kept and little of the variance is lost. The
    atoms are rounded to nine digits of the largest number.
    """
    ranked, heavy = _ranked(values, weights)
    size = max(abs(float(ranked[0])), abs(float(ranked[-1])))
    apart = np.diff(ranked) > _SAME * size
    if np.count_nonzero(apart) < most:
        starts = np.concatenate(([0], 1 + np.flatnonzero(apart)))
        few, stated = ranked[starts], tuple(np.add.reduceat(heavy, starts).tolist())
    else:
        few, stated = _neighbourhood_means(ranked, heavy, most), ()
    return Atoms(values=tuple(rounded(few, size).tolist()), stated=stated)


def _ranked(values: Vector, weights: Vector) -> tuple[Vector, Vector]:
    """The numbers in rising order, and their probabilities."""
    order = np.argsort(values, axis=None)
    heavy = weights.ravel()[order]
    heavy /= heavy.sum()
    return values.ravel()[order], heavy


@functools.cache
def masses(count: int) -> tuple[float, ...]:
    """The probabilities of the neighbourhoods from the lowest to the highest: steps of sin^2(pi k / 2 count).

    Of the variance of a lognormal number of sigma 0.7, 32 of them keep 98.4 %, 32 equal ones 92.6 %.
    """
    return tuple(np.diff(_levels(count)).tolist())


def rounded(values: Vector, size: float) -> Vector:
    """The numbers to nine digits of `size`, so that they are short where they are written down."""
    return np.round(values, _DIGITS - math.ceil(math.log10(size))) if size > _TINY else values


def _levels(count: int) -> Vector:
    levels: Vector = np.sin(np.arange(count + 1) * (math.pi / 2 / count)) ** 2
    return levels


def _neighbourhood_means(ranked: Vector, heavy: Vector, count: int) -> Vector:
    """By differences of the Lorenz curve: the sum of all numbers up to a share of the weight."""
    share, moment = np.zeros((2, len(ranked) + 1))
    heavy.cumsum(out=share[1:])
    np.multiply(heavy, ranked, out=moment[1:])
    moment.cumsum(out=moment)
    levels = _levels(count)
    means: Vector = np.diff(np.interp(levels * share[-1], share, moment)) / (np.diff(levels) * share[-1])
    return means
