"""Published records as distributions. Worked examples: the specification's sections D1 and D2."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.known_classes import benefit_class, cost_class
from roi_plugin.economics.overruns import Tail, from_share_over, from_worst, managed_uplift, uplift
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.reference_classes import BENEFIT_CLASSES, COST_CLASSES, IT_TAIL

PRINTED = 5e-5
SPECIAL = 1e-6


@pytest.mark.parametrize(
    ("name", "percentiles"),
    [
        ("software-effort", {0.5: 1.2406, 0.8: 1.7535, 0.9: 2.1011, 0.95: 2.4396}),  # Moløkken, Jørgensen 2003
        ("software-effort-norway", {0.5: 1.3104, 0.8: 1.8085, 0.9: 2.1401}),  # Simula 2004
        ("software-effort-private", {0.5: 1.1779, 0.8: 1.4317}),  # Simula 2004
    ],
)
def test_overrun_has_the_derived_percentiles(name, percentiles):
    multiple = cost_class(name).multiple
    assert {p: multiple.percentile(p) for p in percentiles} == pytest.approx(percentiles, abs=PRINTED)


def test_software_effort_has_the_derived_parameters():
    multiple = cost_class("software-effort").multiple
    assert (multiple.mu, multiple.sigma) == pytest.approx((0.2155933, 0.4111234), abs=5e-8)


def test_it_projects_keep_the_mean_and_the_mean_of_the_worst_sixth():
    multiple = cost_class("it-projects").multiple  # Flyvbjerg and Budzier 2011: 27 %, one in six by 200 %
    assert multiple.mean == pytest.approx(1.27, rel=SPECIAL)
    points = 60_000
    worst = [multiple.percentile((point + 0.5) / points) for point in range(points * 5 // 6, points)]
    assert math.fsum(worst) / len(worst) == pytest.approx(3.0, rel=1e-3)


def test_it_tail_is_a_power_law_with_the_published_mean():
    assert pytest.approx(1.378, abs=0.0005) == IT_TAIL.alpha
    assert IT_TAIL.share_above(3) == pytest.approx(0.069, abs=0.0005)
    assert IT_TAIL.share_above(1.5) == pytest.approx(0.18, rel=SPECIAL)


def test_green_books_example_comes_to_111_million():
    # D1.1: non-standard building, 51 % uplift, 92 % of its causes managed away at 7 m, on 100 m.
    building = cost_class("green-book-non-standard-buildings").multiple.mean - 1
    left = round(managed_uplift(building, 0.92), 2)
    assert left == 0.04
    assert 100 * (1 + left) + 7 == pytest.approx(111, rel=1e-9)


def test_a_teams_own_record_moves_the_published_chance():
    prior = benefit_class("online-experiments").prior
    assert prior.mean == pytest.approx(1 / 3, rel=1e-9)
    found = prior.after(successes=3, failures=1)  # D2.2
    assert found == Beta(a=5, b=5)
    assert found.mean == pytest.approx(0.5, rel=1e-9)
    assert (found.percentile(0.05), found.percentile(0.95)) == pytest.approx((0.251, 0.749), abs=0.0005)
    assert found.share_below(found.percentile(0.05)) == pytest.approx(0.05, rel=SPECIAL)
    assert found.lowest == 0


def test_mature_products_have_the_lower_chance():
    assert benefit_class("mature-product-experiments").prior.mean == pytest.approx(1 / 7, rel=1e-9)


def test_every_class_has_a_name_of_its_own_figures_and_a_source():
    classes = (*COST_CLASSES, *BENEFIT_CLASSES)
    assert len({each.name for each in classes}) == len(classes)
    assert all(each.source and each.figures and each.title for each in classes)
    assert all(each.multiple.mean > 1 for each in COST_CLASSES)


@pytest.mark.parametrize(
    ("find", "name", "message"),
    [
        (
            cost_class,
            "software-efort",
            "`software-efort` is no reference class that is known for cost: did you mean `software-effort`?",
        ),
        (cost_class, "zzz", "`zzz` is no reference class that is known for cost: expected `software-effort`, `soft"),
        (
            cost_class,
            "online-experiments",
            "`online-experiments` is no reference class that is known for cost: it is one for benefit",
        ),
        (
            benefit_class,
            "it-projects",
            "`it-projects` is no reference class that is known for benefit: it is one for cost",
        ),
    ],
)
def test_an_unknown_class_names_the_nearest(find, name, message):
    with pytest.raises(NoFigureError) as fault:
        find(name)
    assert str(fault.value).startswith(f"`reference_class.{'cost' if find is cost_class else 'benefit'}`: {message}")


@given(st.floats(0.05, 0.95), st.floats(1.01, 5))
def test_overrun_keeps_the_share_over_and_the_mean(share_over, mean):
    multiple = from_share_over(share_over, mean)
    assert multiple.mean == pytest.approx(mean, rel=1e-9)
    assert multiple.percentile(1 - share_over) == pytest.approx(1, rel=1e-9)


@given(st.floats(1.01, 3), st.floats(0.05, 0.5), st.floats(1.05, 1.9))
def test_overrun_with_a_known_worst_share_keeps_the_mean(mean, share, times):
    multiple = from_worst(mean, share, min(mean * times, 0.95 * mean / share))
    assert multiple.mean == pytest.approx(mean, rel=1e-9)
    assert multiple.sigma > 0


@given(st.floats(1.5, 100), st.floats(1, 10))
def test_fewer_projects_run_over_further(start, further):
    tail = Tail(start=start, share=0.2, mean=start * 3)
    assert 0 < tail.share_above(start * further) <= 0.2


def test_an_uplift_has_no_spread():
    assert uplift(0.51).percentile(0.05) == uplift(0.51).percentile(0.95) == pytest.approx(1.51, rel=1e-9)
