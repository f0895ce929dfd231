"""A chance as a Beta distribution: a published prior, updated by what was counted."""

from msgspec import Struct

from roi_plugin.economics.incomplete_beta import beta_percentile, beta_share


class Beta(Struct, frozen=True, kw_only=True):
    """Beta(a, b), a and b above 0: as much as `a` successes and `b` failures tell."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The mean."""
        return self.a / (self.a + self.b)

    @property
    def lowest(self) -> float:
        """What it never falls below."""
        return 0.0

    def percentile(self, p: float) -> float:
        """The chance that it stays below with probability `p`, 0 < p < 1."""
        return beta_percentile(self.a, self.b, p)

    def share_below(self, chance: float) -> float:
        """The probability that it is at most `chance`."""
        return beta_share(self.a, self.b, chance)

    def after(self, *, successes: int, failures: int) -> "Beta":
        """The same, once these were counted."""
        return Beta(a=self.a + successes, b=self.b + failures)
