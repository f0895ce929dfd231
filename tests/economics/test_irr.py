"""Worked examples: the specification's sections C1.2 to C1.4."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roi_plugin.economics.irr import irr, modified_irr
from roi_plugin.economics.monthly_flows import Piece


def yearly(*flows):
    return [Piece(start=12.0 * year, end=12.0 * year, amount=flow) for year, flow in enumerate(flows)]


def worth(flows, rate):
    return math.fsum(flow / (1 + rate) ** year for year, flow in enumerate(flows))


@pytest.mark.parametrize(
    ("flows", "rate", "digits"),
    [((-100, 39, 59, 55, 20), 0.28095, 5), ((-100, 0, 0, 74), -0.0955, 4), ((-100, 100, 0, 7), 0.06206, 5)],
)
def test_rate_is_the_published_one_where_only_one_fits(flows, rate, digits):
    assert round(irr(yearly(*flows)).value, digits) == rate  # C1.2, documentation of numpy-financial


@pytest.mark.parametrize(
    ("flows", "printed", "another", "times"),
    [
        ((-100, 100, 0, -7), -0.0833, -0.680, "twice"),
        ((-5, 10.5, 1, -8, 1), 0.0886, 0.726, "3 times"),
        ((-100, 230, -132), 0.10, 0.20, "twice"),  # C1.3
    ],
)
def test_rate_is_refused_where_several_fit(flows, printed, another, times):
    found = irr(yearly(*flows))
    assert found.value is None
    assert found.reason == f"the signs of the flows change {times}, so several rates may fit"
    size = sum(abs(flow) for flow in flows)
    assert worth(flows, printed) == pytest.approx(0, abs=1e-3 * size)  # what numpy-financial prints, C1.2
    assert worth(flows, another) == pytest.approx(0, abs=2e-2 * size)


def test_late_setback_leaves_the_rate_unique():
    flows = (-100, 60 * 1.1, -10 * 1.1**2, 50 * 1.1**3)
    assert irr(yearly(*flows)).value == pytest.approx(0.10)


@pytest.mark.parametrize(
    ("flows", "reason"),
    [
        ((), "no money flows"),
        ((0, 0), "no money flows"),
        ((-5, -5), "nothing comes back"),
        ((5, 5), "nothing is paid"),
        ((100, -110), "money comes in before it goes out, so no rate of return is earned on it"),
        ((-1, 5000), "it lies above 100 000 % a year: the money is back at once"),
        ((-5000, 1), "it lies near -100 % a year: almost nothing comes back"),
    ],
)
def test_rate_that_says_nothing_has_a_reason(flows, reason):
    assert irr(yearly(*flows)).reason == reason


def test_money_that_flows_through_a_month_counts_at_its_middle():
    pieces = [Piece(start=0, end=0, amount=-100), Piece(start=11.5, end=12.5, amount=110)]
    assert irr(pieces).value == pytest.approx(0.10)


def test_modified_rate_is_the_published_one():
    flows = yearly(-120000, 39000, 30000, 21000, 37000, 46000)
    assert modified_irr(flows, 0.10, 0.12, 60).value == pytest.approx(0.1260941, abs=5e-8)  # C1.4


def test_modified_rate_exists_where_several_rates_fit():
    assert modified_irr(yearly(-100, 230, -132), 0.10, 0.10, 24).value == pytest.approx(0.10)  # C1.3


def test_modified_rate_needs_flows_both_ways():
    assert modified_irr(yearly(-100, -1), 0.1, 0.1, 12).reason == "nothing comes back"


sizes = st.floats(1, 1e3)


@given(st.lists(sizes, min_size=1, max_size=3), st.lists(sizes, min_size=1, max_size=5))
def test_rate_makes_the_flows_worth_nothing(paid, back):
    flows = [*(-amount for amount in paid), *back]
    rate = irr(yearly(*flows)).value
    if rate is None:
        assert worth(flows, 1000) > 0 or worth(flows, -0.999) < 0
        return
    discounted = [flow / (1 + rate) ** year for year, flow in enumerate(flows)]
    assert math.fsum(discounted) == pytest.approx(0, abs=1e-8 * sum(abs(flow) for flow in discounted))


@example(flows=[1.0, -2.225073858507203e-309], finance=0.0, reinvest=0.0)
@given(st.lists(st.floats(-1e6, 1e6), max_size=8), st.floats(0, 1), st.floats(0, 1))
def test_every_rate_is_finite_or_has_a_reason(flows, finance, reinvest):
    for found in (irr(yearly(*flows)), modified_irr(yearly(*flows), finance, reinvest, 12.0 * len(flows))):
        assert (found.value is None) == (found.reason is not None)
        assert found.value is None or math.isfinite(found.value)
