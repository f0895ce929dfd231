"""The three figures that a register tells of a decision: those of its chosen option."""

from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.economics.returns import OptionReturns, Returns
from roi_plugin.economics.score_words import none_chosen
from roi_plugin.economics.single_figures import SingleFigure

_COSTS_ONLY = SingleFigure(reason="it weighs costs only")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Mean net present value in money, its return and its chance of loss as fractions; `None` has a reason."""

    npv: SingleFigure
    roi: SingleFigure
    loss: SingleFigure


def headline(judged: Judged) -> Headline:
    """The figures of the chosen option; where no option states a gain, to cost something is no loss."""
    at = next((index for index, option in enumerate(judged.returns.options) if option.chosen), None)
    if at is None:
        none = SingleFigure(reason=none_chosen(judged.decision))
        return Headline(npv=none, roi=none, loss=none)
    option = judged.returns.options[at]
    return Headline(
        npv=SingleFigure(value=option.npv.mean, reason=option.npv.reason),
        roi=SingleFigure(value=option.roi.mean, reason=option.roi.reason),
        loss=_COSTS_ONLY if _weighs_costs_only(judged.returns, option) else judged.figures.options[at].loss,
    )


def _weighs_costs_only(returns: Returns, chosen: OptionReturns) -> bool:
    gains = (each.gain.mean or any(line.side == "gain" for line in each.lines) for each in returns.options)
    return bool(chosen.cost.mean) and not any(gains)
