"""What a sum of costs is very likely to exceed: a ratio to costs that may vanish says nothing."""

import math
from collections.abc import Iterable

from roi_plugin.economics.expectation import World
from roi_plugin.economics.polynomials import Monomial, Polynomial

_RISK = 0.01

Side = tuple[str, bool]
"""A variable, and whether its lower end is meant."""
Ends = tuple[float, float]


def floor(polynomial: Polynomial, world: World) -> float:
    """A value that the sum exceeds with a probability of at least 99 %; minus infinity where none can be named.

    Each variable is held within its own extreme percentiles, and the sum is taken at its worst corner; the chances to
    fall beyond them share the 1 % (union bound), so the true probability is never smaller, whatever is correlated.
    Where no factor of a product may be below 0, one of its ends is the worst, whatever the others are, and only that
    takes a part of the 1 %; else both ends of all variables do.
    """
    parts = {monomial: factor for monomial, factor in polynomial.items() if factor}
    worst = {(key, (power > 0) == (factor > 0)) for monomial, factor in parts.items() for key, power in monomial}
    value = _lowest(parts, _ends(worst, world))
    if value == -math.inf:
        value = _lowest(parts, _ends([(key, low) for key, _ in worst for low in (True, False)], world))
    return value


def _ends(sides: Iterable[Side], world: World) -> dict[str, Ends]:
    """The ends of each variable: the extreme percentiles of the `sides`, and what it can be at all on the others."""
    distinct = sorted(set(sides))
    risk = _RISK / max(len(distinct), 1)
    ends = {key: (world.variables[key].distribution.lowest, math.inf) for key, _ in distinct}
    for key, is_low in distinct:
        low, high = ends[key]
        corner = _corner(world, key, risk if is_low else 1 - risk)
        ends[key] = (corner, high) if is_low else (low, corner)
    return ends


def _corner(world: World, key: str, p: float) -> float:
    try:
        return world.variables[key].distribution.percentile(p)
    except OverflowError:
        return math.inf


def _lowest(parts: Polynomial, ends: dict[str, Ends]) -> float:
    try:
        value = math.fsum(_lowest_of(monomial, factor, ends) for monomial, factor in parts.items())
    except (OverflowError, ValueError, ZeroDivisionError):
        return -math.inf
    return value if math.isfinite(value) else -math.inf


def _lowest_of(monomial: Monomial, factor: float, ends: dict[str, Ends]) -> float:
    low, high = factor, factor
    for key, power in monomial:
        products = [_times(one, other) for one in (low, high) for other in _raised(ends[key], power)]
        low, high = min(products), max(products)
    return low


def _raised(ends: Ends, power: int) -> Ends:
    low, high = ends
    if power < 0 and low <= 0 <= high:
        return (high**power, math.inf) if low == 0 < high else (-math.inf, math.inf)
    one, other = low**power, high**power
    return (0.0 if low < 0 < high and power % 2 == 0 else min(one, other)), max(one, other)


def _times(one: float, other: float) -> float:
    """Nothing of something without bounds is nothing."""
    return one * other if one and other else 0.0
