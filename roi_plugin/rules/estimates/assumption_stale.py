"""Assumption stale.

Asks:    Is what this decision takes for true still the same, and does somebody look after it?
Why:     Figures keep their precision while what they stand on moves away below them. Rita McGrath and Ian MacMillan,
         "Discovery-Driven Planning", have the assumptions of a plan tested at every milestone; James Dewar,
         "Assumption-Based Planning", wants signs named beforehand that show when one gives way.
Reads:   `assumptions`, and `assumption` of every number with the `value` or `range` beside it; of each assumption named
         there `value`, `state`, `changed` and `review_due` in `assumptions.yml`; `date` and `reviews[].date`, and
         `review_grace_days` of the policy. Asked of proposed and accepted decisions that are not superseded or
         reverted. An assumption is stale for a decision when its value is another than the one beside its name, when it
         changed by today, after the decision and its last review, when it is `uncertain`, or when its review is
         overdue. Of one that has failed the rule `assumption-failed` tells.
Answer:  Look at the decision again with the value of now, which its figures count with already. Then add an entry to
         `reviews`, or write the value of now beside the assumption's name and the change in `amendments`. What is in
         doubt or was not looked at is mended in `assumptions.yml`, once for all decisions.
"""

from collections.abc import Iterator, Sequence

from roi_plugin.economics.wording import days
from roi_plugin.model.assumption import Assumption, AssumptionState, AssumptionUse
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.assumption_uses import rested_on
from roi_plugin.rules.past import held_reviews
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

_LOOK_AGAIN = "look at the decision again, then add a review, or write the value of now beside `assumption`"
_FIND_OUT = "find out whether it holds, and write its `state` in assumptions.yml"
_LOOK_AFTER = "look whether it holds, and move its `review_due` in assumptions.yml"


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once for each assumption that moved or is in doubt, where its value differs or it is named first."""
    for assumption, uses in rested_on(decision, context):
        if assumption.state is AssumptionState.FAILED:
            continue
        reasons = [*_moved(decision, assumption, uses, context), *_doubted(assumption, context)]
        if reasons:
            place = next((use for use in uses if use.stated is not None), uses[0])
            told = "; it ".join(reason for reason, _ in reasons)
            yield Concern(field=place.field, message=f"`{assumption.id}` {told}", help=reasons[0][1])


def _moved(
    decision: Decision, assumption: Assumption, uses: Sequence[AssumptionUse], context: Context
) -> Iterator[tuple[str, str]]:
    changed, reviews = assumption.changed, [review.date for _, review in held_reviews(decision, context)]
    if changed is not None and any(day >= changed for day in reviews):
        return
    stated = dict.fromkeys(use.stated for use in uses if use.stated is not None)
    looked = max([decision.date, *reviews])
    if stated and assumption.value is not None:
        then = " and ".join(f"`{text}`" for text in stated)
        yield f"is `{assumption.value.text}` now, and this record was decided with {then}", _LOOK_AGAIN
    elif changed is not None and looked < changed <= context.today and not any(use.confirmed for use in uses):
        yield f"changed on {changed}, after the last look at this decision on {looked}", _LOOK_AGAIN


def _doubted(assumption: Assumption, context: Context) -> Iterator[tuple[str, str]]:
    due = assumption.review_due
    late = (context.today - due).days if due is not None else 0
    if assumption.state is AssumptionState.UNCERTAIN:
        yield f"is uncertain: \u201c{assumption.statement}\u201d", _FIND_OUT
    elif late > context.policy.limits.review_grace_days:
        yield f"was to be looked at by {due}, {days(late)} ago", _LOOK_AFTER


RULE = Rule(
    name="assumption-stale",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend=_LOOK_AGAIN,
    check=check,
    page=__doc__,
)
