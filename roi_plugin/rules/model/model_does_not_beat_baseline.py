"""Model does not beat the baseline.

Asks:    Is the model surely worth more than what is there without it?
Why:     What a model earns is no gain where today's rule, or always answering no, earns as much. "If your accuracy is
         still below the baseline, kill it for now" (Ulysse Bottello, "How to get instant buy-in from your org?"). A
         lead that the next test set may turn into a loss is not one yet.
Reads:   `options[].model_outcomes` of the chosen option (of each while none is chosen) with `.baseline` and `.paired`,
         and the money that its answers bring a year beyond the baseline's, with its 95 % interval. Asked of proposed
         and accepted decisions of stakes level 1 and 2 that are neither reverted nor replaced. An interval that reaches
         0 is a concern, and so is a model without any baseline; where the size of the test set is not known, only a
         lead of 0 or less.
Answer:  Give the `confusion` of what answers today (of several classes its `matrix`), or `all-negative` where nothing
         does (`always` with a class). Where the model does not lead, stop, test on more cases, or run both on the same
         ones and give `paired`.
"""

from collections.abc import Iterator

from roi_plugin.economics.key_figures import OutcomeFigures
from roi_plugin.economics.wording import money, range_text
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.model_outcomes import BaselinePolicy, ModelOutcomes
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

TEST_SETS = ("confusion", "rates", "paired", "matrix")
COMPARE_SEVERAL = "give in `baseline` the `matrix` of what answers today, or the class that is `always` answered"
COMPARE = "give in `baseline` the `confusion` of what answers today, or `all-negative` where nothing does"


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each model that has no baseline, or no sure lead over it."""
    for index, option in options_in_question(decision):
        outcomes, figures = option.model_outcomes, context.figures.options[index].outcome
        if outcomes is None or figures is None or not any(getattr(outcomes, name) for name in TEST_SETS):
            continue
        place: FieldPath = ("options", index, "model_outcomes", "baseline")
        message, advice = _lead(figures, context.returns.currency), None
        if not _is_compared(outcomes):
            message = _alone(figures, context.returns.currency)
            advice = COMPARE_SEVERAL if _has_several(outcomes) else COMPARE
        if message and not is_reverted(decision):
            yield Concern(field=place, message=message, help=advice)


def _is_compared(outcomes: ModelOutcomes) -> bool:
    return bool(outcomes.paired) or (outcomes.baseline or BaselinePolicy()) != BaselinePolicy()


def _has_several(outcomes: ModelOutcomes) -> bool:
    return not (outcomes.confusion or outcomes.rates or outcomes.paired)


def _alone(figures: OutcomeFigures, currency: str) -> str:
    brings = f"the model's answers bring {money(figures.per_year, currency)} a year" if figures.per_year else ""
    return f"{brings or 'a model is given'}, and nothing says what would come without it"


def _lead(figures: OutcomeFigures, currency: str) -> str | None:
    lead, low, high = figures.delta_per_year, figures.delta_low, figures.delta_high
    if lead is None or (low if low is not None else lead) > 0:
        return None
    if lead <= 0:
        less = f"{money(-lead, currency)} a year less than its baseline" if lead else "no more than its baseline"
        return f"the model brings {less}"
    known = f"{money(lead, currency)} a year more than its baseline"
    return f"the model brings {known}, and what is known leaves open {range_text(low or 0.0, high or lead, currency)}"


RULE = Rule(
    name="model-does-not-beat-baseline",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="stop, test on more cases, or run both on the same cases and give `paired`",
    check=check,
    page=__doc__,
)
