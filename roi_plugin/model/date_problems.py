"""Whether the days of one record can be: nothing is looked at again before it was decided, nor known before its day."""

import datetime as dt
from collections.abc import Iterator, Sequence

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import FieldPath, Problem, Severity
from roi_plugin.model.measurement import Observation

_BEFORE_ITS_END = frozenset({Status.DRAFT, Status.PROPOSED, Status.ACCEPTED})
"""Once a decision is retired, its date is the day of that, and its reviews came before."""
_OPEN = frozenset({Status.DRAFT, Status.PROPOSED})
"""The date of a proposal may be the day on which it is to be decided."""
_OTHER_ZONES = dt.timedelta(days=1)
"""Where the author is, the next day may have begun."""


def date_problems(decision: Decision, today: dt.date) -> Iterator[Problem]:
    """The problems of the days that a record tells: those before its own date, and those that are still to come."""
    yield from _too_early(decision)
    latest = today + _OTHER_ZONES
    for field, day, what in _past_days(decision):
        if day > latest:
            mend = "write the day on which it was so; what is still to come has none yet"
            yield _problem(field, "schema/future-date", f"{what} on {day}, and today is {today}", mend)


def _too_early(decision: Decision) -> Iterator[Problem]:
    """A problem for `review_due` and for each review whose day comes before the day of the decision."""
    if decision.status not in _BEFORE_ITS_END:
        return
    if decision.review_due is not None and decision.review_due < decision.date:
        yield _wrong_order(("review_due",), f"the review is due on {decision.review_due}", decision)
    for index, review in enumerate(decision.reviews):
        if review.date < decision.date:
            yield _wrong_order(("reviews", index, "date"), f"the review was held on {review.date}", decision)


def _wrong_order(field: FieldPath, what: str, decision: Decision) -> Problem:
    message = f"{what}, before the record's own `date` of {decision.date}"
    mend = "write the later day here, or correct `date`: the day on which the decision got its status"
    return _problem(field, "schema/wrong-order", message, mend)


def _problem(field: FieldPath, name: str, message: str, mend: str) -> Problem:
    return Problem(field=field, name=name, severity=Severity.WARNING, message=message, help=mend)


def _past_days(decision: Decision) -> Iterator[tuple[FieldPath, dt.date, str]]:
    """The days of what has happened by now, with their places, and what is told of them."""
    if decision.status not in _OPEN:
        yield ("date",), decision.date, f"it was {decision.status.value}"
    for index, review in enumerate(decision.reviews):
        yield ("reviews", index, "date"), review.date, "the review was held"
        yield from _observed(review.observations, ("reviews", index))
    for index, guardrail in enumerate(decision.guardrails):
        yield from _observed(guardrail.observations, ("guardrails", index))
    for index, okr in enumerate(decision.okr):
        for place, result in enumerate(okr.key_results):
            if result.updated is not None:
                yield ("okr", index, "key_results", place, "updated"), result.updated, "it was updated"


def _observed(observations: Sequence[Observation], below: FieldPath) -> Iterator[tuple[FieldPath, dt.date, str]]:
    for place, one in enumerate(observations):
        yield (*below, "observations", place, "date"), one.date, "it was observed"
