import pytest

from roi_plugin.economics.terms import months_if_known, terms_of
from roi_plugin.model.policy import Policy


@pytest.mark.parametrize(
    ("written", "months"),
    [("24 months", 24), (18, 18), ("2 years", 24), ("1 year", 12), ("3 quarters", 9), ("365.25 days", 12)],
)
def test_horizon_is_counted_in_months(decision, written, months):
    terms = terms_of(decision(horizon=written), Policy())
    assert (terms.horizon_months, terms.fault) == (pytest.approx(months), None)


@pytest.mark.parametrize(("written", "rate"), [("10%", 0.1), (0.1, 0.1), (0, 0)])
def test_discount_rate_is_a_yearly_fraction(decision, written, rate):
    assert terms_of(decision(discount_rate=written), Policy()).discount_rate == rate


@pytest.mark.parametrize(
    ("economics", "fault"),
    [
        ({"horizon": "12..24 months"}, "`12..24 months` is not one length of time"),
        ({"horizon": "3 users"}, "`3 users` is not one length of time"),
        ({"horizon": "3 months per year"}, "`3 months per year` is not one length of time"),
        ({"horizon": 0}, "the horizon has to lie between 0 and 100 years"),
        ({"horizon": "101 years"}, "the horizon has to lie between 0 and 100 years"),
        ({"discount_rate": 10}, "the discount rate `10` is not one yearly rate"),
        ({"discount_rate": "5%..10%"}, "the discount rate `5%..10%` is not one yearly rate"),
        ({"discount_rate": -0.5}, "the discount rate `-0.5` is not one yearly rate"),
    ],
)
def test_terms_that_make_no_sense_are_a_fault_and_the_policy_stands_in(decision, economics, fault):
    terms = terms_of(decision(**economics), Policy())
    assert terms.fault.startswith(fault)
    assert (terms.horizon_months, terms.discount_rate) == (12, 0.08)


@pytest.mark.parametrize(("written", "months"), [("2 years", 24), (6, 6), ("12..24 months", None), ("3 users", None)])
def test_a_length_that_is_not_one_length_is_not_known(decision, written, months):
    assert months_if_known(decision(horizon=written).economics.horizon) == months


def test_a_length_that_is_not_stated_is_not_known():
    assert months_if_known(None) is None
