"""Distributions of a triple: smallest, likeliest and largest value."""

import math

from msgspec import Struct

from roi_plugin.economics.incomplete_beta import beta_percentile

_WEIGHT = 4.0
"""How much the likeliest value counts against the ends in a Beta-PERT distribution."""


class Pert(Struct, frozen=True, kw_only=True):
    """Beta-PERT: low <= likely <= high and low < high."""

    low: float
    likely: float
    high: float

    @property
    def shape(self) -> tuple[float, float]:
        """The two parameters of its beta distribution."""
        rising = (self.likely - self.low) / (self.high - self.low)
        return 1 + _WEIGHT * rising, 1 + _WEIGHT * (1 - rising)

    @property
    def mean(self) -> float:
        """The mean."""
        return self.low / 6 + self.likely * (4 / 6) + self.high / 6

    @property
    def mode(self) -> float:
        """The likeliest value."""
        return self.likely

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return math.sqrt((self.mean - self.low) * (self.high - self.mean) / (_WEIGHT + 3))

    @property
    def lowest(self) -> float:
        """What it never falls below."""
        return self.low

    def percentile(self, p: float) -> float:
        """The value that it stays below with probability `p`, 0 < p < 1."""
        return self.low + (self.high - self.low) * beta_percentile(*self.shape, p)


class Triangular(Struct, frozen=True, kw_only=True):
    """A triangle over low <= likely <= high, low < high; for estimates taken over from elsewhere."""

    low: float
    likely: float
    high: float

    @property
    def mean(self) -> float:
        """The mean."""
        return self.low / 3 + self.likely / 3 + self.high / 3

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        rise, fall = self.likely - self.low, self.high - self.likely
        return math.sqrt((rise**2 + rise * fall + fall**2) / 18)

    @property
    def lowest(self) -> float:
        """What it never falls below."""
        return self.low

    def percentile(self, p: float) -> float:
        """The value that it stays below with probability `p`, 0 < p < 1."""
        width, rise, fall = self.high - self.low, self.likely - self.low, self.high - self.likely
        if p * width <= rise:
            return self.low + math.sqrt(p * width) * math.sqrt(rise)
        return self.high - math.sqrt((1 - p) * width) * math.sqrt(fall)
