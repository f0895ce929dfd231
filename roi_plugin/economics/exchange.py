"""Closed forms for giving up one uncertain amount for another: chance of loss and worth of being free to choose.

Margrabe (1978) for lognormal amounts; the unit normal loss for a normal difference.
"""

import math
from statistics import NormalDist

from msgspec import Struct

_STANDARD = NormalDist()


class Exchange(Struct, frozen=True, kw_only=True):
    """A gain less a cost: `loss` is the chance that it is below 0, `upside` the mean of what is above 0."""

    loss: float
    upside: float


def lognormal_exchange(gain: float, cost: float, mu: float, sigma: float) -> Exchange:
    """A gain and a cost with these means whose ratio is exp(N(mu, sigma)); all but `mu` above 0."""
    first = math.log(gain / cost) / sigma + sigma / 2
    upside = gain * _STANDARD.cdf(first) - cost * _STANDARD.cdf(first - sigma)
    return Exchange(loss=_STANDARD.cdf(-mu / sigma), upside=upside)


def normal_exchange(mean: float, deviation: float) -> Exchange:
    """A difference that is N(mean, deviation), deviation above 0."""
    size = abs(mean) / deviation
    loss = deviation * (_STANDARD.pdf(size) - size * _STANDARD.cdf(-size))
    return Exchange(loss=_STANDARD.cdf(-mean / deviation), upside=loss + max(mean, 0.0))
