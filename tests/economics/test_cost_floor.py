"""The specification's section C4: a ratio is printed only where the cost exceeds 1 % of its mean in 99 cases of 100."""

import math
from statistics import NormalDist

import pytest

from roi_plugin.economics.cost_floor import floor
from roi_plugin.economics.distributions import distribution
from roi_plugin.economics.expectation import World
from roi_plugin.economics.formulas import Variable
from roi_plugin.economics.normal_shapes import Z95

EXACT = 1e-12


@pytest.fixture
def world(estimate):
    def make(**ranges):
        written = {key: estimate(text) for key, text in ranges.items()}
        return World(
            variables={
                key: Variable(key=key, distribution=distribution(each.quantity), estimate=each)
                for key, each in written.items()
            }
        )

    return make


def quantile(p):
    return NormalDist().inv_cdf(p)


def normal(low, high, p):
    return (low + high) / 2 + (high - low) / (2 * Z95) * quantile(p)


def lognormal(low, high, p):
    return math.exp(normal(math.log(low), math.log(high), p))


@pytest.mark.parametrize(
    ("ranges", "parts", "expected"),
    [
        ({"a": "10..20"}, {(("a", 1),): 2.0}, 2 * lognormal(10, 20, 0.01)),
        ({"a": "10..20"}, {(("a", -1),): 2.0}, 2 / lognormal(10, 20, 0.99)),
        ({"a": "0..20"}, {(("a", 1),): 2.0}, 2 * normal(0, 20, 0.01)),
        ({"a": "0..20"}, {(("a", 1),): -2.0}, -2 * normal(0, 20, 0.99)),
        (
            {"a": "10..20", "b": "1..2"},
            {(("a", 1), ("b", 1)): 3.0},
            3 * lognormal(10, 20, 0.005) * lognormal(1, 2, 0.005),
        ),
        (
            {"a": "10..20", "b": "1..2"},
            {(("a", 1),): 1.0, (("b", 1),): -1.0},
            lognormal(10, 20, 0.005) - lognormal(1, 2, 0.995),
        ),
        ({}, {(): 7.0}, 7.0),
    ],
)
def test_each_number_is_set_to_the_end_that_makes_the_sum_small(world, ranges, parts, expected):
    assert floor(parts, world(**ranges)) == pytest.approx(expected, rel=EXACT)


def test_a_product_with_a_number_that_may_be_negative_has_its_worst_corner_where_the_other_is_largest(world):
    found = floor({(("a", 1), ("b", 1)): 3.0, (): 100.0}, world(a="0..2", b="10..20"))
    assert found == pytest.approx(100 + 3 * normal(0, 2, 0.0025) * lognormal(10, 20, 0.9975), rel=EXACT)


@pytest.mark.parametrize(("power", "expected"), [(2, 0.0), (3, normal(-1, 3, 0.01) ** 3), (-1, -math.inf)])
def test_a_power_of_a_number_that_may_be_negative(world, power, expected):
    assert floor({(("a", power),): 1.0}, world(a="-1..3")) == pytest.approx(expected, rel=EXACT)


def test_two_numbers_of_unknown_sign_are_worst_where_their_signs_differ(world):
    low, high = normal(-1, 2, 0.0025), normal(-1, 2, 0.9975)
    found = floor({(("a", 1), ("b", 1)): 1.0}, world(a="-1..2", b="-1..2"))
    assert found == pytest.approx(low * high, rel=EXACT)
