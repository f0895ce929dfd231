"""When a decision is looked at again, and whether that is overdue: one answer for all pages and programs."""

import datetime as dt

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.model.decision import Status
from roi_plugin.model.open_review import open_review

OVERDUE = "risk/review-overdue"
"""The finding that names a review that nobody held: it knows the days of grace, and what is waived."""
_BEFORE_ACCEPTANCE = (Status.DRAFT, Status.PROPOSED)


class NextReview(Struct, frozen=True, kw_only=True):
    """The day of a review that was not held yet; `is_past` where it is before today, though it may not be overdue."""

    day: dt.date
    is_past: bool
    is_overdue: bool


def is_overdue(judged: Judged) -> bool:
    """Whether the review is overdue, as the rule says that asks for it."""
    return any(finding.name == OVERDUE for finding in judged.findings)


def next_review(judged: Judged, today: dt.date) -> NextReview | None:
    """The review that is to be held next; None where none is planned or it was held, and for what is over."""
    day = open_review(judged.decision, today)
    late = is_overdue(judged)
    if day is None or not (late or judged.binds or judged.decision.status in _BEFORE_ACCEPTANCE):
        return None
    return NextReview(day=day, is_past=day < today, is_overdue=late)
