"""A point before three digits is only taken for a decimal sign where nobody could mean thousands."""

import pytest

from roi_plugin.model.thousands import both_readings, is_unclear


@pytest.mark.parametrize("number", ["12.000", "1.250", "999.990", "-3.500"])
def test_three_decimals_that_end_in_a_zero_may_be_thousands(number):
    assert is_unclear(number)


@pytest.mark.parametrize("number", ["12", "12.00", "12.0000", "1.125", "0.250", "0.000", "1000.000", "1.250k", ".500"])
def test_other_numbers_have_one_reading(number):
    assert not is_unclear(number)


def test_both_readings_are_offered():
    assert both_readings("12.000") == "write `12` or `12000`"
    assert both_readings("1.250") == "write `1.25` or `1250`"
