"""How many units a comparison needs, and what can be seen with those there are; by the normal approximation.

Units are those of both groups together, or pairs. With `spread` of no change and of the change, and z of significance
and power, a change d needs ((z spread + z spread) / d)^2 of them. Source: Fleiss, Levin and Paik, Statistical Methods
for Rates and Proportions (2003), chapter 4.
"""

import math
from statistics import NormalDist

from msgspec import Struct

from roi_plugin.economics.comparisons import Comparison
from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.reasons import NoFigureError

_STANDARD = NormalDist()
_LEAST = 2
"""Units in a group: one alone does not vary."""
_CLOSE, _HALVINGS = 1e-12, 200


class Rigour(Struct, frozen=True, kw_only=True):
    """How sure a comparison has to be.

    `significance` is the chance to see an effect that is not there, two-sided; `power` the chance to see one that is
    there. Both lie between 0 and 1, the power at 0.5 or above.
    """

    significance: float
    power: float

    def needed(self, spreads: tuple[float, float]) -> float:
        """The change that is seen with this power, times the square root of the number of units."""
        without, having = spreads
        return critical(self.significance) * without + _STANDARD.inv_cdf(self.power) * having


class Groups(Struct, frozen=True, kw_only=True):
    """Units with the change, units without it, and all together; the same units in all three where they are pairs."""

    changed: int
    unchanged: int
    total: int


def critical(significance: float) -> float:
    """How many standard errors a difference must exceed: 1.96 for a two-sided significance of 0.05."""
    return _STANDARD.inv_cdf(1 - significance / 2)


def units_needed(comparison: Comparison, change: float, rigour: Rigour) -> Groups:
    """The units with which a change is seen, each group rounded up, with two units or more.

    Raises:
        NoFigureError: there is no change, it cannot be, or more units are needed than a number can say.
    """
    _refuse_none(change)
    try:
        units = (rigour.needed(comparison.spreads(change)) / change) ** 2
    except OverflowError:
        units = math.inf
    if not math.isfinite(units):
        raise NoFigureError(TOO_LARGE)
    if comparison.split is None:
        pairs = _rounded(units)
        return Groups(changed=pairs, unchanged=pairs, total=pairs)
    changed, unchanged = _rounded(units * comparison.split), _rounded(units * (1 - comparison.split))
    return Groups(changed=changed, unchanged=unchanged, total=changed + unchanged)


def power(comparison: Comparison, change: float, units: float, significance: float) -> float:
    """The chance, 0 to 1, that so many units show a difference in either direction, where the change is there.

    Raises:
        NoFigureError: there is no change, it cannot be, or a group has fewer than two units.
    """
    _refuse_none(change)
    _refuse_few(comparison, units)
    without, having = comparison.spreads(change)
    shown, bound = abs(change) * math.sqrt(units), critical(significance) * without
    return _STANDARD.cdf((shown - bound) / having) + _STANDARD.cdf((-shown - bound) / having)


def smallest_change(comparison: Comparison, units: float, rigour: Rigour, *, down: bool = False) -> float:
    """The size of the smallest change, up or `down`, that is seen with so many units; above 0.

    Raises:
        NoFigureError: a group has fewer than two units, or no change that can be would be seen.
    """
    _refuse_few(comparison, units)
    root, sign, end = math.sqrt(units), -1 if down else 1, comparison.reach(down=down)
    if math.isinf(end):
        return rigour.needed(comparison.spreads(0.0)) / root
    # The spread grows more slowly than the change, so what is seen once is seen for every larger change.
    low, high = 0.0, end
    for _ in range(_HALVINGS):
        if high - low <= _CLOSE * high:
            break
        middle = (low + high) / 2
        if rigour.needed(comparison.spreads(sign * middle)) <= middle * root:
            high = middle
        else:
            low = middle
    if high == end:
        raise NoFigureError("not even the largest change that can be would be seen")
    return high


def half_width(comparison: Comparison, units: float, significance: float) -> float:
    """Half the width of the confidence interval of a difference, where there is none to see.

    Raises:
        NoFigureError: a group has fewer than two units.
    """
    _refuse_few(comparison, units)
    return critical(significance) * comparison.spreads(0.0)[1] / math.sqrt(units)


def _rounded(units: float) -> int:
    return max(_LEAST, math.ceil(units))


def _refuse_none(change: float) -> None:
    if change == 0:
        raise NoFigureError("a change of 0 is none to see")


def _refuse_few(comparison: Comparison, units: float) -> None:
    split = comparison.split
    fewest = units if split is None else units * min(split, 1 - split)
    if fewest < _LEAST:
        raise NoFigureError("a group would have fewer than two units")
