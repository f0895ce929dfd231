"""Whether the days of one record stand in their order: nothing is looked at again before it was decided."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import FieldPath, Problem, Severity

_BEFORE_ITS_END = frozenset({Status.DRAFT, Status.PROPOSED, Status.ACCEPTED})
"""Once a decision is retired, its date is the day of that, and its reviews came before."""


def date_problems(decision: Decision) -> Iterator[Problem]:
    """A problem for `review_due` and for each review whose day comes before the day of the decision."""
    if decision.status not in _BEFORE_ITS_END:
        return
    if decision.review_due is not None and decision.review_due < decision.date:
        yield _too_early(("review_due",), f"the review is due on {decision.review_due}", decision)
    for index, review in enumerate(decision.reviews):
        if review.date < decision.date:
            yield _too_early(("reviews", index, "date"), f"the review was held on {review.date}", decision)


def _too_early(field: FieldPath, what: str, decision: Decision) -> Problem:
    return Problem(
        field=field,
        name="schema/wrong-order",
        severity=Severity.WARNING,
        message=f"{what}, before the record's own `date` of {decision.date}",
        help="write the later day here, or correct `date`: the day on which the decision got its status",
    )
