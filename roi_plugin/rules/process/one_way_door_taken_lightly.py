"""One-way door taken lightly.

Asks:    Did anybody look twice at what cannot be taken back?
Why:     Jeff Bezos, in the letter to Amazon's shareholders of 2015, tells two types of decisions apart. Most are doors
         that open both ways, and slowness there is waste. A few do not let you back, and those want to be made slowly,
         with great care and with the advice of others; what a team may try on a Tuesday is no way to do the other kind.
Reads:   `reversibility`, `approvers`, `compliance`, `goal.ethics`, `reviews`, `premortem`, `objections`. Asked of
         accepted decisions that are one-way, until they are delivered, reverted or replaced; one that keeps things as
         they are (`do-nothing`) goes through no door. Any one sign of care is enough: two people who approved, a review
         of any kind whose day has come, or a thought about how it may go wrong (a premortem, an objection).
Answer:  Ask a second person besides the deciders, and list who approved in `approvers`. Where it can be taken back at a
         bearable cost after all, write `reversibility: two-way`.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import DO_NOTHING, kind_of
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.past import has_come, held_reviews, is_signed
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule
from roi_plugin.rules.stages import is_done

APPROVERS = 2


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when a one-way decision shows no sign that it was looked at twice."""
    if decision.reversibility != "one-way" or _was_looked_at(decision, context) or _stays(decision):
        return
    approvers = {name.casefold(): name for name in decision.approvers if says(name)}
    if len(approvers) < APPROVERS and not is_done(decision):
        approved = "".join(f"only {name}" for name in approvers.values()) or "nobody"
        message = (
            f"it cannot be taken back, {approved} approved it, and it has no review, no premortem and no objection"
        )
        yield Concern(field=("approvers",), message=message)


def _was_looked_at(decision: Decision, context: Context) -> bool:
    ethics = decision.goal.ethics if decision.goal is not None else None
    asked = any(has_come(review.date, context) and says(review.kind) for review in decision.compliance)
    if asked or held_reviews(decision, context) or is_signed(ethics, context):
        return True
    return any(says(text) for text in (*decision.premortem, *decision.objections))


def _stays(decision: Decision) -> bool:
    kinds = {kind_of(option) for _, option in chosen_options(decision)}
    return kinds == {DO_NOTHING}


RULE = Rule(
    name="one-way-door-taken-lightly",
    severity=Severity.WARNING,
    level=0,
    asked_of=BINDING,
    mend="ask a second person, and list who approved in `approvers`; or write how it may go wrong in `premortem`",
    check=check,
    page=__doc__,
)
