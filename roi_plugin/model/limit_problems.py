"""Limits of guardrails that cannot be read or not be compared: nothing that was observed there breaks them."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Problem, Severity
from roi_plugin.model.guardrail_limits import Limit, LimitError, incomparable, parse_limit
from roi_plugin.model.measurement import Guardrail


def limit_problems(decision: Decision) -> Iterator[Problem]:
    """A problem for each limit that is not one comparison, and for each observation that counts in something else."""
    for index, guardrail in enumerate(decision.guardrails):
        if guardrail.limit is None:
            continue
        place = ("guardrails", index)
        try:
            limit = parse_limit(guardrail.limit)
        except LimitError as reason:
            mend = "the decimal sign is a point" if "," in guardrail.limit else "write words about it in the metric"
            message = f"{reason}: nothing that is observed can break it"
            yield _problem((*place, "limit"), message, f"one comparison, a number and its unit; {mend}")
        else:
            yield from _of_observations(guardrail, limit, place)


def _of_observations(guardrail: Guardrail, limit: Limit, place: FieldPath) -> Iterator[Problem]:
    for at, observation in enumerate(guardrail.observations):
        reason = incomparable(limit, observation) if observation.value is not None else None
        if reason is not None:
            message = f"{reason}: nobody can tell whether it holds"
            yield _problem((*place, "observations", at, "value"), message, "write both in one unit")


def _problem(field: FieldPath, message: str, mend: str) -> Problem:
    return Problem(field=field, name="schema/wrong-form", severity=Severity.WARNING, message=message, help=mend)
