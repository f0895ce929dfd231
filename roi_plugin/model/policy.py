"""The site's own terms: what prices time, how far money counts, and which limits the rules use."""

from dataclasses import dataclass

from roi_plugin.model.estimate import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What `decisions/policy.yml` says; the defaults hold where it is silent.

    `horizon_months` is in months; `discount_rate` a year and `point_estimate_share` of a total are fractions;
    `small` and `large` are limits on an option's cost (95th percentile, in `currency`) between the stakes levels.
    Without a `person_week` time has no price.
    """

    currency: str = "EUR"
    horizon_months: float = 12.0
    discount_rate: float = 0.08
    person_week: Estimate | None = None
    small: float = 50_000.0
    large: float = 250_000.0
    point_estimate_share: float = 0.10
    review_grace_days: int = 14
