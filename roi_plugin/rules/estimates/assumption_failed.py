"""Assumption failed.

Asks:    Is everything that this decision takes for true still true?
Why:     A plan stands on few assumptions, and when one breaks, what was built on it needs another look: James Dewar,
         "Assumption-Based Planning", calls them load-bearing. Rita McGrath and Ian MacMillan, "Discovery-Driven
         Planning", saw how a guess that is written into one plan after another comes to be treated as a fact. Here it
         is written once, so that one mark reaches every decision that rests on it.
Reads:   `assumptions`, and `assumption` of every number; of each assumption named there its `state` in
         `assumptions.yml`. Asked of proposed and accepted decisions that are not superseded or reverted.
Answer:  Decide again: supersede the decision, or give the numbers values of their own and say in `amendments` why. What
         was marked by mistake gets its `state: holds` back in `assumptions.yml`.
"""

from collections.abc import Iterator

from roi_plugin.model.assumption import AssumptionState
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.assumption_uses import rested_on
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once for each assumption that has failed, where it is named first."""
    for assumption, uses in rested_on(decision, context):
        if assumption.state is AssumptionState.FAILED:
            since = f" on {assumption.changed}" if assumption.changed else ""
            is_listed = uses[0].field[0] == "assumptions"
            yield Concern(
                field=uses[0].field,
                message=f"`{assumption.id}` failed{since}: \u201c{assumption.statement}\u201d is not true",
                help="decide again without it, take it off the list, and say in `amendments` why"
                if is_listed
                else None,
            )


RULE = Rule(
    name="assumption-failed",
    severity=Severity.ERROR,
    level=0,
    asked_of=OPEN,
    mend="decide again, or give the number a value of its own and say in `amendments` why",
    check=check,
    page=__doc__,
)
