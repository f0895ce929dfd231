"""What an option's gains bring in their best year if all of them come: what a ceiling or an outcome is held against.

Streams only, at their full size, in money of their own year: neither discounted nor multiplied by a probability. The
year is that of twelve months in which the streams bring most, so that streams which follow each other do not add up.
"""

import math

import numpy as np

from roi_plugin.economics.figures import LEVELS
from roi_plugin.economics.quantiles import weighted_quantiles
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.side_totals import Amount

_YEAR = 12.0
_NO_STREAM = "no gain flows over time"


def yearly_gain(sample: Sample, option: int) -> Amount:
    """The yearly gain of the option at this place in the record; None with a reason where no gain flows."""
    streams = [line for line in sample.resolution.options[option] if _is_stream(line, sample)]
    if not streams:
        return Amount(reason=_NO_STREAM)
    rates = [np.zeros(sample.points) + sample.amounts[line.stated.key] / line.flows[0].factor for line in streams]
    shares = _best_year([_span(line) for line in streams], [float(rate.mean()) for rate in rates])
    points = np.asarray([sum(share * rate for share, rate in zip(shares, rates, strict=True))])
    if not math.isfinite(float(np.abs(points).sum())):
        return Amount(reason=_NO_STREAM)
    low, median, high = weighted_quantiles(points, np.ones(1), LEVELS)
    return Amount(mean=float(points.mean()), low=low, median=median, high=high)


def _span(line: ResolvedLine) -> tuple[float, float]:
    """From which month to which; without an end the stream flows on beyond the horizon."""
    return line.stated.start or 0.0, math.inf if line.stated.end is None else line.stated.end


def _best_year(spans: list[tuple[float, float]], means: list[float]) -> list[float]:
    """Which share of each stream's yearly rate falls into the best twelve months; these begin or end with a stream."""
    begins = dict.fromkeys([start for start, _ in spans] + [end - _YEAR for _, end in spans if end < math.inf])
    years = [
        [max(0.0, min(end, begin + _YEAR) - max(start, begin)) / _YEAR for start, end in spans] for begin in begins
    ]
    return max(years, key=lambda shares: sum(share * mean for share, mean in zip(shares, means, strict=True)))


def _is_stream(line: ResolvedLine, sample: Sample) -> bool:
    if line.stated.side != "gain" or line.stated.key not in sample.amounts or len(line.flows) != 1:
        return False
    return line.flows[0].formula.rate == 1 and line.flows[0].factor > 0
