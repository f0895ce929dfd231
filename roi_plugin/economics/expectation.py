"""Exact means and ranges of sums of products of uncertain numbers.

The variables are independent unless a rank correlation r is stated; then their normal scores have the correlation
2 sin(pi r / 6) (Gaussian copula). The mean of a product of independent numbers is the product of their means; powers,
reciprocals and correlated factors have closed forms for lognormal numbers. Whatever has none is refused with a reason.
"""

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.formulas import Variable
from roi_plugin.economics.normal_shapes import Certain, Lognormal
from roi_plugin.economics.polynomials import Monomial, Polynomial
from roi_plugin.economics.reasons import NoFigureError, NotKnownError

TOO_LARGE = "its numbers are too large to compute with"
LARGEST = 1e120
"""Beyond this, squares and sums over the points leave what a float holds."""


class Affine(Struct, frozen=True, kw_only=True):
    """`shift` + `scale` times an uncertain number."""

    of: Distribution
    scale: float
    shift: float

    @property
    def mean(self) -> float:
        """The mean."""
        return self.shift + self.scale * self.of.mean

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return abs(self.scale) * self.of.deviation

    @property
    def lowest(self) -> float:
        """What it never falls below."""
        return self.shift + self.scale * self.of.lowest if self.scale > 0 else -math.inf

    def percentile(self, p: float) -> float:
        """The value that it stays below with probability `p`, 0 < p < 1."""
        return self.shift + self.scale * self.of.percentile(p if self.scale > 0 else 1.0 - p)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The uncertain numbers of a decision by key, and the rank correlations between pairs of them."""

    variables: Mapping[str, Variable]
    correlations: Mapping[frozenset[str], float] = field(default_factory=dict)
    _means: dict[Monomial, float] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The mean of each product that was worked out before: the same ones stand in many sums."""

    def mean(self, polynomial: Polynomial) -> float:
        """The exact mean; NoFigureError where it has no closed form."""
        try:
            parts = [factor * self._mean_of(monomial) for monomial, factor in polynomial.items() if factor]
            result = math.fsum(parts)
        except (OverflowError, ValueError):
            raise NoFigureError(TOO_LARGE) from None
        if not abs(result) <= LARGEST:
            raise NoFigureError(TOO_LARGE)
        return result

    def shape(self, polynomial: Polynomial) -> Distribution | None:
        """The distribution, where it is one number, one variable or one product of lognormals, shifted and scaled."""
        try:
            parts = self._uncertain_parts(polynomial)
            shift = parts.pop((), 0.0)
            if not parts:
                return Certain(value=shift)
            (monomial, scale), *others = parts.items()
            of = None if others else self._product_of(monomial)
        except (NoFigureError, OverflowError):
            return None
        return of and Affine(of=of, scale=scale, shift=shift)

    def never_negative(self, polynomial: Polynomial) -> bool:
        """Whether every part is a product of numbers that are never below 0."""
        keys = {key for monomial in polynomial for key, _ in monomial}
        return all(factor >= 0 for factor in polynomial.values()) and all(self._of(key).lowest >= 0 for key in keys)

    def _of(self, key: str) -> Distribution:
        return self.variables[key].distribution

    def _mean_of(self, monomial: Monomial) -> float:
        found = self._means.get(monomial)
        if found is None:
            found = self._means[monomial] = self._work_out(monomial)
        return found

    def _work_out(self, monomial: Monomial) -> float:
        known, rest = self._split(monomial)
        tied = tuple((key, power) for key, power in rest if power != 1 or self._correlated(key, rest))
        if not self._all_lognormal(tied):
            raise NotKnownError(_no_closed_form(tied))
        free = [self._of(key).mean for key, power in rest if (key, power) not in tied]
        return known * math.prod(free) * (self._lognormal(tied).mean if tied else 1.0)

    def _correlated(self, key: str, rest: Monomial) -> bool:
        """Whether a variable is correlated with another one of the product."""
        if not self.correlations:
            return False
        return any(frozenset((key, other)) in self.correlations for other, _ in rest if other != key)

    def _uncertain_parts(self, polynomial: Polynomial) -> dict[Monomial, float]:
        """The sum with all known numbers worked into the factors, without parts that are zero."""
        parts: dict[Monomial, float] = {}
        for monomial, factor in polynomial.items():
            known, rest = self._split(monomial)
            parts[rest] = parts.get(rest, 0.0) + factor * known
        return {monomial: factor for monomial, factor in parts.items() if factor}

    def _split(self, monomial: Monomial) -> tuple[float, Monomial]:
        """The product of the numbers that are known, and the uncertain rest."""
        known, rest = 1.0, []
        for key, power in monomial:
            variable = self._of(key)
            if isinstance(variable, Certain):
                if variable.value == 0 and power < 0:
                    raise NoFigureError("it divides by zero")
                known *= variable.value**power
            else:
                rest.append((key, power))
        return known, tuple(rest)

    def _all_lognormal(self, rest: Monomial) -> bool:
        return all(isinstance(self._of(key), Lognormal) for key, _ in rest)

    def _product_of(self, monomial: Monomial) -> Distribution | None:
        return self._lognormal(monomial) if self._all_lognormal(monomial) else self._single(monomial)

    def _single(self, rest: Monomial) -> Distribution | None:
        return self._of(rest[0][0]) if len(rest) == 1 and rest[0][1] == 1 else None

    def _lognormal(self, rest: Monomial) -> Lognormal:
        """The product of powers of lognormal numbers, which is lognormal itself."""
        mu, variance, scores = 0.0, 0.0, []
        for key, power in rest:
            part = self._of(key)
            if isinstance(part, Lognormal):
                mu += power * part.mu
                variance += (power * part.sigma) ** 2
                scores.append((key, power * part.sigma))
        for (one, a), (other, b) in itertools.combinations(scores, 2):
            rank = self.correlations.get(frozenset((one, other)), 0.0)
            variance += 2 * a * b * 2 * math.sin(math.pi * rank / 6)
        if variance < 0:
            raise NotKnownError("its correlations contradict each other")
        return Lognormal(mu=mu, sigma=math.sqrt(variance))


def _no_closed_form(tied: Monomial) -> str:
    name, power = next(((key, power) for key, power in tied if power != 1), tied[0])
    words = f"`{name.rpartition('/')[2]}`"
    if power < 0:
        return f"it divides by {words}: the mean has a closed form only if {words} is a range above 0"
    if power > 1:
        return f"it multiplies {words} by itself: the mean has a closed form only if {words} is a range above 0"
    return f"it multiplies {words} by what it is correlated with: the mean has a closed form only for ranges above 0"
