"""The returns of a decision with its key figures in place of those that have no closed form."""

import dataclasses

from roi_plugin.economics.key_figures import KeyFigures, OptionFigures
from roi_plugin.economics.returns import OptionReturns, Returns
from roi_plugin.economics.side_totals import Amount


def appraised_returns(returns: Returns, figures: KeyFigures) -> Returns:
    """The same options and lines, each figure as appraised."""
    pairs = zip(returns.options, figures.options, strict=True)
    return dataclasses.replace(returns, options=tuple(_option(option, one) for option, one in pairs))


def _option(option: OptionReturns, figures: OptionFigures) -> OptionReturns:
    return dataclasses.replace(
        option,
        gain=_amount(figures.gain, option.gain),
        cost=_amount(figures.cost, option.cost),
        npv=_amount(figures.npv, option.npv),
        roi=_amount(figures.roi, option.roi),
    )


def _amount(figure: Amount, closed: Amount) -> Amount:
    """The figure; an option that is left out of the comparison keeps what it has in closed form."""
    return closed if figure.mean is None and closed.mean is not None else figure
