"""The three figures that a register tells of a decision: those of its chosen option."""

from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.economics.single_figures import SingleFigure

_NONE_CHOSEN = SingleFigure(reason="no option is chosen")


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
        return Headline(npv=_NONE_CHOSEN, roi=_NONE_CHOSEN, loss=_NONE_CHOSEN)
    option = judged.returns.options[at]
    return Headline(
        npv=SingleFigure(value=option.npv.mean, reason=option.npv.reason),
        roi=SingleFigure(value=option.roi.mean, reason=option.roi.reason),
        loss=judged.figures.options[at].loss,
    )
