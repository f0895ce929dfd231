"""A better option was not chosen.

Asks:    Why not the option that the record's own numbers favour?
Why:     "Were these decisions good or bad?" asks the talk "Making Smart Investments" (Katerina Iliakopoulou) after its
         two stories: a model chosen for its name, a platform kept against a vendor's offer. There may be good reasons
         to take the option that is worth less. One that nobody wrote down can neither be questioned nor learnt from.
Reads:   The expected net present value of all options, the median cost of the chosen one, `chosen_because`,
         `rejected_because`, `constraint` and `evidence` of the options; `limits.regret_share` and `stakes.small` of the
         policy. Asked of proposed and accepted decisions that chose one option. What is given up counts from that share
         of the chosen option's median cost on, or of `stakes.small` where it costs less than that; options that lie
         closer together are equals, however unsure they are. Doing nothing is no cheaper option where only costs were
         compared and it has none written.
Answer:  Change the choice or the numbers, or write in `chosen_because` (or in the `rejected_because` of the better
         option) the number that decided. A `constraint` on either side silences it when `evidence` stands behind it.
"""

from collections.abc import Iterator

from roi_plugin.economics.key_figures import OptionFigures
from roi_plugin.economics.returns import DO_NOTHING, kind_of
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Option
from roi_plugin.rules.amounts import names_an_amount
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.reasons import is_bound
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when another option is worth visibly more, and nothing that can be checked speaks against it."""
    chosen = [index for index, _ in chosen_options(decision)]
    if len(chosen) != 1:
        return
    own = context.figures.options[chosen[0]]
    limit = context.policy.limits.regret_share * max(own.cost.median or 0.0, context.policy.small)
    better = [
        (missed, other)
        for option, other in zip(decision.options, context.figures.options, strict=True)
        if (missed := _missed(own, other)) > limit
        and not (_is_unpriced(option) and not own.gain.mean)
        and not _has_reason(option, option.rejected_because, decision, context)
    ]
    option = decision.options[chosen[0]]
    if better and not _has_reason(option, option.chosen_because, decision, context):
        _, best = max(better, key=lambda pair: pair[0])
        message = f"{_compared(own, best, context.returns.currency)}, and no number or proven constraint says why"
        yield Concern(field=("options", chosen[0], "chosen_because"), message=message)


def _missed(own: OptionFigures, other: OptionFigures) -> float:
    """By how much another option is worth more, in money; 0 where that is not known."""
    return other.npv.mean - own.npv.mean if other.npv.mean is not None and own.npv.mean is not None else 0.0


def _is_unpriced(option: Option) -> bool:
    """Whether an option to do nothing says nothing of what that brings or costs."""
    return kind_of(option) == DO_NOTHING and not (
        option.gain or option.cost or option.gains or option.costs or option.risks
    )


def _has_reason(option: Option, written: str | None, decision: Decision, context: Context) -> bool:
    return names_an_amount(written or "") or is_bound(option, decision, context)


def _compared(own: OptionFigures, other: OptionFigures, currency: str) -> str:
    more = money(_missed(own, other), currency)
    if not own.gain.mean and not other.gain.mean:
        one, two = (money(each.cost.mean or 0.0, currency) for each in (other, own))
        return f"`{other.id}` is expected to cost {more} less than the chosen `{own.id}` ({one} against {two})"
    one, two = (money(each.npv.mean or 0.0, currency) for each in (other, own))
    return f"`{other.id}` is expected to be worth {more} more than the chosen `{own.id}` ({one} against {two})"


RULE = Rule(
    name="better-option-not-chosen",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="write in `chosen_because` the number that decided, or a `constraint` with `evidence`; or change the choice",
    check=check,
    page=__doc__,
)
