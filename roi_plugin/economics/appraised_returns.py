"""The returns of a decision with the figures of its appraisal in place of those that have no closed form."""

import dataclasses
from typing import TYPE_CHECKING

from roi_plugin.economics.returns import OptionReturns, Returns
from roi_plugin.economics.side_totals import Amount

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal
    from roi_plugin.economics.sampled_figures import Figure
    from roi_plugin.economics.valuation import OptionValue


def appraised_returns(returns: Returns, appraisal: "Appraisal | None") -> Returns:
    """The same options and lines, each figure as appraised; without an appraisal as they are."""
    if appraisal is None:
        return returns
    pairs = zip(returns.options, appraisal.options, strict=True)
    return dataclasses.replace(returns, options=tuple(_option(option, one.value) for option, one in pairs))


def _option(option: OptionReturns, value: "OptionValue") -> OptionReturns:
    return dataclasses.replace(
        option,
        gain=_amount(value.gain, option.gain),
        cost=_amount(value.cost, option.cost),
        npv=_amount(value.npv, option.npv),
        roi=_amount(value.roi, option.roi),
    )


def _amount(figure: "Figure", closed: Amount) -> Amount:
    """The figure; an option that is left out of the comparison keeps what it has in closed form."""
    if figure.mean is None and closed.mean is not None:
        return closed
    return Amount(mean=figure.mean, low=figure.p5, median=figure.p50, high=figure.p95, reason=figure.reason)
