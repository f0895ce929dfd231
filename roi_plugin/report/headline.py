"""The three figures that a register tells of a decision: those of its chosen option."""

from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.economics.single_figures import SingleFigure

_NONE_CHOSEN = SingleFigure(reason="no option is chosen")
_NOT_ASKED = SingleFigure(reason="it was not computed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Mean net present value in money, its return and its chance of loss as fractions; `None` has a reason."""

    npv: SingleFigure
    roi: SingleFigure
    loss: SingleFigure


def headline(judged: Judged) -> Headline:
    """The figures of the chosen option; where the record was not appraised, those that have a closed form."""
    at = next((index for index, option in enumerate(judged.returns.options) if option.chosen), None)
    if at is None:
        return Headline(npv=_NONE_CHOSEN, roi=_NONE_CHOSEN, loss=_NONE_CHOSEN)
    option = judged.returns.options[at]
    loss = judged.appraisal.options[at].value.loss if judged.appraisal else None
    return Headline(
        npv=SingleFigure(value=option.npv.mean, reason=option.npv.reason),
        roi=SingleFigure(value=option.roi.mean, reason=option.roi.reason),
        loss=SingleFigure(value=loss.value, reason=loss.reason) if loss else _NOT_ASKED,
    )
