"""One way to decide: its gains, costs, risks, people and scores."""

import datetime as dt

from msgspec import Struct, field

from roi_plugin.model.estimate import Estimate
from roi_plugin.model.model_outcomes import ModelOutcomes
from roi_plugin.model.scores import Scores


class Gain(Struct, frozen=True, kw_only=True):
    """A stream of gains: `value` (per `per`) from month `from_` to month `to`, with probability `p`."""

    id: str
    value: Estimate | None = None
    per: str | None = None
    from_: float = 0.0
    to: float | None = None
    ramp: float = 0.0
    p: Estimate | None = None
    type: str | None = None
    kind: str | None = None
    realised_as: str | None = None
    metric: str | None = None
    stands_for: str | None = None
    same_as: str | None = None
    inputs: dict[str, Estimate] = field(default_factory=dict)
    title: str | None = None
    note: str | None = None


class Cost(Struct, frozen=True, kw_only=True):
    """A cost line: `time` (person-time, priced) or `money`; once at month `when`, or a stream."""

    id: str
    time: Estimate | None = None
    money: Estimate | None = None
    per: str | None = None
    from_: float | None = None
    to: float | None = None
    ramp: float = 0.0
    when: float | None = None
    kind: str | None = None
    same_as: str | None = None
    inputs: dict[str, Estimate] = field(default_factory=dict)
    title: str | None = None
    note: str | None = None


class Risk(Struct, frozen=True, kw_only=True):
    """A bad event: with probability `p`, `impact` is lost at month `when`; `priced_in` names a cost line instead."""

    id: str
    category: str | None = None
    not_applicable: str | None = None
    p: Estimate | None = None
    impact: Estimate | None = None
    impact_same_as: str | None = None
    delay: Estimate | None = None
    when: float = 0.0
    priced_in: str | None = None
    guardrail: str | None = None
    mitigation: str | None = None
    owner: str | None = None
    inputs: dict[str, Estimate] = field(default_factory=dict)
    title: str | None = None


class Partner(Struct, frozen=True, kw_only=True):
    """A team that is needed; `agreed` is a date, or false while it has not agreed."""

    team: str
    needed_for: str | None = None
    agreed: dt.date | bool | None = None
    incentive: str | None = None
    process: str | None = None


class Capability(Struct, frozen=True, kw_only=True):
    """What the team can do: people, knowledge, tools."""

    experts_needed: float | None = None
    experts_available: float | None = None
    bus_factor: int | None = None
    ramp_up: Estimate | None = None
    priced_in: str | None = None
    knowledge: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    performance: str | None = None
    willingness_to_learn: str | None = None


class Motivation(Struct, frozen=True, kw_only=True):
    """What the team wants, and how that is known."""

    evidence: tuple[str, ...] = ()
    date: dt.date | None = None
    growth: str | None = None
    commitment: str | None = None
    morale: str | None = None


class PlannedTest(Struct, frozen=True, kw_only=True):
    """A planned test of an option's success: what it costs and how well it tells."""

    of: str | None = None
    kind: str | None = None
    cost: Estimate | None = None
    time: Estimate | None = None
    sensitivity: float | None = None
    specificity: float | None = None


class Option(Struct, frozen=True, kw_only=True):
    """One way to decide; `kind` defaults to `do-nothing` for an option of that id."""

    id: str
    kind: str | None = None
    title: str | None = None
    chosen: bool = False
    chosen_because: str | None = None
    rejected_because: str | None = None
    gain: Estimate | None = None
    cost: Estimate | None = None
    gains: tuple[Gain, ...] = ()
    costs: tuple[Cost, ...] = ()
    risks: tuple[Risk, ...] = ()
    scores: Scores | None = None
    partners: tuple[Partner, ...] = ()
    capability: Capability | None = None
    motivation: Motivation | None = None
    model_outcomes: ModelOutcomes | None = None
    tests: tuple[PlannedTest, ...] = ()
    constraint: str | None = None
    evidence: tuple[str, ...] = ()
