"""Names of metrics, guardrails and risks in one record that do not meet."""

import itertools
from collections import Counter
from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Problem, Severity
from roi_plugin.model.near_miss import near_miss
from roi_plugin.model.nearest import nearest

NAME = "link/unknown-name"
_ADD = "add it to `guardrails`, with the limit from which on the risk has come"
MOST_PROBLEMS = 50
MOST_COMPARED = 200
"""Names that are compared with each other: the cost grows with the square of their number."""


def metric_name_problems(decision: Decision) -> Iterator[Problem]:
    """A problem for each metric whose name is another one mistyped, each guardrail without its risk, and the reverse.

    A metric need not be declared under `metrics`: a name that stands once and is like no other is no fault. The first
    fifty are named.
    """
    found = itertools.chain(_mistyped(decision), _risks_of_guardrails(decision), _guardrails_of_risks(decision))
    return itertools.islice(found, MOST_PROBLEMS)


def _mistyped(decision: Decision) -> Iterator[Problem]:
    named = list(_named(decision))
    declared = {metric.id for metric in decision.metrics}
    if len({name for _, name in named} | declared) < 2:  # noqa: PLR2004 - one name is like no other
        return
    times = Counter(name for _, name in named)
    firm = sorted(declared | {name for name, count in times.items() if count > 1} | _watched(decision))
    single = ((place, name) for place, name in named if times[name] == 1 and name not in declared)
    for place, name in itertools.islice(single, MOST_COMPARED):
        meant = near_miss(name, firm[:MOST_COMPARED])
        if meant is not None:
            yield _problem(place, f"no other place names the metric `{name}`, and `{meant}` is one", meant)


def _named(decision: Decision) -> Iterator[tuple[FieldPath, str]]:
    """Every place that names a metric it does not declare, in the order of the record."""
    found: list[tuple[FieldPath, str | None]] = []
    if decision.goal is not None:
        found.append((("goal", "metric"), decision.goal.metric))
    for index, option in enumerate(decision.options):
        at: FieldPath = ("options", index)
        found += [((*at, "gains", line, "metric"), gain.metric) for line, gain in enumerate(option.gains)]
        found += [((*at, "risks", line, "guardrail"), risk.guardrail) for line, risk in enumerate(option.risks)]
    found += [(("kill_if", index, "metric"), stop.metric) for index, stop in enumerate(decision.kill_if)]
    for index, metric in enumerate(decision.metrics):
        found.append((("metrics", index, "proxy_for"), metric.proxy_for))
        found.append((("metrics", index, "boundary"), metric.boundary))
    found += [(("guardrails", index, "metric"), guard.metric) for index, guard in enumerate(decision.guardrails)]
    for index, okr in enumerate(decision.okr):
        found += [(("okr", index, "key_results", at, "metric"), step.metric) for at, step in enumerate(okr.key_results)]
    return ((place, name) for place, name in found if name)


def _watched(decision: Decision) -> set[str]:
    return {guardrail.metric for guardrail in decision.guardrails}


def _risks_of_guardrails(decision: Decision) -> Iterator[Problem]:
    known = {risk.id for option in decision.options for risk in option.risks}
    known |= {f"{option.id}.{risk.id}" for option in decision.options for risk in option.risks}
    for index, guardrail in enumerate(decision.guardrails):
        risk = guardrail.for_risk
        if risk and risk not in known:
            message = f"`{risk}` is no risk of this record's options: expected the id of one"
            yield _problem(("guardrails", index, "for_risk"), message, nearest(risk, sorted(known)))


def _guardrails_of_risks(decision: Decision) -> Iterator[Problem]:
    known = {*_watched(decision), *(metric.id for metric in decision.metrics)}
    known |= {name for place, name in _named(decision) if place[-1] not in {"guardrail", "boundary", "proxy_for"}}
    for index, option in enumerate(decision.options):
        for at, risk in enumerate(option.risks):
            if (
                risk.guardrail
                and says(risk.guardrail)
                and risk.guardrail not in known
                and near_miss(risk.guardrail, sorted(known)[:MOST_COMPARED]) is None
            ):
                message = f"`{risk.guardrail}` is not among `guardrails` or `metrics`: expected the metric of one"
                place = ("options", index, "risks", at, "guardrail")
                yield _problem(place, message, nearest(risk.guardrail, sorted(known)), _ADD)


def _problem(place: FieldPath, message: str, meant: str | None, otherwise: str | None = None) -> Problem:
    return Problem(
        field=place,
        name=NAME,
        severity=Severity.WARNING,
        message=message,
        help=f"did you mean `{meant}`?" if meant else otherwise,
    )
