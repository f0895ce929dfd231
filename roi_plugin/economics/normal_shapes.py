"""Shapes that come from the normal distribution, and the single number.

Ranges are 90 % intervals: their ends are the 5th and 95th percentiles.
"""

import functools
import math
from statistics import NormalDist

from msgspec import Struct

Z95 = 1.6448536269514722
"""The 95th percentile of the standard normal distribution."""

_STANDARD = NormalDist()
_REACH = 8.5
_WIDEST_STEP = 0.125
_FINENESS = 0.6


class Certain(Struct, frozen=True, kw_only=True):
    """One number that is taken as known."""

    value: float

    @property
    def mean(self) -> float:
        """The number."""
        return self.value

    @property
    def deviation(self) -> float:
        """It does not vary."""
        return 0.0

    @property
    def lowest(self) -> float:
        """The number."""
        return self.value

    def percentile(self, p: float) -> float:  # noqa: ARG002 - the same at every p
        """The number."""
        return self.value


class Lognormal(Struct, frozen=True, kw_only=True):
    """exp(N(mu, sigma)): a positive quantity."""

    mu: float
    sigma: float

    @classmethod
    def from_interval(cls, low: float, high: float) -> "Lognormal":
        """The one with this 90 % interval; both ends above 0."""
        low, high = math.log(low), math.log(high)
        return cls(mu=(low + high) / 2, sigma=(high - low) / (2 * Z95))

    @property
    def mean(self) -> float:
        """The mean; OverflowError where it is too large for a float."""
        return self.moment(1)

    @property
    def mode(self) -> float:
        """The likeliest value."""
        return math.exp(self.mu - self.sigma**2)

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return self.mean * math.sqrt(math.expm1(self.sigma**2))

    @property
    def lowest(self) -> float:
        """What it never falls below."""
        return 0.0

    def moment(self, power: int) -> float:
        """The mean of its power; negative powers are means of reciprocals."""
        return math.exp(power * self.mu + (power * self.sigma) ** 2 / 2)

    def percentile(self, p: float) -> float:
        """The value that it stays below with probability `p`, 0 < p < 1."""
        return math.exp(self.mu + self.sigma * _STANDARD.inv_cdf(p))


class Normal(Struct, frozen=True, kw_only=True):
    """N(mean, sigma): a quantity that may be negative."""

    mean: float
    sigma: float

    @classmethod
    def from_interval(cls, low: float, high: float) -> "Normal":
        """The one with this 90 % interval."""
        return cls(mean=low / 2 + high / 2, sigma=high / (2 * Z95) - low / (2 * Z95))

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return self.sigma

    @property
    def lowest(self) -> float:
        """There is nothing that it never falls below."""
        return -math.inf

    def percentile(self, p: float) -> float:
        """The value that it stays below with probability `p`, 0 < p < 1."""
        return self.mean + self.sigma * _STANDARD.inv_cdf(p)


class LogitNormal(Struct, frozen=True, kw_only=True):
    """A share between 0 and 1 whose log-odds are N(mu, sigma)."""

    mu: float
    sigma: float

    @classmethod
    def from_interval(cls, low: float, high: float) -> "LogitNormal":
        """The one with this 90 % interval; both ends between 0 and 1."""
        low, high = log_odds(low), log_odds(high)
        return cls(mu=(low + high) / 2, sigma=(high - low) / (2 * Z95))

    @property
    def mean(self) -> float:
        """The mean; it has no closed form, the trapezoid rule gives it to 12 digits."""
        return _logit_normal_moment(self.mu, self.sigma, 1)

    @property
    def deviation(self) -> float:
        """The standard deviation, from the same rule."""
        return math.sqrt(max(_logit_normal_moment(self.mu, self.sigma, 2) - self.mean**2, 0.0))

    @property
    def lowest(self) -> float:
        """What it never falls below."""
        return 0.0

    def percentile(self, p: float) -> float:
        """The value that it stays below with probability `p`, 0 < p < 1."""
        return logistic(self.mu + self.sigma * _STANDARD.inv_cdf(p))


def log_odds(share: float) -> float:
    """ln(p / (1 - p)), 0 < p < 1."""
    return math.log(share) - math.log1p(-share)


def logistic(x: float) -> float:
    """The share with these log-odds."""
    if x >= 0:
        return 1 / (1 + math.exp(-min(x, 745.0)))
    return math.exp(x) / (1 + math.exp(x))


@functools.lru_cache(maxsize=1024)
def _logit_normal_moment(mu: float, sigma: float, power: int) -> float:
    width = min(_WIDEST_STEP, _FINENESS / sigma)
    steps = math.ceil(_REACH / width)
    points = (step * width for step in range(-steps, steps + 1))
    weighted = math.fsum(logistic(mu + sigma * z) ** power * math.exp(-z * z / 2) for z in points)
    return weighted * width / math.sqrt(2 * math.pi)
