"""The exact part of a valuation: what has a closed form, and the sampled means of the lines that have none."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct, structs

from roi_plugin.economics.exchange import Exchange, lognormal_exchange, normal_exchange
from roi_plugin.economics.expectation import Affine, World
from roi_plugin.economics.normal_shapes import Lognormal, Normal
from roi_plugin.economics.polynomials import Polynomial, quotient, scaled, total
from roi_plugin.economics.present_values import PresentValue, Spread, present_value, spread_of
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution, ResolvedLine
from roi_plugin.economics.returns import kind_of, side_figures
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.side_totals import Amount, cost_comparison
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option

_RISK = 0.01


class ClosedOption(Struct, frozen=True, kw_only=True):
    """The figures of an option with exact means where there are closed forms.

    `exchange` is the chance of loss where it has a closed form; `partly_sampled` says that some line has none, so that
    its mean, and whether there is a ROI, come from the points.
    """

    id: str
    gain: Amount
    cost: Amount
    npv: Amount
    roi: Amount
    exchange: Exchange | None = None
    partly_sampled: bool = False


def closed_options(
    decision: Decision, resolution: Resolution, sample: Sample | None, missing: Mapping[str, str]
) -> tuple[ClosedOption, ...]:
    """The exact figures of every option, in the order of the record.

    An option that is `missing` on the points, by its id with the reason, keeps those that have a closed form. Without
    a sample all options are missing.
    """
    compared = cost_comparison(line.stated for lines in resolution.options for line in lines)
    return tuple(
        _option(option, lines, resolution, sample, missing.get(option.id), compared=compared)
        for option, lines in zip(decision.options, resolution.options, strict=True)
    )


def _option(  # noqa: PLR0913 - one option, and what is known of the decision it belongs to
    option: Option,
    lines: Sequence[ResolvedLine],
    resolution: Resolution,
    sample: Sample | None,
    left_out: str | None,
    *,
    compared: bool,
) -> ClosedOption:
    world = resolution.world
    if resolution.terms.fault:
        none = Amount(reason=resolution.terms.fault)
        return ClosedOption(id=option.id, gain=none, cost=none, npv=none, roi=none)
    values = [present_value(line, world) for line in lines]
    filled = values
    if sample is not None and not left_out:
        filled = [_filled(value, line, sample) for value, line in zip(values, lines, strict=True)]
    figures: tuple[Amount, ...] = side_figures(filled, world, idle=kind_of(option) == "do-nothing", compared=compared)
    if left_out and any(value.mean is None and line.flows for value, line in zip(values, lines, strict=True)):
        # What these lines lack is the points, and that is why there are none.
        figures = tuple(Amount(reason=left_out) if each.mean is None else each for each in figures)
    return _exact(option.id, figures, values, world) if filled == values else _partly(option.id, figures)


def _filled(value: PresentValue, line: ResolvedLine, sample: Sample) -> PresentValue:
    """The value; where it has no form, its sampled mean, and as its amount what it exceeds at 99 % of the points."""
    key = line.stated.key
    if value.mean is not None or key not in sample.line_means:
        return value
    mean, amount = sample.line_means[key], np.atleast_1d(sample.amounts[key])
    average = float(np.mean(amount))
    floor = float(np.sort(amount)[int(_RISK * len(amount))])
    p = mean / average if line.p and average else 1.0
    return PresentValue(line=line, mean=mean, amount={(): floor}, p=p)


def _partly(identifier: str, figures: tuple[Amount, ...]) -> ClosedOption:
    gain, cost, npv, roi = (structs.replace(each, low=None, median=None, high=None) for each in figures)
    return ClosedOption(id=identifier, gain=gain, cost=cost, npv=npv, roi=roi, partly_sampled=True)


def _exact(identifier: str, figures: tuple[Amount, ...], values: Sequence[PresentValue], world: World) -> ClosedOption:
    gain, cost, npv, roi = figures
    exchange = None
    if npv.mean is not None and all(value.p == 1 for value in values if value.amount is not None):
        gains = _sum(value for value in values if value.line.stated.side == "gain")
        costs = _sum(value for value in values if value.line.stated.side != "gain")
        spread, exchange = _closed_difference(gains, costs, (gain.mean or 0.0, cost.mean or 0.0), world)
        npv = structs.replace(npv, low=spread.low, median=spread.median, high=spread.high)
    return ClosedOption(id=identifier, gain=gain, cost=cost, npv=npv, roi=roi, exchange=exchange)


def _sum(values: Iterable[PresentValue]) -> Polynomial:
    return total([value.amount for value in values if value.amount is not None])


def _closed_difference(
    gains: Polynomial, costs: Polynomial, means: tuple[float, float], world: World
) -> tuple[Spread, Exchange | None]:
    try:
        shape = world.shape(total([gains, scaled(costs, -1.0)]))
    except NoFigureError:
        return Spread(), None
    if isinstance(shape, Affine) and isinstance(shape.of, Normal) and shape.scale:
        deviation = abs(shape.scale) * shape.of.sigma
        return spread_of(shape), normal_exchange(shape.mean, deviation)
    return spread_of(shape), _lognormal_exchange(gains, costs, means, world)


def _lognormal_exchange(
    gains: Polynomial, costs: Polynomial, means: tuple[float, float], world: World
) -> Exchange | None:
    try:
        ratio = world.shape(quotient(gains, costs))
    except NoFigureError:
        return None
    if not (isinstance(ratio, Affine) and isinstance(ratio.of, Lognormal)) or ratio.shift or ratio.scale <= 0:
        return None
    if min(means) <= 0 or means[0] / means[1] == 0 or not ratio.of.sigma:
        return None
    return lognormal_exchange(*means, ratio.of.mu + math.log(ratio.scale), ratio.of.sigma)
