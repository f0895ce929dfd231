"""Lines without a closed form: every figure of an option beside the same option in closed form.

`b + 0` is `b`, but a sum: a division by it has no closed form, one by `b` has.
"""

import pytest

from roi_plugin.economics.appraisal import appraise
from roi_plugin.model.policy import Policy

TERMS = {"horizon": "24 months", "discount_rate": "10%", "person_week": "4k..6k"}
NEAR = {"rel": 0.002}


@pytest.fixture(scope="module")
def both(decision):
    """The appraisal on the points, and in closed form."""

    def written(divisor):
        inputs = {"a": "200k..400k", "b": "1.5..2.5"}
        gains = [{"id": "g", "value": f"a / ({divisor})", "per": "year", "from": 3, "p": "40%..80%", "inputs": inputs}]
        costs = [
            {"id": "work", "time": f"n / ({divisor})", "inputs": {"n": "20..40", "b": "1.5..2.5"}},
            {"id": "fees", "money": f"m / ({divisor})", "when": 6, "inputs": {"m": "10k..20k", "b": "1.5..2.5"}},
            {"id": "both", "time": "2..3 person-weeks", "money": "1k..2k", "kind": "exit", "when": 24},
        ]
        impact = {"impact": f"i / ({divisor})", "inputs": {"i": "5k..9k", "b": "1.5..2.5"}}
        risks = [{"id": "outage", "p": 0.2, **impact}, {"id": "late", "p": 0.3, "delay": "2..6 months"}]
        option = {"id": "x", "chosen": True, "gains": gains, "costs": costs, "risks": risks}
        idle = {"id": "do-nothing", "costs": [{"id": "stay", "money": "1k..2k", "per": "year"}]}
        return appraise(decision(idle, option, **TERMS), Policy())

    return written("b + 0"), written("b")


def test_money_comes_back_as_in_closed_form(both):
    sampled, closed = (each.options[1].cash for each in both)
    for name in ("payback", "discounted_payback", "modified_irr", "cost_of_delay", "incremental_roi"):
        exact = getattr(closed, name).value
        assert exact is not None
        assert getattr(sampled, name).value == pytest.approx(exact, **NEAR), name
    assert sampled.irr.reason == closed.irr.reason
    assert sampled.months == pytest.approx(closed.months, rel=0.002, abs=1)


def test_ownership_is_split_as_in_closed_form(both):
    sampled, closed = (each.options[1].cash.ownership.kinds for each in both)
    for one, other in zip(sampled, closed, strict=True):
        assert (one.kind, one.time, one.money, one.person_weeks) == (
            other.kind,
            *(pytest.approx(value, rel=0.002, abs=1e-6) for value in (other.time, other.money, other.person_weeks)),
        )


def test_lines_have_their_mean_and_range(both):
    sampled, closed = (each.returns.options[1].lines for each in both)
    assert [line.id for line in sampled if line.reason] == []
    for one, other in zip(sampled, closed, strict=True):
        assert one.mean == pytest.approx(other.mean, **NEAR)
        assert (one.low, one.high) == pytest.approx((other.low, other.high), rel=0.01, abs=1e-6)


def test_option_has_swings_and_break_evens_as_in_closed_form(both):
    sampled, closed = (each.options[1].hinges for each in both)
    exact = {swing.input: (swing.low, swing.high) for swing in closed.tornado}
    assert {swing.input for swing in sampled.tornado} == set(exact)
    for swing in sampled.tornado:
        assert (swing.low, swing.high) == pytest.approx(exact[swing.input], rel=0.002, abs=200), swing.input
    needed = {each.input: each.value for each in closed.break_even}
    assert {each.input: each.value for each in sampled.break_even} == {
        name: None if value is None else pytest.approx(value, rel=0.01) for name, value in needed.items()
    }


def test_product_of_a_triple_and_a_range_has_its_range_from_the_points(decision):
    gain = {"id": "g", "value": "n * m", "p": 0.96, "inputs": {"n": "100 < 200 < 400", "m": 100}}
    found = appraise(decision({"id": "do-nothing"}, {"id": "x", "gains": [gain], "cost": 5}), Policy())
    (line, _) = found.returns.options[1].lines
    assert line.mean == pytest.approx(0.96 * 100 * (100 + 4 * 200 + 400) / 6)
    wide = {"id": "g", "value": "n * m", "inputs": {"n": "100 < 200 < 400", "m": "100..200"}}
    found = appraise(decision({"id": "do-nothing"}, {"id": "x", "gains": [wide], "cost": 5}), Policy())
    (line, _) = found.returns.options[1].lines
    assert 100 * 133 < line.low < line.mean < line.high < 200 * 315
    assert line.low == pytest.approx(found.returns.options[1].gain.low)


def test_line_has_its_range_where_no_option_has_a_net_value(decision):
    gain = {"id": "g", "value": "a / (b + 1)", "per": "year", "inputs": {"a": "100..200", "b": 1}}
    found = appraise(decision({"id": "x", "gains": [gain]}), Policy())
    (line,) = found.returns.options[0].lines
    assert found.options[0].value.npv.reason == "no cost is given"
    assert (line.low, line.high) == pytest.approx((48.12, 96.25), rel=0.01)


def test_line_of_an_option_that_is_left_out_keeps_its_reason(decision):
    gain = {"id": "g", "value": "a / (b + 1)", "inputs": {"a": "1..2", "b": "1..2"}}
    found = appraise(decision({"id": "do-nothing"}, {"id": "x", "gains": [gain], "cost": "5 person-weeks"}), Policy())
    (line, _) = found.returns.options[1].lines
    assert (line.mean, line.reason) == (None, "it divides by a sum, so its mean has no closed form")
    assert found.options[1].cash.cost_of_delay.reason.startswith("`cost`: time is not priced")
