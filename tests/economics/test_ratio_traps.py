"""What goes wrong with a ratio: the specification's sections C4, C5 and C6."""

import pytest


def test_saving_is_a_gain(returns_of):
    found = returns_of({"id": "a", "gain": 300, "cost": 100})["a"]  # C4.1
    assert (found.roi.mean, found.npv.mean) == (pytest.approx(2), 200)


def test_saving_as_negative_cost_keeps_the_net_value_and_loses_the_ratio(returns_of):
    found = returns_of({"id": "a", "gain": 0, "cost": -200})["a"]  # C4.2: other tools print -100 %
    assert (found.roi.mean, found.npv.mean) == (None, 200)
    assert found.roi.reason == "the cost `cost` is negative: a saving is a gain"


def test_side_effect_changes_the_ratio_with_its_side_but_not_the_net_value(returns_of):
    netted = {"id": "netted", "gain": 250, "cost": 100}
    added = {"id": "added", "gain": 300, "costs": [{"id": "c", "money": 100}, {"id": "d", "money": 50}]}
    found = returns_of(netted, added)  # C4.3
    assert (found["netted"].roi.mean, found["added"].roi.mean) == (pytest.approx(1.5), pytest.approx(1.0))
    assert found["netted"].npv.mean == found["added"].npv.mean == 150


def test_without_cost_there_is_no_ratio(returns_of):
    found = returns_of({"id": "a", "gain": 10, "cost": 0})["a"]  # C4.4
    assert (found.roi.mean, found.roi.reason, found.npv.mean) == (None, "no cost", 10)


def test_larger_ratio_may_be_worth_less(returns_of):
    found = returns_of({"id": "small", "gain": 30, "cost": 10}, {"id": "large", "gain": 2000, "cost": 1000})  # C4.5
    assert (found["small"].roi.mean, found["large"].roi.mean) == (pytest.approx(2), pytest.approx(1))
    assert (found["small"].npv.mean, found["large"].npv.mean) == (20, 1000)


@pytest.mark.parametrize("cost", ["-10..50", "0..50", "-5 < 10 < 50"])
def test_cost_range_that_reaches_zero_makes_no_ratio(returns_of, cost):
    found = returns_of({"id": "a", "gain": 30, "cost": cost})["a"]  # C4.6
    assert found.roi.mean is None
    assert found.roi.reason == "the range of the cost `cost` reaches zero"
    assert found.npv.mean is not None


def test_time_saved_is_not_money_without_a_price(returns_of):
    gain = {"id": "g", "value": "people * hours", "per": "week", "inputs": {"people": 300, "hours": "1 person-hour"}}
    found = returns_of({"id": "a", "gains": [gain], "cost": 100})["a"]  # C4.7
    assert found.gain.mean is None
    assert found.gain.reason.startswith("`g`: time is not priced")
    priced = returns_of({"id": "a", "gains": [gain], "cost": 100}, person_week=4000, discount_rate="0%")["a"]
    assert priced.gain.mean == pytest.approx(300 / 40 * 4000 * 365.25 / 7)


def test_mean_of_ratios_is_not_the_headline(returns_of):
    lives = {"id": "g", "value": "1 < 100 < 199"}
    found = returns_of({"id": "a", "gains": [lives], "cost": 10_000})["a"]
    assert 1 / (found.roi.mean + 1) == pytest.approx(100)  # C5.1: 100 a life, not 3 383
    ranges = returns_of({"id": "a", "gain": "50k..400k", "cost": "80k..240k"})["a"]
    assert ranges.roi.mean == pytest.approx(0.178717, rel=1e-5)  # C5.2, B3.4: not 0.317785


def test_risk_that_counts_twice_would_cost_another_46k(returns_of):
    def option(p):
        return {"id": "a", "gains": [{"id": "g", "value": 375, "p": p}], "cost": 233.3}

    assert returns_of(option(0.35))["a"].npv.mean == pytest.approx(-102.05)  # C6.1
    assert returns_of(option(0.35 * 0.65))["a"].npv.mean == pytest.approx(-147.99, abs=0.005)  # the haircut on top
