"""The work of building an option, in person-weeks, and when it can be done at the earliest."""

import math

import pytest

from roi_plugin.economics.build_work import build_work
from roi_plugin.economics.terms import terms_of
from roi_plugin.model.policy import Policy

WEEKS_A_MONTH = 365.25 / 7 / 12


@pytest.fixture
def work_of(decision):
    def compute(*options, index=-1, **rest):
        record = decision(*options, **rest)
        return build_work(record, index % len(record.options), terms_of(record, Policy()))

    return compute


def test_the_flagship_model_can_be_built_before_its_gain_begins(work_of, flagship):
    *_, sota = flagship["options"]
    found = work_of(sota | {"capability": {"experts_needed": 2, "experts_available": 1}}, **flagship["terms"])
    deviation = math.log(60 / 20) / (2 * 1.6448536)
    assert found.mean == pytest.approx(math.sqrt(20 * 60) * math.exp(deviation**2 / 2))
    assert (found.low, found.high, found.people) == (pytest.approx(20), pytest.approx(60), 1)
    assert found.soonest_months == pytest.approx(20 / WEEKS_A_MONTH)
    assert found.soonest_months < 6 < found.mean / WEEKS_A_MONTH


@pytest.mark.parametrize(
    ("costs", "weeks"),
    [
        ([{"id": "a", "time": "20 person-weeks"}], 20),
        ([{"id": "a", "time": "20 person-weeks", "kind": "build"}], 20),
        ([{"id": "a", "time": "20"}], 20),
        ([{"id": "a", "time": "10 person-days"}], 2),
        ([{"id": "a", "time": "4 person-weeks"}, {"id": "b", "time": "3 person-weeks", "money": "90k"}], 7),
        ([{"id": "a", "money": "4 person-weeks"}, {"id": "b", "money": "90k"}], 4),
        ([{"id": "a", "time": "4 person-weeks"}, {"id": "b", "time": "9 person-weeks per year"}], 4),
        ([{"id": "a", "time": "4 person-weeks"}, {"id": "b", "time": "9 person-weeks", "per": "year"}], 4),
        ([{"id": "a", "time": "4 person-weeks"}, {"id": "b", "time": "9 person-weeks", "kind": "exit"}], 4),
        ([{"id": "a", "time": "4 person-weeks"}, {"id": "b", "time": "9 person-weeks", "when": 8}], 4),
        ([{"id": "a", "time": "4 person-weeks", "when": 0}, {"id": "b", "time": "9 person-weeks", "from": 3}], 4),
        ([{"id": "a", "time": "parts * each", "inputs": {"parts": 6, "each": "3 person-days"}}], 3.6),
        ([{"id": "a", "time": "4 person-weeks"}, {"id": "b", "same_as": "a"}], 8),
    ],
)
def test_work_that_is_spent_once_and_at_first_is_counted(work_of, costs, weeks):
    found = work_of({"id": "o", "costs": costs})
    assert (found.low, found.mean, found.high) == (pytest.approx(weeks),) * 3


def test_the_short_form_of_a_cost_may_be_work(work_of):
    assert work_of({"id": "o", "cost": "4 person-weeks"}).mean == 4


def test_the_price_of_a_week_does_not_matter(work_of):
    costs = [{"id": "a", "time": "4 person-weeks"}]
    assert work_of({"id": "o", "costs": costs}, person_week="5k").mean == 4


def test_the_range_of_several_lines_adds_up_their_ends(work_of):
    found = work_of({"id": "o", "costs": [{"id": "a", "time": "2..8"}, {"id": "b", "time": "10..20"}]})
    assert (found.low, found.high) == (pytest.approx(12), pytest.approx(28))
    assert 12 < found.mean < 28


def test_another_option_is_another_work(work_of):
    options = [{"id": name, "costs": [{"id": f"{name}-work", "time": weeks}]} for name, weeks in (("a", 3), ("b", 5))]
    assert [work_of(*options, index=index).mean for index in (0, 1)] == [3, 5]


@pytest.mark.parametrize(("available", "months"), [(None, 10), (1, 10), (2, 5), (0.5, 20), (0, None)])
def test_experts_who_are_there_work_side_by_side(work_of, available, months):
    costs = [{"id": "a", "time": f"{10 * WEEKS_A_MONTH} person-weeks"}]
    found = work_of({"id": "o", "costs": costs, "capability": {"experts_available": available}})
    assert found.people == (1 if available is None else available)
    assert found.soonest_months == (None if months is None else pytest.approx(months))


@pytest.mark.parametrize(
    ("costs", "reason"),
    [
        ([], "no working time is given that is spent once"),
        ([{"id": "a", "money": "90k"}], "no working time is given that is spent once"),
        ([{"id": "a"}], "`a`: it has no amount"),
        ([{"id": "a", "time": "x * 2"}], "`a`: it uses `x`, which is not in this record"),
    ],
)
def test_without_work_there_is_a_reason(work_of, costs, reason):
    found = work_of({"id": "o", "costs": costs})
    assert (found.mean, found.soonest_months, found.reason) == (None, None, reason)


def test_work_without_a_closed_form_has_a_mean_and_no_range(work_of):
    inputs = {"x": "2..8", "y": "1 < 2 < 6"}
    found = work_of({"id": "o", "costs": [{"id": "a", "time": "x * y", "inputs": inputs}]})
    assert found.mean > 0
    assert (found.low, found.high, found.soonest_months) == (None, None, None)
