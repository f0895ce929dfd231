"""Policy data becomes a typed policy; what is silent or unreadable keeps its default."""

from typing import Any

import pytest

from roi_plugin.model.policy import Anchor, FrameworkAnchors, FrameworkWeights, Policy
from roi_plugin.model.quantity import Range
from roi_plugin.sources.policy_data import policy_from_data
from roi_plugin.sources.schemas import fast_validator


def test_an_empty_policy_is_the_documented_defaults() -> None:
    policy, problems = policy_from_data({})
    assert problems == []
    assert policy == Policy()
    assert (policy.currency, policy.horizon_months, policy.discount_rate) == ("EUR", 12.0, 0.08)


def test_every_entry_of_a_policy_is_read() -> None:
    data = {
        "schema": 1,
        "currency": "USD",
        "horizon": "3 years",
        "discount_rate": "10%",
        "person_week": {"range": "3.5k..5k", "by": ["finance"]},
        "stakes": {"small": "20k", "large": "1M"},
        "limits": {"point_estimate_share": 0.2, "review_grace_days": 30},
        "framework": {
            "weights": {"motivation": 50, "involvement": 0},
            "anchors": {"involvement": {"unit": "person-weeks of others", "levels": [1, 3, 10, 30, 100]}},
        },
        "team_record": {"successes": 3, "failures": 1},
    }
    assert fast_validator("policy").is_valid(data)
    policy, problems = policy_from_data(data)
    assert problems == []
    assert (policy.currency, policy.horizon_months, policy.discount_rate) == ("USD", 36.0, 0.1)
    assert policy.person_week is not None
    assert policy.person_week.quantity == Range(low=3500.0, high=5000.0)
    assert (policy.small, policy.large) == (20e3, 1e6)
    assert (policy.limits.point_estimate_share, policy.limits.review_grace_days) == (0.2, 30)
    assert policy.framework_weights == FrameworkWeights(motivation=50.0, involvement=0.0)
    anchor = Anchor(levels=(1.0, 3.0, 10.0, 30.0, 100.0), unit="person-weeks of others")
    assert policy.framework_anchors == FrameworkAnchors(involvement=anchor)
    assert (policy.team_successes, policy.team_failures) == (3, 1)


@pytest.mark.parametrize(
    ("data", "stated"),
    [
        ({}, set()),
        ({"horizon": "2 years"}, {"horizon"}),
        ({"horizon": "12..24 months", "currency": "USD"}, {"currency"}),
        (
            {"framework": {"weights": {"skills": 50}}},
            {"framework", "framework.weights", "framework.weights.skills"},
        ),
    ],
)
def test_a_policy_knows_which_entries_it_states_itself(data: dict[str, Any], stated: set[str]) -> None:
    policy, _ = policy_from_data(data)
    assert policy.stated == stated


@pytest.mark.parametrize(
    ("horizon", "months"),
    [(18, 18.0), ("18", 18.0), ("18 months", 18.0), ("2 years", 24.0), ("1 quarter", 3.0), ("1461 days", 48.0)],
)
def test_a_horizon_is_told_in_months(horizon: str | int, months: float) -> None:
    assert policy_from_data({"horizon": horizon})[0].horizon_months == pytest.approx(months, rel=1e-12)


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({"horizon": "12..24 months"}, ("horizon",), "`12..24 months` is not one number"),
        ({"horizon": "101 years"}, ("horizon",), "`101 years` is above 1200 months"),
        ({"horizon": "2 decades"}, ("horizon",), "`2 decades` is in `decades`: expected hours, days, weeks, months"),
        ({"discount_rate": "10"}, ("discount_rate",), "`10` is above 1"),
        ({"discount_rate": "1% per month"}, ("discount_rate",), "`1% per month` is a rate per month"),
        ({"person_week": "-5"}, ("person_week",), "`-5` is below 0"),
        ({"person_week": "salary / 46"}, ("person_week",), "`salary / 46` is arithmetic over names"),
        ({"stakes": {"small": "1..2"}}, ("stakes", "small"), "`1..2` is not one number"),
        (
            {"person_week": {"assumption": "rent"}},
            ("person_week", "assumption"),
            "the assumption `rent` alone gives no",
        ),
        ({"stakes": {"small": "300k"}}, ("stakes", "small"), "`small` (300000) is above `large` (250000)"),
        ({"stakes": {"small": 5, "large": 4}}, ("stakes", "large"), "`small` (5) is above `large` (4)"),
    ],
)
def test_an_entry_that_cannot_be_keeps_its_default(data: dict[str, Any], field: tuple[str, ...], message: str) -> None:
    assert fast_validator("policy").is_valid(data)
    policy, (problem,) = policy_from_data(data)
    assert policy == Policy()
    assert (problem.name, problem.field) == ("schema/quantity", field)
    assert problem.message.startswith(message)


def test_the_policy_leans_on_no_assumption_for_nobody_would_flag_the_decisions() -> None:
    data = {"horizon": {"value": "24 months", "assumption": "lifetime"}}
    assert fast_validator("policy").is_valid(data)
    policy, (problem,) = policy_from_data(data)
    assert policy.horizon_months == 24
    assert (problem.name, problem.field) == ("schema/not-allowed", ("horizon", "assumption"))
