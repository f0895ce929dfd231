"""Horizon over twelve months, undiscounted.

Asks:    Is money that comes years later worth as much as money now?
Why:     It is not: money now could do something else until then. Over one year the difference drowns in the ranges;
         over three years at 8 % it is a fifth, and it always favours what pays late.
Reads:   `economics.horizon`, `economics.discount_rate`, else those of the policy. Asked of proposed and accepted
         decisions of stakes level 1 and 2 that are neither reverted nor replaced, and that count any money. A horizon
         of twelve months or less is not asked.
Answer:  Write a yearly rate in `discount_rate`: what your organisation asks of money, such as `8%`. Public bodies in
         the UK take 3.5 % (HM Treasury, Green Book).
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import months
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

A_YEAR = 12.0
"""Months over which discounting hardly matters beside the ranges."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when money is counted over more than a year at a rate of 0."""
    horizon = context.returns.horizon_months
    if context.returns.discount_rate > 0 or horizon <= A_YEAR or is_reverted(decision):
        return
    if any(option.npv.mean for option in context.figures.options):
        own = decision.economics is not None and decision.economics.discount_rate is not None
        yield Concern(
            field=("economics", "discount_rate"),
            message=(
                f"{months(horizon)} of money are counted at a rate of 0{'' if own else ', that of the policy'}: "
                "what comes last counts as much as what is paid today"
            ),
            help=None if own else "write `discount_rate` in policy.yml, or in this record's `economics`",
        )


RULE = Rule(
    name="undiscounted-horizon",
    severity=Severity.INFO,
    level=1,
    asked_of=OPEN,
    mend="write a yearly rate such as `8%` in `discount_rate`",
    check=check,
    page=__doc__,
)
