"""Worked examples: the specification's section C1."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.cash_flows import discount_factor, present_value_factor


@pytest.mark.parametrize(
    ("rate", "start", "end", "expected"),
    [
        (0.08, 0, 12, 0.9624863),
        (0.10, 0, 12, 0.9538210),
        (0.10, 0, 24, 1.8209310),
        (0.10, 3, 24, 1.5738866),
        (0.10, 4, 24, 1.4928379),
        (0.10, 6, 24, 1.3326591),
    ],
)
def test_stream_is_counted_at_the_middle_of_its_months(rate, start, end, expected):
    assert present_value_factor(rate, start, end) == pytest.approx(expected, abs=5e-8)  # C1.8, printed to 7 digits


@pytest.mark.parametrize(("month", "expected"), [(4, 0.9687293), (8, 0.9384364), (0, 1)])
def test_one_off_money_is_discounted_from_its_month(month, expected):
    assert discount_factor(0.10, month) == pytest.approx(expected, abs=1.001e-7)  # C1.9, the last digit cut off


def test_net_present_value_of_yearly_payments_is_the_published_one():
    payments = [-40000, 5000, 8000, 12000, 30000]  # C1.1, documentation of numpy-financial
    value = math.fsum(payment * discount_factor(0.08, 12 * year) for year, payment in enumerate(payments))
    assert value == pytest.approx(3065.22267, rel=1e-9)


def test_green_book_factors_follow():
    years = [discount_factor(0.035, 12 * year) for year in (1, 2, 5, 10, 20, 30)]  # C1.6, HM Treasury
    assert [round(factor, 4) for factor in years] == [0.9662, 0.9335, 0.8420, 0.7089, 0.5026, 0.3563]


def test_a_rate_that_falls_after_thirty_years_discounts_what_is_left_at_the_lower_one():
    later = discount_factor(0.035, 12 * 30) * discount_factor(0.030, 12 * 1)  # C1.6, HM Treasury: 3.0 % for years 31-75
    assert round(later, 4) == 0.3459
    assert later > discount_factor(0.035, 12 * 31)


def test_without_a_rate_a_year_counts_once():
    assert present_value_factor(0, 0, 12) == pytest.approx(1)
    assert present_value_factor(0, 0.5, 3.25) == pytest.approx(2.75 / 12)


def test_a_stream_that_never_runs_is_worth_nothing():
    assert present_value_factor(0.1, 6, 6) == 0
    assert present_value_factor(0.1, 12, 6) == 0


def test_ramp_halves_what_flows_while_it_grows():
    assert present_value_factor(0, 0, 12, ramp=6) == pytest.approx(9 / 12)
    assert present_value_factor(0, 3, 12, ramp=20) == pytest.approx(9 * 9 / 40 / 12)


months = st.floats(0, 120)
rates = st.floats(0, 0.5)


@given(rates, st.tuples(months, months).map(sorted))
def test_factor_stays_between_the_discounts_of_its_ends(rate, ends):
    start, end = ends
    years = (end - start) / 12
    value = present_value_factor(rate, start, end)
    assert years * discount_factor(rate, end) - 1e-12 <= value <= years * discount_factor(rate, start) + 1e-12


@given(rates, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_cutting_a_stream_at_a_month_changes_nothing(rate, start, first, second):
    middle, end = start + first, start + first + second
    parts = present_value_factor(rate, start, middle) + present_value_factor(rate, middle, end)
    assert parts == pytest.approx(present_value_factor(rate, start, end), rel=1e-12, abs=1e-15)


@given(rates, st.tuples(months, months).map(sorted), st.floats(0, 60))
def test_ramp_never_adds_value(rate, ends, ramp):
    assert present_value_factor(rate, *ends, ramp) <= present_value_factor(rate, *ends) + 1e-12
