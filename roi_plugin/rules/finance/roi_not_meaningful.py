"""ROI not meaningful.

Asks:    Is there a cost large enough to divide by?
Why:     ROI is a ratio, and a ratio to next to nothing says whatever one likes: 10 gained for 1 is +900 %, for 0.1 it
         is +9,900 %, and the difference is a rounding of the cost. A saving of 300 for a cost of 100 is +200 % when it
         is booked as a gain, and -100 % when it is taken off the cost, which is -200 then. The net value is 200 both
         times: it does not change with the bookkeeping.
Reads:   Gain, cost and ROI of the chosen option (of all options while none is chosen) and of the option that it is
         compared with (`economics.baseline`, else do-nothing). Asked of proposed and accepted decisions that are
         neither reverted nor replaced. An option without a gain, or without a known cost, is not asked. The ratio is in
         question when the cost may fall below 1 % of its own mean in more than 1 of 100 cases, and when the option
         costs no more than the one that it is compared with.
Answer:  Read the net value; the page shows it first. Where the range of a cost reaches 0 by mistake, correct it.
"""

from collections.abc import Iterator

from roi_plugin.economics.key_figures import OptionFigures
from roi_plugin.economics.returns import Returns, kind_of
from roi_plugin.economics.wording import money, percent
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option's gain has no cost that it could be held against."""
    for index, option in options_in_question(decision):
        figures = context.figures.options[index]
        if not figures.gain.mean or figures.cost.mean is None or figures.npv.mean is None:
            continue
        fault = _fault(decision, figures, index, context.returns)
        if fault and not is_reverted(decision):
            worth = money(figures.npv.mean, context.returns.currency)
            yield Concern(
                field=("options", index, "cost" if option.cost is not None else "costs"),
                message=f"the return of `{option.id}` in percent says little: {fault}; its net value is {worth}",
            )


def _fault(decision: Decision, figures: OptionFigures, index: int, returns: Returns) -> str | None:
    if figures.roi.mean is None:
        return figures.roi.reason
    named = decision.economics.baseline if decision.economics is not None else None
    for other, option in enumerate(decision.options):
        if option.id == named or (named is None and kind_of(option) == "do-nothing"):
            saved = (returns.options[other].cost.mean or 0.0) - (figures.cost.mean or 0.0)
            if other != index and saved >= 0:
                less = f"{money(saved, returns.currency)} less than" if saved else "no more than"
                return f"{percent(figures.roi.mean, signed=True)} on a cost that is {less} that of `{option.id}`"
            return None
    return None


RULE = Rule(
    name="roi-not-meaningful",
    severity=Severity.INFO,
    level=0,
    asked_of=OPEN,
    mend="read the net value beside it; where a cost's range reaches 0 by mistake, correct it",
    check=check,
    page=__doc__,
)
