"""The figures that a register tells of a decision: those of its chosen option."""

from msgspec import Struct

from roi_plugin.economics.key_figures import KeyFigures
from roi_plugin.economics.returns import OptionReturns, Returns
from roi_plugin.economics.score_words import none_chosen
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.model.decision import Decision

_COSTS_ONLY = SingleFigure(reason="it weighs costs only")


class Headline(Struct, frozen=True, kw_only=True):
    """Mean net present value and cost in money, return and chance of loss as fractions; `None` has a reason."""

    npv: SingleFigure
    roi: SingleFigure
    loss: SingleFigure
    cost: SingleFigure = SingleFigure()


def headline(decision: Decision, returns: Returns, figures: KeyFigures) -> Headline:
    """The figures of the chosen option; where no option states a gain, to cost something is no loss."""
    at = next((index for index, option in enumerate(returns.options) if option.chosen), None)
    if at is None:
        none = SingleFigure(reason=none_chosen(decision))
        return Headline(npv=none, roi=none, loss=none, cost=none)
    option = returns.options[at]
    return Headline(
        npv=SingleFigure(value=option.npv.mean, reason=option.npv.reason),
        roi=SingleFigure(value=option.roi.mean, reason=option.roi.reason),
        loss=_COSTS_ONLY if _weighs_costs_only(returns, option) else figures.options[at].loss,
        cost=SingleFigure(value=option.cost.mean, reason=option.cost.reason),
    )


def _weighs_costs_only(returns: Returns, chosen: OptionReturns) -> bool:
    gains = (each.gain.mean or any(line.side == "gain" for line in each.lines) for each in returns.options)
    return bool(chosen.cost.mean) and not any(gains)
