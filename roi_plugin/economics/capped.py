"""A distribution cut at a highest value, for what makes no more difference beyond it."""

import math

from msgspec import Struct

from roi_plugin.economics.distributions import Distribution

_PARTS = 256


class Capped(Struct, frozen=True, kw_only=True):
    """The smaller of `of` and `highest`; mean and deviation are taken over 256 equally likely parts."""

    of: Distribution
    highest: float

    @property
    def mean(self) -> float:
        """The mean."""
        return math.fsum(self._parts()) / _PARTS

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        centre = self.mean
        return math.sqrt(math.fsum((part - centre) ** 2 for part in self._parts()) / _PARTS)

    @property
    def lowest(self) -> float:
        """What it never falls below."""
        return min(self.of.lowest, self.highest)

    def percentile(self, p: float) -> float:
        """The value that it stays below, or at, with probability `p`, 0 < p < 1."""
        try:
            return min(self.of.percentile(p), self.highest)
        except OverflowError:
            return self.highest

    def _parts(self) -> list[float]:
        return [self.percentile((part + 0.5) / _PARTS) for part in range(_PARTS)]
