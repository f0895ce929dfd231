import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.wording import chance, days, exact, money, months, number, percent, range_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (0.004, "0"),
        (0.05, "0.05"),
        (0.6724, "0.672"),
        (7.0, "7"),
        (12.345, "12.3"),
        (999.4, "999"),
        (999.6, "1k"),
        (1000.0, "1k"),
        (23994.4, "24k"),
        (41751.41, "41.8k"),
        (-102124.02, "-102k"),
        (999_600.0, "1M"),
        (1_250_000.0, "1.25M"),
        (10_000_000.0, "10M"),
        (3.2e9, "3.2B"),
        (1.5e14, "150000B"),
        (2e18, "2.00e+18"),
        (math.inf, "beyond computing"),
        (math.nan, "beyond computing"),
    ],
)
def test_numbers_have_three_significant_digits(value, text):
    assert number(value) == text


@given(st.floats(min_value=0.005, max_value=9e14))
def test_a_number_read_back_is_within_half_a_percent(value):
    text = number(value)
    scale = {"k": 1e3, "M": 1e6, "B": 1e9}.get(text[-1], 1.0)
    assert float(text.rstrip("kMB")) * scale == pytest.approx(value, rel=0.0051)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_loss_reads_as_the_gain_with_a_minus(value):
    assert number(-abs(value)).removeprefix("-") == number(abs(value))


@pytest.mark.parametrize(
    ("fraction", "signed", "text"),
    [
        (0.08, False, "8 %"),
        (0.125, False, "12.5 %"),
        (1.3513, True, "+135 %"),
        (-0.43769, True, "-43.8 %"),
        (0.0, True, "0 %"),
        (-0.00001, True, "0 %"),
        (25.0, True, "+2.5k %"),
    ],
)
def test_fractions_read_as_percent_and_a_return_has_a_sign(fraction, signed, text):
    assert percent(fraction, signed=signed) == text


def test_money_and_ranges_name_the_currency_once():
    assert money(-1500.0, "USD") == "-1.5k USD"
    assert range_text(12_400.0, 31_000.0, "EUR") == "12.4k..31k EUR"


@pytest.mark.parametrize(
    ("count", "text"), [(1.0, "1 month"), (12.0, "12 months"), (1.5, "1.5 months"), (0.0, "0 months")]
)
def test_months_have_a_singular(count, text):
    assert months(count) == text


def test_days_have_a_singular():
    assert [days(0), days(1), days(1234)] == ["0 days", "1 day", "1234 days"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.2, "-0.2"),
        (1.3326591, "1.33266"),
        (4207.9633, "4,207.96"),
        (131_199.08, "131,199"),
        (-102_124.02, "-102,124"),
        (1e16, "1.00000e+16"),
        (math.nan, "beyond computing"),
    ],
)
def test_a_number_to_check_with_has_six_significant_digits(value, text):
    assert exact(value) == text


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.0, "next to none"),
        (0.0026, "about 1 in 400"),
        (0.04, "about 1 in 20"),
        (0.14, "about 1 in 7"),
        (0.34, "about 1 in 3"),
        (0.5, "about 1 in 2"),
        (0.7875, "about 4 in 5"),
        (0.92, "about 9 in 10"),
        (0.99, "about 99 in 100"),
        (0.9974, "all but certain"),
    ],
)
def test_a_chance_is_said_as_people_count(probability, words):
    assert chance(probability) == words


@given(st.floats(min_value=0.001, max_value=0.995))
def test_a_chance_in_words_is_near_the_number(probability):
    part, whole = (int(word) for word in chance(probability).removeprefix("about ").split(" in "))
    assert part / whole == pytest.approx(probability, abs=0.06, rel=0.15) or probability < 0.15
