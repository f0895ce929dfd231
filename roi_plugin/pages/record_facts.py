"""Who decided, for how long, on what evidence: the facts of a decision that are not numbers."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from roi_plugin.model.decision import Decision
from roi_plugin.model.governance import KillIf
from roi_plugin.pages.cited import evidence_cited
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render

Fact = tuple[str, Sequence[str]]
"""A name and its values; a value is text, which is escaped when it is printed, or HTML that is safe."""


def facts_section(decision: Decision) -> Section | None:
    """The facts that the record states; nothing when it states none."""
    facts = [(name, values) for name, values in _facts(decision) if values]
    if not facts:
        return None
    return Section(anchor="roi-facts", title="Facts", html=render("record_facts.html", facts=facts))


def _facts(decision: Decision) -> Iterator[Fact]:
    yield "Decided by", _one(", ".join(decision.deciders))
    yield "Approved by", _one(", ".join(decision.approvers))
    yield "Consulted", _one(", ".join(decision.consulted))
    yield "Informed", _one(", ".join(decision.informed))
    yield "Review due", _one(decision.review_due.isoformat() if decision.review_due else None)
    yield "Trigger", _one(decision.trigger)
    yield "Reversibility", _one(decision.reversibility)
    yield "Expected life", _one(decision.expected_life.text if decision.expected_life else None)
    yield "Personal data", _one(None if decision.personal_data is None else "yes" if decision.personal_data else "no")
    yield "Stop when", [_stop(one) for one in decision.kill_if]
    yield "Objectives", [okr.objective for okr in decision.okr]
    yield "Metrics", [_metric(metric.id, metric.role, metric.definition) for metric in decision.metrics]
    yield "Guardrails", [f"{one.metric} {one.limit or ''}".strip() for one in decision.guardrails]
    yield "Affects", [Markup("<code>{}</code>").format(glob) for glob in decision.affects]
    yield "Tags", _one(", ".join(decision.tags))
    yield "Evidence", [evidence_cited(one, one.title or one.id) for one in decision.evidence]


def _one(value: str | None) -> Sequence[str]:
    return (value,) if value else ()


def _stop(one: KillIf) -> str:
    written = one.text or " ".join(part for part in (one.metric, one.threshold) if part)
    return f"{written} (by {one.by.isoformat()})" if one.by else written


def _metric(name: str, role: str | None, definition: str | None) -> str:
    return name + (f" ({role})" if role else "") + (f": {definition}" if definition else "")
