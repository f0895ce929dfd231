"""What each option is expected to return: gain, cost, net present value and ROI.

All are present values over the horizon. The gain counts its probability of success; the cost includes the risks that
are not priced in, each probability times impact. ROI is the ratio of the means less 1, never a mean of ratios
(Stinnett and Paltiel 1997). A figure that cannot be computed is None and has a reason.
"""

from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.economics.expectation import World
from roi_plugin.economics.present_values import PresentValue, present_value
from roi_plugin.economics.ratio import return_on_investment
from roi_plugin.economics.resolution import Resolution, resolve
from roi_plugin.economics.side_totals import Amount, both_sides, cost_comparison, difference
from roi_plugin.economics.stated_lines import Side
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option
from roi_plugin.model.policy import Policy

__all__ = ["DO_NOTHING", "Amount", "LineReturn", "OptionReturns", "Returns", "kind_of", "option_returns", "returns_of"]

DO_NOTHING = "do-nothing"
"""The kind of an option that leaves things as they are."""


class LineReturn(Struct, frozen=True, kw_only=True):
    """One gain, cost or risk as a present value, its probability counted; `text` is its amount as written.

    `low` and `high` are a 90 % range, None where it has no closed form. A line without mean adds nothing to the total;
    `reason` says why, and `fault` that what is written is wrong, rather than something missing.
    """

    id: str
    side: Side
    text: str
    mean: float | None
    low: float | None
    high: float | None
    reason: str | None
    fault: bool = False


class OptionReturns(Struct, frozen=True, kw_only=True):
    """What one option returns; `roi` is a fraction, the rest is money of today."""

    id: str
    title: str | None
    kind: str | None
    chosen: bool
    gain: Amount
    cost: Amount
    npv: Amount
    roi: Amount
    lines: tuple[LineReturn, ...]


class Returns(Struct, frozen=True, kw_only=True):
    """What the options return, in the order of the record, and the terms they are counted in."""

    currency: str
    horizon_months: float
    discount_rate: float
    options: tuple[OptionReturns, ...]


def kind_of(option: Option) -> str | None:
    """The option's kind; an option of the id `do-nothing` is one."""
    return option.kind or (DO_NOTHING if option.id == DO_NOTHING else None)


def option_returns(decision: Decision, policy: Policy) -> Returns:
    """The returns of every option; nothing in a record makes it fail."""
    return returns_of(decision, resolve(decision, policy))


def returns_of(decision: Decision, resolution: Resolution) -> Returns:
    """The same for a decision whose names are already followed."""
    terms = resolution.terms
    compared = cost_comparison([line.stated for lines in resolution.options for line in lines])
    options = tuple(
        _option(option, index, resolution, compared=compared) for index, option in enumerate(decision.options)
    )
    return Returns(
        currency=terms.currency,
        horizon_months=terms.horizon_months,
        discount_rate=terms.discount_rate,
        options=options,
    )


def _option(option: Option, index: int, resolution: Resolution, *, compared: bool) -> OptionReturns:
    fault = resolution.terms.fault
    values = [] if fault else [present_value(line, resolution.world) for line in resolution.options[index]]
    if fault:
        gain = cost = npv = roi = Amount(reason=fault)
    else:
        gain, cost, npv, roi = side_figures(
            values, resolution.world, idle=kind_of(option) == DO_NOTHING, compared=compared
        )
    return OptionReturns(
        id=option.id,
        title=option.title,
        kind=kind_of(option),
        chosen=option.chosen,
        gain=gain,
        cost=cost,
        npv=npv,
        roi=roi,
        lines=tuple(_line(value) for value in values),
    )


def side_figures(
    values: Sequence[PresentValue], world: World, *, idle: bool, compared: bool
) -> tuple[Amount, Amount, Amount, Amount]:
    """Gain, cost, NPV and ROI of an option's lines; `idle` for do-nothing, `compared` where only costs are weighed."""
    gain, cost = both_sides(values, world, idle=idle, compared=compared)
    gains = [value for value in values if value.line.stated.side == "gain"]
    costs = [value for value in values if value.line.stated.side != "gain"]
    return gain, cost, difference(gain, cost), return_on_investment(gain, cost, gains, costs, world)


def _line(value: PresentValue) -> LineReturn:
    stated = value.line.stated
    return LineReturn(
        id=stated.id,
        side=stated.side,
        text=stated.text,
        mean=value.mean,
        low=value.spread.low,
        high=value.spread.high,
        reason=value.reason,
        fault=value.fault,
    )
