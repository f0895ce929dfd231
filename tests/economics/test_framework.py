"""Worked examples: the specification's section C7, computed there twice independently from the talk's two sums."""

import itertools
import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.framework import framework
from roi_plugin.economics.framework_levels import scores_of, scores_of_whole
from roi_plugin.model.policy import Anchor, FrameworkAnchors, FrameworkWeights, Policy
from roi_plugin.model.scores import FACTOR_PARTS, Factor, Level, Scores

EXACT = 1e-9
TO_A_TENTH_OF_A_PERCENT = 0.0005
NATURAL = Anchor(levels=(1.0, 3.0, 10.0, 30.0, 100.0), unit="person-weeks asked of other teams")


def factor(level):
    if isinstance(level, dict):
        return Factor(parts={part: Level(level=each) for part, each in level.items()})
    return None if level is None else Factor(whole=Level(level=level))


def scores(*levels):
    return Scores(**dict(zip(FACTOR_PARTS, map(factor, levels), strict=True)))


def figures(*levels, policy=None):
    return framework(scores(*levels), policy or Policy())


@pytest.mark.parametrize(
    ("levels", "raw", "balanced", "anchored"),
    [
        ((3, 3, 3, 3, 3), 0.5, 0.0, 0.0),  # C7.1
        ((3, 2, 5, 2, 1), 2.333, 1.222, 3.889),  # C7.2, `tune`
        ((3, 3, 2, 4, 4), 0.0, -0.333, -0.583),  # C7.3, `sota`
        ((1, 1, 1, 5, 5), -0.7, -0.8, -0.9375),  # C7.4
        ((5, 5, 5, 1, 1), 6.5, 4.0, 15.0),  # C7.4
        ((3, 3, 2, 3, 4), 0.143, -0.238, -0.444),  # C7.5
    ],
)
def test_the_three_forms_are_the_published_ones(levels, raw, balanced, anchored):
    found = figures(*levels)
    assert (found.raw, found.balanced, found.anchored) == pytest.approx(
        (raw, balanced, anchored), abs=TO_A_TENTH_OF_A_PERCENT
    )
    gain, cost = sum(levels[:3]), sum(levels[3:])
    assert found.raw == pytest.approx((gain - cost) / cost, rel=EXACT)
    assert found.balanced == pytest.approx((gain / 3 - cost / 2) / (cost / 2), rel=EXACT)


@pytest.mark.parametrize(
    ("levels", "low", "high", "positive"),
    [
        ((3, 2, 5, 2, 1), -0.067, 3.0, 0.996),  # C7.2
        ((3, 3, 2, 4, 4), -0.667, 0.222, 0.025),  # C7.3
    ],
)
def test_one_level_off_is_the_published_interval(levels, low, high, positive):
    found = figures(*levels)
    assert (found.low, found.high) == pytest.approx((low, high), abs=TO_A_TENTH_OF_A_PERCENT)
    assert found.positive_share == pytest.approx(positive, abs=TO_A_TENTH_OF_A_PERCENT)


@pytest.fixture(scope="module")
def every_combination():
    return [figures(*levels) for levels in itertools.product(range(1, 6), repeat=5)]


def test_the_raw_form_says_yes_almost_always(every_combination):
    raw = [found.raw for found in every_combination]
    assert len(raw) == 3125
    assert sum(roi > 0 for roi in raw) / 3125 == pytest.approx(0.780, abs=TO_A_TENTH_OF_A_PERCENT)
    assert sum(roi == 0 for roi in raw) / 3125 == pytest.approx(0.082, abs=TO_A_TENTH_OF_A_PERCENT)
    assert statistics.fmean(raw) == pytest.approx(0.735, abs=TO_A_TENTH_OF_A_PERCENT)
    assert (min(raw), max(raw)) == pytest.approx((-0.70, 6.50), rel=EXACT)


def test_the_balanced_form_is_as_often_negative_as_positive(every_combination):
    balanced = [found.balanced for found in every_combination]
    assert sum(roi > 0 for roi in balanced) / 3125 == pytest.approx(0.475, abs=TO_A_TENTH_OF_A_PERCENT)
    assert sum(roi == 0 for roi in balanced) / 3125 == pytest.approx(0.050, abs=TO_A_TENTH_OF_A_PERCENT)
    assert (min(balanced), max(balanced)) == pytest.approx((-0.80, 4.00), rel=EXACT)


