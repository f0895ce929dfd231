"""Numbers as JSON tells them."""

import math

import pytest

from roi_plugin.report.json_numbers import TOO_LARGE, all_told, finite, spread_told, told


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (151_335.123_456_789, 151_335.123),
        (1 / 3, 0.333333333),
        (-0.0, 0.0),
        (4.5, 4.5),
        (1e300, 1e300),
        (math.inf, None),
        (None, None),
    ],
)
def test_a_number_has_nine_digits_and_is_null_where_there_is_none(value, said):
    assert finite(value) == said
    assert said is None or math.copysign(1.0, finite(value)) == math.copysign(1.0, said)


def test_a_number_that_is_null_says_why():
    assert told("npv", math.nan, None) == {"npv": None, "npv_reason": TOO_LARGE}
    assert told("npv", None, "no cost") == {"npv": None, "npv_reason": "no cost"}


def test_a_number_that_is_told_has_no_reason_beside_it():
    assert told("npv", 1.0, "no cost") == {"npv": 1.0}
    assert all_told({"low": 1.0, "high": 2.0}, "no cost") == {"low": 1.0, "high": 2.0}
    assert all_told({"low": 1.0, "high": None}, "no cost") == {"low": 1.0, "high": None, "reason": "no cost"}


def test_of_a_spread_the_reason_is_null_where_all_is_told():
    assert spread_told({"mean": 1.0}, "no cost") == {"mean": 1.0, "reason": None}
    assert spread_told({"mean": None}, None) == {"mean": None, "reason": TOO_LARGE}
