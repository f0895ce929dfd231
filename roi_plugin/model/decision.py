"""One decision, as its record says it: the typed view of validated data. It validates nothing."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct, field

from roi_plugin.model.assumption import AssumptionUse
from roi_plugin.model.estimate import Estimate, Evidence
from roi_plugin.model.governance import Amendment, Compliance, Displaced, KillIf, Review, SignOff, Stakeholder, Waiver
from roi_plugin.model.measurement import Guardrail, Metric, Okr
from roi_plugin.model.option import Option
from roi_plugin.model.scores import Scores


class Status(StrEnum):
    """Whether the decision binds."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


ONCE_ACCEPTED = frozenset({Status.ACCEPTED, Status.DEPRECATED, Status.SUPERSEDED})
"""A decision in one of these was accepted once: it has bound people, and what it replaced stays replaced."""
OVER = frozenset({Status.REJECTED, Status.DEPRECATED, Status.SUPERSEDED})
"""A decision in one of these binds nobody any more, and waits for nothing."""


class Delivery(StrEnum):
    """Whether what was decided was done."""

    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    DELIVERED = "delivered"
    REVERTED = "reverted"


class Goal(Struct, frozen=True, kw_only=True):
    """What is wanted and why."""

    request: str | None = None
    problem: str | None = None
    category: str | None = None
    metric: str | None = None
    ceiling: Estimate | None = None
    ethics: SignOff | None = None
    people_affected: bool | None = None


class Economics(Struct, frozen=True, kw_only=True):
    """The record's own economic terms; what is absent comes from the policy. Months; rate a year as a fraction."""

    currency: str | None = None
    horizon: Estimate | None = None
    discount_rate: Estimate | None = None
    person_week: Estimate | None = None
    baseline: str | None = None


class Correlation(Struct, frozen=True, kw_only=True):
    """A rank correlation between two uncertain lines or inputs."""

    between: tuple[str, str]
    rho: float


class ReferenceClass(Struct, frozen=True, kw_only=True):
    """The published classes that the outside view takes for cost and benefit; the share of causes that is managed."""

    cost: str | None = None
    managed: Estimate | None = None
    benefit: str | None = None


class Reference(Struct, frozen=True, kw_only=True):
    """A link as written to another decision, or to a part of it (`0042#3`)."""

    target: str
    part: str | None = None


class Decision(Struct, frozen=True, kw_only=True):
    """One decision. `path` is relative to the records folder, with `/`; `number` is the file's, without zeros.

    `assumptions` are those that its list names and those that its numbers do, each use with its place.
    """

    id: str
    path: str
    number: str | None
    title: str
    status: Status
    date: dt.date
    schema: int = 1
    type: str | None = None
    delivery: Delivery | None = None
    owner: str | None = None
    deciders: tuple[str, ...] = ()
    approvers: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    area: str | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    confidentiality: str | None = None
    affects: tuple[str, ...] = ()
    depends_on: tuple[Reference, ...] = ()
    assumptions: tuple[AssumptionUse, ...] = ()
    supersedes: tuple[Reference, ...] = ()
    superseded_by: tuple[Reference, ...] = ()
    displaces: tuple[Displaced, ...] = ()
    related: tuple[Reference, ...] = ()
    problem: str | None = None
    trigger: str | None = None
    reversibility: str | None = None
    expected_life: Estimate | None = None
    personal_data: bool | None = None
    kill_if: tuple[KillIf, ...] = ()
    goal: Goal | None = None
    economics: Economics | None = None
    options: tuple[Option, ...] = ()
    scores: Scores | None = None
    correlations: tuple[Correlation, ...] = ()
    metrics: tuple[Metric, ...] = ()
    guardrails: tuple[Guardrail, ...] = ()
    okr: tuple[Okr, ...] = ()
    reference_class: ReferenceClass | None = None
    premortem: tuple[str, ...] = ()
    objections: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    compliance: tuple[Compliance, ...] = ()
    review_due: dt.date | None = None
    reviews: tuple[Review, ...] = ()
    illustrative: bool = False
    reasoning: str = ""
    local: dict[str, object] = field(default_factory=dict)

    @property
    def chosen_at(self) -> int | None:
        """The place of the option that was chosen, of the first of several; None where none was."""
        return next((place for place, option in enumerate(self.options) if option.chosen), None)