def test_levels_that_double_turn_round_one_ranking_in_twelve(every_combination):
    pairs = np.array([(found.balanced, found.anchored) for found in every_combination]).round(12)
    distinct, counts = np.unique(pairs, axis=0, return_counts=True)
    by_balanced, by_anchored = (np.sign(form[:, None] - form[None, :]) for form in distinct.T)
    many = counts[:, None] * counts[None, :]
    flipped = many[by_balanced * by_anchored < 0].sum() / many[by_balanced * by_anchored != 0].sum()
    assert flipped == pytest.approx(0.083, abs=TO_A_TENTH_OF_A_PERCENT)


def test_what_is_below_average_by_sums_can_be_above_it_by_what_levels_stand_for():
    found = figures(5, 1, 2, 3, 3)
    assert found.balanced == pytest.approx(-0.111, abs=TO_A_TENTH_OF_A_PERCENT)
    assert found.anchored == pytest.approx(0.583, abs=TO_A_TENTH_OF_A_PERCENT)


def test_indices_are_multiples_of_a_typical_decision():
    found = figures(5, 3, 1, 4, 2)
    assert (found.gain_index, found.cost_index) == pytest.approx(((4 + 1 + 0.25) / 3, (2 + 0.5) / 2), rel=EXACT)


def test_swing_weights_move_the_anchored_form_only():
    policy = Policy(
        framework_weights=FrameworkWeights(potential=100, motivation=50, skills=0, risks=30, involvement=90)
    )
    plain, weighed = figures(5, 3, 1, 4, 2), figures(5, 3, 1, 4, 2, policy=policy)
    assert weighed.gain_index == pytest.approx((100 * 4 + 50 * 1) / 150, rel=EXACT)
    assert weighed.cost_index == pytest.approx((30 * 2 + 90 * 0.5) / 120, rel=EXACT)
    assert weighed.anchored == pytest.approx(3.0 / 0.875 - 1, rel=EXACT)
    assert (weighed.raw, weighed.balanced, weighed.low) == (plain.raw, plain.balanced, plain.low)


def test_natural_units_count_in_ratio_to_their_middle_level():
    policy = Policy(framework_anchors=FrameworkAnchors(involvement=NATURAL))
    assert figures(3, 3, 3, 3, 3, policy=policy).anchored == pytest.approx(0, abs=EXACT)
    assert figures(3, 3, 3, 3, 5, policy=policy).cost_index == pytest.approx((1 + 10) / 2, rel=EXACT)
    between = figures(3, 3, 3, 3, {"partners": 4, "incentives": 5}, policy=policy)
    assert between.cost_index == pytest.approx((1 + math.sqrt(3 * 10)) / 2, rel=EXACT)


def test_a_factor_given_by_parts_has_the_mean_of_its_parts():
    parts = {"revenue": 5, "user-experience": 2, "operational-efficiency": 1}
    found = figures(parts, 3, 3, {"technical": 2, "budget": 3}, 3)
    assert [level.level for level in found.levels] == pytest.approx([8 / 3, 3, 3, 2.5, 3], rel=EXACT)
    assert found.raw == pytest.approx((8 / 3 + 6) / 5.5 - 1, rel=EXACT)
    assert found.gain_index == pytest.approx((2 ** (8 / 3 - 3) + 2) / 3, rel=EXACT)
    assert [level.parts for level in found.levels] == [3, 0, 0, 2, 0]


def test_each_part_may_be_a_level_off_but_never_beyond_the_scale():
    level = figures({"revenue": 5, "user-experience": 1}, 3, 3, 3, 3).levels[0]
    assert level.variants == (60 * 5 / 2, 60 * 3, 60 * 7 / 2)


def test_a_mean_of_parts_compares_without_rounding():
    thirds = {"partners": 1, "incentives": 1, "dependencies": 2}
    found = figures({"revenue": 1, "user-experience": 1, "operational-efficiency": 2}, 1, 1, thirds, 1)
    assert found.balanced == pytest.approx((10 / 9) / (7 / 6) - 1, rel=EXACT)


