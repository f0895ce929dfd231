"""The day on which a decision ended, as its record, its successor or git tells."""

import datetime as dt

from msgspec import Struct

from roi_plugin.economics.terms import months_if_known
from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.durations import months_between
from roi_plugin.model.finding import FieldPath
from roi_plugin.model.lives import accepted_on, ending_by_git, ending_by_review
from roi_plugin.rules.past import has_come
from roi_plugin.rules.rule import Context


class End(Struct, frozen=True, kw_only=True):
    """When a decision began and ended, the place that says so, and how."""

    start: dt.date
    date: dt.date
    field: FieldPath
    how: str

    @property
    def months(self) -> float:
        """How long it lived, in months."""
        return months_between(self.start, self.date)


def end_of(decision: Decision, context: Context) -> End | None:
    """The end of a decision that was taken back or replaced; None where it goes on, or no day after its start is known.

    What git saw from its first text on and never saw accepted bound nobody: it has no end either.
    The first review that ended it or the day of its successor tells; where neither does, the day git saw it end.
    """
    successor = context.links_of(decision).successor
    if successor is None and decision.status is Status.ACCEPTED and decision.delivery is not Delivery.REVERTED:
        return None
    if accepted_on(decision, context.history_of(decision)) is None:
        return None
    ends = [_end_by_review(decision, context)]
    newer = context.register.resolve(successor.id) if successor is not None else None
    if newer is not None and has_come(newer.date, context):
        how = f"replaced by `{newer.id}`"
        ends.append(End(start=decision.date, date=newer.date, field=("status",), how=how))
    said = min((end for end in ends if end is not None), key=lambda end: end.date, default=None)
    end = said or _end_by_git(decision, context)
    return None if end is None or end.date <= end.start else end


def is_short(decision: Decision, end: End, *, months: float, share: float) -> bool:
    """Whether it lived less than so many `months`, or less than that `share` of what was expected.

    Where no more than those months were expected, the share alone decides.
    """
    life = months_if_known(decision.expected_life)
    if life is None:
        return end.months < months
    least = share * life
    return end.months < (least if life <= months else max(least, months))


def _end_by_review(decision: Decision, context: Context) -> End | None:
    end = ending_by_review(decision, context.today)
    if end is None:
        return None
    return End(start=decision.date, date=end.date, field=("reviews", end.review or 0, "outcome"), how=end.how)


def _end_by_git(decision: Decision, context: Context) -> End | None:
    history = context.history_of(decision)
    end, start = ending_by_git(history), accepted_on(decision, history)
    if end is None or start is None or not has_come(end.date, context):
        return None
    return End(
        start=start, date=end.date, field=("delivery" if end.how == Delivery.REVERTED else "status",), how=end.how
    )
