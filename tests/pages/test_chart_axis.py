"""Values on one axis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.pages.chart_axis import axis_over

_MONEY = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False)


@pytest.mark.parametrize(
    ("values", "zero", "ticks"),
    [
        ([-361e3, 415e3], True, ["-200k", "0", "200k", "400k"]),
        ([1.0, 9.0], True, ["0", "2.5", "5", "7.5"]),
        ([1e9, 1.4e9], False, ["1B", "1.1B", "1.2B", "1.3B", "1.4B"]),
    ],
)
def test_ticks_are_few_and_round(values, zero, ticks):
    assert [tick.text for tick in axis_over(values, zero=zero).ticks] == ticks


@pytest.mark.parametrize("values", [[], [0.0], [0.0, 0.0], [-1e308, 1e308], [float("inf")]])
def test_what_has_no_width_has_no_axis(values):
    assert axis_over(values, zero=True) is None


@given(st.lists(_MONEY, min_size=1, max_size=6))
def test_every_value_stands_inside_and_in_the_order_of_its_size(values):
    axis = axis_over(values, zero=True)
    if axis is None:
        return
    places = [axis.share(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 < place < 100 for place in places)
    assert 1 <= len(axis.ticks) <= 9
