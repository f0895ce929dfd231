"""A distribution as a few numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.atoms import atoms_of, masses
from roi_plugin.economics.normal_scores import normal_scores

SCORES = normal_scores((np.arange(16_384) + 0.5) / 16_384)


def variance(atoms):
    values = np.array(atoms.values)
    return float((values - atoms.mean) ** 2 @ np.array(atoms.masses))


@pytest.mark.parametrize("count", [1, 2, 32, 256])
def test_masses_are_symmetric_and_sum_to_one(count):
    found = masses(count)
    assert len(found) == count
    assert sum(found) == pytest.approx(1, rel=1e-12)
    assert found == pytest.approx(found[::-1], rel=1e-9)
    assert found[0] <= min(found) * (1 + 1e-9)


@pytest.mark.parametrize(
    ("sigma", "count", "kept"),
    [(0.3, 32, 0.996), (0.7, 32, 0.984), (0.7, 256, 0.999), (1.0, 256, 0.996)],
)
def test_mean_is_kept_and_nearly_all_of_the_variance(sigma, count, kept):
    values = np.exp(sigma * SCORES)
    found = atoms_of(values, np.ones_like(values), count)
    assert found.mean == pytest.approx(values.mean(), rel=1e-8)
    assert variance(found) / values.var() == pytest.approx(kept, abs=0.003)
    assert variance(found) < values.var()


def test_few_different_numbers_are_kept_as_they_are():
    values = np.array([[0.0, 0.0, 0.0], [5.0, 5.0, 5.0], [-2.0, 5.0, 5.0]])
    weights = np.broadcast_to(np.array([[0.5], [0.2], [0.3]]), values.shape)
    found = atoms_of(values, weights, 32)
    assert found.values == (-2.0, 0.0, 5.0)
    assert found.masses == pytest.approx((0.1, 0.5, 0.4))


def test_what_is_certain_is_one_atom():
    assert atoms_of(np.full((1, 8), 7.25), np.ones((1, 8)), 32).values == (7.25,)
    assert atoms_of(np.zeros((1, 8)), np.ones((1, 8)), 32).values == (0.0,)


NUMBERS = st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(0.01, 1)), min_size=1, max_size=80)


@given(NUMBERS, st.integers(1, 40))
def test_atoms_rise_keep_the_mean_and_stay_within_the_numbers(pairs, most):
    values, weights = (np.array(each) for each in zip(*pairs, strict=True))
    found = atoms_of(values, weights, most)
    size = np.abs(values).max()
    assert len(found.values) <= most
    assert sum(found.masses) == pytest.approx(1)
    assert found.mean == pytest.approx(np.average(values, weights=weights), abs=1e-7 * size)
    assert all(np.diff(found.values) >= -1e-7 * size)
    assert values.min() - 1e-7 * size <= min(found.values)
    assert max(found.values) <= values.max() + 1e-7 * size
