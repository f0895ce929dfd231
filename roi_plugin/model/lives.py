"""How long a decision lives: from the day it was first accepted to the day that ended it."""

import datetime as dt

from msgspec import Struct

from roi_plugin.model.decision import ONCE_ACCEPTED, OVER, Decision, Delivery, Status
from roi_plugin.model.history import Axis, RecordHistory, State, Version

ENDING_OUTCOMES = frozenset({"reverted", "deprecated"})
"""Outcomes of a review that end a decision."""
RESUMING_OUTCOMES = frozenset({"kept", "changed"})
"""Outcomes of a review after which the decision goes on."""


class Life(Struct, frozen=True, kw_only=True):
    """From `start` on; `end` is None while it lives (not `is_over`), and where nobody knows the day."""

    start: dt.date
    is_over: bool = False
    end: dt.date | None = None


class Ending(Struct, frozen=True, kw_only=True):
    """The day that ended a decision, and how: a status, or `reverted`; `review` is the place of the review that did."""

    date: dt.date
    how: str
    review: int | None = None


def life_of(
    decision: Decision, history: RecordHistory | None, *, today: dt.date, replaced: bool = False, on: dt.date | None
) -> Life | None:
    """The life of a decision; None where it was never accepted, or is not decided any more.

    `replaced` says that another took its place as a whole, accepted on the day `on` (None: not known). The end is the
    first day after the start that git, a review or the successor tells of.
    """
    start = accepted_on(decision, history)
    if start is None or decision.status in {Status.DRAFT, Status.PROPOSED}:
        return None
    if not (replaced or decision.status in OVER or decision.delivery is Delivery.REVERTED):
        return Life(start=start)
    told = (ending_by_git(history), ending_by_review(decision, today))
    days = [each.date for each in told if each is not None]
    days += [on] if replaced and on is not None else []
    return Life(start=start, is_over=True, end=min((day for day in days if start <= day <= today), default=None))


def accepted_on(decision: Decision, history: RecordHistory | None) -> dt.date | None:
    """The day on which a decision was first accepted; None where it never was.

    That is the day git says, but the record's own `date` where its first text was accepted already and git is younger
    than the decision, and where git does not know.
    """
    known = [] if history is None else [version for version in history.versions if version.state.status is not None]
    if history is None or not known:
        return decision.date if decision.status in ONCE_ACCEPTED else None
    if known[0].state.status in ONCE_ACCEPTED:
        return min(decision.date, known[0].date)
    accepted = next((version.date for version in known if version.state.status == Status.ACCEPTED), None)
    if accepted is None and not history.is_whole and decision.status in ONCE_ACCEPTED:
        return decision.date
    return accepted


def ending_by_git(history: RecordHistory | None) -> Ending | None:
    """The change that ended an accepted decision for the last time; None where git saw none, or where it goes on."""
    end: Ending | None = None
    lived = False
    for version in history.versions if history is not None else ():
        if version.state.status is None:
            continue
        if _lives(version.state):
            lived, end = True, None
        elif lived and end is None:
            end = Ending(date=version.date, how=_how(version))
    return end


def _lives(state: State) -> bool:
    return state.status == Status.ACCEPTED and state.delivery != Delivery.REVERTED


def _how(version: Version) -> str:
    return Delivery.REVERTED.value if version.state.status == Status.ACCEPTED else version.state.status or ""


def ending_by_review(decision: Decision, today: dt.date) -> Ending | None:
    """The first review held by `today` that ended it, unless a later one says that it went on."""
    end = None
    for at, review in sorted(enumerate(decision.reviews), key=lambda pair: pair[1].date):
        if review.date > today:
            break
        if review.outcome in ENDING_OUTCOMES and end is None:
            end = Ending(date=review.date, how=review.outcome or "", review=at)
        elif review.outcome in RESUMING_OUTCOMES:
            end = None
    return end


class TakenBack(Struct, frozen=True, kw_only=True):
    """When what was decided ran last, and when it was taken back; None where git does not know.

    `never_ran` says that git saw it taken back before it was ever delivered.
    """

    delivered: dt.date | None = None
    reverted: dt.date | None = None
    never_ran: bool = False


def taken_back(history: RecordHistory | None) -> TakenBack:
    """What git knows of a decision that is reverted."""
    delivered = reverted = None
    for step in history.changes(Axis.DELIVERY) if history is not None else ():
        if step.after == Delivery.DELIVERED:
            delivered = step.date
        elif step.after == Delivery.REVERTED:
            reverted = step.date
    if history is None or not history.is_whole or reverted is None or delivered is not None:
        return TakenBack(delivered=delivered, reverted=reverted)
    began_reverted = next(version.state for version in history.versions if version.state.status is not None)
    if began_reverted.delivery == Delivery.REVERTED:
        return TakenBack()
    return TakenBack(reverted=reverted, never_ran=True)
