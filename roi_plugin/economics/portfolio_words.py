"""What a set of decisions is worth together, as sentences for people who decide budgets."""

from collections.abc import Sequence

from roi_plugin.economics.costs_only import CostsOnly, CostTotal
from roi_plugin.economics.portfolio import Total
from roi_plugin.economics.sampled_figures import Figure
from roi_plugin.economics.wording import money, number, percent


def together(one: Total, which: str) -> str:
    """The sum of gains less costs: "2 decisions in force are expected together to gain 42k EUR; nine times in ten ...".

    `which` tells the set in words, `in force`.
    """
    mean = one.npv.mean or 0.0
    verb, together_ = ("gain" if mean >= 0 else "lose"), "" if one.count == 1 else " together"
    expected = f"{'is' if one.count == 1 else 'are'} expected{together_} to {verb} {money(abs(mean), one.currency)}"
    return f"{counted(one.count, which)} {expected}{_reach(one.npv, one.currency)}."


def returned(one: Total) -> str:
    """The return of a sum and its chance of loss: "Their ROI is +140 %, their chance of loss 0.3 %."."""
    whose = "Its" if one.count == 1 else "Their"
    ratio = (
        f"no ROI is told, {one.roi.reason}" if one.roi.mean is None else f"ROI is {percent(one.roi.mean, signed=True)}"
    )
    loss = "" if one.loss.value is None else f", {whose.lower()} chance of loss {percent(one.loss.value)}"
    return f"{whose} {ratio}{loss}."


def costs_together(one: CostTotal, which: str) -> str:
    """The sum of costs, and of what is saved where all know it, for decisions that weigh costs only."""
    count = len(one.decisions)
    weighs, they = ("weighs", "it is") if count == 1 else ("weigh", "they are")
    cost = f"{they} expected to cost {money(one.cost.mean or 0.0, one.currency)}{_reach(one.cost, one.currency)}"
    saved = "" if one.saving.value is None else f"; that is {saved_together(one)}"
    return f"{counted(count, which)} {weighs} costs only: {cost}{saved}."


def saved_together(one: CostTotal) -> str:
    """The same for all decisions of a sum."""
    if one.saving.value is None:
        return one.saving.reason or ""
    return _less(one.saving.value, one.currency, compared_with(one.decisions))


def saved_by(one: CostsOnly) -> str:
    """How much less or more the chosen option costs than what it is compared with, or why that is not known."""
    if one.saving.value is None:
        return one.saving.reason or ""
    return _less(one.saving.value, one.currency, compared_with([one]))


def compared_with(found: Sequence[CostsOnly]) -> str:
    """What the chosen options are compared with: doing nothing, a named option, or several things."""
    if all(each.idle for each in found):
        return "doing nothing"
    names = {each.against for each in found}
    return f"`{names.pop()}`" if len(found) == 1 else "what they are compared with"


def counted(count: int, which: str) -> str:
    """A number of decisions in words: "1 decision in force"."""
    return f"{count} {'decision' if count == 1 else 'decisions'} {which}"


def _reach(figure: Figure, currency: str) -> str:
    low, high = figure.p5, figure.p95
    if low is None or high is None or number(low) == number(high):
        return ""
    return f"; nine times in ten, between {money(low, currency)} and {money(high, currency)}"


def _less(saving: float, currency: str, than: str) -> str:
    if number(saving) == "0":
        return f"as much as {than}"
    return f"{money(abs(saving), currency)} {'less' if saving > 0 else 'more'} than {than}"
