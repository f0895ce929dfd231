"""What a set of decisions is worth together, as sentences for people who decide budgets."""

from collections.abc import Sequence

from roi_plugin.economics.costs_only import CostsOnly, CostTotal
from roi_plugin.economics.figures import Figure
from roi_plugin.economics.portfolio import Total
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.wording import money, number, percent
from roi_plugin.language import counted, sentence, text


def together(one: Total, which: str) -> str:
    """The sum of gains less costs: "2 decisions in force are expected together to gain 42k EUR; nine times in ten ...".

    `which` tells the set in words, `in force`.
    """
    return counted(
        "%(num)s decision %(which)s is expected %(outcome)s%(reach)s.",
        "%(num)s decisions %(which)s are expected together %(outcome)s%(reach)s.",
        one.count,
        which=sentence(which),
        outcome=_outcome(one.npv.mean or 0.0, one.currency),
        reach=_reach(one.npv, one.currency),
    )


def _outcome(mean: float, currency: str) -> str:
    if number(mean) == number(0.0):
        return text("neither to gain nor to lose anything")
    amount = money(abs(mean), currency)
    return text("to gain %(amount)s", amount=amount) if mean > 0 else text("to lose %(amount)s", amount=amount)


def returned(one: Total) -> str:
    """The return of a sum and its chance of loss: "Their ROI is +140 %, their chance of loss 0.3 %."."""
    loss = ""
    if one.loss.value is not None:
        share = percent(one.loss.value)
        loss = counted(", its chance of loss %(share)s", ", their chance of loss %(share)s", one.count, share=share)
    if one.roi.mean is not None:
        share = percent(one.roi.mean, signed=True)
        return counted(
            "Its ROI is %(share)s%(loss)s.", "Their ROI is %(share)s%(loss)s.", one.count, share=share, loss=loss
        )
    why = reason_words(one.roi.reason)
    return text("No ROI is told (%(why)s)%(loss)s.", why=why, loss=loss)


def costs_together(one: CostTotal, which: str) -> str:
    """The sum of costs, and of what is saved where all know it, for decisions that weigh costs only."""
    saved = "" if one.saving.value is None else text("; that is %(saved)s", saved=saved_together(one))
    return counted(
        "%(num)s decision %(which)s weighs costs only: it is expected to cost %(amount)s%(reach)s%(saved)s.",
        "%(num)s decisions %(which)s weigh costs only: they are expected to cost %(amount)s%(reach)s%(saved)s.",
        len(one.decisions),
        which=sentence(which),
        amount=money(one.cost.mean or 0.0, one.currency),
        reach=_reach(one.cost, one.currency),
        saved=saved,
    )


def saved_together(one: CostTotal) -> str:
    """The same for all decisions of a sum."""
    if one.saving.value is None:
        return reason_words(one.saving.reason)
    return _less(one.saving.value, one.currency, compared_with(one.decisions))


def saved_by(one: CostsOnly) -> str:
    """How much less or more the chosen option costs than what it is compared with, or why that is not known."""
    if one.saving.value is None:
        return reason_words(one.saving.reason)
    return _less(one.saving.value, one.currency, compared_with([one]))


def compared_with(found: Sequence[CostsOnly]) -> str:
    """What the chosen options are compared with: doing nothing, a named option, or several things."""
    if all(each.idle for each in found):
        return text("doing nothing")
    names = {each.against for each in found}
    return f"`{names.pop()}`" if len(found) == 1 else text("what they are compared with")


def _reach(figure: Figure, currency: str) -> str:
    low, high = figure.p5, figure.p95
    if low is None or high is None or number(low) == number(high):
        return ""
    return text(
        "; nine times in ten, between %(low)s and %(high)s", low=money(low, currency), high=money(high, currency)
    )


def _less(saving: float, currency: str, than: str) -> str:
    if number(saving) == "0":
        return text("as much as %(other)s", other=than)
    amount = money(abs(saving), currency)
    if saving > 0:
        return text("%(amount)s less than %(other)s", amount=amount, other=than)
    return text("%(amount)s more than %(other)s", amount=amount, other=than)
