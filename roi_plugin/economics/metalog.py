"""The metalog distribution through three quantiles (Keelin 2016, symmetric-percentile triplet).

Over the whole line, above 0 (fitted on logarithms) or between 0 and 1 (fitted on log-odds).
"""

import functools
import math

from msgspec import Struct

from roi_plugin.economics.normal_shapes import log_odds, logistic
from roi_plugin.economics.reasons import NoFigureError

_TENTH = 0.1
_LARGEST_SKEW = 1.66711
"""|a3| / a2 must stay below this: 1 / max of tanh(x/2)/2 + x/(4 cosh(x/2)^2), so that the quantiles rise everywhere."""

_STEP = 0.5
_REACH = 32.0
_THINNEST_TAIL = 0.1


class Metalog(Struct, frozen=True, kw_only=True):
    """Q(y) = a1 + (a2 + a3 (y - 1/2)) ln(y / (1 - y)); `bounds` is `none`, `positive` or `share`."""

    a1: float
    a2: float
    a3: float
    bounds: str = "none"

    @classmethod
    def from_quantiles(cls, p10: float, p50: float, p90: float, bounds: str = "none") -> "Metalog":
        """The one through these 10th, 50th and 90th percentiles; NoFigureError where there is none."""
        low, middle, high = (_unbounded(value, bounds) for value in (p10, p50, p90))
        width = high - low
        odds = log_odds(1 - _TENTH)
        a2 = width / (2 * odds)
        a3 = (high - middle - (middle - low)) / ((1 - 2 * _TENTH) * odds)
        if not 0 < width < math.inf or abs(a3) >= _LARGEST_SKEW * a2:
            raise NoFigureError("no distribution has these three quantiles: p50 lies too near to p10 or to p90")
        return cls(a1=middle, a2=a2, a3=a3, bounds=bounds)

    @property
    def mean(self) -> float:
        """The mean; NoFigureError where it is infinite."""
        if self.bounds == "none":
            return self.a1 + self.a3 / 2
        return _transformed_moment(self, 1)

    @property
    def deviation(self) -> float:
        """The standard deviation; NoFigureError where it is infinite."""
        if self.bounds == "none":
            return math.sqrt(self.a2**2 * math.pi**2 / 3 + self.a3**2 * (1 / 12 + math.pi**2 / 36))
        return math.sqrt(max(_transformed_moment(self, 2) - self.mean**2, 0.0))

    @property
    def lowest(self) -> float:
        """What it never falls below."""
        return -math.inf if self.bounds == "none" else 0.0

    def percentile(self, p: float) -> float:
        """The value that it stays below with probability `p`, 0 < p < 1."""
        return self.at_odds(log_odds(p))

    def at_odds(self, x: float) -> float:
        """The quantile at the log-odds `x` of a probability."""
        value = self.a1 + (self.a2 + self.a3 * (logistic(x) - 0.5)) * x
        if self.bounds == "positive":
            return math.exp(value)
        return logistic(value) if self.bounds == "share" else value


def _unbounded(value: float, bounds: str) -> float:
    if bounds == "positive":
        return math.log(value)
    return log_odds(value) if bounds == "share" else value


@functools.lru_cache(maxsize=256)
def _transformed_moment(metalog: Metalog, power: int) -> float:
    """The mean of a power over the log-odds of the probability by trapezoids; its upper tail falls as exp(-thin x)."""
    thin = 1.0
    if metalog.bounds == "positive":
        thin = min(1.0, 1.0 - power * (metalog.a2 + metalog.a3 / 2))
    if thin < _THINNEST_TAIL:
        infinite = "mean" if power == 1 else "variance"
        raise NoFigureError(
            f"the quantiles lie so far apart that the {infinite} is infinite: split the amount into parts"
        )
    points = (step * _STEP for step in range(-math.ceil(_REACH / _STEP), math.ceil(_REACH / thin / _STEP)))
    return math.fsum(metalog.at_odds(x) ** power * logistic(x) * logistic(-x) for x in points) * _STEP
