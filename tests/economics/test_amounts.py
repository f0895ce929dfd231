"""What a line amounts to: units, periods, names and shared lines."""

import math

import pytest

WEEKS_A_YEAR = 365.25 / 7


def gain_of(returns_of, gain, *, other=None, **terms):
    """The mean of a gain over one year without discounting."""
    options = [{"id": "a", "gains": [{"id": "g", **gain}], "cost": 1}, *([other] if other else [])]
    terms = {"horizon": "12 months", "discount_rate": 0, "person_week": 1000} | terms
    return returns_of(*options, **terms)["a"].gain


@pytest.mark.parametrize(
    ("gain", "expected"),
    [
        ({"value": 12}, 12),
        ({"value": "12 EUR"}, 12),
        ({"value": "12 €"}, 12),
        ({"value": "12 per year"}, 12),
        ({"value": "1 per month"}, 12),
        ({"value": "3 per quarter"}, 12),
        ({"value": 1, "per": "month"}, 12),
        ({"value": "1 per week"}, WEEKS_A_YEAR),
        ({"value": "1 per day"}, 365.25),
        ({"value": "2 person-weeks"}, 2000),
        ({"value": "5 person-days"}, 1000),
        ({"value": "40 person-hours"}, 1000),
        ({"value": "1 person-week per month"}, 12_000),
        ({"value": "1 person-year"}, WEEKS_A_YEAR * 1000),
        ({"value": "12 per year", "from": 6}, 6),
        ({"value": "12 per year", "from": 6, "to": 9}, 3),
        ({"value": "12 per year", "to": 99}, 12),
        ({"value": "12 per year", "ramp": 12}, 6),
        ({"value": "12", "from": 6}, 12),
        ({"value": "12", "from": 18}, 0),
        ({"value": "12 per year", "p": "25%"}, 3),
        ({"value": "12 per year", "p": "20% < 50% < 80%"}, 6),
    ],
)
def test_amount_counts_in_money_over_the_horizon(returns_of, gain, expected):
    assert gain_of(returns_of, gain).mean == pytest.approx(expected)


@pytest.mark.parametrize(
    ("gain", "expected"),
    [
        ({"value": "users * fee", "per": "year", "inputs": {"users": "3 users", "fee": "4 EUR/user"}}, 12),
        ({"value": "users * fee per year", "inputs": {"users": 3, "fee": 4}}, 12),
        ({"value": "users * fee", "inputs": {"users": 3, "fee": 4}}, 12),
        ({"value": "users * fee", "inputs": {"users": "3 users per month", "fee": 4}}, 144),
        ({"value": "users * fee", "per": "year", "inputs": {"users": "3 users per month", "fee": 4}}, 144),
        ({"value": "hours * price", "inputs": {"hours": "7 hours per week", "price": 1}}, 365.25),
        ({"value": "a - b", "inputs": {"a": 5, "b": 2}}, 3),
        ({"value": "a * (b + 2)", "inputs": {"a": 5, "b": "b2 * 2", "b2": 3}}, 40),
        ({"value": "a * a", "inputs": {"a": 5}}, 25),
        ({"value": "a / b", "inputs": {"a": 5, "b": "2"}}, 2.5),
        ({"value": "part * whole", "inputs": {"part": "20%", "whole": "60 per year"}}, 12),
        ({"value": "2 * effort", "inputs": {"effort": "3 person-days"}}, 1200),
        ({"value": "tasks * 2 person-weeks", "inputs": {"tasks": 3}}, 6000),
        ({"value": "effort + 500", "inputs": {"effort": "1 person-week"}}, 1500),
        ({"value": "weeks * person_week", "inputs": {"weeks": 2}}, 2000),
        ({"value": "effort * person_week", "inputs": {"effort": "2 person-weeks"}}, 2000),
        ({"value": "a + 0", "inputs": {"a": "1 per month"}}, 12),
    ],
)
def test_arithmetic_keeps_track_of_periods_and_working_time(returns_of, gain, expected):
    assert gain_of(returns_of, gain).mean == pytest.approx(expected)


@pytest.mark.parametrize(
    ("gain", "reason"),
    [
        ({"value": "a + 5", "inputs": {"a": "1 per month"}}, "an amount with a period and one without"),
        ({"value": "a * b", "inputs": {"a": "1 per month", "b": "2 per year"}}, "it multiplies or divides rates"),
        ({"value": "a / b", "inputs": {"a": "1", "b": "2 per year"}}, "it multiplies or divides rates"),
        ({"value": "a * b", "inputs": {"a": "1 person-week", "b": "2 person-weeks"}}, "it multiplies working time by"),
        ({"value": "a / (a + b)", "inputs": {"a": "1..2", "b": "1..2"}}, "it divides by a sum"),
        ({"value": "1 / a", "inputs": {"a": "1 < 2 < 3"}}, "it divides by `a`: the mean has a closed form only if"),
        ({"value": "a * a", "inputs": {"a": "-1..3"}}, "it multiplies `a` by itself"),
        ({"value": "a / b", "inputs": {"a": 1, "b": 0}}, "it divides by zero"),
        ({"value": "a * b", "inputs": {"a": "b", "b": "a"}}, "it depends on itself"),
        ({"value": "a", "inputs": {"a": "5 USD"}}, "`5 USD` is in USD"),
        ({"value": "a", "inputs": {"a": "p10 1 p50 1.01 p90 9"}}, "`p10 1 p50 1.01 p90 9`: no distribution"),
        ({"same_as": "nothing"}, "it uses `nothing`, which is not in this record"),
    ],
)
def test_arithmetic_without_a_sound_mean_has_a_reason(returns_of, gain, reason):
    amount = gain_of(returns_of, gain)
    assert amount.mean is None
    assert amount.reason.startswith(f"`g`: {reason}")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("x", 2), ("other.x", 7), ("line.x", 7), ("other.line.x", 7), ("line", 14), ("other.line", 14)],
)
def test_name_means_the_nearest_input_or_line(returns_of, name, expected):
    other = {"id": "other", "gains": [{"id": "line", "value": "2 * x", "inputs": {"x": 7}}]}
    gain = {"value": name, "inputs": {"x": 2}}
    assert gain_of(returns_of, gain, other=other).mean == pytest.approx(expected)


