"""Offline prevalence.

Asks:    How many cases are positive in production?
Why:     Test sets are often balanced by hand, and production is not: where positives are half of the test set and one
         in fifty outside, nearly all false alarms are missing from the figures. "When engineer reports 99% accuracy on
         holdout set business leaders tend to interpret this number as accuracy on production" (the guide "Goals and
         metrics", section 1.3). With the share of production the cells are weighed anew.
Reads:   `options[].model_outcomes.prevalence` of the chosen option (of each while none is chosen), with `confusion`,
         `rates` or `paired`. Asked of proposed and accepted decisions of stakes level 1 and 2 that are neither reverted
         nor replaced: what was taken out of production has no prevalence there. A test set drawn from production as it
         is has the same share, and the record says so by writing it.
Answer:  Write the share of positives in production in `prevalence`, also where it is that of the test set.
"""

from collections.abc import Iterator

from roi_plugin.economics.confusion_cells import counts_in
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.wording import number, percent
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.model_outcomes import ModelOutcomes
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned for each model of two classes whose share of positives in production is not given."""
    for index, option in options_in_question(decision):
        outcomes = option.model_outcomes
        if outcomes is None or outcomes.prevalence is not None or is_reverted(decision):
            continue
        if outcomes.confusion or outcomes.rates or outcomes.paired:
            yield Concern(
                field=("options", index, "model_outcomes", "prevalence"),
                message=f"{_tested(outcomes)}, and nothing says how many are positive in production: "
                "the worth of the answers holds for the test set only",
            )


def _tested(outcomes: ModelOutcomes) -> str:
    if outcomes.confusion is None:
        return "the model is known by its rates" if outcomes.rates else "the model is known by its test set"
    try:
        counts = counts_in(outcomes.confusion)
    except NoFigureError:
        return "the model is known by its test set"
    size = sum(counts.values())
    return f"{percent((counts['tp'] + counts['fn']) / size)} of the {number(size)} cases tested are positive"


RULE = Rule(
    name="offline-prevalence",
    severity=Severity.INFO,
    level=1,
    asked_of=OPEN,
    mend="write the share of positives in production in `prevalence`, also where it is that of the test set",
    check=check,
    page=__doc__,
)
