"""The three figures that a register tells of a decision: those of its chosen option."""

from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.economics.score_words import none_chosen
from roi_plugin.economics.single_figures import SingleFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Mean net present value in money, its return and its chance of loss as fractions; `None` has a reason."""

    npv: SingleFigure
    roi: SingleFigure
    loss: SingleFigure


def headline(judged: Judged) -> Headline:
    """The figures of the chosen option."""
    at = next((index for index, option in enumerate(judged.returns.options) if option.chosen), None)
    if at is None:
        none = SingleFigure(reason=none_chosen(judged.decision))
        return Headline(npv=none, roi=none, loss=none)
    option = judged.returns.options[at]
    return Headline(
        npv=SingleFigure(value=option.npv.mean, reason=option.npv.reason),
        roi=SingleFigure(value=option.roi.mean, reason=option.roi.reason),
        loss=judged.figures.options[at].loss,
    )
