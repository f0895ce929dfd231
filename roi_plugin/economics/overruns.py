"""How far actual cost ran over its estimate, as a distribution of actual over estimate, from published figures."""

import math
from statistics import NormalDist

from msgspec import Struct

from roi_plugin.economics.normal_shapes import Lognormal

_STANDARD = NormalDist()


class Tail(Struct, frozen=True, kw_only=True):
    """The projects that ran far over: a `share` of all ended above `start` times their estimate, at `mean` on average.

    Beyond `start` the multiple follows a Pareto distribution, which has no lognormal's thin end.
    """

    start: float
    share: float
    mean: float

    @property
    def alpha(self) -> float:
        """The exponent of the Pareto distribution with this start and mean."""
        return self.mean / (self.mean - self.start)

    def share_above(self, multiple: float) -> float:
        """The share of all projects that end above `multiple` times their estimate; `multiple` is `start` or more."""
        return self.share * math.pow(self.start / multiple, self.alpha)


def from_share_over(share_over: float, mean: float) -> Lognormal:
    """The lognormal multiple that is above 1 with probability `share_over` and has this mean, above 1.

    From mu = k s and mu + s^2 / 2 = ln mean with k = Phi^-1(share over): s = -k + sqrt(k^2 + 2 ln mean).
    """
    k = _STANDARD.inv_cdf(share_over)
    sigma = -k + math.sqrt(k * k + 2 * math.log(mean))
    return Lognormal(mu=k * sigma, sigma=sigma)


def from_worst(mean: float, share: float, worst: float) -> Lognormal:
    """The lognormal multiple with this mean, whose highest `share` of cases has the mean `worst`.

    The part of the mean above the quantile z of the normal score is mean * Phi(s - z).
    """
    sigma = _STANDARD.inv_cdf(share * worst / mean) + _STANDARD.inv_cdf(1 - share)
    return Lognormal(mu=math.log(mean) - sigma**2 / 2, sigma=sigma)


def uplift(share: float) -> Lognormal:
    """A multiple that is always 1 + `share`: where a source gives an uplift and no spread."""
    return Lognormal(mu=math.log1p(share), sigma=0.0)


def managed_uplift(share: float, managed: float, least: float = 0.0) -> float:
    """What is left of an uplift when a part of its causes, 0 to 1, is managed away; never less than `least`.

    HM Treasury, supplementary Green Book guidance on optimism bias: its lower bound is what good management reaches.
    """
    return max(share * (1.0 - managed), least)
