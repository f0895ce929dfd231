"""How success is seen: metrics, guardrails, objectives and key results."""

import datetime as dt

from msgspec import Struct

from roi_plugin.model.estimate import Estimate


class Sample(Struct, frozen=True, kw_only=True):
    """Who a metric is measured on."""

    units: Estimate | None = None
    split: float | None = None
    icc: float | None = None
    cluster_size: float | None = None
    sd: float | None = None
    discordant: float | None = None
    paired: bool | None = None


class Metric(Struct, frozen=True, kw_only=True):
    """How success is seen."""

    id: str
    role: str | None = None
    direction: str | None = None
    unit: str | None = None
    definition: str | None = None
    baseline: Estimate | None = None
    baseline_date: dt.date | None = None
    mde: Estimate | None = None
    sample: Sample | None = None
    oracle: str | None = None
    attribution: str | None = None
    cost_to_measure: Estimate | None = None
    measured_by: dt.date | None = None
    trusted_by: tuple[str, ...] = ()
    proxy_for: str | None = None
    boundary: str | None = None
    evidence: tuple[str, ...] = ()


class Observation(Struct, frozen=True, kw_only=True):
    """One measured value."""

    date: dt.date
    value: Estimate | None = None
    metric: str | None = None
    source: str | None = None
    note: str | None = None


class Guardrail(Struct, frozen=True, kw_only=True):
    """A limit that must hold while a goal is pursued (`limit: "<= 200 ms"`)."""

    metric: str
    limit: str | None = None
    for_risk: str | None = None
    quality: str | None = None
    oracle: str | None = None
    observations: tuple[Observation, ...] = ()

    def watches(self, option: str, risk: str) -> bool:
        """Whether it says that it is for this risk of this option, both by id."""
        return self.for_risk in {risk, f"{option}.{risk}"}


class KeyResult(Struct, frozen=True, kw_only=True):
    """A measurable step to an objective: progress = (now - from) / (to - from)."""

    id: str | None = None
    text: str | None = None
    kind: str | None = None
    metric: str | None = None
    unit: str | None = None
    from_: float | None = None
    to: float | None = None
    now: float | None = None
    due: dt.date | None = None
    updated: dt.date | None = None
    weight: float | None = None


class Okr(Struct, frozen=True, kw_only=True):
    """An objective with its key results."""

    objective: str
    level: str | None = None
    key_results: tuple[KeyResult, ...] = ()
