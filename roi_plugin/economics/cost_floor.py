"""What a sum of costs is very likely to exceed: a ratio to costs that may vanish says nothing."""

import math

from roi_plugin.economics.expectation import World
from roi_plugin.economics.polynomials import Monomial, Polynomial

_RISK = 0.01


def floor(polynomial: Polynomial, world: World) -> float:
    """A value that the sum exceeds with a probability of at least 99 %; minus infinity where none can be named.

    Each variable is set to its own extreme percentile; the chances to fall beyond it share the 1 % (union bound), so
    the true probability is never smaller, whatever is correlated.
    """
    sides = {
        (key, (power > 0) == (factor > 0))
        for monomial, factor in polynomial.items()
        if factor
        for key, power in monomial
    }
    corners = {side: _corner(world, side, _RISK / len(sides)) for side in sides}
    try:
        value = math.fsum(_at(monomial, factor, corners) for monomial, factor in polynomial.items() if factor)
    except (OverflowError, ValueError, ZeroDivisionError):
        return -math.inf
    return value if math.isfinite(value) else -math.inf


def _corner(world: World, side: tuple[str, bool], risk: float) -> float:
    key, downward = side
    shape = world.variables[key].distribution
    try:
        return shape.percentile(risk if downward else 1 - risk)
    except OverflowError:
        return math.inf


def _at(monomial: Monomial, factor: float, corners: dict[tuple[str, bool], float]) -> float:
    values = [(corners[key, (power > 0) == (factor > 0)], power) for key, power in monomial]
    if any(value < 0 for value, _ in values) and (len(values) > 1 or values[0][1] != 1):
        return -math.inf
    return factor * math.prod(value**power for value, power in values)
