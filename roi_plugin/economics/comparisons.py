"""Ways to compare a metric with and without a change, and how far chance moves the difference that shows.

A spread is the standard error of the difference times the square root of the number of units: of both groups together,
or of pairs where both ways are run on the same units. Shares are fractions, means and their deviation in the metric's
unit; changes have a sign.
"""

import math
from typing import Protocol

from msgspec import Struct

from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.wording import number, percent


class Comparison(Protocol):
    """`split` is the share of the units that get the change, between 0 and 1; None where every unit is seen both ways.

    `spreads` tells, for a change, the spread if there were none and the one with it; `reach` how large a change can be,
    upwards or downwards.
    """

    @property
    def split(self) -> float | None: ...  # noqa: D102
    def spreads(self, change: float) -> tuple[float, float]: ...  # noqa: D102
    def reach(self, *, down: bool) -> float: ...  # noqa: D102


class TwoShares(Struct, frozen=True, kw_only=True):
    """A share in two groups, by the normal approximation, the variance pooled where there is no change.

    Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), chapter 4. Raises
    NoFigureError where a share does not lie between 0 and 1: one that never varies has no spread.
    """

    baseline: float
    split: float = 0.5

    def __post_init__(self) -> None:
        """Refuse shares without spread, and a single group."""
        _refuse_split(self.split)
        if not 0 < self.baseline < 1:
            raise NoFigureError(f"the baseline is {percent(self.baseline)}, expected more than 0 % and less than 100 %")

    def spreads(self, change: float) -> tuple[float, float]:
        """Without and with the change."""
        changed = self.baseline + change
        if not 0 < changed < 1:
            words = f"{number(change * 100)} points from {percent(self.baseline)}"
            raise NoFigureError(f"a change of {words} does not stay between 0 % and 100 %")
        kept = 1 - self.split
        pooled = self.split * changed + kept * self.baseline
        apart = changed * (1 - changed) / self.split + self.baseline * (1 - self.baseline) / kept
        return math.sqrt(pooled * (1 - pooled) / (self.split * kept)), math.sqrt(apart)

    def reach(self, *, down: bool) -> float:
        """To 0 %, or to 100 %; neither is reached."""
        return self.baseline if down else 1 - self.baseline


class TwoMeans(Struct, frozen=True, kw_only=True):
    """The mean of a continuous metric in two groups of the same standard deviation `deviation`, above 0.

    Source: Lehr, Sixteen S-squared over D-squared, Statistics in Medicine 11 (1992), whose 16 is 2 (z + z)^2 rounded.
    Raises NoFigureError for a deviation that is not above 0.
    """

    deviation: float
    split: float = 0.5

    def __post_init__(self) -> None:
        """Refuse a metric that does not vary, and a single group."""
        _refuse_split(self.split)
        if not self.deviation > 0:
            raise NoFigureError(f"the standard deviation is {number(self.deviation)}, expected more than 0")

    def spreads(self, change: float) -> tuple[float, float]:  # noqa: ARG002 - the same for every change
        """Without and with the change."""
        spread = self.deviation / math.sqrt(self.split * (1 - self.split))
        return spread, spread

    def reach(self, *, down: bool) -> float:  # noqa: ARG002 - the same both ways
        """There is no end."""
        return math.inf


class PairedShares(Struct, frozen=True, kw_only=True):
    """A share seen both ways on the same units, by McNemar's test; in a share `discordant` of the pairs the two differ.

    Source: Connor, Sample Size for Testing Differences in Proportions for the Paired-Sample Design, Biometrics 43
    (1987). Raises NoFigureError where `discordant` does not lie between 0 and 1 or is less than the change.
    """

    discordant: float

    def __post_init__(self) -> None:
        """Refuse answers that never or always differ."""
        if not 0 < self.discordant < 1:
            words = percent(self.discordant)
            raise NoFigureError(f"the pairs that differ are {words}, expected more than 0 % and less than 100 %")

    @property
    def split(self) -> None:
        """Every unit is seen both ways."""

    def spreads(self, change: float) -> tuple[float, float]:
        """Without and with the change."""
        if abs(change) > self.discordant:
            differ = f"where only {percent(self.discordant)} of the pairs differ"
            raise NoFigureError(f"a change of {number(abs(change) * 100)} points cannot be, {differ}")
        return math.sqrt(self.discordant), math.sqrt(self.discordant - change**2)

    def reach(self, *, down: bool) -> float:  # noqa: ARG002 - the same both ways
        """All pairs that differ do so in one direction."""
        return self.discordant


class Clustered(Struct, frozen=True, kw_only=True):
    """A comparison whose units come in clusters of `size` on average, alike by the intra-class correlation `icc`.

    The variance grows by the design effect 1 + (size - 1) icc. Source: Kish, Survey Sampling (1965), chapter 5.
    Raises NoFigureError for a size below 1 or an `icc` outside 0..1.
    """

    of: Comparison
    size: float
    icc: float

    def __post_init__(self) -> None:
        """Refuse what is no cluster or no correlation."""
        if self.size < 1:
            raise NoFigureError(f"a cluster holds {number(self.size)} units, expected 1 or more")
        if not 0 <= self.icc <= 1:
            raise NoFigureError(f"the intra-class correlation is {number(self.icc)}, expected 0 to 1")

    @property
    def split(self) -> float | None:
        """That of the comparison."""
        return self.of.split

    @property
    def design_effect(self) -> float:
        """How many times the units that a comparison without clusters would need; 1 or more."""
        return 1 + (self.size - 1) * self.icc

    def spreads(self, change: float) -> tuple[float, float]:
        """Without and with the change."""
        wider = math.sqrt(self.design_effect)
        without, having = self.of.spreads(change)
        return without * wider, having * wider

    def reach(self, *, down: bool) -> float:
        """That of the comparison."""
        return self.of.reach(down=down)


def _refuse_split(split: float) -> None:
    if not 0 < split < 1:
        raise NoFigureError(f"{percent(split)} of the units get the change, which leaves no second group")
