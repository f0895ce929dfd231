"""After how long half of a group of decisions are over, though many of them are still alive.

The estimate is that of E. L. Kaplan and Paul Meier, "Nonparametric Estimation from Incomplete Observations", Journal of
the American Statistical Association 53 (1958), section 2: at each length of life at which some end, the share that is
left is multiplied by 1 - ended / observed, where observed are all that lived at least so long. One that is still alive
counts among the observed up to its age, and no longer: neither as over, nor as if it had never been.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.language import noted

FEWEST = 5
"""With fewer than that a median says more about chance than about the decisions."""

_HALF = 0.5
_ROUNDING = 1e-12
"""A share of exactly one half may come out a little above it."""


class Observed(Struct, frozen=True, kw_only=True):
    """One life: its length in months so far, and whether it is over."""

    months: float
    is_over: bool


class MedianLife(Struct, frozen=True, kw_only=True):
    """How many lives were observed and how many of them are over; `months` is the median, or None with a `reason`."""

    lives: int
    over: int
    months: float | None = None
    reason: str | None = None


def median_life(lives: Iterable[Observed]) -> MedianLife:
    """The length of life, in months, after which no more than half of the decisions are left."""
    every = list(lives)
    over = sum(each.is_over for each in every)
    if len(every) < FEWEST:
        return MedianLife(lives=len(every), over=over, reason=noted("too few to tell"))
    for length, left in shares_left(every):
        if left <= _HALF + _ROUNDING:
            return MedianLife(lives=len(every), over=over, months=length)
    reason = noted("none is over yet") if not over else noted("longer than any was watched")
    return MedianLife(lives=len(every), over=over, reason=reason)


def shares_left(lives: Iterable[Observed]) -> list[tuple[float, float]]:
    """Each length of life in months at which some ended, rising, and the share that is expected to live longer.

    A life that is watched exactly that long and goes on counts among the observed, as the source has it.
    """
    ended: Counter[float] = Counter()
    watched: Counter[float] = Counter()
    for each in lives:
        (ended if each.is_over else watched)[each.months] += 1
    observed = ended.total() + watched.total()
    share, found = 1.0, []
    for length in sorted(ended | watched):
        if ended[length]:
            share *= 1 - ended[length] / observed
            found.append((length, share))
        observed -= ended[length] + watched[length]
    return found
