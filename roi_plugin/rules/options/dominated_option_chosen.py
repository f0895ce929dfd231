"""Chosen option is dominated.

Asks:    Is there anything in which the chosen option is better?
Why:     An option that another one beats in gain, in cost and in every score is a wrong choice whatever the two are
         weighed by: only what the record does not hold can speak for it. Then the record contradicts its decision, and
         whoever reads it later learns the wrong thing. (Dominance is the one comparison that needs no weights: Keeney
         and Raiffa, "Decisions with Multiple Objectives", 1976.)
Reads:   Expected gain and cost and the net present value of all options, their five scores, `constraint`;
         `limits.regret_share` and `stakes.small` of the policy. Asked of proposed and accepted decisions. Gain has to
         be written, as money or as scores of both options: where costs alone were compared the dearer option may bring
         more. Where no score differs, the difference in money has to be as large as for `better-option-not-chosen`.
Answer:  Choose the other option, or write down in numbers or scores what speaks for the chosen one. A `constraint` that
         rules one in or the other out silences it.
"""

from collections.abc import Iterator

from roi_plugin.economics.framework_levels import COST_FACTORS, factor_levels, scores_of
from roi_plugin.economics.key_figures import OptionFigures
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Option
from roi_plugin.rules.lines import chosen_options, is_constrained
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

Levels = tuple[int, ...]


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when another option beats the chosen one in all that the record holds."""
    chosen = list(chosen_options(decision))
    if len(chosen) != 1:
        return
    index, option = chosen[0]
    own = context.figures.options[index]
    if not own.dominated_by or is_constrained(option):
        return
    for other, figures in zip(decision.options, context.figures.options, strict=True):
        if figures.id not in own.dominated_by or is_constrained(other) or not _costs_no_more(figures, own):
            continue
        scores = _levels(decision, other), _levels(decision, option)
        if _is_better(figures, own, *scores, context):
            yield _concern(index, figures, own, context, scored=all(scores))
            return


def _costs_no_more(other: OptionFigures, own: OptionFigures) -> bool:
    gains, costs = (other.gain.mean, own.gain.mean), (other.cost.mean, own.cost.mean)
    if gains[0] is None or gains[1] is None or costs[0] is None or costs[1] is None:
        return False
    return gains[0] >= gains[1] and costs[0] <= costs[1]


def _levels(decision: Decision, option: Option) -> Levels | None:
    """The five levels, higher ones better; None without scores, empty where some are missing."""
    scores = scores_of(decision, option)
    if scores is None:
        return None
    try:
        return tuple(-each.stated if each.factor in COST_FACTORS else each.stated for each in factor_levels(scores))
    except NoFigureError:
        return ()


def _is_better(
    other: OptionFigures, own: OptionFigures, others: Levels | None, owns: Levels | None, context: Context
) -> bool:
    if others is None or owns is None:
        return bool(own.gain.mean) and _is_worth_a_word(other, own, context)
    if not others or not owns or any(one < two for one, two in zip(others, owns, strict=True)):
        return False
    return others != owns or _is_worth_a_word(other, own, context)


def _is_worth_a_word(other: OptionFigures, own: OptionFigures, context: Context) -> bool:
    missed = (other.npv.mean or 0.0) - (own.npv.mean or 0.0)
    return missed > context.policy.limits.regret_share * max(own.cost.median or 0.0, context.policy.small)


def _concern(index: int, other: OptionFigures, own: OptionFigures, context: Context, *, scored: bool) -> Concern:
    gain, less, cost, more = (
        money(amount.mean or 0.0, context.returns.currency) for amount in (other.gain, own.gain, other.cost, own.cost)
    )
    scores = ", and is no worse in any score" if scored else ""
    return Concern(
        field=("options", index, "chosen"),
        message=f"`{other.id}` leaves nothing in which the chosen `{own.id}` is better: it gains {gain} against {less} "
        f"and costs {cost} against {more}{scores}",
    )


RULE = Rule(
    name="dominated-option-chosen",
    severity=Severity.ERROR,
    level=0,
    asked_of=OPEN,
    mend="choose the other option, or write in numbers or scores what speaks for this one",
    check=check,
    page=__doc__,
)
