"""Whether the review that is due was held already."""

import datetime as dt

from roi_plugin.model.decision import Decision
from roi_plugin.model.lives import ENDING_OUTCOMES

TOO_EARLY = "too-early"
"""The outcome of a review that could not say anything yet."""
SPAN_SHARE = 3
"""An early review counts in the last third of its span: a team that moves the date after each review is still rung."""


def open_review(decision: Decision, today: dt.date) -> dt.date | None:
    """The day for which no review counts yet, past or to come; None where none is planned, or where it was held.

    A review counts from the day it was due on, in the last third of the time before, or when it ended the matter; one
    that found it too early does not, and none that is dated after `today`.
    """
    due, before = decision.review_due, decision.date
    if due is None:
        return None
    for review in sorted(decision.reviews, key=lambda one: one.date):
        if review.date > today:
            break
        in_time = review.date >= due or SPAN_SHARE * (due - review.date) <= due - before
        if review.outcome in ENDING_OUTCOMES or (in_time and review.outcome != TOO_EARLY):
            return None
        before = max(before, review.date)
    return due
