import pytest

from roi_plugin.economics.spending import recoveries, spendings
from roi_plugin.sources.decision_data import decision_from_data

HEAD = {"title": "x", "status": "accepted", "date": "2026-03-02"}
WEEKS = {"id": "build", "time": "20..60 person-weeks"}


def found(option, actuals, compare=spendings):
    review = {"date": "2026-09-03", "actuals": actuals}
    data = HEAD | {"options": [{"id": "sota"} | option], "reviews": [review]}
    decision, problems = decision_from_data(data, path="0001-x.yml", body=None)
    assert problems == []
    return compare(decision.options[0], decision.reviews[0].actuals, "EUR")


def test_a_cost_stands_beside_the_mean_and_the_percentile_of_its_line():
    """Model document, section G3: 71 person-weeks beside 20..60, a lognormal range with the mean 36.6."""
    cost = found({"costs": [WEEKS]}, {"build": "71 person-weeks"})["build"]
    assert (cost.actual, cost.plan, cost.in_weeks, cost.yearly) == (71, "20..60 person-weeks", True, False)
    assert cost.high == pytest.approx(60)
    assert cost.planned == pytest.approx(36.6, abs=0.1)
    assert not cost.exact


@pytest.mark.parametrize(
    ("line", "actual", "came", "high", "yearly"),
    [
        ({"time": "10..20 person-weeks"}, "75 person-days", 15, 20, False),
        ({"time": "10..20"}, 15, 15, 20, False),
        ({"money": "10k..20k"}, "15k EUR", 15_000, 20_000, False),
        ({"money": "10k..20k per year"}, "1k per month", 12_000, 20_000, True),
        ({"money": "10k..20k", "per": "month"}, "1k per month", 12_000, 240_000, True),
        ({"money": "600k"}, "700k", 700_000, 600_000, False),
        ({"time": "10..20 person-weeks", "money": "1k..2k"}, "15 person-weeks", 15, 20, False),
        ({"time": "10..20 person-weeks", "money": "1k..2k"}, "1.5k EUR", 1500, 2000, False),
        ({"money": {"range": "10..20", "dist": "normal"}}, 15, 15, 20, False),
        ({"money": "10 < 15 < 20"}, "14..16", 15, None, False),
    ],
)
def test_both_are_brought_into_one_measure(line, actual, came, high, yearly):
    cost = found({"costs": [{"id": "x"} | line]}, {"x": actual})["x"]
    assert cost.actual == pytest.approx(came, rel=0.01)
    assert cost.yearly is yearly
    assert high is None or cost.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("line", "actual"),
    [
        ({"time": "10..20 person-weeks"}, "15k EUR"),
        ({"money": "10k..20k"}, "15 person-weeks"),
        ({"money": "10k..20k per year"}, "15k"),
        ({"money": "10k..20k"}, "15k per year"),
        ({"money": "10k..20k"}, "15k USD"),
        ({"money": "10k..20k"}, "15 EUR/booking"),
        ({"money": "10k..20k"}, True),
        ({"money": "count * price", "inputs": {"count": 5, "price": 7}}, 40),
        ({"money": {"range": "0..20", "dist": "lognormal"}}, 40),
        ({"same_as": "other.x"}, 40),
        ({"money": f"0.{'0' * 70}1..1000000000000"}, 40),
    ],
)
def test_what_was_measured_in_another_way_is_left_out(line, actual):
    assert found({"costs": [{"id": "x"} | line]}, {"x": actual}) == {}


@pytest.mark.parametrize(
    ("name", "expected"), [("sota", 25_000), ("cost", 25_000), ("sota.cost", 25_000), ("sota.sota", None), ("x", None)]
)
def test_a_total_is_called_by_the_option_s_id(name, expected):
    costs = found({"cost": "12k..25k"}, {name: "30k"})
    assert [cost.high for cost in costs.values()] == ([pytest.approx(expected)] if expected else [])


def test_a_line_comes_before_the_option_of_the_same_id():
    costs = found({"cost": "12k..25k", "costs": [{"id": "sota", "money": "1k..2k"}]}, {"sota": "3k", "sota.sota": "3k"})
    assert [round(cost.high) for cost in costs.values()] == [2000, 2000]


@pytest.mark.parametrize(
    ("gain", "actual", "count"),
    [("30k..60k per year", "30k", 1), ("30k..60k", "30k", 0), ("30k..60k per year", "30k per year", 0)],
)
def test_a_number_that_may_be_the_gain_is_no_cost(gain, actual, count):
    assert len(found({"gain": gain, "cost": "12k..25k"}, {"sota": actual})) == count


SAVED = {"gains": [{"id": "saved", "value": "30k", "per": "year"}]}


@pytest.mark.parametrize(
    ("option", "actuals", "came"),
    [
        (SAVED, {"saved": "2k per month"}, {"saved": 24e3}),
        (SAVED, {"sota.saved": "9k per year"}, {"sota.saved": 9e3}),
        (SAVED, {"saved": "9k"}, {}),
        ({"gains": [{"id": "hours", "value": "5 person-weeks"}]}, {"hours": "4 person-weeks"}, {"hours": 4}),
        ({"gain": "30k per year", "cost": "9k"}, {"sota": "20k per year"}, {"sota": 20e3}),
        ({"gain": "30k per year", "cost": "9k per year"}, {"sota": "20k per year"}, {}),
        ({"gain": "30k", "costs": [WEEKS]}, {"build": "71 person-weeks", "gain": "31k"}, {"gain": 31e3}),
    ],
)
def test_a_gain_is_compared_as_a_cost_is(option, actuals, came):
    assert {name: each.actual for name, each in found(option, actuals, recoveries).items()} == came
