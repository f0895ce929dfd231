"""What a sum is worth on average as a function of one of its uncertain numbers, all others as uncertain as stated."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from roi_plugin.economics.expectation import World
from roi_plugin.economics.polynomials import Monomial, Polynomial


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The sum of `by_power[k]` times the number to the power k."""

    by_power: Mapping[int, float]

    def at(self, value: float) -> float:
        """The mean of the sum if the number is `value`; ArithmeticError where it divides by zero or overflows."""
        return math.fsum(factor * value**power for power, factor in self.by_power.items())


def section(form: Polynomial, key: str, world: World) -> Section:
    """The section of `form` along one variable; what it is correlated with keeps its own mean.

    Raises:
        NoFigureError: the mean of the rest has no closed form.
    """
    rest: dict[int, dict[Monomial, float]] = defaultdict(dict)
    for monomial, factor in form.items():
        power = next((power for name, power in monomial if name == key), 0)
        without = tuple(pair for pair in monomial if pair[0] != key)
        rest[power][without] = rest[power].get(without, 0.0) + factor
    return Section(by_power={power: world.mean(part) for power, part in rest.items()})
