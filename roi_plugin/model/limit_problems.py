"""Limits of guardrails that cannot be read: nothing that is observed can break them."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem, Severity
from roi_plugin.model.guardrail_limits import LimitError, parse_limit


def limit_problems(decision: Decision) -> Iterator[Problem]:
    """A problem for each limit that is not one comparison with a number and a unit."""
    for index, guardrail in enumerate(decision.guardrails):
        if guardrail.limit is None:
            continue
        try:
            parse_limit(guardrail.limit)
        except LimitError as reason:
            mend = "the decimal sign is a point" if "," in guardrail.limit else "write words about it in the metric"
            yield Problem(
                field=("guardrails", index, "limit"),
                name="schema/wrong-form",
                severity=Severity.WARNING,
                message=f"{reason}: nothing that is observed can break it",
                help=f"one comparison, a number and its unit; {mend}",
            )
