"""The site's own terms: what prices time, how far money counts, and which limits the rules use."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from roi_plugin.model.estimate import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkWeights:
    """Swing weights of the talk's five factors: gains among themselves, costs among themselves."""

    potential: float = 100.0
    motivation: float = 100.0
    skills: float = 100.0
    risks: float = 100.0
    involvement: float = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What the five levels of a factor stand for: rising amounts above 0, in `unit`."""

    levels: tuple[float, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkAnchors:
    """What the levels of each factor stand for; without an anchor each level is twice the one before."""

    potential: Anchor | None = None
    motivation: Anchor | None = None
    skills: Anchor | None = None
    risks: Anchor | None = None
    involvement: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLimits:
    """From where on a rule is concerned; `schema/policy.schema.json` tells each limit's unit and rule."""

    big_risk_share: float = 0.1
    budget_overrun_ratio: float = 1.25
    decision_similarity: float = 0.6
    evidence_months: int = 12
    evpi_share: float = 0.1
    guardrail_blind_days: int = 60
    key_result_progress_share: float = 0.7
    key_result_stale_days: int = 45
    key_results_least: int = 3
    key_results_most: int = 5
    low_motivation_level: int = 2
    measuring_cost_share: float = 0.1
    measuring_horizon_share: float = 0.5
    narrow_effort_ratio: float = 1.5
    point_estimate_share: float = 0.1
    power: float = 0.8
    power_least: float = 0.5
    premortem_causes: int = 3
    proposal_days: int = 60
    regret_share: float = 0.05
    review_grace_days: int = 14
    run_cost_months: int = 6
    score_disagreement_levels: int = 2
    short_life_months: int = 12
    short_life_share: float = 0.5
    significance: float = 0.05
    test_cost_multiple: float = 10.0
    threshold_value_share: float = 0.95
    undelivered_days: int = 180


OFF = "off"
"""Stands where a severity may: the rule is not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """How grave a rule's concerns are (`error`, `warning`, `info`, `off`): in general (None: its own), and by type.

    `written` is the rule's name as the policy writes it, where that is not the plain one.
    """

    severity: str | None = None
    types: Mapping[str, str] = field(default_factory=dict)
    written: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """How strictly records are judged: the severity of single rules, what is required, and from when on.

    `required` holds names of fields by the record's type, and under `all`. Records before `strict_from`, a day or a
    record's number, only warn.
    """

    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    strict_from: dt.date | int | None = None
    required: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What `decisions/policy.yml` says; the defaults hold where it is silent.

    `horizon_months` is in months; `discount_rate` is a fraction a year;
    `small` and `large` are limits on an option's cost (95th percentile, in `currency`) between the stakes levels.
    Without a `person_week` time has no price. `team_successes` and `team_failures` count the team's own ideas that
    worked and did not. `stated` names the entries that are written and could be read, inner ones with those around
    them: `framework`, `framework.weights`, `framework.weights.skills`.
    """

    currency: str = "EUR"
    horizon_months: float = 12.0
    discount_rate: float = 0.08
    person_week: Estimate | None = None
    small: float = 50_000.0
    large: float = 250_000.0
    limits: RuleLimits = RuleLimits()
    judging: Judging = Judging()
    framework_weights: FrameworkWeights = FrameworkWeights()
    framework_anchors: FrameworkAnchors = FrameworkAnchors()
    team_successes: int = 0
    team_failures: int = 0
    # It moves no figure, so that no stored appraisal may depend on it: those are known by the policy's `repr`.
    stated: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
