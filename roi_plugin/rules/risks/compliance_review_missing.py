"""Privacy/compliance review missing.

Asks:    Who has looked at whether this is allowed?
Why:     "Data Privacy / Security" and "Compliance" are two of the risks that the talk "Making Smart Investments"
         (Katerina Iliakopoulou) lists, and the two that can end a product after it was paid for. Where the risk for
         people is high, the General Data Protection Regulation, article 35, wants the assessment before the processing.
Reads:   `personal_data`, `goal.people_affected`, `compliance[]` with `.ref` or `.date`, `goal.ethics`. Asked of
         accepted decisions of stakes level 1 and 2 that are not reverted or replaced; a proposal may still wait for its
         review. Where people are affected and no data about them is processed, a sign-off in `goal.ethics` counts as
         well. A review of a day to come was not held yet. `personal_data: no` and silence are no concern.
Answer:  Add the review with a place to find it: `compliance: [{kind: dpia, ref: DPIA-2026-04, date: 2026-02-20}]`. That
         the data protection officer found no assessment necessary is a review too.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.rules.past import has_come, is_signed
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when data about people is processed, or people are decided about, and no review can be found."""
    goal = decision.goal
    decided_about = goal is not None and goal.people_affected is True
    if not (decision.personal_data or decided_about) or _is_reviewed(decision, context) or is_reverted(decision):
        return
    if not decision.personal_data and goal is not None and is_signed(goal.ethics, context):
        return
    why = "data about people is processed" if decision.personal_data else "the solution decides about people"
    field, known = _known(decision)
    yield Concern(field=field, message=f"{why}, and {known}")


def _known(decision: Decision) -> tuple[FieldPath, str]:
    """What the record has instead of a review that was held, and where."""
    if not decision.compliance:
        return ("compliance",), "no review is named"
    first = decision.compliance[0]
    if first.date is not None:
        return ("compliance", 0, "date"), f"the review `{first.kind}` is of {first.date}, a day to come"
    return ("compliance", 0, "ref"), f"the review `{first.kind}` has neither a date nor a place to find it"


def _is_reviewed(decision: Decision, context: Context) -> bool:
    held = [review for review in decision.compliance if has_come(review.date, context) and says(review.kind)]
    return any(review.date is not None or says(review.ref) for review in held)


RULE = Rule(
    name="compliance-review-missing",
    severity=Severity.ERROR,
    level=1,
    asked_of=BINDING,
    mend="have it reviewed, and write `compliance: [{kind: dpia, ref: ..., date: ...}]`",
    check=check,
    page=__doc__,
)
