"""Events are enumerated while there are no more than eight, then drawn, then expected; section B4."""

import numpy as np
import pytest

from roi_plugin.economics.valuation import value
from roi_plugin.model.policy import Policy


@pytest.fixture
def valued(decision):
    return lambda *options, **rest: value(decision(*options, **rest), Policy())


def risks(count, **more):
    return [{"id": f"r{index}", "p": 0.3, "impact": 100 + 10 * index, **more} for index in range(count)]


def test_weights_sum_to_one_and_follow_the_bits(valued):
    sample = valued({"id": "do-nothing"}, {"id": "a", "gain": 500, "cost": 10, "risks": risks(3)}).sample
    assert [event.key for event in sample.events] == ["a/r2", "a/r1", "a/r0"]
    assert sample.scenario_weights.sum() == pytest.approx(1)
    assert sample.scenario_weights[0b101] == pytest.approx(0.3 * 0.7 * 0.3)
    assert sample.active[0b101].tolist() == [True, False, True]
    assert sample.cost["a"][0b101, 0] == 10 + 120 + 100


@pytest.mark.parametrize("count", [8, 9, 12, 40])
def test_more_events_than_enumerated_keep_the_exact_mean_and_are_said(valued, count):
    found = valued({"id": "do-nothing"}, {"id": "a", "gain": "3k..4k", "cost": "10..20", "risks": risks(count)})
    sample, option = found.sample, found.option("a")
    sampled = (sample.scenario_weights[:, None] * sample.npv["a"]).sum(0).mean()
    assert len(sample.events) == 8
    assert sampled == pytest.approx(option.npv.mean, rel=0.002)
    assert bool(found.notes) == (count > 8)
    assert ("probability times amount" in " ".join(found.notes)) == (count == 40)
    if count == 9:
        assert found.notes == ("more than 8 events: `r0.event` move least and are sampled, not enumerated",)


def test_more_inputs_than_dimensions_stand_at_their_means_and_are_said(valued):
    costs = [{"id": f"c{index:02}", "money": f"{100 + index}..{400 + 9 * index}"} for index in range(23)]
    found = valued({"id": "do-nothing"}, {"id": "a", "gain": "3k..9k", "costs": costs})
    assert len(found.sample.keys) == 20
    assert found.notes == (
        "more than 20 uncertain inputs: `c03`, `c02`, `c01`, `c00` move least and stand at their means",
    )
    assert found.sample.values["a/gain"].shape == (4096,)


def test_uncertain_probability_weighs_every_point(valued):
    gain = {"id": "g", "value": "100..200", "p": "20%..60%"}
    found = valued({"id": "do-nothing"}, {"id": "a", "gains": [gain], "cost": "10..50"})
    assert found.sample.scenario_weights.shape == (2, 4096)
    assert found.sample.scenario_weights.sum(0) == pytest.approx(np.ones(4096))
    assert "a/g:p" in found.sample.keys
    assert sum(option.best_probability for option in found.options) == pytest.approx(1)


def test_gain_taken_over_with_its_probability_shares_the_event(valued):
    first = {"id": "a", "gains": [{"id": "lift", "value": 100, "p": 0.4}], "cost": 10}
    same = {"id": "b", "gains": [{"id": "again", "same_as": "a.lift"}], "cost": 20}
    own = {"id": "b", "gains": [{"id": "again", "same_as": "a.lift", "p": 0.4}], "cost": 20}
    assert [event.key for event in valued(first, same).sample.events] == ["a/lift"]
    assert valued(first, same).option("a").best_probability == 1
    assert len(valued(first, own).sample.events) == 2
    assert valued(first, own).option("a").best_probability == pytest.approx(1 - 0.4 * 0.6)


def test_risk_with_the_impact_of_another_has_its_own_event(valued):
    first = {"id": "a", "gain": 50, "cost": 10, "risks": [{"id": "loss", "p": 0.3, "impact": "100..200"}]}
    other = {"id": "b", "gain": 50, "cost": 10, "risks": [{"id": "less", "p": 0.1, "impact_same_as": "loss"}]}
    sample = valued(first, other).sample
    assert {event.key for event in sample.events} == {"a/loss", "b/less"}
    assert sample.keys == ("a/loss",)


@pytest.mark.parametrize("p", [0, 1])
def test_what_is_certain_is_no_event(valued, p):
    found = valued({"id": "a", "gains": [{"id": "g", "value": 100, "p": p}], "cost": 10})
    assert found.sample.events == ()
    assert found.option("a").npv.p50 == pytest.approx(100 * p - 10)


def test_correlation_with_what_does_not_vary_is_said(valued):
    found = valued({"id": "a", "gain": "5..9", "cost": 10}, correlations=[(("gain", "cost"), 0.5)])
    assert found.notes == ("the correlation of `cost` and `gain` has no effect: `cost` is not one uncertain number",)