@pytest.mark.parametrize(
    ("levels", "reason"),
    [
        ((None, 3, 3, 3, 3), "not scored: `potential`"),
        ((3, 3, None, {}, None), "not scored: `skills`, `risks`, `involvement`"),
    ],
)
def test_a_missing_factor_leaves_no_figure_but_a_reason(levels, reason):
    found = figures(*levels)
    assert found.reason == reason
    assert {found.raw, found.balanced, found.anchored, found.low, found.positive_share, found.gain_index} == {None}


def test_weights_that_are_all_zero_leave_no_anchored_form():
    policy = Policy(framework_weights=FrameworkWeights(risks=0, involvement=0))
    found = figures(3, 3, 3, 3, 3, policy=policy)
    assert (found.anchored, found.cost_index, found.gain_index) == (None, None, 1)
    assert found.reason == "no anchored score: the policy's framework weights of `risks`, `involvement` are all 0"
    assert found.balanced == 0


def test_everyone_who_judged_is_named_once():
    judged = Scores(
        potential=Factor(parts={"revenue": Level(level=3, by=("kim", "lee")), "user-experience": Level(level=4)}),
        motivation=Factor(whole=Level(level=3, by=("lee",))),
        skills=Factor(whole=Level(level=3)),
        risks=Factor(whole=Level(level=3, by=("ana", "kim"))),
        involvement=Factor(whole=Level(level=3, levels={"sam": 2, "kim": 4})),
    )
    assert framework(judged, Policy()).assessors == ("kim", "lee", "ana", "sam")


def test_scores_of_the_decision_hold_for_the_chosen_option_unless_options_have_their_own(decision):
    from msgspec import structs

    record = decision({"id": "do-nothing"}, {"id": "a", "chosen": True}, {"id": "b"})
    whole = structs.replace(record, scores=scores(4, 3, 3, 2, 2))
    assert [scores_of(whole, option) for option in whole.options] == [None, whole.scores, None]
    assert scores_of_whole(whole) is None
    own = structs.replace(whole.options[2], scores=scores(1, 1, 1, 1, 1))
    mixed = structs.replace(whole, options=(*whole.options[:2], own))
    assert [scores_of(mixed, option) for option in mixed.options] == [None, None, own.scores]
    assert scores_of_whole(mixed) is mixed.scores


LEVELS = st.integers(1, 5)
JUDGED = st.one_of(LEVELS, st.dictionaries(st.sampled_from(["a", "b", "c", "d", "e"]), LEVELS, min_size=1, max_size=5))
WEIGHTS = st.floats(0, 1000)
ANCHORS = st.none() | st.lists(st.floats(1e-6, 1e9), min_size=5, max_size=5, unique=True).map(
    lambda levels: Anchor(levels=tuple(sorted(levels)))
)
POLICIES = st.builds(
    Policy,
    framework_weights=st.builds(FrameworkWeights, **dict.fromkeys(FACTOR_PARTS, WEIGHTS)),
    framework_anchors=st.builds(FrameworkAnchors, **dict.fromkeys(FACTOR_PARTS, ANCHORS)),
)


@given(st.tuples(JUDGED, JUDGED, JUDGED, JUDGED, JUDGED), POLICIES)
def test_any_scores_have_finite_figures_within_their_interval(levels, policy):
    found = figures(*levels, policy=policy)
    assert found.low <= found.balanced <= found.high
    assert 0 <= found.positive_share <= 1
    assert -0.7 - EXACT <= found.raw <= 6.5 + EXACT
    anchored = (found.anchored, found.gain_index, found.cost_index)
    assert all(value is None or math.isfinite(value) for value in anchored)
    assert (None in anchored) == (found.reason is not None)


@given(st.tuples(LEVELS, LEVELS, LEVELS, LEVELS, LEVELS), st.integers(0, 4), POLICIES)
def test_a_higher_level_never_makes_a_gain_worse_nor_a_cost_better(levels, index, policy):
    higher = [min(level + (place == index), 5) for place, level in enumerate(levels)]
    before, after = figures(*levels, policy=policy), figures(*higher, policy=policy)
    sign = 1 if index < 3 else -1
    assert sign * (after.balanced - before.balanced) >= 0
    if after.anchored is not None:
        assert sign * (after.anchored - before.anchored) >= -EXACT * abs(before.anchored + 1)
