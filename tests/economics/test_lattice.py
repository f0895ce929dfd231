"""The points are those of the specification's section B4."""

import itertools
import math
import statistics

import numpy as np
import pytest

from roi_plugin.economics import lattice
from roi_plugin.economics.normal_scores import normal_scores, shares_below


def test_points_are_the_shifted_lattice_folded_by_the_tent():
    golden = 0.6180339887498949
    for dimension, k in itertools.product((0, 1, 7, 23), (0, 1, 100, 4095)):
        x = (k * lattice.GENERATORS[dimension] / 4096 + (dimension + 1) * golden % 1) % 1
        assert lattice.shares(dimension)[k] == pytest.approx(1 - abs(2 * x - 1), abs=1e-12)


def test_lattice_has_24_different_odd_generators_and_4096_points():
    assert len(set(lattice.GENERATORS)) == lattice.DIMENSIONS == 24
    assert all(generator % 2 for generator in lattice.GENERATORS)
    assert all(len(set(lattice.shares(dimension).tolist())) == lattice.POINTS for dimension in range(24))


@pytest.mark.parametrize("dimension", range(24))
def test_every_dimension_is_even(dimension):
    for shift in range(lattice.REPLICATES + 1):
        ordered = np.sort(lattice.shares(dimension, shift))
        assert np.abs(ordered - (np.arange(4096) + 0.5) / 4096).max() < 1.01 / 4096


def test_shifts_move_the_points():
    assert not np.array_equal(lattice.shares(0, 0), lattice.shares(0, 1))


def test_points_are_computed_once_and_cannot_be_changed():
    assert lattice.scores(3) is lattice.scores(3)
    with pytest.raises(ValueError, match="read-only"):
        lattice.scores(3)[0] = 1.0


def test_normal_scores_are_those_of_the_standard_library():
    shares = np.concatenate((np.geomspace(1e-300, 0.5, 500), 1 - np.geomspace(1e-15, 0.5, 500), lattice.shares(5)))
    exact = np.array([statistics.NormalDist().inv_cdf(share) for share in shares])
    assert np.abs(normal_scores(shares) - exact).max() < 1e-14


def test_shares_below_undo_normal_scores_in_both_tails():
    shares = np.geomspace(1e-200, 0.5, 200)
    assert shares_below(normal_scores(shares)) == pytest.approx(shares, rel=1e-12)
    assert shares_below(-normal_scores(shares)) == pytest.approx(1 - shares, rel=1e-12)


def test_points_integrate_a_smooth_function_of_ten_inputs_far_better_than_draws():
    product = math.prod(1 + 0.5 * (lattice.shares(dimension) - 0.5) for dimension in range(10))
    draws_would_miss = product.std() / math.sqrt(lattice.POINTS)
    assert abs(product.mean() - 1) < draws_would_miss / 50
