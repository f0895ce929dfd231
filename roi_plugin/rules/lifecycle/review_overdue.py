"""Review overdue.

Asks:    Was the review held that was due?
Why:     A review that slips is the first sign that nobody owns the outcome any more. Without goals
         that are looked at, teams "are just trying things and hoping for the best" (Vectice, "How to Use OKRs and KPIs
         for Machine Learning").
Reads:   `review_due`, `reviews[].date`, `.outcome`, and `review_grace_days` of the policy. Asked of accepted decisions
         that are in force. A review counts from the day it was due on, once its day has come. An earlier one counts
         when it came in the last third of the time since the look before (the decision itself or the review before it),
         or when it ended the matter (`reverted`, `deprecated`). One that found it `too-early` does not count: it wants
         another date.
Answer:  Add an entry to `reviews`, or move `review_due` to a later day.
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import days
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.open_review import open_review
from roi_plugin.rules.past import first_day_after, held_reviews
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the day and the days of grace are over and no review counts for it."""
    due = open_review(decision, context.today)
    if due is None:
        return
    late, grace = (context.today - due).days, context.policy.limits.review_grace_days
    if late > grace:
        held = held_reviews(decision, context)
        known = f"the last review is of {held[-1][1].date}" if held else "was not held"
        if not held and decision.reviews:
            known = f"the one that is written down is of {decision.reviews[0].date}, a day to come"
        message = f"the review was due on {due}, {days(late)} ago, and {known}"
        yield Concern(field=("review_due",), message=message, since=first_day_after(due, grace))


RULE = Rule(
    name="review-overdue",
    severity=Severity.WARNING,
    level=0,
    asked_of=BINDING,
    mend="add an entry to `reviews`, or move `review_due` to a later day",
    check=check,
    page=__doc__,
)
