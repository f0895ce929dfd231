"""Worked examples: the specification's section F1."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roi_plugin.economics import course_parts
from roi_plugin.economics.draw import draw
from roi_plugin.economics.hinges import hinges
from roi_plugin.economics.normal_shapes import Lognormal
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import option_returns
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
        return hinges(resolve(decision(*options, **rest), Policy()), at, None).tornado

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


def test_line_without_a_closed_form_swings_on_the_points_and_the_others_beside_it_exactly(decision):
    gain = {"id": "g", "value": "a / (b + 1)", "p": 0.5, "inputs": {"a": "20k..200k", "b": "1..2"}}
    record = decision({"id": "x", "gains": [gain], "costs": [{"id": "c", "money": "26k..36k"}]})
    resolution = resolve(record, Policy())
    sample = draw(record, resolution)
    found = {swing.input: swing for swing in hinges(resolution, 0, sample).tornado}
    assert set(found) == {"g.success", "g.a", "g.b", "c"}
    share, cost = 0.4151186, Lognormal.from_interval(26e3, 36e3).mean  # the mean of 1 / (1 + b), by quadrature
    a, b = found["g.a"], found["g.b"]
    assert (a.low, a.high) == (
        pytest.approx(0.5 * 20e3 * share - cost, rel=1e-3),
        pytest.approx(0.5 * 200e3 * share - cost, rel=1e-3),
    )
    mean = Lognormal.from_interval(20e3, 200e3).mean
    assert (b.low, b.high) == (
        pytest.approx(0.5 * mean / 2 - cost, rel=1e-3),
        pytest.approx(0.5 * mean / 3 - cost, rel=1e-3),
    )
    assert found["c"].size == pytest.approx(10e3, rel=1e-9)
    assert found["g.success"].low == pytest.approx(-cost, rel=1e-9)


def test_swings_on_the_points_are_those_of_the_closed_form(decision, flagship, monkeypatch):
    record = decision(*flagship["options"], correlations=flagship["correlations"], **flagship["terms"])
    resolution = resolve(record, Policy())
    sample = draw(record, resolution)
    exact = {swing.input: swing for swing in hinges(resolution, 2, None).tornado}

    def none(lines):
        raise NoFigureError("no line has a closed form")

    monkeypatch.setattr(course_parts, "line_forms", none)
    for swing in hinges(resolution, 2, sample).tornado:
        assert (swing.low, swing.high) == pytest.approx((exact[swing.input].low, exact[swing.input].high), rel=0.005)
    assert hinges(resolution, 2, None).reason == "`sota_bookings`: no line has a closed form"


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
    swings = {swing.input: swing for swing in hinges(resolution, 0, None).tornado}
    success = swings["g.success"]
    assert success.low + p * (success.high - success.low) == pytest.approx(npv, rel=1e-9, abs=1e-6)
    mirrored = {swing.input: swing for swing in hinges(resolution, 1, None).tornado}
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
