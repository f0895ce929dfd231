"""What a sum is worth on average as a function of one of its uncertain numbers, all others as uncertain as stated."""

from collections import defaultdict
from collections.abc import Mapping

from roi_plugin.economics.expectation import World
from roi_plugin.economics.polynomials import Monomial, Polynomial


def section(form: Polynomial, key: str, world: World) -> Mapping[int, float]:
    """The sum as powers of one variable: for each the factor on average; what it is correlated with keeps its own mean.

    Raises:
        NoFigureError: the mean of the rest has no closed form.
    """
    rest: dict[int, dict[Monomial, float]] = defaultdict(dict)
    for monomial, factor in form.items():
        power = next((power for name, power in monomial if name == key), 0)
        without = tuple(pair for pair in monomial if pair[0] != key)
        rest[power][without] = rest[power].get(without, 0.0) + factor
    return {power: world.mean(part) for power, part in rest.items()}
