"""How many units a comparison needs: the specification's section E0, by number, and cross-checks by other formulas."""

import math
from statistics import NormalDist

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from roi_plugin.economics.comparisons import Clustered, PairedShares, TwoMeans, TwoShares
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample_size import Rigour, critical, half_width, power, smallest_change, units_needed

USUAL = Rigour(significance=0.05, power=0.80)
Z = NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.80)
BOOKINGS = TwoShares(baseline=0.05)


@pytest.mark.parametrize(
    ("baseline", "change", "each"),
    [
        (0.05, 0.005, 31_234),  # E0.1: half a point on 5 %
        (0.05, 0.00025, 11_958_549),  # E0.2: half a percent of the 5 %
        (0.94, 0.002, 217_880),  # E0.7
        (0.99, 0.009, 1_059),  # E0.8
        (0.055, -0.005, 31_234),  # E0.1 the other way round
    ],
)
def test_two_equal_groups_need_the_published_number_of_units_each(baseline, change, each):
    groups = units_needed(TwoShares(baseline=baseline), change, USUAL)
    assert (groups.changed, groups.unchanged, groups.total) == (each, each, 2 * each)


def test_three_other_formulas_come_close():
    each = units_needed(BOOKINGS, 0.005, USUAL).changed
    unpooled = Z**2 * (0.05 * 0.95 + 0.055 * 0.945) / 0.005**2
    arcsine = 2 * (Z / (2 * math.asin(math.sqrt(0.055)) - 2 * math.asin(math.sqrt(0.05)))) ** 2
    assert (math.ceil(unpooled), math.ceil(arcsine)) == (31_231, 31_218)  # E0.1
    assert each == pytest.approx(unpooled, rel=1e-3) == pytest.approx(arcsine, rel=1e-3)
    assert each == pytest.approx(16 * 0.05 * 0.95 / 0.005**2, rel=0.03)  # E0.1: 30,400 by the rule of thumb


def test_a_few_hundred_people_hardly_ever_show_half_a_point():
    assert power(BOOKINGS, 0.005, 300, 0.05) == pytest.approx(0.054, abs=5e-4)  # E0.3


def test_a_few_hundred_people_can_show_a_lift_of_nearly_ten_points():
    lift = smallest_change(BOOKINGS, 300, USUAL)
    assert lift == pytest.approx(0.096, abs=5e-4)  # E0.4
    assert lift / 0.05 == pytest.approx(1.91, abs=0.01)


def test_half_width_of_the_difference_of_a_few_hundred_people():
    assert half_width(BOOKINGS, 300, 0.05) == pytest.approx(0.049, abs=5e-4)  # E0.5


def test_pairs_that_seldom_differ_need_few_units():
    groups = units_needed(PairedShares(discordant=0.04), 0.01, USUAL)
    assert (groups.changed, groups.unchanged, groups.total) == (3_138, 3_138, 3_138)  # E0.9


def test_sessions_of_four_and_a_half_weeks_are_needed():
    weeks = units_needed(BOOKINGS, 0.005, USUAL).total / 60_000 * 365.25 / 12 / 7
    assert weeks == pytest.approx(4.5, abs=0.05)  # E0.10


@pytest.mark.parametrize(("deviation", "change"), [(12.5, 1.0), (3.0, -0.2), (200.0, 10.0)])
def test_means_need_about_sixteen_squared_deviations_a_group(deviation, change):
    each = units_needed(TwoMeans(deviation=deviation), change, USUAL).changed
    assert each == math.ceil(2 * Z**2 * deviation**2 / change**2)
    assert each == pytest.approx(16 * deviation**2 / change**2, rel=0.03)


@pytest.mark.parametrize(("size", "icc", "effect"), [(20, 0.05, 1.95), (1, 0.5, 1.0), (30, 0.0, 1.0), (10, 1.0, 10.0)])
def test_clusters_multiply_the_units_by_the_design_effect(size, icc, effect):
    clustered = Clustered(of=BOOKINGS, size=size, icc=icc)
    assert clustered.design_effect == pytest.approx(effect)
    each = units_needed(clustered, 0.005, USUAL).changed
    assert each == pytest.approx(31_233.44 * effect, abs=1)
    assert power(clustered, 0.005, 62_468 * effect, 0.05) == pytest.approx(power(BOOKINGS, 0.005, 62_468, 0.05))


