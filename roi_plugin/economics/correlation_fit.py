"""Whether the correlations of a decision can hold together."""

from collections import defaultdict

from roi_plugin.economics.expectation import World
from roi_plugin.economics.reasons import NoFigureError


def contradiction(world: World) -> str | None:
    """Why no numbers have these correlations; None where some have.

    Where no name's correlations add up to more than 1 they fit together, by Gershgorin's circles; only what lies
    beyond that is worth a look at the whole matrix.
    """
    pairs = {pair: rank for pair, rank in world.correlations.items() if pair <= world.variables.keys()}
    weights: defaultdict[str, float] = defaultdict(float)
    for pair, rank in pairs.items():
        for key in pair:
            weights[key] += abs(rank)
    if max(weights.values(), default=0.0) < _SURE:
        return None
    import numpy as np

    from roi_plugin.economics.copula import tied

    keys = sorted(weights)
    try:
        tied(keys, {key: np.zeros(1) for key in keys}, pairs)
    except NoFigureError as reason:
        return str(reason)
    return None


_SURE = 0.95
"""A rank correlation of normal scores is a little larger than the rank correlation itself, by up to 1.05."""
