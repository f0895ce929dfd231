"""What an option's gains bring in a full year if all of them come: what a ceiling or a model's outcome is held against.

Streams only, at their full size, in money of their own year: neither discounted nor multiplied by a probability.
"""

import math

import numpy as np

from roi_plugin.economics.quantiles import weighted_quantiles
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.sampled_figures import LEVELS
from roi_plugin.economics.side_totals import Amount

_NO_STREAM = "no gain flows over time"


def yearly_gain(sample: Sample, option: int) -> Amount:
    """The yearly gain of the option at this place in the record; None with a reason where no gain flows."""
    streams = [line for line in sample.resolution.options[option] if _is_stream(line, sample)]
    if not streams:
        return Amount(reason=_NO_STREAM)
    points = np.zeros((1, sample.points))
    for line in streams:
        points += sample.amounts[line.stated.key] / line.flows[0].factor
    if not math.isfinite(float(np.abs(points).sum())):
        return Amount(reason=_NO_STREAM)
    low, median, high = weighted_quantiles(points, np.ones(1), LEVELS)
    return Amount(mean=float(points.mean()), low=low, median=median, high=high)


def _is_stream(line: ResolvedLine, sample: Sample) -> bool:
    if line.stated.side != "gain" or line.stated.key not in sample.amounts or len(line.flows) != 1:
        return False
    return line.flows[0].formula.rate == 1 and line.flows[0].factor > 0
