"""How good a metric is as a judge of success: the six things that one wants of it, each met, not met, or not known.

Source: the guide "Goals and metrics", section 1.3: people trust it, somebody else measures it, it tells this effect
from others, it is cheap enough, it is sensitive enough, and another metric balances it.
"""

from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.economics.cost_to_measure import cost_to_measure
from roi_plugin.economics.measurability import Measurability, measurability
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.sample_size import Rigour
from roi_plugin.economics.terms import terms_of
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.measurement import Metric
from roi_plugin.model.policy import Policy
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.own_team import is_own_team

NO_METHOD = frozenset({None, "none", "unknown"})
"""Attributions that tell nothing apart."""
BEFORE_AND_AFTER = frozenset({"before-after", "time-series"})
"""Attributions by which all units that come are in the group with the change: the other group came before."""


class MetricQuality(Struct, frozen=True, kw_only=True):
    """The six answers; None where the record does not say enough. `seen` is what its units can show."""

    is_trusted: bool
    is_external: bool
    is_attributed: bool
    is_cheap: bool | None
    is_sensitive: bool | None
    is_balanced: bool
    seen: Measurability


def metric_quality(metric: Metric, decision: Decision, returns: Returns, policy: Policy) -> MetricQuality:
    """The quality of one metric of a decision, by the limits of the policy."""
    oracle = oracle_of(metric, decision)
    rigour = Rigour(significance=policy.limits.significance, power=policy.limits.power)
    seen = measurability(metric, decision.date, metric.measured_by or decision.review_due, rigour)
    return MetricQuality(
        is_trusted=any(says(name) for name in metric.trusted_by),
        is_external=oracle is not None and not is_own_team(oracle, decision),
        is_attributed=metric.attribution not in NO_METHOD,
        is_cheap=_is_cheap(metric, decision, returns, policy),
        is_sensitive=_is_sensitive(metric, seen),
        is_balanced=is_balanced(metric, decision.metrics),
        seen=seen,
    )


def oracle_of(metric: Metric, decision: Decision) -> str | None:
    """Who measures it, by the metric itself or by a guardrail on it."""
    named = [metric.oracle, *(each.oracle for each in decision.guardrails if each.metric == metric.id)]
    return next((oracle for oracle in named if says(oracle)), None)


def has_boundary(metric: Metric) -> bool:
    """Whether it names another metric that must not get worse meanwhile."""
    return says(metric.boundary) and metric.boundary != metric.id


def is_balanced(metric: Metric, metrics: Sequence[Metric]) -> bool:
    """Whether it has a boundary, is that of another one, or stands for a metric that is described as well."""
    others = [each for each in metrics if each.id != metric.id]
    return (
        has_boundary(metric)
        or any(each.boundary == metric.id for each in others)
        or any(each.id == metric.proxy_for for each in others)
    )


def _is_cheap(metric: Metric, decision: Decision, returns: Returns, policy: Policy) -> bool | None:
    if metric.cost_to_measure is None:
        return None
    gain = max((returns.options[index].gain.mean or 0.0 for index, _ in options_in_question(decision)), default=0.0)
    try:
        cost = cost_to_measure(metric.cost_to_measure, terms_of(decision, policy))
    except NoFigureError:
        return None
    return cost <= policy.limits.measuring_cost_share * gain if gain > 0 else None


def _is_sensitive(metric: Metric, seen: Measurability) -> bool | None:
    if seen.available.value is None or seen.groups is None:
        return None
    one_after_another = metric.attribution in BEFORE_AND_AFTER
    return seen.available.value >= (seen.groups.changed if one_after_another else seen.groups.total)
