"""Sums of independent terms against closed forms."""

import math

import numpy as np
import pytest

from roi_plugin.economics.atoms import atoms_of
from roi_plugin.economics.normal_scores import normal_scores
from roi_plugin.economics.summing import Spikes, spread_of_sum

LEVELS = (0.01, 0.05, 0.5, 0.95, 0.99)
SCORES = normal_scores((np.arange(4096) + 0.5) / 4096)
Z = dict(zip(LEVELS, normal_scores(np.array(LEVELS)), strict=True))


def spikes(values, count=256):
    atoms = atoms_of(values, np.ones_like(values), count)
    return Spikes(values=np.array(atoms.values) - atoms.mean, masses=np.array(atoms.masses))


def bernoulli(p, amount):
    return Spikes(values=np.array([-p * amount, (1 - p) * amount]), masses=np.array([1 - p, p]))


def variance(spread):
    return float(spread.values**2 @ spread.masses)


def binomial(n, p):
    return [math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]


@pytest.mark.parametrize("sigmas", [[1.0] * 2, [1.0] * 30, [1.0, 2.0, 5.0, 40.0], [100.0] + [0.5] * 300])
def test_sum_of_normal_numbers_is_normal(sigmas):
    found = spread_of_sum([[[spikes(sigma * SCORES) for sigma in sigmas]]])
    deviation = math.hypot(*sigmas)
    assert variance(found) == pytest.approx(deviation**2, rel=0.002)
    for level in LEVELS:
        assert found.percentile(level) == pytest.approx(Z[level] * deviation, abs=0.01 * deviation)
        assert found.share_below(Z[level] * deviation) == pytest.approx(level, abs=0.002)


@pytest.mark.parametrize("count", [2, 10, 100])
def test_sum_of_lognormal_numbers_has_their_variance(count):
    sigma = 0.7
    found = spread_of_sum([[[spikes(np.exp(sigma * SCORES))] * count]])
    exact = count * math.expm1(sigma**2) * math.exp(sigma**2)
    assert float(found.values @ found.masses) == pytest.approx(0, abs=0.01 * math.sqrt(exact))
    assert variance(found) == pytest.approx(exact, rel=0.01)


@pytest.mark.parametrize(("n", "p"), [(10, 0.3), (20, 0.5), (300, 0.1)])
def test_sum_of_equal_events_is_binomial(n, p):
    found = spread_of_sum([[[bernoulli(p, 1000.0)] * n]])
    exact = binomial(n, p)
    assert found.step == 0
    assert found.values == pytest.approx([1000 * (k - n * p) for k in range(n + 1)], abs=1e-6)
    assert found.masses == pytest.approx(exact, rel=1e-9, abs=1e-15)
    for level in LEVELS:
        smallest = next(k for k in range(n + 1) if math.fsum(exact[: k + 1]) >= level)
        assert found.percentile(level) == pytest.approx(1000 * (smallest - n * p), abs=1e-6)


def test_breaking_even_exactly_is_no_loss():
    found = spread_of_sum([[[bernoulli(0.5, 10.0)] * 4]])
    assert found.share_below(0.0) == pytest.approx(5 / 16)  # none or one of four; two of four break even


def test_events_of_different_size_agree_with_the_normal_limit_and_their_exact_variance():
    sizes = np.sqrt(np.arange(1, 201))
    found = spread_of_sum([[[bernoulli(0.4, size) for size in sizes]]])
    deviation = math.sqrt(0.24 * float((sizes**2).sum()))
    assert found.step > 0
    assert variance(found) == pytest.approx(deviation**2, rel=1e-9)
    assert found.percentile(0.95) == pytest.approx(Z[0.95] * deviation, rel=0.02)


def test_one_term_among_many_small_ones_keeps_its_two_modes():
    found = spread_of_sum([[[bernoulli(0.1, 1e6), *[spikes(SCORES)] * 50]]])
    assert found.percentile(0.05) == pytest.approx(-1e5, rel=0.01)
    assert found.percentile(0.95) == pytest.approx(9e5, rel=0.01)
    assert found.share_below(0) == pytest.approx(0.9, abs=1e-6)


def test_cases_are_mixed_after_their_terms_are_added():
    up, down = (Spikes(values=np.array([value]), masses=np.ones(1)) for value in (3.0, -3.0))
    together = spread_of_sum([[[up] * 4, [down] * 4]])
    assert list(together.values) == [-12.0, 12.0]
    assert list(together.masses) == [0.5, 0.5]
    apart = spread_of_sum([[[up], [down]]] * 4)
    assert list(apart.masses) == pytest.approx(binomial(4, 0.5))


def test_nothing_sums_to_nothing():
    found = spread_of_sum([])
    assert (found.percentile(0.05), found.percentile(0.95), found.share_below(0.0)) == (0, 0, 0)
