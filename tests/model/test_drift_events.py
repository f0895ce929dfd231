"""Forecasts that moved without a word, as events."""

import datetime as dt

import pytest

from roi_plugin.model.drift import Text, drift
from roi_plugin.model.drift_events import drift_events
from roi_plugin.model.drift_fields import drift_leaves
from roi_plugin.model.event_words import event_words
from roi_plugin.model.governance import Amendment
from roi_plugin.model.history import Version


def _text(day, cost, review="2026-12-01"):
    data = {"options": [{"id": "tune", "costs": [{"id": "work", "money": cost}]}], "review_due": review}
    version = Version(date=dt.date(2026, 1, day), path="0001-a.md", commit=f"c{day}", author="Ana")
    return Text(day=version.date, leaves=drift_leaves(data), version=version)


def _amended(*entries):
    return tuple(Amendment(date=dt.date(2026, 1, day), field=field, why="Dearer") for day, field in entries)


def _told(decision, *texts, amended=(), is_accepted=True):
    one = decision("0001-a", amendments=_amended(*amended))
    events = drift_events(one, drift(texts, is_accepted=is_accepted))
    return [(event.date.day, event_words(event), event.commit) for event in events]


MOVED = "forecast moved: options[tune].costs[work].money"
TWICE = (_text(1, "1k"), _text(5, "2k"), _text(9, "3k"))


def test_each_text_that_moved_a_forecast_is_an_event_of_its_commit(decision):
    assert _told(decision, *TWICE) == [(5, MOVED, "c5"), (9, MOVED, "c9")]
    assert _told(decision, _text(1, "1k"), _text(5, "2k", "2027-01-01")) == [(5, f"{MOVED} and 1 more", "c5")]


def test_before_the_acceptance_a_forecast_may_move(decision):
    assert _told(decision, *TWICE, is_accepted=False) == []


@pytest.mark.parametrize(
    ("amended", "left"),
    [
        ([(5, "options[tune].costs[work].money")], [9]),
        ([(9, "options[tune].costs[work].money")], [5]),
        ([(3, "options[0].costs[0].money")], [9]),
        ([(5, "options"), (9, "tune.costs")], []),
        ([(5, "review_due"), (9, "options[tune].gain")], [5, 9]),
    ],
    ids=["the first", "the second", "the first, before its commit, by indexes", "both, from around", "others"],
)
def test_what_an_amendment_of_its_time_names_is_told_by_that(decision, amended, left):
    assert [day for day, *_ in _told(decision, *TWICE, amended=amended)] == left
