"""Tie normal scores together as rank correlations say: a Gaussian copula.

A rank correlation r of two numbers is the correlation 2 sin(pi r / 6) of their normal scores. Correlations that
contradict each other are named, never repaired.
"""

import itertools
import math
from collections.abc import Mapping, Sequence

import numpy as np

from roi_plugin.economics.input_names import full_name
from roi_plugin.economics.normal_scores import Vector
from roi_plugin.economics.reasons import NoFigureError

_ROUNDING = 1e-10

Correlations = Mapping[frozenset[str], float]
"""Rank correlations of pairs of keys."""


def score_correlation(rank: float) -> float:
    """The correlation of normal scores behind a rank correlation."""
    return 2.0 * math.sin(math.pi * rank / 6.0)


def tied(keys: Sequence[str], free: Mapping[str, Vector], correlations: Correlations) -> dict[str, Vector]:
    """The normal scores of the correlated ones among `keys`, from their independent scores.

    Raises:
        NoFigureError: no numbers have these correlations; it names the pair whose removal mends most, in full.
    """
    pairs = {pair: score_correlation(rank) for pair, rank in correlations.items() if pair <= set(keys)}
    block = [key for key in keys if any(key in pair for pair in pairs)]
    matrix = _matrix(block, pairs)
    factors = _cholesky(matrix)
    if factors is None:
        raise NoFigureError(_contradiction(block, pairs))
    return {key: _mixed(row, [free[other] for other in block]) for key, row in zip(block, factors, strict=True)}


def _mixed(row: list[float], scores: list[Vector]) -> Vector:
    parts = [factor * score for factor, score in zip(row, scores, strict=True) if factor]
    return parts[0] if len(parts) == 1 else np.sum(parts, axis=0)


def _matrix(block: Sequence[str], pairs: Mapping[frozenset[str], float]) -> list[list[float]]:
    return [[1.0 if one == other else pairs.get(frozenset((one, other)), 0.0) for other in block] for one in block]


def _cholesky(matrix: list[list[float]]) -> list[list[float]] | None:
    """The lower triangular root, which may have zeros on its diagonal; None where there is none."""
    size = len(matrix)
    root = [[0.0] * size for _ in range(size)]
    for i, j in itertools.product(range(size), range(size)):
        if j > i:
            continue
        rest = matrix[i][j] - math.fsum(root[i][k] * root[j][k] for k in range(j))
        if i == j and rest < -_ROUNDING:
            return None
        if i == j:
            root[i][i] = math.sqrt(rest) if rest > _ROUNDING else 0.0
        elif root[j][j]:
            root[i][j] = rest / root[j][j]
        elif abs(rest) > math.sqrt(_ROUNDING):
            return None
    return root


def _contradiction(block: Sequence[str], pairs: Mapping[frozenset[str], float]) -> str:
    def smallest_without(pair: frozenset[str]) -> float:
        others = {each: value for each, value in pairs.items() if each != pair}
        return round(float(np.linalg.eigvalsh(np.array(_matrix(sorted(block), others)))[0]), 9)

    worst = max(sorted(pairs, key=sorted), key=smallest_without)
    one, other = (f"`{full_name(key)}`" for key in sorted(worst))
    return f"the correlations contradict each other: no numbers have them all; look at {one} and {other} first"