def test_name_with_two_meanings_is_a_reason(returns_of):
    lines = [{"id": "one", "value": "x", "inputs": {"x": 1}}, {"id": "two", "value": "x", "inputs": {"x": 2}}]
    option = {"id": "a", "gains": [*lines, {"id": "three", "value": "x"}], "cost": 1}
    reason = returns_of(option)["a"].gain.reason
    assert reason == "`three`: it uses `x`, which can mean `a.one.x` or `a.two.x`"


def test_same_as_takes_the_amount_but_not_the_months(returns_of):
    first = {"id": "first", "value": "12 per year", "from": 6, "p": 0.5}
    option = {"id": "a", "gains": [first, {"id": "second", "same_as": "first"}], "cost": 1}
    lines = returns_of(option, horizon="12 months", discount_rate=0)["a"].lines
    assert [line.mean for line in lines[:2]] == pytest.approx([3, 6])  # the probability is the same event's


def test_time_and_money_of_one_line_add_up(returns_of):
    cost = {"id": "c", "time": "2 person-weeks", "money": "1k per month", "from": 6}
    found = returns_of({"id": "a", "costs": [cost]}, horizon=12, discount_rate=0, person_week="1k")["a"]
    assert found.lines[0].mean == pytest.approx(2000 + 6000)
    assert found.lines[0].text == "2 person-weeks + 1k per month"


def test_plain_time_counts_person_weeks(returns_of):
    found = returns_of({"id": "a", "costs": [{"id": "c", "time": 3}]}, person_week="1k")["a"]
    assert found.cost.mean == pytest.approx(3000)


@pytest.mark.parametrize("value", ["2 person-weeks", "1 per year", "5 USD"])
def test_person_week_has_to_be_a_price(returns_of, value):
    found = returns_of({"id": "a", "costs": [{"id": "c", "time": "3 person-weeks"}]}, person_week=value)["a"]
    assert found.cost.mean is None


def test_shared_price_of_a_week_does_not_average_out(returns_of):
    costs = [{"id": "c", "time": "10 person-weeks"}, {"id": "d", "time": "10 person-weeks"}]
    found = returns_of({"id": "a", "costs": costs}, person_week="3k..5k")["a"]
    assert (found.cost.low, found.cost.high) == pytest.approx((60_000, 100_000))


@pytest.mark.parametrize(
    ("expression", "rank", "expected"),
    [
        ("x * x", 0, 49.0),  # sum in the exponent: E[x^2] = median^2 exp(2 s^2)
        ("x / y", 0, 1.0),
        ("x * y", 0.5, 49.0),
    ],
)
def test_powers_reciprocals_and_correlated_factors_are_exact(returns_of, expression, rank, expected):
    s = math.log(10 / 4.9) / (2 * 1.6448536269514722)
    factors = {
        "x * x": math.exp(2 * s * s),
        "x / y": math.exp(s * s),
        "x * y": math.exp(s * s * (1 + 2 * math.sin(math.pi * rank / 6))),
    }
    gain = {"id": "g", "value": expression, "inputs": {"x": "4.9..10", "y": "4.9..10"}}
    found = returns_of({"id": "a", "gains": [gain], "cost": 1}, correlations=[(("x", "y"), rank)])["a"]
    assert found.gain.mean == pytest.approx(expected * factors[expression])


def test_correlated_factors_without_closed_form_have_a_reason(returns_of):
    gain = {"id": "g", "value": "x * y", "inputs": {"x": "1..2", "y": "-1..2"}}
    found = returns_of({"id": "a", "gains": [gain], "cost": 1}, correlations=[(("x", "y"), 0.5)])["a"]
    assert found.gain.reason.startswith("`g`: it multiplies `x` by what it is correlated with")


def test_names_that_lead_far_end_in_a_reason_and_not_in_a_long_wait(returns_of):
    inputs = {f"x{step}": " * ".join([f"x{step + 1}"] * 30) for step in range(40)}
    found = returns_of({"id": "a", "gains": [{"id": "g", "value": "x0", "inputs": inputs | {"x40": 2}}], "cost": 1})
    assert found["a"].gain.reason == "`g`: its names lead through more than 12 others"


def test_wide_sums_end_in_a_reason_and_not_in_a_long_wait(returns_of):
    inputs = dict.fromkeys("abcdefgh", "1..2")
    everything = "(a + b + c + d + e + f + g + h)"
    gain = {"id": "g", "value": f"{everything} * {everything} * {everything} * {everything}", "inputs": inputs}
    assert returns_of({"id": "x", "gains": [gain], "cost": 1})["x"].gain.reason.startswith("`g`: multiplied out")


def test_names_and_brackets_as_deep_as_allowed_are_worked_out(returns_of):
    def deep(name):
        return "1+(" * 19 + name + ")" * 19

    inputs = {f"x{step}": deep(f"x{step + 1}") for step in range(10)} | {"x10": "1..2"}
    found = returns_of({"id": "a", "gains": [{"id": "g", "value": deep("x0"), "inputs": inputs}], "cost": 1})["a"]
    s = math.log(2) / (2 * 1.6448536269514722)
    assert found.gain.mean == pytest.approx(11 * 19 + math.sqrt(2) * math.exp(s * s / 2))
