"""One decision as JSON, version 1 of the shape, for `roi show`, `roi export` and the site."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from roi_plugin.assess import Assessment, Judged
from roi_plugin.model.finding import Finding
from roi_plugin.model.links import Link
from roi_plugin.report.acceptance_json import at_acceptance
from roi_plugin.report.drift_json import moves
from roi_plugin.report.explain_figures import step_object
from roi_plugin.report.findings_json import finding_object
from roi_plugin.report.history_json import steps
from roi_plugin.report.json_numbers import all_told, finite, told, why
from roi_plugin.report.json_text import compact_json, json_text
from roi_plugin.report.option_json import framework_object, option_object
from roi_plugin.report.outcome_json import outcome_object

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal
    from roi_plugin.economics.evsi import PlannedTestWorth


_NOT_AS_A_WHOLE = "no scores are given for the decision as a whole"


def render(judged: Judged, assessment: Assessment, *, explain: bool = False) -> str:
    """What `roi show --format json` prints; with `explain` the working of every figure as well."""
    found = decision_object(judged, assessment.today)
    if explain and judged.appraisal is not None:
        # Only here, for whoever does not ask need not wait for it.
        from roi_plugin.economics.working import working

        steps = working(judged.decision, assessment.policy, judged.appraisal)
        found["working"] = [step_object(step) for step in steps]
    return json_text(found)


def published(judged: Judged, today: dt.date) -> str:
    """What the site publishes of one decision: the same object, its findings without help."""
    return compact_json(decision_object(judged, today, with_help=False))


def decisions_json(assessment: Assessment) -> str:
    """What `roi export` writes: every decision in the order of paths, its findings without help."""
    objects = [decision_object(judged, assessment.today, with_help=False) for judged in assessment.judged]
    return json_text({"version": 1, "as_of": assessment.today.isoformat(), "decisions": objects})


def decision_object(judged: Judged, today: dt.date, *, with_help: bool = True) -> dict[str, object]:
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
        "binds": judged.binds,
        "date": decision.date.isoformat(),
        "owner": decision.owner,
        "area": decision.area,
        "tags": list(decision.tags),
        "path": judged.file.shown,
        "currency": returns.currency,
        "horizon_months": finite(returns.horizon_months),
        "discount_rate": finite(returns.discount_rate),
        "stakes": judged.stakes,
        "options": _options(judged),
        **(_figures(judged.appraisal) | _model_outcomes(judged) if judged.appraisal else {}),
        "supersedes": link_ids(links.supersedes),
        "superseded_by": link_ids(links.superseded_by),
        "depends_on": link_ids(links.depends_on),
        "dependents": link_ids(links.dependents),
        "assumptions": list(dict.fromkeys(use.id for use in decision.assumptions)),
        "review_due": decision.review_due.isoformat() if decision.review_due else None,
        "history": steps(judged.history),
        **at_acceptance(judged, today),
        "drift": moves(judged.drift),
        "findings": [_finding(finding, with_help=with_help) for finding in judged.findings],
    }


def link_ids(links: Iterable[Link]) -> list[str]:
    """Links as a record writes them: `0042-x`, or `0042-x#3` for a part; those not in effect are left out."""
    return [link.id if link.part is None else f"{link.id}#{link.part}" for link in links if link.in_effect]


def _options(judged: Judged) -> list[dict[str, object]]:
    whole = judged.appraisal
    found = whole.options if whole else (None,) * len(judged.returns.options)
    return [option_object(option, one, whole) for option, one in zip(judged.returns.options, found, strict=True)]


def _figures(appraisal: "Appraisal") -> dict[str, object]:
    """What the options are worth against each other, and what to find out next."""
    evpi = appraisal.evpi
    return {
        **told("evpi", evpi.value, evpi.reason),
        **({} if evpi.error is None else {"evpi_standard_error": finite(evpi.error)}),
        "evppi": [{"input": each.input, **all_told({"value": each.value}, each.reason)} for each in appraisal.evppi],
        "tests": [_test(test) for test in appraisal.tests],
        "compared": list(appraisal.compared),
        "framework": framework_object(appraisal.framework, _NOT_AS_A_WHOLE),
        **why("outside_view_reason", appraisal.outside),
        "notes": list(appraisal.notes),
    }


def _model_outcomes(judged: Judged) -> dict[str, object]:
    """Those of the chosen option; where it has none, of the first option that has some."""
    options = judged.appraisal.options if judged.appraisal else ()
    chosen = {option.id for option in judged.returns.options if option.chosen}
    found = sorted((one for one in options if one.outcome), key=lambda one: one.id not in chosen)
    if not found or found[0].outcome is None:
        return {"model_outcomes": None, "model_outcomes_reason": "no option has any"}
    outcome = {"option": found[0].id, **outcome_object(found[0].outcome)}
    return {"model_outcomes": outcome}


def _test(test: "PlannedTestWorth") -> dict[str, object]:
    answers = test.answers
    found: dict[str, object] = {"option": test.option, "input": test.input, "kind": test.kind}
    for name, figure in (("value", test.value), ("cost", test.cost), ("net", test.net)):
        found |= told(name, figure.value, figure.reason)
    if answers:
        never = "the test never gives this answer"
        found |= {"yes_probability": finite(answers.yes)}
        found |= told("if_yes", answers.if_yes, never) | told("if_no", answers.if_no, never)
    return found


def _finding(finding: Finding, *, with_help: bool) -> dict[str, object]:
    return {key: value for key, value in finding_object(finding).items() if with_help or key != "help"}
