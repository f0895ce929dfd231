"""Key result count outside 3 to 5.

Asks:    Is the objective seen in three to five key results?
Why:     One or two key results say little of an objective, and are easily reached beside it; with many, nobody knows
         which of them matters this week. "OKRs should be supported by 3-5 Key Results, preferably less than more so
         teams can focus on what matters most" (Vectice, "How to Use OKRs and KPIs for Machine Learning").
Reads:   `okr[].key_results`, `.level`, and `key_results_least` and `key_results_most` of the policy. Asked of proposed
         and accepted decisions of stakes level 1 and 2 that are neither reverted nor replaced, for objectives of which
         a key result is not past due yet. An objective of the whole organisation (`level: global`) may have fewer: the
         record lists those of its key results that the decision serves.
Answer:  Merge those that move together, split one that holds two, or drop what does not show the objective.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.key_results import open_objectives
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

WHOLE_ORGANISATION = "global"


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each objective with too few or too many key results."""
    least, most = context.policy.limits.key_results_least, context.policy.limits.key_results_most
    for index, okr in open_objectives(decision, context.today):
        count = len(okr.key_results)
        few, many = count < least and okr.level != WHOLE_ORGANISATION, count > most
        if (few or many) and not is_reverted(decision):
            results = "no key result" if not count else f"{count} key result{'' if count == 1 else 's'}"
            why = "too many to know which one matters" if many else "too little to see whether it is reached"
            yield Concern(
                field=("okr", index, "key_results"),
                message=f"the objective has {results}, expected {least} to {most}: {why}",
            )


RULE = Rule(
    name="key-result-count",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="merge key results that move together, split one that holds two, or drop what does not show the objective",
    check=check,
    page=__doc__,
)
