"""Worked examples: the specification's sections B6 and F1."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec import structs

from roi_plugin.economics.draw import draw
from roi_plugin.economics.hinges import hinges
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import option_returns
from roi_plugin.model.option import Option
from roi_plugin.model.policy import Policy


@pytest.fixture(scope="module")
def found(decision):
    def compute(*options, at=0, against=None, **rest):
        resolution = resolve(decision(*options, **rest), Policy())
        hung = hinges(resolution, at, None, None if against is None else (against, "rival"))
        return {each.input: each for each in (hung.break_even if against is None else hung.even_with_rival)}

    return compute


def test_flagship_breaks_even_at_the_published_probability(found, flagship):
    terms = {"correlations": flagship["correlations"], **flagship["terms"]}
    alone = found(*flagship["options"], at=2, **terms)["sota_bookings.p"]
    assert alone.value == pytest.approx(0.6224, abs=5e-5)  # F1
    assert alone.value == pytest.approx(233_323.10 / 374_854.50, rel=1e-7)  # B6: mean cost over mean gain if it comes
    against_tune = found(*flagship["options"], at=2, against=1, **terms)["sota_bookings.p"]
    assert against_tune.value == pytest.approx(0.7620, abs=5e-5)  # F1, "p to beat `tune`"


@pytest.mark.parametrize(
    ("option", "name", "value"),
    [
        ({"gain": 100, "cost": "40..60"}, "cost", 100),
        ({"gain": "a * b", "cost": 60}, "gain", None),
        ({"gains": [{"id": "g", "value": "a / b", "inputs": {"a": 90, "b": 2}}], "cost": 30}, "g.b", 3),
        ({"gains": [{"id": "g", "value": "a / b", "inputs": {"a": 90, "b": 2}}], "cost": 30}, "g.a", 60),
        ({"gain": 100, "cost": "-10..60"}, "cost", 100),
        ({"gains": [{"id": "g", "value": 100, "p": "20%..60%"}], "cost": 30}, "g.p", 0.3),
    ],
)
def test_break_even_is_in_the_unit_the_input_is_written_in(found, option, name, value):
    each = found({"id": "a"} | option).get(name)
    assert (each and each.value) == (value if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("option", "name", "reason"),
    [
        ({"gains": [{"id": "g", "value": 100, "p": 0.5}], "cost": 137}, "g.p", "it would have to be 137 %, more than"),
        ({"gain": 100, "costs": [{"id": "c", "money": 137}, {"id": "d", "money": 5}]}, "d", "it would have to be -37"),
        ({"gains": [{"id": "g", "value": "a * a", "inputs": {"a": "1..5"}}], "cost": 1}, "g.a", "it is multiplied by"),
        ({"gains": [{"id": "g", "value": "a / b", "inputs": {"a": 1, "b": 2}}], "cost": 0}, "g.b", "no value does it"),
        ({"gains": [{"id": "g", "value": "a * b", "inputs": {"a": 0, "b": 2}}], "cost": 1}, "g.b", "the result does"),
        (
            {"gains": [{"id": "g", "value": "a", "p": "s", "inputs": {"a": 5, "s": {"x": 1}}}], "cost": 9},
            "g.s",
            "it would have to be 180 %, more than 100 %",
        ),
    ],
)
def test_break_even_that_cannot_be_has_a_reason(found, estimate, option, name, reason):
    for gain in option.get("gains", ()):
        if "s" in gain.get("inputs", {}):
            gain["inputs"]["s"] = estimate("30%..60%")
    each = found({"id": "a"} | option)[name]
    assert each.value is None
    assert each.reason.startswith(reason)


@pytest.mark.parametrize(
    ("value", "inputs", "cost", "expected"),
    [
        ("a / (b + 1)", {"a": "20..200", "b": "1..2"}, 30, {"g.a": 72.2685, "g.b": 1.6934}),
        ("a / (b + 1)", {"a": 60, "b": 2}, 30, {"g.a": 90, "g.b": 1}),
        ("a / (b + c)", {"a": "50..70", "b": 1, "c": 1}, 20, {"g.a": 40, "g.b": 1.971, "g.c": 1.971}),
        ("a * a / (b + 1)", {"a": "2..4", "b": 1}, 8, {"g.a": 4, "g.b": 0.0928}),
        ("100 / (a + 9) - 100 / (a + 19)", {"a": "1..2"}, 1, {"g.a": 18.015}),
    ],
)
def test_break_even_without_a_closed_form_is_found_on_the_points(decision, value, inputs, cost, expected):
    gain = {"id": "g", "value": value, "inputs": inputs}
    record = decision({"id": "x", "gains": [gain], "costs": [{"id": "c", "money": cost}]})
    resolution = resolve(record, Policy())
    hung = hinges(resolution, 0, draw(record, resolution))
    found = {each.input: each.value for each in hung.break_even if each.input != "c"}
    assert found == {name: pytest.approx(at, rel=2e-3) for name, at in expected.items()}


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("100 / (a + 9) - 100 / (a + 19)", "no value between 0.01 and 200 does it"),
        ("100 * a / (a * a + 9)", "several values do it"),
        ("10 / (b + 9) + a - a", "the result does not depend on it"),
    ],
)
def test_break_even_that_is_not_found_on_the_points_has_a_reason(decision, value, reason):
    gain = {"id": "g", "value": value, "inputs": {"a": "1..2", "b": "1..2"}}
    record = decision({"id": "x", "gains": [gain], "costs": [{"id": "c", "money": 10}]})
    resolution = resolve(record, Policy())
    found = {each.input: each for each in hinges(resolution, 0, draw(record, resolution)).break_even}
    assert (found["g.a"].value, found["g.a"].reason) == (None, reason)


def test_option_without_a_net_value_has_no_break_even(found):
    assert found({"id": "a", "gain": "x * 2", "cost": 1}) == {}


def test_input_that_two_options_share_cancels_out(found):
    build = {"id": "build", "money": "100..200"}
    one = {"id": "a", "gain": 500, "costs": [build]}
    other = {"id": "b", "gain": 300, "costs": [{"id": "same", "same_as": "a.build"}]}
    assert set(found(one, other, against=1)) == {"a.gain", "b.gain"}


small = st.floats(0.1, 100)
ranges = st.tuples(small, small).map(lambda two: f"{min(two)!r}..{max(two)!r}")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.tuples(ranges, ranges, ranges, ranges), st.floats(0.05, 1))
def test_break_even_put_back_makes_the_net_value_zero(decision, estimate, drawn, p):
    a, b, c, d = drawn
    gain = {"id": "g", "value": "a * b / c", "p": p, "inputs": {"a": a, "b": b, "c": c}, "per": "year", "from": 2}
    cost = {"id": "k", "money": d}
    record = decision({"id": "o", "gains": [gain], "costs": [cost]}, correlations=[(("a", "c"), 0.5)])
    for each in hinges(resolve(record, Policy()), 0, None).break_even:
        assume(each.value is None or each.value > 0)
        if each.value is None:
            assert each.reason
            continue
        (option,) = record.options
        again = structs.replace(record, options=(_with(option, each, estimate),))
        returns = option_returns(again, Policy()).options[0]
        assert returns.npv.mean == pytest.approx(0, abs=1e-9 * (returns.cost.mean + returns.gain.mean))


def _with(option: Option, found, estimate) -> Option:
    (gain,), (cost,) = option.gains, option.costs
    value = estimate(f"{found.value:.17f}")
    _, _, part = found.input.partition(".")
    if found.input == "k":
        cost = structs.replace(cost, money=value)
    elif part == "p":
        gain = structs.replace(gain, p=value)
    else:
        gain = structs.replace(gain, inputs=gain.inputs | {part: value})
    return structs.replace(option, gains=(gain,), costs=(cost,))
