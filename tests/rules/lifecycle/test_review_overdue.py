import datetime as dt

import pytest

from roi_plugin.model.policy import Policy, RuleLimits


@pytest.mark.parametrize(
    ("reviews", "today", "expected"),
    [
        ("", "2026-09-01", []),
        ("", "2026-09-15", []),
        ("", "2026-09-16", ["review_due"]),
        ("{date: 2026-09-03, outcome: kept}", "2027-01-01", []),
        ("{date: 2026-08-01, outcome: kept}", "2027-01-01", []),
        ("{date: 2026-04-01, outcome: kept}", "2027-01-01", ["review_due"]),
        ("{date: 2026-04-01, outcome: reverted}", "2027-01-01", []),
        ("{date: 2026-09-03, outcome: too-early}", "2027-01-01", ["review_due"]),
        ("{date: 2026-09-03}", "2027-01-01", []),
    ],
)
def test_a_review_that_was_due_is_missed_after_the_days_of_grace(fields, reviews, today, expected):
    record = f"{{review_due: 2026-09-01, reviews: [{reviews}]}}"
    assert fields("review-overdue", record, today=dt.date.fromisoformat(today)) == expected


def test_a_team_that_moves_the_date_after_each_review_is_rung_again(fields):
    record = "{review_due: 2027-08-01, reviews: [{date: 2026-08-01}, {date: 2027-02-01}]}"
    assert fields("review-overdue", record, today=dt.date(2027, 8, 1)) == []
    assert fields("review-overdue", record, today=dt.date(2027, 8, 20)) == ["review_due"]


@pytest.mark.parametrize(("days", "expected"), [(0, ["review_due"]), (8, ["review_due"]), (9, [])])
def test_the_policy_says_how_many_days_of_grace_there_are(fields, days, expected):
    assert (
        fields("review-overdue", "review_due: 2026-09-01", policy=Policy(limits=RuleLimits(review_grace_days=days)))
        == expected
    )


@pytest.mark.parametrize("status", ["draft", "proposed", "rejected", "deprecated", "superseded"])
def test_what_does_not_bind_is_not_nagged(fields, status):
    assert fields("review-overdue", f"{{status: {status}, review_due: 2026-04-01}}") == []


@pytest.mark.parametrize(("due", "today"), [("9999-12-31", "2026-01-01"), ("0001-01-01", "9999-12-31")])
def test_dates_at_the_ends_of_the_calendar_are_counted(fields, due, today):
    assert len(fields("review-overdue", f"review_due: '{due}'", today=dt.date.fromisoformat(today))) == (due < today)


def test_the_message_says_how_late_it_is(record, problems_of):
    found = problems_of(record("review_due: 2026-08-01"))
    assert "the review was due on 2026-08-01, 40 days ago, and was not held" in [problem.message for problem in found]
