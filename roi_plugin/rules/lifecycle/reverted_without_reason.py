"""Reverted without a reason.

Asks:    Does anybody know why it was taken back?
Why:     What was built, ran and was taken out again is the dearest lesson there is: it was paid twice, to put it in and
         to take it out. Without a word on why, the next team pays a third time.
Reads:   `delivery`, `date`, `reviews[].date`, `.lessons`, `.next`, `.note`, `.process`, `.actuals`, `expected_life`,
         what git knows of its delivery, and `short_life_months` and `short_life_share` of the policy. Asked of accepted
         and retired decisions that are `reverted` and not replaced, and not of those of which git saw that they were
         never delivered. A review held since its delivery answers it with a lesson, a next step, a note, a surprise or
         an actual; that it was reverted is no reason. One whose life was short by these limits is asked by
         `short-lived-decision` alone.
Answer:  Hold a review (outcome `reverted`), and write in its `lessons` what could have been known before.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.governance import Review
from roi_plugin.model.lives import taken_back
from roi_plugin.model.policy import RuleLimits
from roi_plugin.rules.ends import end_of, is_short
from roi_plugin.rules.past import held_reviews
from roi_plugin.rules.rule import ONCE_ACCEPTED, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when it was taken back, ran before, and no review says why."""
    known = taken_back(context.history_of(decision))
    if not is_reverted(decision) or context.links_of(decision).successor is not None or known.never_ran:
        return
    if _ended_early(decision, context, context.policy.limits):
        return
    held = (review for _, review in held_reviews(decision, context))
    if not any(_says_why(review) for review in held if known.delivered is None or review.date >= known.delivered):
        ran = f"delivered on {known.delivered} and " if known.delivered else ""
        undone = f"reverted on {known.reverted}" if known.reverted else "reverted"
        yield Concern(field=("delivery",), message=f"it was {ran}{undone}, and no review says why")


def _ended_early(decision: Decision, context: Context, limits: RuleLimits) -> bool:
    end = end_of(decision, context)
    return end is not None and is_short(decision, end, months=limits.short_life_months, share=limits.short_life_share)


def _says_why(review: Review) -> bool:
    process = (review.process.surprise, review.process.note) if review.process else ()
    return bool(review.actuals) or any(says(text) for text in (*review.lessons, review.next, review.note, *process))


RULE = Rule(
    name="reverted-without-reason",
    severity=Severity.WARNING,
    level=0,
    asked_of=ONCE_ACCEPTED,
    mend="hold a review (outcome `reverted`), and write in its `lessons` what could have been known before",
    check=check,
    page=__doc__,
)
