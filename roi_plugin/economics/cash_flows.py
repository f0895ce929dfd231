"""What money of later months is worth today.

A stream is counted at the middle of each month: a whole month m (from m to m + 1) is divided by
(1 + r)^((m + 1/2) / 12), a part of a month by the same at the middle of that part. One-off money counts on its own day.
"""

import functools
import math
from collections.abc import Iterator


def discount_factor(rate: float, month: float) -> float:
    """What 1 paid at `month` is worth at month 0, at a yearly `rate` above -1."""
    return math.pow(1.0 + rate, -month / 12)


@functools.lru_cache(maxsize=4096)
def present_value_factor(rate: float, start: float, end: float, ramp: float = 0.0) -> float:
    """What 1 a year, flowing from month `start` to month `end`, is worth at month 0; 0 where nothing flows.

    Over the first `ramp` months the stream grows evenly from nothing to its full size.
    """
    parts = stream_parts(start, end, ramp)
    return math.fsum(size * discount_factor(rate, (first + last) / 2) for first, last, size in parts)


def stream_parts(start: float, end: float, ramp: float = 0.0) -> Iterator[tuple[float, float, float]]:
    """What flows of 1 a year in each month: its first and last moment, in months, and the amount."""
    if end <= start:
        return
    for month in range(math.floor(start), math.ceil(end)):
        first, last = max(start, month), min(end, month + 1)
        yield first, last, (last - first) / 12 * _ramped(first - start, last - start, ramp)


def _ramped(first: float, last: float, ramp: float) -> float:
    if first >= ramp or last <= first:
        return 1.0
    growing = min(last, ramp)
    area = (growing**2 - first**2) / (2 * ramp) + (last - growing)
    return area / (last - first)
