"""Ethics not considered.

Asks:    Who has looked at whether it is right to let a model decide about people?
Why:     A model that ranks, prices, hires or pays repeats what it was shown, to everybody and without being asked
         again. The guide "Goals and metrics", section 1.2, wants settled before the work "whether you ethically agree
         to undertake the task"; Ulysse Bottello, "How to get instant buy-in from your org?", counts "ethical concerns"
         among the constraints to agree on early.
Reads:   `goal.people_affected`, `goal.ethics`, and `options[].kind` of the chosen option (of all while none is chosen).
         Asked of proposed and accepted decisions of stakes level 2 that were not reverted and say that people are
         decided about (`people_affected: true`) by an option of kind `ml`. A day in `goal.ethics` that is still to come
         is a plan, not an answer.
Answer:  Name in `goal.ethics` who looked at it and when (`reviewed_by`, `date`), or where that is written down (`ref`).
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import kind_of
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.past import is_signed
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once when a model decides about people and nobody has signed."""
    goal = decision.goal
    if goal is None or not goal.people_affected or is_reverted(decision):
        return
    if is_signed(goal.ethics, context):
        return
    model = next((option for _, option in options_in_question(decision) if kind_of(option) == "ml"), None)
    if model is not None:
        field: FieldPath = ("goal", "ethics") if goal.ethics is None else ("goal", "ethics", "reviewed_by")
        message = f"`{model.id}` decides about people, and nobody is named who has looked at whether that is right"
        yield Concern(field=field, message=message)


RULE = Rule(
    name="ethics-not-considered",
    severity=Severity.WARNING,
    level=2,
    asked_of=OPEN,
    mend="name in `goal.ethics` who looked at it and when, as `{reviewed_by: trust-team, date: 2026-02-20}`",
    check=check,
    page=__doc__,
)
