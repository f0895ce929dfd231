"""A scale for amounts that lie powers of ten apart, of both signs: near zero it is even, beyond each ten is a step."""

import math
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.economics.wording import number

_DECADES = 3
"""How many powers of ten below the largest amount are told apart at most."""
_SMALL_SHARE = 0.1
_FEW, _MANY = 3, 6
_NEAR = 0.05
_TENS, _BETWEEN = (1,), (1, 2, 5)


class PowerScale(Struct, frozen=True, kw_only=True):
    """Places from 0 (`low`) to 1 (`high`), both finite, `low` below `high`; `even` is where even steps end."""

    low: float
    high: float
    even: float

    def share(self, value: float) -> float:
        """The place of a value; what lies beyond an end stands at that end."""
        start, end = self._bent(self.low), self._bent(self.high)
        return min(max((self._bent(value) - start) / (end - start), 0.0), 1.0)

    def above(self, smallest: float) -> "PowerScale":
        """The same without the room in which nothing stands, where the smallest amount is above zero."""
        return replace(self, low=smallest / 2) if smallest > 0 else self

    @property
    def ticks(self) -> tuple[tuple[str, float], ...]:
        """Round amounts between the ends in growing order, 0 too if it is there: the words and the place of each."""
        steps = max(self._steps(self.high), self._steps(-self.low))
        factors = _TENS if steps >= _FEW else _BETWEEN
        powers = range(0, steps + 1, 1 + steps // _MANY)
        sizes = [factor * self.even * 10.0**power for power in powers for factor in factors]
        values = (
            value for value in sorted({0.0, *sizes, *(-size for size in sizes)}) if self.low <= value <= self.high
        )
        places = [(value, self.share(value)) for value in values]
        zero = self.share(0.0)
        return tuple((number(value), place) for value, place in places if not value or abs(place - zero) > _NEAR)

    def _bent(self, value: float) -> float:
        return math.copysign(math.log10(1.0 + abs(value) / self.even), value)

    def _steps(self, end: float) -> int:
        return max(math.floor(math.log10(end / self.even)), 0) if end > 0 else 0


def power_scale(means: Iterable[float], ends: Iterable[float] = ()) -> PowerScale | None:
    """The scale that holds 0 and all amounts; None where there is nothing to tell apart.

    Of the `means`, nine in ten lie beyond the even part, unless they are too far apart; `ends` only widen it.
    """
    known = [value for value in means if math.isfinite(value)]
    sizes = sorted(abs(value) for value in known if value)
    if not sizes:
        return None
    smallest = max(sizes[int(len(sizes) * _SMALL_SHARE)], sizes[-1] / 10.0**_DECADES)
    held = [0.0, *known, *(value for value in ends if math.isfinite(value))]
    return PowerScale(low=min(held), high=max(held), even=10.0 ** math.floor(math.log10(smallest)))
