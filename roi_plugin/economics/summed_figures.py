"""A figure of several decisions added up, as a distribution: independent but for the input that they share."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from roi_plugin.economics.contribution import Contribution, Summand
from roi_plugin.economics.figures import LEVELS
from roi_plugin.economics.known_sums import SMALL_SHARE, Around
from roi_plugin.economics.summing import Mixture, Spikes, Spread, spread_of_sum


def summed_spread(parts: Iterable[tuple[Contribution, Summand]]) -> Spread:
    """The distribution of the sum of the summands around its mean; the input that several share is one number."""
    by_input: defaultdict[tuple[str, ...], list[tuple[Contribution, Summand]]] = defaultdict(list)
    for part, summand in parts:
        shared = part.shared
        by_input[(shared.key, shared.source, shared.text) if shared else ()].append((part, summand))
    return spread_of_sum([_mixture(by_input[key]) for key in sorted(by_input)])


def summed_around(parts: Sequence[Contribution], npv: float) -> Around:
    """How the sums of NPV and of cost lie around their means, of which that of NPV is `npv`."""
    npvs = summed_spread((part, part.npv) for part in parts)
    costs = summed_spread((part, part.cost) for part in parts)
    return Around(
        npv=_percentiles(npvs),
        cost=_percentiles(costs),
        low_cost=costs.percentile(SMALL_SHARE),
        loss=npvs.share_below(-npv),
    )


def _percentiles(spread: Spread) -> tuple[float, float, float]:
    """How far the percentiles that figures tell lie from the mean."""
    low, middle, high = (spread.percentile(level) for level in LEVELS)
    return low, middle, high


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
