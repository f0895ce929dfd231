"""What has happened by today: what a record dates later is a plan, and answers nothing yet."""

import datetime as dt

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.governance import Review, SignOff
from roi_plugin.model.open_review import TOO_EARLY
from roi_plugin.rules.rule import Context


def has_come(day: dt.date | None, context: Context) -> bool:
    """Whether a day is not after today; what has no day counts as come."""
    return day is None or day <= context.today


def first_day_after(day: dt.date, grace: int = 0) -> dt.date:
    """The first day on which more than `grace` days have gone by since a day."""
    return day + dt.timedelta(days=grace + 1)


def held_reviews(decision: Decision, context: Context) -> list[tuple[int, Review]]:
    """The reviews held by today, each with its index; the oldest first, of one day in the order of the record."""
    held = ((at, review) for at, review in enumerate(decision.reviews) if has_come(review.date, context))
    return sorted(held, key=lambda pair: pair[1].date)


def is_signed(sign_off: SignOff | None, context: Context) -> bool:
    """Whether somebody has reviewed it, or it says where that is written down."""
    if sign_off is None or not has_come(sign_off.date, context):
        return False
    return says(sign_off.reviewed_by) or says(sign_off.ref)


def last_verdict(decision: Decision, context: Context) -> tuple[int, Review] | None:
    """The latest review held that did not find it too early to say anything."""
    held = [pair for pair in held_reviews(decision, context) if pair[1].outcome != TOO_EARLY]
    return held[-1] if held else None


def since(decision: Decision, status: Status, context: Context) -> dt.date:
    """The day on which a decision got its status for the last time, by git; its own date where git does not know.

    What was never committed has no day by git: that it stands on disk today says nothing of its age.
    """
    history = context.history_of(decision)
    entered = history.entered(status) if history is not None else None
    if history is None or entered is None or all(version.commit is None for version in history.versions):
        return decision.date
    return entered.date
