"""A figure of several decisions added up, as a distribution: independent but for the input that they share."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from roi_plugin.economics.contribution import Contribution, Summand
from roi_plugin.economics.sampled_figures import LEVELS, Figure
from roi_plugin.economics.summing import Mixture, Spikes, Spread, spread_of_sum


def summed_spread(parts: Iterable[tuple[Contribution, Summand]]) -> Spread:
    """The distribution of the sum of the summands around its mean; the input that several share is one number."""
    by_input: defaultdict[tuple[str, ...], list[tuple[Contribution, Summand]]] = defaultdict(list)
    for part, summand in parts:
        shared = part.shared
        by_input[(shared.key, shared.source, shared.text) if shared else ()].append((part, summand))
    return spread_of_sum([_mixture(by_input[key]) for key in sorted(by_input)])


def summed_figure(mean: float, spread: Spread) -> Figure:
    """The figure with this mean and this distribution around it."""
    return figure_around(mean, percentiles(spread))


def percentiles(spread: Spread) -> tuple[float, float, float]:
    """How far the percentiles that figures tell lie from the mean."""
    low, middle, high = (spread.percentile(level) for level in LEVELS)
    return low, middle, high


def figure_around(mean: float, distances: tuple[float, float, float]) -> Figure:
    """The figure with this mean and its percentiles at these distances from it."""
    p5, p50, p95 = (mean + each for each in distances)
    return Figure(mean=mean, p5=p5, p50=p50, p95=p95)


def _mixture(members: Sequence[tuple[Contribution, Summand]]) -> Mixture:
    """In each bin of the shared input the terms of the sum, and what moves all of them within the bin."""
    shared = members[0][0].shared
    slope = math.fsum(summand.slope for _, summand in members)
    cases = []
    for place in range(len(members[0][1].bins)):
        case = [summand.centred[place] for _, summand in members]
        if shared and slope:
            steps = slope * np.array(shared.steps[place])
            case.append(Spikes(values=steps, masses=np.full(len(steps), 1.0 / len(steps))))
        cases.append(case)
    return cases
