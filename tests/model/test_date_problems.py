"""A review before its decision is a slip of the pen, except where the date is that of the end."""

import datetime as dt

import pytest

from roi_plugin.model.date_problems import date_problems
from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.governance import Review

BEFORE, DAY, AFTER = dt.date(2025, 3, 1), dt.date(2026, 3, 2), dt.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("due", "held", "places"),
    [
        (None, [], []),
        (AFTER, [AFTER], []),
        (DAY, [DAY], []),
        (BEFORE, [], ["review_due"]),
        (AFTER, [DAY, BEFORE], ["reviews[1].date"]),
        (BEFORE, [BEFORE], ["review_due", "reviews[0].date"]),
    ],
)
@pytest.mark.parametrize("status", ["draft", "proposed", "accepted"])
def test_a_review_comes_after_the_decision(decision, due, held, places, status):
    record = decision("1-a", status=status, date=DAY, review_due=due, reviews=tuple(Review(date=day) for day in held))
    found = list(date_problems(record))
    assert [dotted(problem.field) for problem in found] == places
    assert {problem.severity for problem in found} <= {Severity.WARNING}


@pytest.mark.parametrize("status", ["rejected", "deprecated", "superseded"])
def test_the_date_of_a_retired_decision_is_the_day_of_its_end(decision, status):
    record = decision("1-a", status=status, date=DAY, review_due=BEFORE, reviews=(Review(date=BEFORE),))
    assert list(date_problems(record)) == []


def test_the_message_names_both_days(decision):
    (problem,) = date_problems(decision("1-a", date=DAY, review_due=BEFORE))
    assert problem.message == "the review is due on 2025-03-01, before the record's own `date` of 2026-03-02"
