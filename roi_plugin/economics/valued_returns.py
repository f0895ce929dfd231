"""The returns of a decision as valued: what has no closed form is told from the points, line by line too."""

from collections.abc import Sequence

import numpy as np
from msgspec import structs

from roi_plugin.economics.figures import LEVELS, OptionValue
from roi_plugin.economics.key_figures import amount_of
from roi_plugin.economics.line_samples import LineSample
from roi_plugin.economics.quantiles import weighted_quantiles
from roi_plugin.economics.resolution import Resolution, ResolvedLine
from roi_plugin.economics.returns import LineReturn, OptionReturns, Returns
from roi_plugin.economics.sample import Sample, masks, weights_of
from roi_plugin.economics.valuation import Valuation

_MOST_EVENTS = 8


def valued_returns(returns: Returns, resolution: Resolution, valuation: Valuation) -> Returns:
    """The same options and lines; what cannot be valued keeps its reason."""
    options = zip(returns.options, valuation.options, resolution.options, strict=True)
    found = tuple(_option(option, value, lines, valuation.sample) for option, value, lines in options)
    return structs.replace(returns, options=found)


def _option(
    option: OptionReturns, value: OptionValue, lines: tuple[ResolvedLine, ...], sample: Sample | None
) -> OptionReturns:
    told = option.lines
    if sample is not None and told:
        told = tuple(_line(line, resolved, sample) for line, resolved in zip(told, lines, strict=True))
    return structs.replace(
        option,
        gain=amount_of(value.gain),
        cost=amount_of(value.cost),
        npv=amount_of(value.npv),
        roi=amount_of(value.roi),
        lines=told,
    )


def _line(line: LineReturn, resolved: ResolvedLine, sample: Sample) -> LineReturn:
    key = resolved.stated.key
    if key in sample.faults:
        return structs.replace(line, mean=None, low=None, high=None, reason=sample.faults[key], fault=True)
    if key not in sample.parts or (line.low is not None and line.high is not None):
        return line
    low, _, high = _percentiles(sample.parts[key], sample.points)
    if line.mean is not None:
        return structs.replace(line, low=low, high=high)
    return structs.replace(line, mean=sample.line_means[key], low=low, high=high, reason=None)


def _percentiles(parts: Sequence[LineSample], points: int) -> tuple[float | None, ...]:
    """Of a line in all scenarios of its own events; None where these are too many."""
    events = {event.key: event for part in parts for event in part.events}
    if len(events) > _MOST_EVENTS:
        return (None,) * len(LEVELS)
    active = masks(len(events))
    values = np.zeros((len(active), points))
    for part in parts:
        places = [list(events).index(event.key) for event in part.events]
        values += np.where(np.all(active[:, places], axis=1, keepdims=True), part.amount, 0.0)
    return weighted_quantiles(values, weights_of(list(events.values())), LEVELS)
