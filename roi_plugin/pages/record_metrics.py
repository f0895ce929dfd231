"""How success is seen: each metric with the six things wanted of it, ticked or not, and what its units can show."""

from collections.abc import Iterator

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.measurability_words import what_can_be_seen, what_is_sought
from roi_plugin.language import text
from roi_plugin.model.measurement import Metric
from roi_plugin.model.policy import Policy
from roi_plugin.pages.addresses import record_page, rule_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render
from roi_plugin.rules.metric_quality import MetricQuality, metric_quality, oracle_of

_JUDGES = frozenset({"primary", "proxy", None})
"""Roles of metrics that success is judged by: only of these six things are wanted."""

_ENOUGH = "effect-too-small-to-see"
"""The rule whose page tells how it is computed what units can show."""


class _Criterion(Struct, frozen=True, kw_only=True):
    """One of the six: `is_met` is None where the record does not say; `said` is what it says, plain text."""

    name: str
    is_met: bool | None
    said: str


class _Card(Struct, frozen=True, kw_only=True):
    metric: Metric
    aim: str
    criteria: tuple[_Criterion, ...]
    sentence: str


def metrics_section(judged: Judged, book: Book) -> Section | None:
    """A card for each metric, those that success is judged by first; nothing where there are none.

    One that only has to stay within the limit of a guardrail is told there.
    """
    policy = book.assessment.policy
    guarded = {each.metric for each in judged.decision.guardrails}
    told = (metric for metric in judged.decision.metrics if metric.role in _JUDGES or metric.id not in guarded)
    metrics = sorted(told, key=lambda metric: metric.role not in _JUDGES)
    if not metrics:
        return None
    cards = [_card(metric, judged, policy) for metric in metrics]
    how = book.addresses.href(record_page(judged.decision.path), rule_page(_ENOUGH))
    html = render("record_metrics.html", cards=cards, how=how)
    return Section(anchor="roi-metrics", title=text("How success is measured"), html=html)


def _card(metric: Metric, judged: Judged, policy: Policy) -> _Card:
    if metric.role not in _JUDGES:
        return _Card(metric=metric, aim=_aim(metric), criteria=(), sentence="")
    quality = metric_quality(metric, judged.decision, judged.returns, policy)
    return _Card(
        metric=metric,
        aim=_aim(metric),
        criteria=tuple(_criteria(metric, quality, judged)),
        sentence=_sentence(metric, quality, judged),
    )


def _aim(metric: Metric) -> str:
    """Where it stands, and which way it is to go."""
    now = text("%(now)s now", now=metric.baseline.text) if metric.baseline else ""
    return " · ".join(part for part in (now, _way(metric)) if part)


def _way(metric: Metric) -> str:
    by = metric.mde.text if metric.mde else ""
    match metric.direction:
        case "up":
            return text("to rise by %(by)s or more", by=by) if by else text("more is better")
        case "down":
            return text("to fall by %(by)s or more", by=by) if by else text("less is better")
        case _:
            return text("to change by %(by)s or more", by=by) if by else ""


def _criteria(metric: Metric, quality: MetricQuality, judged: Judged) -> Iterator[_Criterion]:
    oracle = oracle_of(metric, judged.decision)
    unsaid = text("the record does not say")
    yield _Criterion(
        name=text("Trusted to show the effect"), is_met=quality.is_trusted, said=", ".join(metric.trusted_by) or unsaid
    )
    yield _Criterion(name=text("Measured by others"), is_met=quality.is_external, said=oracle or unsaid)
    yield _Criterion(
        name=text("Tells this effect from others"), is_met=quality.is_attributed, said=metric.attribution or unsaid
    )
    cost = metric.cost_to_measure.text if metric.cost_to_measure else ""
    yield _Criterion(name=text("Cheap enough to measure"), is_met=quality.is_cheap, said=cost or unsaid)
    yield _Criterion(name=text("Sensitive enough"), is_met=quality.is_sensitive, said=_sensitivity(quality) or unsaid)
    yield _Criterion(name=text("Balanced by another metric"), is_met=quality.is_balanced, said=_balance(metric, unsaid))


def _sensitivity(quality: MetricQuality) -> str:
    match quality.is_sensitive:
        case True:
            return text("see below")
        case False:
            return text("too few, see below")
        case _:
            return ""


def _balance(metric: Metric, unsaid: str) -> str:
    return metric.boundary or metric.proxy_for or unsaid


def _sentence(metric: Metric, quality: MetricQuality, judged: Judged) -> str:
    """What the units can show beside what is sought; nothing where that is not known."""
    if quality.seen.available.value is None or quality.seen.change.value is None:
        return ""
    until = metric.measured_by or judged.decision.review_due
    said = f"{what_can_be_seen(metric, quality.seen, until)}; {what_is_sought(metric, quality.seen)}."
    return said[0].upper() + said[1:]
