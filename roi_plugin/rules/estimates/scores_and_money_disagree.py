"""Scores and money disagree.

Asks:    Do the scores and the money say the same of the chosen option?
Why:     Both look at one thing from two sides. Where one says that it pays and the other that it does not, one of them
         is wrong or leaves something out: a gain that nobody priced, a cost that nobody scored, a level given for a
         hope. Neither can settle it, and a mean of the two would hide it.
Reads:   `scores` of the chosen option (of all options but do-nothing while none is chosen) in their balanced and their
         anchored form, and its net present value. Asked of proposed and accepted decisions of stakes level 1 and 2 that
         are not replaced. Each side has to be clear: both forms of the scores on one side of 0; the mean net value on
         the other, and there in more than half of all cases.
Answer:  Find out which is wrong and correct it. Where both are right because one sees what the other cannot, accept
         this rule in `waivers` and name the cause as the reason.
"""

from collections.abc import Iterator

from roi_plugin.economics.key_figures import OptionFigures
from roi_plugin.economics.reasons import SINGLE_NUMBERS
from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.wording import chance, money, percent
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

EVEN = 0.5


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when scores and money are clear, and on opposite sides of 0."""
    for index, option in options_in_question(decision):
        figures = context.figures.options[index]
        scores, money_side = _side_of_scores(figures), _side_of_money(figures)
        if scores * money_side >= 0 or kind_of(option) == "do-nothing":
            continue
        own = option.scores is not None
        amount = money(abs(figures.npv.mean or 0.0), context.returns.currency)
        yield Concern(
            field=("options", index, "scores") if own else ("scores",),
            message=(
                f"the scores say that `{option.id}` brings {'more' if scores > 0 else 'less'} than it takes "
                f"({percent(figures.balanced or 0.0, signed=True)}), and the money that it is expected to "
                f"{'gain' if money_side > 0 else 'lose'} {amount}"
                f"{_chance_of_loss(figures)}"
            ),
        )


def _chance_of_loss(figures: OptionFigures) -> str:
    loss = figures.loss.value
    return "" if loss is None else f" (chance of a loss: {chance(loss)})"


def _side_of_scores(figures: OptionFigures) -> int:
    return _common_sign(figures.balanced, figures.anchored)


def _side_of_money(figures: OptionFigures) -> int:
    loss = figures.loss.value
    if figures.loss.reason == SINGLE_NUMBERS:
        return _common_sign(figures.npv.mean, figures.npv.mean)
    return _common_sign(figures.npv.mean, EVEN - loss if loss is not None else None)


def _common_sign(one: float | None, other: float | None) -> int:
    """1 or -1 where both are clear and agree, else 0."""
    if one is None or other is None or one * other <= 0:
        return 0
    return 1 if one > 0 else -1


RULE = Rule(
    name="scores-and-money-disagree",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="find out which of the two is wrong, or name the cause as the reason of a waiver",
    check=check,
    page=__doc__,
)
