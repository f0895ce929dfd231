"""What a review measured beside its forecast, in one unit."""

import pytest

from roi_plugin.economics.forecast_actual import forecasts_and_actuals
from roi_plugin.sources.decision_data import decision_from_data

HEAD = {"title": "x", "status": "accepted", "date": "2026-03-02"}


def found(option, actuals, *others):
    options = [{"id": "sota", "chosen": True} | option, *others]
    review = {"date": "2026-09-03", "actuals": actuals}
    decision, problems = decision_from_data(
        HEAD | {"options": options, "reviews": [review]}, path="0001-x.yml", body=None
    )
    assert problems == []
    return forecasts_and_actuals(decision, decision.reviews[0])


def costs(**line):
    return {"costs": [{"id": "build"} | line]}


def gains(**line):
    return {"gains": [{"id": "saved"} | line]}


@pytest.mark.parametrize(
    ("line", "actual", "forecast", "is_drawn"),
    [
        ({"value": "a * 2", "per": "year", "p": 0.6, "inputs": {"a": "1k..2k"}}, "3k per year", "a * 2", False),
        ({"value": "a * 2", "p": 0.6, "inputs": {"a": "1k..2k"}}, "3k", "a * 2", False),
        ({"value": "1k..2k", "p": 0.6}, "3k", "1k..2k", True),
        ({"value": "a * 2", "p": 0.6, "inputs": {"a": "1k..2k"}}, 0.7, "0.6", True),
    ],
)
def test_an_amount_is_not_held_against_the_chance_of_its_line(line, actual, forecast, is_drawn):
    (one,) = found(gains(**line), {"saved": actual})
    assert (one.forecast, one.spans is not None) == (forecast, is_drawn)


def test_a_cost_stands_beside_its_range_and_outside_of_it():
    """Model document, section G3: 71 person-weeks beside 20..60, a lognormal range with the mean 36.6."""
    (one,) = found(costs(time="20..60 person-weeks"), {"build": "71 person-weeks"})
    assert (one.name, one.forecast, one.is_within) == ("build", "20..60 person-weeks", False)
    assert one.spans[0] == pytest.approx((20, 36.6, 60), abs=0.1)
    assert one.spans[1] == (71, 71, 71)


@pytest.mark.parametrize(
    ("line", "actual", "came"),
    [
        ({"time": "10..20 person-weeks"}, "75 person-days", 15),
        ({"time": "10..20 person-weeks"}, 15, 15),
        ({"money": "10k..20k"}, "15k EUR", 15_000),
        ({"money": "10k..20k per year"}, "1k per month", 12_000),
        ({"money": "10k..20k", "per": "month"}, "12k", 12_000),
        ({"time": "10..20 person-weeks", "money": "1k..2k"}, "1.5k EUR", 1500),
        ({"money": {"range": "10..20", "dist": "normal"}}, "14..16", 15),
    ],
)
def test_both_are_told_in_the_unit_of_the_forecast(line, actual, came):
    (one,) = found(costs(**line), {"build": actual})
    assert one.spans[1][1] == pytest.approx(came, rel=1e-2)
    assert one.is_within


@pytest.mark.parametrize(
    ("line", "actual"),
    [
        ({"time": "10..20 person-weeks"}, "15k EUR"),
        ({"money": "10k..20k EUR"}, "15k USD"),
        ({"money": "10k..20k per year"}, "15k"),
        ({"money": "10k..20k"}, "5 %"),
        ({"money": "a * 2", "inputs": {"a": 3}}, "6"),
    ],
)
def test_what_counts_in_two_things_is_not_held_against_each_other(line, actual):
    (one,) = found(costs(**line), {"build": actual})
    assert one.spans is None
    assert not one.is_within
    assert one.forecast


def test_an_input_is_found_by_its_name_alone_and_behind_its_line():
    gain = {"gains": [{"id": "sold", "value": "users * uplift", "inputs": {"users": "10..20", "uplift": "1%..3%"}}]}
    alone, behind = found(gain, {"uplift": "2%", "sold.users": 15})
    assert (alone.forecast, alone.is_within) == ("1%..3%", True)
    assert (behind.forecast, behind.is_within) == ("10..20", True)


@pytest.mark.parametrize(("actual", "came"), [("yes", 1.0), ("no", 0.0)])
def test_an_event_stands_beside_its_chance(actual, came):
    (one,) = found({"risks": [{"id": "late", "p": 0.4, "impact": "1k..2k"}]}, {"late": actual})
    assert (one.forecast, one.is_event) == ("0.4", True)
    assert one.spans == ((0.4,) * 3, (came,) * 3)


def test_the_chosen_option_is_meant_where_two_share_a_name():
    (one,) = found(costs(time="10..20 person-weeks"), {"build": 15}, {"id": "other"} | costs(time="1..2 person-weeks"))
    assert one.forecast == "10..20 person-weeks"


def test_what_was_never_forecast_has_no_forecast():
    (one,) = found({}, {"build": 15})
    assert (one.forecast, one.spans) == ("", None)
