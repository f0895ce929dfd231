"""Worked examples: the specification's section F1."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import option_returns
from roi_plugin.economics.tornado import tornado
from roi_plugin.model.policy import Policy

F1_SWINGS = {
    "sota_bookings.success": 374.9,
    "sota_bookings.uplift": 292.3,
    "build": 168.3,
    "sota_bookings.users": 114.4,
    "sota_bookings.value_per_booking": 90.7,
    "latency.event": 75.8,
    "serving": 74.6,
    "feature-delay.event": 63.5,
    "person_week": 54.9,
}


@pytest.fixture(scope="module")
def swings(decision):
    def compute(*options, at=0, **rest):
        return tornado(resolve(decision(*options, **rest), Policy()), at)

    return compute


def test_flagship_has_the_published_swings_in_their_order(swings, flagship):
    found = swings(*flagship["options"], at=2, correlations=flagship["correlations"], **flagship["terms"])
    first = {swing.input: swing.size / 1000 for swing in found[: len(F1_SWINGS)]}
    assert list(first) == list(F1_SWINGS)
    assert first == {name: pytest.approx(size, abs=0.0501) for name, size in F1_SWINGS.items()}
    assert [swing.input for swing in found[len(F1_SWINGS) :]] == ["feature-delay", "latency"]


def test_swing_of_success_runs_from_cost_alone_to_certain_gain(swings, flagship):
    (success, *_) = swings(*flagship["options"], at=2, **flagship["terms"])
    assert (success.at_low, success.at_high) == (0, 1)
    assert success.low == pytest.approx(-233_323.10, abs=0.005)
    assert success.high == pytest.approx(374_854.50 - 233_323.10, abs=0.01)


def test_ends_are_those_of_the_90_percent_range(swings):
    (only,) = swings({"id": "a", "gain": 100, "cost": "40..60"})
    assert (only.input, only.at_low, only.at_high) == ("cost", pytest.approx(40), pytest.approx(60))
    assert (only.low, only.high) == (pytest.approx(60), pytest.approx(40))


def test_lines_that_share_an_event_swing_together(swings):
    first = {"id": "g", "value": 100, "p": 0.5}
    second = {"id": "h", "same_as": "g"}
    (only,) = swings({"id": "a", "gains": [first, second], "cost": 10})
    assert (only.input, only.low, only.high) == ("g.success", pytest.approx(-10), pytest.approx(190))


def test_numbers_that_are_known_do_not_swing(swings):
    assert swings({"id": "a", "gain": 100, "cost": 40}) == ()


def test_option_that_cannot_be_computed_has_no_swings(swings):
    assert swings({"id": "a", "gain": "x * 2", "cost": 40}) == ()


amounts = st.tuples(st.floats(1, 1e6), st.floats(1, 1e6)).map(lambda two: f"{min(two)!r}..{max(two)!r}")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(amounts, amounts, st.floats(0.01, 0.99))
def test_swing_encloses_the_mean_and_a_gain_mirrors_a_cost(decision, one, other, p):
    gain = {"id": "g", "value": one, "p": p}
    record = decision({"id": "a", "gains": [gain], "cost": other}, {"id": "b", "gain": other, "cost": one})
    npv = option_returns(record, Policy()).options[0].npv.mean
    resolution = resolve(record, Policy())
    swings = {swing.input: swing for swing in tornado(resolution, 0)}
    success = swings["g.success"]
    assert success.low + p * (success.high - success.low) == pytest.approx(npv, rel=1e-9, abs=1e-6)
    mirrored = {swing.input: swing for swing in tornado(resolution, 1)}
    assert ("a.cost" in swings) == ("gain" in mirrored)
    if "gain" in mirrored:
        fall, rise = swings["a.cost"], mirrored["gain"]
        assert fall.low - fall.high == pytest.approx(rise.high - rise.low, rel=1e-9, abs=1e-6)


def test_order_of_options_and_inputs_changes_no_swing(swings, flagship):
    _, tune, sota = flagship["options"]
    expected = swings(sota, tune, **flagship["terms"])
    for inputs in itertools.permutations(sota["gains"][0]["inputs"].items()):
        gain = sota["gains"][0] | {"inputs": dict(inputs)}
        turned = sota | {"gains": [sota["gains"][1], gain]}
        assert swings(tune, turned, at=1, **flagship["terms"]) == expected
