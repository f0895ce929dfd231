"""The returns of a decision with its key figures in place of those that have no closed form."""

import dataclasses

from roi_plugin.economics.key_figures import KeyFigures, OptionFigures
from roi_plugin.economics.returns import OptionReturns, Returns


def appraised_returns(returns: Returns, figures: KeyFigures) -> Returns:
    """The same options and lines, each figure as appraised."""
    pairs = zip(returns.options, figures.options, strict=True)
    return dataclasses.replace(returns, options=tuple(_option(option, one) for option, one in pairs))


def _option(option: OptionReturns, figures: OptionFigures) -> OptionReturns:
    return dataclasses.replace(
        option,
        gain=figures.gain,
        cost=figures.cost,
        npv=figures.npv,
        roi=figures.roi,
    )
