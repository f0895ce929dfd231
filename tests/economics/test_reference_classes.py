"""Published records as distributions. Worked examples: the specification's sections D1 and D2."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.known_classes import ClassFaultError, named_benefit_class, named_cost_class
from roi_plugin.economics.overruns import Tail, from_share_over, from_worst, uplift
from roi_plugin.economics.reference_classes import BENEFIT_CLASSES, COST_CLASSES, IT_TAIL
from roi_plugin.model.decision import ReferenceClass

PRINTED = 5e-5
SPECIAL = 1e-6


def cost_class(name):
    return named_cost_class(ReferenceClass(cost=name))


def benefit_class(name):
    return named_benefit_class(ReferenceClass(benefit=name))


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


@pytest.mark.parametrize(("managed", "left"), [("0%", 0.51), ("50%", 0.255), ("92%", 0.0408), ("95%", 0.04), (1, 0.04)])
def test_what_is_managed_away_of_an_uplift_goes_down_to_the_published_lower_bound(estimate, managed, left):
    named = ReferenceClass(cost="green-book-non-standard-buildings", managed=estimate(managed))
    found = named_cost_class(named)
    assert found.multiple.mean == pytest.approx(1 + left, rel=1e-9)
    assert found.managed == named.managed.quantity.value


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
    ("key", "name", "fault", "help_"),
    [
        ("cost", "software-efort", "is no reference class that is known for cost", "did you mean `software-effort`?"),
        ("cost", "zzz", "is no reference class that is known for cost", "expected `software-effort`, `softw"),
        ("cost", "online-experiments", "is no reference class that is known for cost", "it is one for benefit"),
        ("benefit", "it-projects", "is no reference class that is known for benefit", "it is one for cost"),
    ],
)
def test_an_unknown_class_names_the_nearest(key, name, fault, help_):
    named = ReferenceClass(**{key: name})
    with pytest.raises(ClassFaultError) as raised:
        (named_cost_class(named), named_benefit_class(named))
    assert (raised.value.key, raised.value.fault) == (key, f"`{name}` {fault}")
    assert raised.value.help.startswith(help_)
    assert str(raised.value) == f"`reference_class.{key}`: `{name}` {fault}: {raised.value.help}"


@pytest.mark.parametrize(
    ("cost", "managed", "message"),
    [
        (None, "92%", "there is no class whose causes could be managed: name it in `cost`"),
        ("green-book-standard-civil", "80%..95%", "`80%..95%` is not one share: expected for example `92%`"),
        ("software-effort", "92%", "the source of `software-effort` does not say what is left once its causes are man"),
        ("transport-scotland-roads", "92%", "the source of `transport-scotland-roads` does not say what is left once"),
    ],
)
def test_what_cannot_be_managed_says_why(estimate, cost, managed, message):
    with pytest.raises(ClassFaultError) as raised:
        named_cost_class(ReferenceClass(cost=cost, managed=estimate(managed)))
    assert str(raised.value).startswith(f"`reference_class.managed`: {message}")


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