@pytest.mark.parametrize("split", [0.1, 0.25, 0.8])
def test_unequal_groups_follow_the_formula_with_their_ratio(split):
    changed, ratio = 0.055, (1 - split) / split
    pooled = (changed + ratio * 0.05) / (ratio + 1)
    first = NormalDist().inv_cdf(0.975) * math.sqrt((ratio + 1) * pooled * (1 - pooled))
    second = NormalDist().inv_cdf(0.80) * math.sqrt(ratio * changed * (1 - changed) + 0.05 * 0.95)
    needed = (first + second) ** 2 / (ratio * 0.005**2)  # Fleiss, Levin and Paik (2003), chapter 4
    groups = units_needed(TwoShares(baseline=0.05, split=split), 0.005, USUAL)
    assert (groups.changed, groups.unchanged) == (math.ceil(needed), math.ceil(needed * ratio))
    assert groups.total > 62_468


@pytest.mark.parametrize(("significance", "score"), [(0.05, 1.959964), (0.10, 1.644854), (0.01, 2.575829)])
def test_critical_value_is_two_sided(significance, score):
    assert critical(significance) == pytest.approx(score, abs=5e-7)


@pytest.mark.parametrize(
    ("comparison", "change", "reason"),
    [
        (BOOKINGS, 0.0, "a change of 0 is none to see"),
        (BOOKINGS, 0.95, "a change of 95 points from 5 % does not stay between 0 % and 100 %"),
        (BOOKINGS, -0.06, "a change of -6 points from 5 % does not stay between 0 % and 100 %"),
        (PairedShares(discordant=0.04), -0.05, "a change of 5 points cannot be, where only 4 % of the pairs differ"),
        (TwoMeans(deviation=1e9), 1e-200, "its numbers are too large to compute with"),
    ],
)
def test_what_cannot_be_seen_has_a_reason(comparison, change, reason):
    with pytest.raises(NoFigureError) as caught:
        units_needed(comparison, change, USUAL)
    assert str(caught.value) == reason


def test_power_to_see_nothing_is_not_asked():
    with pytest.raises(NoFigureError, match="a change of 0"):
        power(BOOKINGS, 0.0, 300, 0.05)


@pytest.mark.parametrize(
    ("comparison", "units"),
    [(BOOKINGS, 3), (TwoShares(baseline=0.05, split=0.1), 19), (PairedShares(discordant=0.2), 1)],
)
def test_a_group_of_one_shows_nothing(comparison, units):
    for ask in (
        lambda: power(comparison, 0.01, units, 0.05),
        lambda: smallest_change(comparison, units, USUAL),
        lambda: half_width(comparison, units, 0.05),
    ):
        with pytest.raises(NoFigureError, match="fewer than two units"):
            ask()


def test_a_group_is_never_smaller_than_two():
    assert units_needed(TwoMeans(deviation=1.0), 100.0, USUAL).changed == 2


@pytest.mark.parametrize(
    ("comparison", "units"),
    [
        (TwoShares(baseline=0.05), 60),
        (TwoShares(baseline=5e-324), 60),  # no number lies between this one and 0
        (PairedShares(discordant=0.01), 50),
    ],
)
def test_where_no_fall_can_be_seen_there_is_no_smallest_one(comparison, units):
    with pytest.raises(NoFigureError, match="not even the largest change"):
        smallest_change(comparison, units, USUAL, down=True)


SHARES = st.floats(0.001, 0.999)
SPLITS = st.floats(0.05, 0.95)
COMPARISONS = st.one_of(
    st.builds(TwoShares, baseline=SHARES, split=SPLITS),
    st.builds(TwoMeans, deviation=st.floats(1e-3, 1e6), split=SPLITS),
    st.builds(PairedShares, discordant=SHARES),
)
RIGOURS = st.builds(Rigour, significance=st.floats(0.001, 0.3), power=st.floats(0.5, 0.99))


@given(COMPARISONS, st.integers(100, 10**7), RIGOURS, st.booleans())
def test_the_smallest_change_needs_just_the_units_there_are(comparison, units, rigour, down):
    try:
        size = smallest_change(comparison, units, rigour, down=down)
    except NoFigureError:
        reject()
    change = -size if down else size
    assert units_needed(comparison, change, rigour).total == pytest.approx(units, rel=1e-9, abs=3)
    assert power(comparison, change, units, rigour.significance) >= rigour.power - 1e-9


@given(COMPARISONS, st.floats(1e-6, 0.4), st.integers(100, 10**7), st.integers(2, 100))
def test_more_units_never_see_less(comparison, change, units, times):
    try:
        few, many = (power(comparison, change, size, 0.05) for size in (units, units * times))
    except NoFigureError:
        reject()
    assert 0 <= few <= many + 1e-9
    assert many <= 1 + 1e-12
