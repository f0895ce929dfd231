import datetime as dt

import pytest

from roi_plugin.model.history import RecordHistory, State, Version
from roi_plugin.model.status_counts import month_ends, status_counts, status_steps
from tests.histories import record_history


def day(text):
    return dt.date.fromisoformat(text)


def said(steps):
    return [(date.isoformat(), status) for date, status in steps]


PROPOSED, ACCEPTED = ("2026-01-05", "proposed"), ("2026-02-05", "accepted")


@pytest.mark.parametrize(
    ("versions", "replaced_on", "expected"),
    [
        ([PROPOSED, ACCEPTED], None, [PROPOSED, ACCEPTED]),
        ([ACCEPTED], None, [ACCEPTED]),
        ([("2026-01-05", ""), ACCEPTED], None, [ACCEPTED]),
        ([PROPOSED, ACCEPTED], "2026-03-01", [PROPOSED, ACCEPTED, ("2026-03-01", "superseded")]),
        ([PROPOSED, ACCEPTED], "2026-01-10", [PROPOSED, ("2026-02-05", "superseded")]),
        ([PROPOSED, ACCEPTED], "2026-02-05", [PROPOSED, ("2026-02-05", "superseded")]),
        ([PROPOSED], "2026-03-01", [PROPOSED]),
        (
            [ACCEPTED, ("2026-04-05", "superseded")],
            "2026-03-01",
            [ACCEPTED, ("2026-03-01", "superseded"), ("2026-04-05", "superseded")],
        ),
    ],
)
def test_a_record_has_the_status_that_git_saw_and_that_its_successor_left_it(versions, replaced_on, expected):
    on = day(replaced_on) if replaced_on else None
    assert said(status_steps(record_history(*versions), replaced_on=on)) == expected


@pytest.mark.parametrize(
    ("status", "replaced_on", "last"),
    [
        ("accepted", None, ("2026-03-05", "reverted")),
        ("accepted", "2026-04-05", ("2026-04-05", "superseded")),
        ("accepted", "2026-03-01", ("2026-03-05", "superseded")),
        ("deprecated", None, ("2026-03-05", "deprecated")),
    ],
)
def test_what_was_accepted_and_taken_back_counts_as_reverted_until_it_is_replaced(status, replaced_on, last):
    undone = Version(date=day("2026-03-05"), path="0001-cache.md", state=State(status=status, delivery="reverted"))
    known = RecordHistory(versions=(*record_history(ACCEPTED).versions, undone))
    assert said(status_steps(known, replaced_on=day(replaced_on) if replaced_on else None))[-1] == last


def test_a_removed_record_counts_no_more():
    removal = Version(date=day("2026-03-05"), path="0001-cache.md", is_removal=True)
    known = RecordHistory(versions=(*record_history(ACCEPTED).versions, removal))
    assert said(status_steps(known)) == [ACCEPTED, ("2026-03-05", None)]


def test_each_day_counts_what_stood_at_its_end():
    records = [
        [(day("2026-01-05"), "draft"), (day("2026-01-31"), "proposed"), (day("2026-02-10"), "accepted")],
        [(day("2026-02-01"), "accepted"), (day("2026-03-01"), None)],
        [],
    ]
    days = [day(text) for text in ("2025-12-31", "2026-01-30", "2026-01-31", "2026-02-28", "2026-03-01")]
    assert [dict(one.by_status) for one in status_counts(records, days)] == [
        {},
        {"draft": 1},
        {"proposed": 1},
        {"accepted": 2},
        {"accepted": 1},
    ]


@pytest.mark.parametrize(
    ("first", "today", "expected"),
    [
        ("2026-01-15", "2026-03-10", ["2026-01-31", "2026-02-28", "2026-03-10"]),
        ("2023-12-31", "2024-03-31", ["2023-12-31", "2024-01-31", "2024-02-29", "2024-03-31"]),
        ("2026-03-01", "2026-03-10", ["2026-03-10"]),
        ("2026-05-01", "2026-03-10", ["2026-03-10"]),
    ],
)
def test_the_days_are_the_ends_of_months_and_today(first, today, expected):
    assert [each.isoformat() for each in month_ends(day(first), day(today))] == expected


@pytest.mark.parametrize(
    ("first", "days", "second"),
    [
        ("2022-12-02", 48, "2023-01-31"),
        ("2022-11-02", 17, "2023-02-28"),
        ("2015-11-02", 45, "2016-02-29"),
        ("2014-11-02", 13, "2015-11-30"),
        ("0001-01-01", 203, "0016-11-30"),
    ],
)
def test_of_a_long_time_there_are_fewer_days(first, days, second):
    ends = month_ends(day(first), day("2026-11-25"))
    assert (len(ends), ends[1].isoformat()) == (days, second)
    assert list(ends) == sorted(set(ends))


def test_the_end_of_the_calendar_is_a_day_like_others():
    assert month_ends(dt.date(9999, 11, 1), dt.date.max) == (dt.date(9999, 11, 30), dt.date.max)
