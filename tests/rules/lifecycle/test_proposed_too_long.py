import datetime as dt

import pytest

from roi_plugin.model.history import NO_HISTORY
from roi_plugin.model.policy import Policy, RuleLimits
from tests.histories import history

RULE = "proposed-too-long"
PROPOSED = "{status: proposed, date: 2026-03-02}"


@pytest.mark.parametrize(("today", "expected"), [("2026-05-01", []), ("2026-05-02", ["status"])])
def test_without_git_the_days_count_from_the_date_of_the_record(fields, today, expected):
    assert fields(RULE, PROPOSED, today=dt.date.fromisoformat(today)) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (history(("2026-07-11", "proposed")), ["status"]),
        (history(("2026-07-12", "proposed")), []),
        (history(("2026-01-12", "proposed"), ("2026-02-12", "draft"), ("2026-08-12", "proposed")), []),
        (history(("2026-01-12", "proposed"), ("2026-08-12", "proposed")), ["status"]),
        (history(("2026-01-12", "draft"), ("2026-09-10*", "proposed")), []),
        (history(("2026-09-10*", "proposed")), ["status"]),
        (history(("2026-09-01", "proposed"), is_whole=False), ["status"]),
        (history(("2026-09-01", "proposed"), path="0002-other.md"), ["status"]),
    ],
)
def test_git_tells_since_when_it_is_proposed_and_where_it_does_not_the_record_does(fields, known, expected):
    """An edit that is not committed counts as today, but a record that never was committed may be old."""
    assert fields(RULE, PROPOSED, history=known) == expected


@pytest.mark.parametrize("status", ["draft", "accepted", "rejected", "deprecated", "superseded"])
def test_only_proposals_are_asked(fields, status):
    assert fields(RULE, f"{{status: {status}, date: 2026-03-02}}") == []


def test_a_proposal_that_another_decision_replaced_waits_for_nothing(fields, record):
    newer = record("supersedes: 0001-cache", path="0002-better.md")
    assert fields(RULE, PROPOSED, newer) == []


@pytest.mark.parametrize(("days", "expected"), [(191, ["status"]), (192, [])])
def test_the_policy_says_how_long_a_proposal_may_wait(fields, days, expected):
    assert fields(RULE, PROPOSED, policy=Policy(limits=RuleLimits(proposal_days=days))) == expected


def test_a_proposal_of_a_day_to_come_does_not_wait_yet(fields):
    assert fields(RULE, "{status: proposed, date: 9999-12-31}", today=dt.date.min) == []


@pytest.mark.parametrize(
    ("known", "since"),
    [(NO_HISTORY, "2026-03-02, 192 days"), (history(("2026-06-02", "proposed")), "2026-06-02, 100 days")],
)
def test_the_message_says_since_when_and_how_many_days(record, problems_of, known, since):
    found = [problem.message for problem in problems_of(record(PROPOSED), history=known) if RULE in problem.name]
    assert found == [f"it has been proposed since {since} ago, and nobody has decided it: 60 days are time enough here"]
