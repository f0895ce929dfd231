"""One axis of money that several bars share: from values to places in percent of the width, and round ticks."""

import math
from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.economics.wording import number

_INSET = 4.0
"""Percent of the width left free at both ends, so that marks and words there stay inside."""

_TICKS = 4
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_LONGEST_LABEL = 8


class Tick(Struct, frozen=True, kw_only=True):
    """A round value: its words, and its place in percent of the width."""

    text: str
    x: str


class Axis(Struct, frozen=True, kw_only=True):
    """An axis from `low` to `high`, both finite, `low` below `high`."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """The place of a value in percent of the width; what lies beyond an end stands at that end."""
        inside = (value - self.low) / (self.high - self.low)
        return _INSET + (100.0 - 2 * _INSET) * min(max(inside, 0.0), 1.0)

    def x(self, value: float) -> str:
        """The same as SVG has it."""
        return f"{self.share(value):.1f}%"

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """A few round values between the ends, 0 among them where it lies there."""
        rough = (self.high - self.low) / _TICKS
        size = 10.0 ** math.floor(math.log10(rough))
        step = next(factor * size for factor in _ROUND if factor * size >= rough * (1 - 1e-9))
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        found = [Tick(text=number(count * step), x=self.x(count * step)) for count in range(first, last + 1)]
        return tuple(tick for tick in found if len(tick.text) <= _LONGEST_LABEL)


def axis_over(values: Iterable[float], *, zero: bool) -> Axis | None:
    """The axis that holds all values, and 0 where `zero` is set; None where there is no width to draw."""
    known = [value for value in values if math.isfinite(value)] + ([0.0] if zero else [])
    if not known:
        return None
    low, high = min(known), max(known)
    width = high - low
    if not math.isfinite(width) or width <= max(abs(low), abs(high)) * 1e-9:
        return None
    return Axis(low=low, high=high)
