"""How a forecast moved, from what the texts of a record say."""

import datetime as dt

import pytest

from roi_plugin.model.drift import Text, drift, followed
from roi_plugin.model.drift_fields import drift_leaves
from tests.histories import record_history


def _texts(*datas):
    return [Text(day=dt.date(2026, 1, day), leaves=drift_leaves(data)) for day, data in enumerate(datas, 1)]


def _moves(*datas):
    found = drift(_texts(*datas), is_accepted=True)
    return [
        (move.key, move.direction.value, None if move.size is None else round(move.size, 4)) for move in found.moves
    ]


def _option(**fields):
    return {"options": [{"id": "tune", **fields}]}


def _cost(value, **more):
    return {**_option(costs=[{"id": "work", "money": value}]), **more}


def _euros(value, currency="EUR"):
    return _cost(value, economics={"currency": currency})


COST, GAIN = "options[tune].costs[work].money", "options[tune].gain"
TABLE = [
    ({"review_due": "2026-03-01"}, {"review_due": "2026-04-11"}, [("review_due", "later", 41)]),
    ({"review_due": "2026-03-01"}, {"review_due": "2026-02-27"}, [("review_due", "earlier", 2)]),
    (
        {"kill_if": {"text": "slow", "by": "2026-03-01"}},
        {"kill_if": [{"text": "slow", "by": "2026-03-11"}]},
        [("kill_if[0].by", "later", 10)],
    ),
    (
        {"okr": {"objective": "Fast", "key_results": [{"metric": "ms", "due": "2026-03-01"}]}},
        {"okr": [{"objective": "Fast", "key_results": [{"metric": "ms", "due": "2026-03-31"}]}]},
        [("okr[0][ms].due", "later", 30)],
    ),
    (
        {"metrics": [{"id": "ms", "measured_by": "2026-03-01"}]},
        {"metrics": [{"id": "ms", "measured_by": "2026-03-02"}]},
        [("metrics[ms].measured_by", "later", 1)],
    ),
    (_cost("80k"), _cost(80000), []),
    (_cost("80k..120k"), _cost("80000..120000"), []),
    (_cost("80k..120k"), _cost({"range": "80k..120k", "by": ["Ana"]}), []),
    (_cost("80k..120k"), _cost("80k < 100k < 120k"), []),
    (_cost("80k..120k"), _cost("80k < 100k < 240k"), [(COST, "dearer", 0.2)]),
    (_cost("80k..120k"), _cost("p10 90k p50 110k p90 140k"), [(COST, "dearer", 0.1)]),
    (_cost("80k..120k"), _cost("60k..140k"), [(COST, "wider", 0)]),
    (_cost("80k..120k"), _cost("90k..110k"), [(COST, "narrower", 0)]),
    (_cost("100k"), _cost("80k"), [(COST, "cheaper", 0.2)]),
    (_cost("12k per year"), _cost("1k per month"), []),
    (_cost("12k per year"), _cost("2k per month"), [(COST, "dearer", 1)]),
    (_cost("12k per year"), _cost("12k"), [(COST, "in another unit", None)]),
    (_euros("100k"), _euros("100k", "USD"), [(COST, "in another unit", None)]),
    (_euros("100k"), _euros("110k EUR"), [(COST, "dearer", 0.1)]),
    (_cost("0"), _cost("10k"), [(COST, "dearer", None)]),
    (_cost("10k"), _cost("jobs * 10"), [(COST, "computed otherwise", None)]),
    (_cost("jobs * 10"), _cost("jobs*10"), []),
    (_cost("jobs * 10"), _cost("jobs * 20"), [(COST, "computed otherwise", None)]),
    (
        _option(gain="jobs * minutes", inputs={"jobs": "100..300", "minutes": 5}),
        _option(gain="jobs * minutes", inputs={"jobs": "50..150", "minutes": 5}),
        [("options[tune].inputs.jobs", "lower", 0.5)],
    ),
    (_option(gain="40k"), _option(gain="50k"), [(GAIN, "higher", 0.25)]),
    (
        _option(gains=[{"id": "hours", "p": "40%", "value": 5}]),
        _option(gains=[{"id": "hours", "p": 0.3, "value": 5}]),
        [("options[tune].gains[hours].p", "less likely", 0.1)],
    ),
    (
        _option(risks=[{"id": "late", "p": "10%", "delay": "2 months"}]),
        _option(risks=[{"id": "late", "p": "30%", "delay": "1 quarter"}]),
        [("options[tune].risks[late].p", "likelier", 0.2), ("options[tune].risks[late].delay", "longer", 1)],
    ),
    (_option(costs=[{"id": "run", "money": 5, "from": 0}]), _option(costs=[{"id": "run", "money": 5, "from": 3}]),
     [("options[tune].costs[run].from", "later", 3)]),
    ({"expected_life": "3 years"}, {"expected_life": "36 months"}, []),
    ({"expected_life": "3 years"}, {"expected_life": "24 months"}, [("expected_life", "shorter", 12)]),
    (
        _option(costs=[{"id": "run", "money": "2k", "period": "month"}]),
        _option(costs=[{"id": "run", "money": "24k per year"}]),
        [],
    ),
    (
        _option(costs=[{"id": "a", "money": 5}, {"id": "b", "money": 7}]),
        _option(costs=[{"id": "b", "money": 7}, {"id": "a", "money": 5}]),
        [],
    ),
    ({"title": "A", "problem": "1k"}, {"title": "B", "problem": "2k"}, []),
    ({"review_due": "soon"}, {"review_due": "2026-03-01"}, [("review_due", "computed otherwise", None)]),
    ({"review_due": True, "options": 5, "okr": [5], "metrics": {"id": 1}}, {"review_due": ["x"], "options": [[]]}, []),
    (_cost("1e308"), _cost("-1e308"), [(COST, "cheaper", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "moves"), TABLE)
def test_two_texts_tell_the_move(before, after, moves):
    assert _moves(before, after) == moves


def test_a_value_is_told_from_its_first_to_its_last_day_with_how_often_it_moved():
    days = ("2026-03-01", "2026-03-01", "2026-04-01", "2026-03-20")
    (move,) = drift(_texts(*({"review_due": day} for day in days)), is_accepted=True).moves
    assert (move.first, move.first_day.day, move.last, move.last_day.day) == ("2026-03-01", 1, "2026-03-20", 4)
    assert (move.times, move.direction, move.size) == (2, "later", 19)


def test_what_went_and_came_back_is_back_where_it_was():
    assert _moves(_cost("10k"), _cost("20k"), _cost("10000")) == [(COST, "back where it was", 0)]


def test_a_value_that_comes_later_counts_from_its_own_first_day_and_one_that_goes_is_no_move():
    texts = _texts({}, {"review_due": "2026-03-01"}, {}, {"review_due": "2026-03-02"})
    (move,) = drift(texts, is_accepted=True).moves
    assert (move.first_day.day, move.times, move.size) == (2, 1, 1)
    assert _moves({"review_due": "2026-03-01"}, {}) == []


def test_nothing_is_said_of_no_texts():
    assert drift([], is_accepted=True) is None


@pytest.mark.parametrize(
    ("statuses", "days", "is_accepted"),
    [
        (("draft", "proposed", "accepted", "accepted"), [3, 4], True),
        (("accepted", "superseded"), [1, 2], True),
        (("accepted", "proposed", "accepted"), [1, 2, 3], True),
        (("draft", "proposed", "proposed"), [2, 3], False),
        (("proposed", "rejected"), [1, 2], False),
    ],
)
def test_a_forecast_is_followed_from_its_acceptance_else_from_its_proposal(statuses, days, is_accepted):
    found = followed(record_history(*((f"2026-01-0{day}", status) for day, status in enumerate(statuses, 1))))
    assert ([version.date.day for version in found.versions], found.is_accepted) == (days, is_accepted)


def test_a_draft_is_not_followed():
    assert followed(record_history(("2026-01-01", "draft"), ("2026-01-02", ""))) is None
