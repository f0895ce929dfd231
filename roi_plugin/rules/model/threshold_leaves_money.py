"""Threshold leaves money.

Asks:    Would another threshold earn more from the same model?
Why:     A model gives scores; where yes begins is a choice, and what it is worth hangs on what each kind of error
         costs. Scores that are true probabilities earn most from p* = (tn - fp) / ((tn - fp) + (tp - fn)) on, in the
         values of the four cells (Elkan, "The Foundations of Cost-Sensitive Learning", 2001, equation 2). The habitual
         0.5 is right only where both errors cost the same.
Reads:   `options[].model_outcomes` of the chosen option (of each while none is chosen): the cells or rates with the
         size of the test set, `value`, `prevalence`, `threshold`, and `threshold_value_share` of the policy. Asked of
         proposed and accepted decisions of stakes level 1 and 2 that are neither reverted nor replaced. One test set
         does not tell what another threshold would have earned, but for its two ends: 0 says yes to every case and 1
         says no. The best threshold earns no less than either, so the rule speaks when the model as used earns less
         than that share of the better end, beyond what chance explains. A smaller loss cannot be shown from one table,
         and nothing is said; that a stated threshold parts from p* is a note beside the figures.
Answer:  Compute the worth at several thresholds on the test set, take the best, and write it with its cells. Where the
         scores are no probabilities, calibrate them first.
"""

from collections.abc import Iterator

from roi_plugin.economics.classifiers import ALWAYS_YES
from roi_plugin.economics.fixed_answers import FixedAnswer, better_fixed_answer
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.wording import money, number
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each model whose threshold earns less than an end of the scale."""
    currency = context.returns.currency
    for index, option in options_in_question(decision):
        outcomes, figures = option.model_outcomes, context.figures.options[index].outcome
        if outcomes is None or figures is None or figures.threshold is None or is_reverted(decision):
            continue
        try:
            better = better_fixed_answer(outcomes, currency)
        except (NoFigureError, OverflowError):
            continue
        share = context.policy.limits.threshold_value_share
        if better is None or not _leaves(better, share):
            continue
        used = "the threshold as used" if outcomes.threshold is None else f"a threshold of {number(outcomes.threshold)}"
        always = "yes" if better.rule == ALWAYS_YES else "no"
        worth = f"{money(better.worth, currency)}{' a year' if better.yearly else ' an answer'}"
        yield Concern(
            field=("options", index, "model_outcomes", "threshold"),
            message=f"{used} brings {money(better.used, currency)} and always saying {always} would bring {worth}; "
            f"by these values yes pays from {number(figures.threshold)} on",
        )


def _leaves(better: FixedAnswer, share: float) -> bool:
    """Where the better end earns nothing either, a share of it says nothing: less is less."""
    return better.worth <= 0 or better.used < share * better.worth


RULE = Rule(
    name="threshold-leaves-money",
    severity=Severity.INFO,
    level=1,
    asked_of=OPEN,
    mend="compute the worth at several thresholds, take the best one, and write it with its cells",
    check=check,
    page=__doc__,
)
