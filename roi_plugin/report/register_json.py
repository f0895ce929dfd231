"""The register as JSON, version 1 of the shape, for `roi list` and the site's `decisions.json`."""

from collections.abc import Callable, Mapping, Sequence

from roi_plugin.assess import Assessment, Judged
from roi_plugin.economics.headline import headline
from roi_plugin.model.finding import Finding
from roi_plugin.report.decision_json import link_ids
from roi_plugin.report.history_json import statuses
from roi_plugin.report.json_numbers import told
from roi_plugin.report.json_text import compact_json, json_text


def render(
    decisions: Sequence[Judged], assessment: Assessment, *, total: Sequence[Mapping[str, object]] | None = None
) -> str:
    """The decisions in the order given, and their `total` where it is asked for.

    `broken` names the records that could not be read as decisions.
    """
    found: dict[str, object] = {
        "version": 1,
        "as_of": assessment.today.isoformat(),
        "decisions": [_entry(judged) for judged in decisions],
        "broken": [file.shown for file in assessment.broken],
    }
    return json_text(found if total is None else found | {"total": total})


def published(assessment: Assessment, data_of: Callable[[Judged], str]) -> str:
    """What the site publishes of the register: as `render`, each decision with the address of its own file."""
    entries = [_entry(judged) | {"data": data_of(judged)} for judged in assessment.judged]
    broken = [file.shown for file in assessment.broken]
    found = {"version": 1, "as_of": assessment.today.isoformat(), "decisions": entries, "broken": broken}
    return compact_json(found)


def flags(findings: Sequence[Finding]) -> list[str]:
    """The names of the risk rules that flag a decision, each once, sorted, without `risk/`."""
    return sorted({one.name.removeprefix("risk/") for one in findings if one.name.startswith("risk/")})


def _entry(judged: Judged) -> dict[str, object]:
    decision = judged.decision
    figures = headline(judged.decision, judged.returns, judged.figures)
    return {
        "id": decision.id,
        "number": decision.number,
        "title": decision.title,
        "status": decision.status.value,
        "raw_status": _raw_status(judged),
        "delivery": decision.delivery.value if decision.delivery else None,
        "in_force": judged.links.in_force,
        "binds": judged.binds,
        "date": decision.date.isoformat(),
        "owner": decision.owner,
        "area": decision.area,
        "tags": list(decision.tags),
        "path": judged.file.shown,
        "supersedes": link_ids(judged.links.supersedes),
        "superseded_by": link_ids(judged.links.superseded_by),
        "currency": judged.returns.currency,
        **told("npv_mean", figures.npv.value, figures.npv.reason),
        **told("roi_mean", figures.roi.value, figures.roi.reason),
        **told("loss_probability", figures.loss.value, figures.loss.reason),
        "review_due": decision.review_due.isoformat() if decision.review_due else None,
        "flags": flags(judged.findings),
        "history": statuses(judged.history),
    }


def _raw_status(judged: Judged) -> str:
    data = judged.file.data or {}
    return str(data.get("status", judged.decision.status.value))
