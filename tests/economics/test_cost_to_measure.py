"""What measuring costs over the horizon; amounts by hand."""

import pytest

from roi_plugin.economics.cost_to_measure import cost_to_measure
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.terms import Terms


@pytest.mark.parametrize(
    ("written", "week", "expected"),
    [
        ("2k", None, 2_000),
        ("2k EUR", None, 2_000),
        ("500 per month", None, 500 * 18),
        ("12k per year", None, 18_000),
        ("3 person-weeks", "4k", 12_000),
        ("1 person-day per month", "4k", 0.2 * 4_000 * 18),
        (0, None, 0),
    ],
)
def test_money_and_time_are_counted_over_the_horizon(estimate, written, week, expected):
    terms = Terms(
        currency="EUR", horizon_months=18, discount_rate=0.08, person_week=estimate(week) if week is not None else None
    )
    assert cost_to_measure(estimate(written), terms) == pytest.approx(expected)


def test_a_range_counts_by_its_mean(estimate):
    terms = Terms(currency="EUR", horizon_months=12, discount_rate=0.08, person_week=None)
    assert 2_000 < cost_to_measure(estimate("1k..4k"), terms) < 2_500


@pytest.mark.parametrize("written", ["2k USD", "2k EUR/user", "3 person-weeks", "40 surveys"])
def test_what_is_no_money_and_has_no_price_is_not_known(estimate, written):
    terms = Terms(currency="EUR", horizon_months=12, discount_rate=0.08, person_week=None)
    with pytest.raises(NoFigureError, match="is neither money in EUR nor working time with a price"):
        cost_to_measure(estimate(written), terms)
