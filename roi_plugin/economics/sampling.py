"""Give every uncertain number of a decision its values at the points of the lattice."""

from collections.abc import Mapping, Sequence

import numpy as np

from roi_plugin.economics import lattice
from roi_plugin.economics.beta_scores import beta_at_scores
from roi_plugin.economics.capped import Capped
from roi_plugin.economics.copula import tied
from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.expectation import World
from roi_plugin.economics.metalog import Metalog
from roi_plugin.economics.normal_scores import Vector, shares_below
from roi_plugin.economics.normal_shapes import LogitNormal, Lognormal, Normal
from roi_plugin.economics.three_points import Pert, Triangular


def sampled(world: World, keys: Sequence[str], shift: int = 0) -> Mapping[str, Vector]:
    """The values of these variables, one at each point; the first key stands in the most even dimension.

    Raises:
        NoFigureError: the correlations contradict each other.
    """
    scores = sampled_scores(world, keys, shift)
    return {key: at_scores(world.variables[key].distribution, scores[key]) for key in keys}


def sampled_scores(world: World, keys: Sequence[str], shift: int = 0) -> Mapping[str, Vector]:
    """The normal scores behind these values, correlated as stated; NoFigureError as above."""
    scores = {key: lattice.scores(dimension, shift) for dimension, key in enumerate(keys)}
    return scores | tied(keys, scores, world.correlations) if world.correlations else scores


def at_scores(shape: Distribution, scores: Vector) -> Vector:  # noqa: PLR0911 - one way for each shape
    """The percentiles of a distribution at the normal scores of their probabilities."""
    match shape:
        case Lognormal():
            return np.exp(shape.mu + shape.sigma * scores)
        case Normal():
            return shape.mean + shape.sigma * scores
        case LogitNormal():
            return _logistic(shape.mu + shape.sigma * scores)
        case Pert():
            return shape.low + (shape.high - shape.low) * beta_at_scores(*shape.shape, scores)
        case Triangular():
            return _triangular(shape, scores)
        case Metalog():
            return _metalog(shape, scores)
        case Capped():
            return np.minimum(at_scores(shape.of, scores), shape.highest)
    raise TypeError(shape)


def _triangular(shape: Triangular, scores: Vector) -> Vector:
    width, rise, fall = shape.high - shape.low, shape.likely - shape.low, shape.high - shape.likely
    below, above = shares_below(scores), shares_below(-scores)
    left = shape.low + np.sqrt(below * width) * np.sqrt(rise)
    right = shape.high - np.sqrt(above * width) * np.sqrt(fall)
    values: Vector = np.where(below * width <= rise, left, right)
    return values


def _metalog(shape: Metalog, scores: Vector) -> Vector:
    below, above = shares_below(scores), shares_below(-scores)
    value = shape.a1 + (shape.a2 + shape.a3 * (below - 0.5)) * np.log(below / above)
    if shape.bounds == "positive":
        return np.exp(value)
    return _logistic(value) if shape.bounds == "share" else value


def _logistic(x: Vector) -> Vector:
    return 1.0 / (1.0 + np.exp(-x))
