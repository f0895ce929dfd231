"""What goes wrong with a ratio: the specification's sections C4, C5 and C6."""

import numpy as np
import pytest
from msgspec import structs

from roi_plugin.economics.closed_figures import closed_options
from roi_plugin.economics.draw import draw
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.sample import Figures, Rows
from roi_plugin.economics.sampled_figures import ratio_rows, roi_figure
from roi_plugin.model.policy import Policy

EXACT = 1e-9


def test_saving_is_a_gain(returns_of):
    found = returns_of({"id": "a", "gain": 300, "cost": 100})["a"]  # C4.1
    assert (found.roi.mean, found.npv.mean) == (pytest.approx(2, rel=EXACT), 200)


def test_saving_as_negative_cost_keeps_the_net_value_and_loses_the_ratio(returns_of):
    found = returns_of({"id": "a", "gain": 0, "cost": -200})["a"]  # C4.2: other tools print -100 %
    assert (found.roi.mean, found.npv.mean) == (None, 200)
    assert found.roi.reason == "the cost `cost` is negative: a saving is a gain"


def test_side_effect_changes_the_ratio_with_its_side_but_not_the_net_value(returns_of):
    netted = {"id": "netted", "gain": 250, "cost": 100}
    added = {"id": "added", "gain": 300, "costs": [{"id": "c", "money": 100}, {"id": "d", "money": 50}]}
    found = returns_of(netted, added)  # C4.3
    assert (found["netted"].roi.mean, found["added"].roi.mean) == pytest.approx((1.5, 1.0), rel=EXACT)
    assert found["netted"].npv.mean == found["added"].npv.mean == 150


def test_without_cost_there_is_no_ratio(returns_of):
    found = returns_of({"id": "a", "gain": 10, "cost": 0})["a"]  # C4.4
    assert (found.roi.mean, found.roi.reason, found.npv.mean) == (None, "no cost", 10)


def test_larger_ratio_may_be_worth_less(returns_of):
    found = returns_of({"id": "small", "gain": 30, "cost": 10}, {"id": "large", "gain": 2000, "cost": 1000})  # C4.5
    assert (found["small"].roi.mean, found["large"].roi.mean) == pytest.approx((2, 1), rel=EXACT)
    assert (found["small"].npv.mean, found["large"].npv.mean) == (20, 1000)


@pytest.mark.parametrize("cost", ["-10..50", "0..50", "-5 < 10 < 50"])
def test_cost_range_that_reaches_zero_makes_no_ratio(returns_of, cost):
    found = returns_of({"id": "a", "gain": 30, "cost": cost})["a"]  # C4.6
    assert found.roi.mean is None
    assert found.roi.reason == "the range of the cost `cost` reaches zero"
    assert found.npv.mean is not None


@pytest.mark.parametrize(
    ("money", "time", "is_printed"),
    [
        ("12k..25k", "0..0.01 person-weeks", True),
        ("12k..25k", "0..1 person-weeks", True),
        ("12k..25k", "0..20 person-weeks", False),
        ("0..25k", "0..0.01 person-weeks", False),
    ],
)
def test_cost_that_may_be_nothing_beside_one_that_may_not_leaves_the_ratio(returns_of, money, time, is_printed):
    costs = [{"id": "m", "money": money}, {"id": "t", "time": time}]
    found = returns_of({"id": "a", "gain": "30k..60k", "costs": costs}, person_week="3k..5k")["a"]  # C4.6
    assert (found.roi.mean is not None) is is_printed
    assert found.roi.reason is None or found.roi.reason.endswith("reaches zero")


def test_time_saved_is_not_money_without_a_price(returns_of):
    gain = {"id": "g", "value": "people * hours", "per": "week", "inputs": {"people": 300, "hours": "1 person-hour"}}
    found = returns_of({"id": "a", "gains": [gain], "cost": 100})["a"]  # C4.7
    assert found.gain.mean is None
    assert found.gain.reason.startswith("`g`: time is not priced")
    priced = returns_of({"id": "a", "gains": [gain], "cost": 100}, person_week=4000, discount_rate="0%")["a"]
    assert priced.gain.mean == pytest.approx(300 / 40 * 4000 * 365.25 / 7, rel=EXACT)


@pytest.fixture
def three_cases(decision):
    """C5.1: for 10 000, 1, 100 or 199 lives, equally likely: a sum without closed form, on points of our own."""
    lives = {"id": "g", "value": "a / (b + c)", "inputs": {"a": "1..2", "b": "1..2", "c": "1..2"}}
    record = decision({"id": "a", "gains": [lives], "cost": 10_000})
    resolution = resolve(record, Policy())
    saved, paid = np.repeat([1.0, 100.0, 199.0], 8), np.full(24, 10_000.0)
    sample = draw(record, resolution)
    rows = {name: Rows(events=(), values=each[None, :]) for name, each in (("gain", saved), ("cost", paid))}
    rows["npv"] = Rows(events=(), values=rows["gain"].values - rows["cost"].values)
    sample = structs.replace(
        sample,
        **{name: Figures({"a": each}, sample.active) for name, each in rows.items()},
        amounts=sample.amounts | {"a/g": saved},
        line_means=sample.line_means | {"a/g": float(saved.mean())},
    )
    return closed_options(record, resolution, sample, sample.missing)[0], sample


def test_a_life_costs_the_ratio_of_means_and_not_the_mean_of_ratios(three_cases):
    option, sample = three_cases
    ratios = ratio_rows(option, sample)
    found = roi_figure(option, ratios, sample)
    assert 1 / (found.mean + 1) == pytest.approx(100, rel=EXACT)  # C5.1, Effective Altruism Forum
    assert (1 / (ratios.values + 1)).mean() == pytest.approx(3_383.42, abs=0.005)
    printed = [1 / (each + 1) for each in (found.mean, found.p5, found.p50, found.p95)]
    assert printed == pytest.approx([100, 10_000, 100, 10_000 / 199], rel=EXACT)
    assert all(each != pytest.approx(3_383.42, rel=0.01) for each in printed)


def test_headline_of_two_ranges_is_not_the_mean_of_their_ratio(returns_of):
    ranges = returns_of({"id": "a", "gain": "50k..400k", "cost": "80k..240k"})["a"]
    assert ranges.roi.mean == pytest.approx(0.178717, abs=5e-7)  # C5.2, B3.4: not 0.317785


def test_risk_that_counts_twice_would_cost_another_46k(returns_of):
    def option(p):
        return {"id": "a", "gains": [{"id": "g", "value": 375, "p": p}], "cost": 233.3}

    assert returns_of(option(0.35))["a"].npv.mean == pytest.approx(-102.05, rel=EXACT)  # C6.1
    assert returns_of(option(0.35 * 0.65))["a"].npv.mean == pytest.approx(-147.99, abs=0.005)  # the haircut on top
