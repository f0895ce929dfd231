"""Worked examples: the specification's section C3."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.smaa import first_shares

EXACT = 1e-9
CLOSE = 0.005


def test_two_options_have_the_closed_form():
    # C3: A is first where its first weight exceeds one half, which is a quarter of all weights (Lahdelma, Salminen).
    assert first_shares([(4, 3, 3), (3, 4, 4)]) == pytest.approx((0.25, 0.75), rel=EXACT)


def test_a_dominated_option_changes_nothing():
    # C3: TOPSIS has Y first of the three, and Z first once X, which Z dominates, is removed.
    x, y, z = (1, 2, 3), (4, 3, 2), (1, 4, 4)
    with_x, without = first_shares([x, y, z]), first_shares([y, z])
    assert with_x == (0.0, *without)
    # Y leads by (3, -1, -2): its corner of the simplex ends at 3/4 and 3/5 of two edges.
    assert without == pytest.approx((3 / 4 * 3 / 5, 1 - 3 / 4 * 3 / 5), rel=EXACT)


@pytest.mark.parametrize(
    ("options", "shares"),
    [
        ([], ()),
        ([(3, 3)], (1,)),
        ([(1, 0), (0, 1)], (0.5, 0.5)),
        ([(3, 1), (1, 2)], (2 / 3, 1 / 3)),  # the first leads where its weight exceeds 1/3
        ([(1, 0, 0), (0, 1, 0), (0, 0, 1)], (1 / 3, 1 / 3, 1 / 3)),
        ([(2, 2, 2), (2, 2, 2), (1, 2, 2)], (0.5, 0.5, 0)),
        ([(5, 1, 1, 1, 1), (1, 5, 1, 1, 1), (1, 1, 5, 1, 1), (1, 1, 1, 5, 1), (1, 1, 1, 1, 5)], (0.2,) * 5),
        ([(2,), (5,)], (0, 1)),
    ],
)
def test_shares_that_can_be_told_by_hand(options, shares):
    assert first_shares(options) == pytest.approx(shares, abs=EXACT)


def test_several_options_agree_with_counting_over_a_grid_of_weights():
    options = [(4, 3, 3, -2, -2), (3, 4, 2, -1, -3), (5, 1, 3, -4, -1), (2, 3, 5, -2, -3), (3, 3, 3, -1, -4)]
    steps = 24
    grid = np.array([np.diff([0, *cuts, steps + 5]) - 1 for cuts in itertools.combinations(range(1, steps + 5), 4)])
    first = np.argmax((grid + 0.2) @ np.array(options).T, axis=1)
    counted = np.bincount(first, minlength=5) / len(grid)
    assert first_shares(options) == pytest.approx(tuple(counted), abs=0.02)


LEVELS = st.floats(-4, 4).map(lambda value: round(value, 2))
OPTIONS = st.integers(1, 4).flatmap(lambda count: st.lists(st.tuples(*[LEVELS] * count), min_size=1, max_size=5))


@given(OPTIONS, st.randoms(use_true_random=False))
def test_shares_sum_to_one_and_depend_on_no_order(options, chance):
    shares = first_shares(options)
    assert sum(shares) == pytest.approx(1, rel=EXACT)
    assert all(0 <= share <= 1 + EXACT for share in shares)
    order = list(range(len(options)))
    chance.shuffle(order)
    assert first_shares([options[place] for place in order]) == tuple(shares[place] for place in order)


@given(OPTIONS, st.integers(0, 4), st.floats(0, 2))
def test_an_option_that_another_dominates_is_never_first_and_takes_nothing(options, place, less):
    shares = first_shares(options)
    dominated = tuple(value - less - 0.01 for value in options[place % len(options)])
    assert first_shares([*options, dominated]) == (*shares, 0.0)


@given(OPTIONS, st.floats(0.1, 10), st.floats(-10, 10))
def test_the_scale_and_its_origin_do_not_matter(options, factor, shift):
    moved = [tuple(value * factor + shift for value in option) for option in options]
    if len(set(moved)) == len(set(options)):
        assert first_shares(moved) == pytest.approx(first_shares(options), abs=CLOSE)
