"""One decision as JSON, version 1 of the shape, for `roi show` and the site's `decisions.json`."""

import math
from collections.abc import Iterable

from roi_plugin.assess import Assessment, Judged
from roi_plugin.economics.returns import Amount, LineReturn, OptionReturns
from roi_plugin.model.finding import Finding
from roi_plugin.model.links import Link
from roi_plugin.report.findings_json import finding_object
from roi_plugin.report.json_text import json_text

_TOO_LARGE = "the number is too large to compute with"


def render(judged: Judged, assessment: Assessment) -> str:  # noqa: ARG001 - all decision reporters are called alike
    """What `roi show --format json` prints."""
    return json_text(decision_object(judged))


def decisions_json(assessment: Assessment) -> str:
    """What the site publishes: every decision in the order of paths, its findings without help."""
    objects = [decision_object(judged, with_help=False) for judged in assessment.judged]
    return json_text({"version": 1, "as_of": assessment.today.isoformat(), "decisions": objects})


def decision_object(judged: Judged, *, with_help: bool = True) -> dict[str, object]:
    """One decision; money in its currency, rates as fractions, months as numbers, what is not known `None`."""
    decision, returns, links = judged.decision, judged.returns, judged.links
    return {
        "version": 1,
        "id": decision.id,
        "number": decision.number,
        "title": decision.title,
        "status": decision.status.value,
        "delivery": decision.delivery.value if decision.delivery else None,
        "in_force": links.in_force,
        "date": decision.date.isoformat(),
        "owner": decision.owner,
        "area": decision.area,
        "tags": list(decision.tags),
        "path": judged.file.shown,
        "currency": returns.currency,
        "horizon_months": finite(returns.horizon_months),
        "discount_rate": finite(returns.discount_rate),
        "stakes": judged.stakes,
        "options": [_option(option) for option in returns.options],
        "supersedes": link_ids(links.supersedes),
        "superseded_by": link_ids(links.superseded_by),
        "depends_on": link_ids(links.depends_on),
        "dependents": link_ids(links.dependents),
        "review_due": decision.review_due.isoformat() if decision.review_due else None,
        "findings": [_finding(finding, with_help=with_help) for finding in judged.findings],
    }


def link_ids(links: Iterable[Link]) -> list[str]:
    """Links as a record writes them: `0042-x`, or `0042-x#3` for a part; those not in effect are left out."""
    return [link.id if link.part is None else f"{link.id}#{link.part}" for link in links if link.in_effect]


def finite(value: float | None) -> float | None:
    """A number that JSON can hold, without a negative zero; `None` for what is unknown or not finite."""
    return value + 0.0 if value is not None and math.isfinite(value) else None


def _option(option: OptionReturns) -> dict[str, object]:
    return {
        "id": option.id,
        "kind": option.kind,
        "title": option.title,
        "chosen": option.chosen,
        "gain": _amount(option.gain),
        "cost": _amount(option.cost),
        "npv": _amount(option.npv),
        "roi": _amount(option.roi),
        "lines": [_line(line) for line in option.lines],
    }


def _amount(amount: Amount) -> dict[str, object]:
    # A percentile without closed form is left out, for no reason of the record's stands behind it.
    percentiles = {"p5": finite(amount.low), "p50": finite(amount.median), "p95": finite(amount.high)}
    known = {key: value for key, value in percentiles.items() if value is not None}
    return {"mean": finite(amount.mean), **known, "reason": _reason(amount.mean, amount.reason)}


def _line(line: LineReturn) -> dict[str, object]:
    return {
        "id": line.id,
        "side": line.side,
        "text": line.text,
        "mean": finite(line.mean),
        "low": finite(line.low),
        "high": finite(line.high),
        "reason": _reason(line.mean, line.reason),
    }


def _reason(value: float | None, reason: str | None) -> str | None:
    return reason if value is None or math.isfinite(value) else _TOO_LARGE


def _finding(finding: Finding, *, with_help: bool) -> dict[str, object]:
    return {key: value for key, value in finding_object(finding).items() if with_help or key != "help"}
