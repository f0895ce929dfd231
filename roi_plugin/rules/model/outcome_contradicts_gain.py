"""Outcome value contradicts the claimed gain.

Asks:    Do the model's answers bring what the gain claims?
Why:     A record that says in one place what right and wrong answers are worth, and in another what the model gains,
         states one amount twice. If the two do not meet, one of them is wrong, and nobody knows which one the choice
         was made by. The guide "Goals and metrics", section 1.2, wants the effect and its financial impact worked out
         before the work; Ulysse Bottello, "How to get instant buy-in from your org?", has the model's output converted
         to business outcomes.
Reads:   `options[].model_outcomes` of the chosen option (of each while none is chosen): what its answers bring a year
         beyond the baseline's, with its 95 % interval; and the gains that flow over time, in their best year if all of
         them come, with their 90 % range. Asked of proposed and accepted decisions of stakes level 1 and 2 that are
         neither reverted nor replaced. The two contradict each other when the lead lies outside the range and the two
         intervals do not meet. An option with several gains may have others beside the model's: there only a lead above
         the whole range is a contradiction.
Answer:  Correct whichever is wrong: the volume or the values of the cells, or the gain. A gain can be written as
         arithmetic over the same numbers.
"""

from collections.abc import Iterator

from roi_plugin.economics.key_figures import OutcomeFigures
from roi_plugin.economics.side_totals import Amount
from roi_plugin.economics.wording import money, range_text
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.rules.claims import Claim, claims
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

ROUNDING = 1.02
"""Sampled percentiles are off by less than this; what is written equal must not be called different."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each option whose model brings another amount than its gain."""
    for index, option in options_in_question(decision):
        figures = context.figures.options[index]
        if figures.outcome is None or figures.outcome.delta_per_year is None:
            continue
        gains = list(claims(decision, [(index, option)]))
        if not gains or not _contradicts(figures.outcome, figures.yearly_gain, single=len(gains) == 1):
            continue
        if not is_reverted(decision):
            yield Concern(
                field=_place(gains),
                message=_in_words(figures.outcome, figures.yearly_gain, context.returns.currency),
            )


def _contradicts(outcome: OutcomeFigures, gain: Amount, *, single: bool) -> bool:
    lead = outcome.delta_per_year
    if lead is None or gain.low is None or gain.high is None:
        return False
    least = lead if outcome.delta_low is None else outcome.delta_low
    most = lead if outcome.delta_high is None else outcome.delta_high
    return least > _apart(gain.high, 1) or (single and most < _apart(gain.low, -1))


def _apart(end: float, side: int) -> float:
    return end + side * (ROUNDING - 1) * abs(end)


def _place(gains: list[Claim]) -> FieldPath:
    first = gains[0]
    if first.line is None:
        return first.place
    return (*first.place, "same_as" if first.line.value is None else "value")


def _in_words(outcome: OutcomeFigures, gain: Amount, currency: str) -> str:
    lead = f"{money(outcome.delta_per_year or 0.0, currency)} a year"
    if outcome.delta_low is not None and outcome.delta_high is not None:
        lead += f" (95 % interval {range_text(outcome.delta_low, outcome.delta_high, currency)})"
    claimed = money(gain.mean or 0.0, currency)
    if gain.low is not None and gain.high is not None and gain.low != gain.high:
        claimed = range_text(gain.low, gain.high, currency)
    return f"the model's answers bring {lead} beyond the baseline, and the gain claims {claimed} a year"


RULE = Rule(
    name="outcome-contradicts-gain",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="correct whichever is wrong: the volume or the values of the cells, or the gain",
    check=check,
    page=__doc__,
)
