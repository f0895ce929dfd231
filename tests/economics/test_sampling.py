"""Every kind of estimate gets the values of its own distribution; vectors from the specification's sections B2, B5."""

import itertools
import math

import numpy as np
import pytest

from roi_plugin.economics import lattice
from roi_plugin.economics.beta_scores import beta_at_scores
from roi_plugin.economics.copula import score_correlation
from roi_plugin.economics.distributions import distribution
from roi_plugin.economics.expectation import World
from roi_plugin.economics.formulas import Variable
from roi_plugin.economics.incomplete_beta import beta_percentile
from roi_plugin.economics.normal_scores import normal_scores
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sampling import at_scores, sampled
from roi_plugin.model.grammar import parse_quantity

SHARES = np.concatenate((np.geomspace(1e-5, 0.5, 30), 1 - np.geomspace(1e-5, 0.5, 30)))


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("1..10", None),
        ("-5..20", None),
        ("10%..80%", None),
        ("3%..12%", None),
        ("0 < 1 < 10", None),
        ("20 < 100 < 900", None),
        ("10 < 10 < 900", None),
        ("-3 < 2 < 2", None),
        ("20 < 100 < 900", "triangular"),
        ("10 < 10 < 900", "triangular"),
        ("p10 17 p50 24 p90 35", None),
        ("p10 -17 p50 24 p90 35", None),
        ("p10 10% p50 24% p90 35%", None),
    ],
)
def test_values_are_the_percentiles_of_the_distribution(written, shape):
    known = distribution(parse_quantity(written), shape)
    exact = [known.percentile(share) for share in SHARES]
    assert at_scores(known, normal_scores(SHARES)) == pytest.approx(exact, rel=1e-7, abs=1e-9)


@pytest.mark.parametrize("a", [1, 1.0001, 1.05, 1.4, 2, 3, 4.6, 4.9999, 5])
def test_beta_percentiles_are_those_of_the_incomplete_beta_function(a):
    exact = [beta_percentile(a, 6 - a, share) for share in SHARES]
    assert beta_at_scores(a, 6 - a, normal_scores(SHARES)) == pytest.approx(exact, rel=1e-6)


def world_of(written, correlations):
    variables = {
        key: Variable(key=key, distribution=distribution(parse_quantity(text)), estimate=None)
        for key, text in written.items()
    }
    return World(variables=variables, correlations={frozenset(pair): rank for pair, rank in correlations.items()})


def ranks(values):
    return np.argsort(np.argsort(values)).astype(float)


def test_rank_correlation_is_the_one_that_is_stated():
    assert score_correlation(0.4825837) == pytest.approx(0.5, abs=1e-7)  # B5.1
    assert score_correlation(0.5) == pytest.approx(0.5176381, abs=1e-7)  # B5.2
    values = sampled(world_of({"a": "100k..400k", "b": "50k..150k"}, {("a", "b"): 0.4825837}), ["a", "b"])
    a, b = values["a"], values["b"]
    assert np.corrcoef(ranks(a), ranks(b))[0, 1] == pytest.approx(0.4825837, abs=0.003)  # B5.1, Spearman
    agreeing = float(((a[:, None] > a) == (b[:, None] > b)).mean())
    assert 2 * agreeing - 1 == pytest.approx(0.3333333, abs=0.001)  # B5.1, Kendall


@pytest.mark.parametrize(("rho", "pearson"), [(0.5, 0.4814509), (0.9, 0.8917616)])
def test_lognormal_amounts_have_the_pearson_correlation_of_the_copula(rho, pearson):
    world = world_of({"a": "100k..400k", "b": "50k..150k"}, {("a", "b"): 6 / math.pi * math.asin(rho / 2)})
    a, b = (world.variables[key].distribution for key in "ab")
    together = world.mean({(("a", 1), ("b", 1)): 1.0})
    assert (together - a.mean * b.mean) / (a.deviation * b.deviation) == pytest.approx(pearson, rel=1e-6)  # B5.3
    values = sampled(world, ["a", "b"])
    assert np.corrcoef(values["a"], values["b"])[0, 1] == pytest.approx(pearson, rel=0.01)


def test_correlated_numbers_keep_their_own_distributions():
    keys = {"a": "1..10", "b": "0 < 1 < 10", "c": "p10 17 p50 24 p90 35", "d": "20%..80%"}
    world = world_of(keys, dict.fromkeys(itertools.combinations(keys, 2), 0.4))
    for key, values in sampled(world, list(keys)).items():
        known = world.variables[key].distribution
        for level in (0.05, 0.5, 0.95):
            assert (values <= known.percentile(level)).mean() == pytest.approx(level, abs=0.005)


@pytest.mark.parametrize("rank", [1.0, -1.0])
def test_numbers_that_move_as_one_are_possible(rank):
    values = sampled(world_of({"a": "1..10", "b": "2..20"}, {("a", "b"): rank}), ["a", "b"])
    assert np.corrcoef(np.log(values["a"]), np.log(values["b"]))[0, 1] == pytest.approx(rank)


def test_impossible_correlations_name_the_pair_to_look_at_in_every_order():
    pairs = {("o/a", "o/b"): 0.9, ("o/b", "o/c"): 0.9, ("o/a", "o/c"): -0.9, ("o/c", "o/d"): 0.1}
    for order in itertools.permutations(("o/a", "o/b", "o/c", "o/d")):
        world = world_of(dict.fromkeys(order, "1..10"), pairs)
        with pytest.raises(NoFigureError, match=r"the correlations contradict each other.*`o.a` and `o.c`"):
            sampled(world, order)


def test_inputs_without_correlation_stand_on_the_dimensions_as_they_are():
    world = world_of({"a": "1..10", "b": "1..10", "c": "1..10"}, {("a", "b"): 0.5})
    values = sampled(world, ["a", "b", "c"])
    assert np.array_equal(values["c"], at_scores(world.variables["c"].distribution, lattice.scores(2)))
