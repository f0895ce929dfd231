import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roi_plugin.economics.quantiles import weighted_quantiles
from tests.deep_runs import few

LEVELS = (0.05, 0.5, 0.95)


def sorted_quantiles(values, weights):
    flat = values.ravel()
    heavy = np.broadcast_to(weights[:, None] if weights.ndim == 1 else weights, values.shape).ravel()
    order = np.argsort(flat, kind="stable")
    below = np.cumsum(heavy[order]) / heavy.sum()
    return tuple(flat[order[min(np.searchsorted(below, level * (1 - 1e-12)), len(flat) - 1)]] for level in LEVELS)


@pytest.mark.parametrize("scale", [0.1, 1.0, 3.0, 12.0])
@pytest.mark.parametrize("by_point", [True, False])
def test_quantiles_are_those_of_sorted_numbers(scale, by_point):
    chance = np.random.default_rng(7)
    values = np.exp(scale * chance.standard_normal((8, 4096))) - 1
    values[3:5] = 0.0
    weights = chance.random((8, 4096) if by_point else 8)
    assert weighted_quantiles(values, weights, LEVELS) == pytest.approx(sorted_quantiles(values, weights), rel=2e-3)


@pytest.mark.parametrize("width", [1e-9, 1e-4, 0.1])
def test_quantiles_of_numbers_in_a_few_heaps_are_those_of_sorted_numbers(width):
    heaps = np.array([0.0, 1.0, 1.0, 4.0, 9.0])[:, None]
    values = heaps + width * np.random.default_rng(7).standard_normal((5, 4096))
    weights = np.array([0.04, 0.3, 0.2, 0.4, 0.06])
    assert weighted_quantiles(values, weights, LEVELS) == sorted_quantiles(values, weights)


@pytest.mark.parametrize("number", [0.0, -7.5, 1e-320, 1e308])
def test_quantiles_of_one_number_are_that_number(number):
    assert weighted_quantiles(np.full((4, 4096), number), np.full(4, 0.25), LEVELS) == (number,) * 3


def test_quantiles_at_a_gate_take_the_lower_side():
    values = np.stack((np.zeros(4096), np.ones(4096)))
    assert weighted_quantiles(values, np.array([0.5, 0.5]), LEVELS) == (0.0, 0.0, 1.0)
    assert weighted_quantiles(values, np.array([0.95, 0.05]), LEVELS) == (0.0, 0.0, 0.0)


@settings(max_examples=few(50), deadline=None)
@given(st.lists(st.floats(-1e300, 1e300), min_size=1, max_size=40), st.integers(1, 60))
def test_quantiles_are_among_the_numbers_and_rise(numbers, copies):
    found = weighted_quantiles(np.array([numbers * copies]), np.ones(1), LEVELS)
    assert set(found) <= set(numbers)
    assert list(found) == sorted(found)
