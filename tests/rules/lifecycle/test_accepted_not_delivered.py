import datetime as dt

import pytest

from roi_plugin.model.policy import Policy, RuleLimits
from tests.histories import history

RULE = "accepted-not-delivered"
OPTION = "options: [{id: cache, chosen: true}]"
WORK = "options: [{id: cache, chosen: true, costs: [{id: build, time: 3..5 person-weeks}]}]"
PLANNED = f"delivery: planned, date: 2026-03-02, {OPTION}"


@pytest.mark.parametrize(("today", "expected"), [("2026-08-29", []), ("2026-08-30", ["delivery"])])
def test_what_was_accepted_may_take_half_a_year_to_begin(fields, today, expected):
    assert fields(RULE, f"{{{PLANNED}}}", today=dt.date.fromisoformat(today)) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (history(("2026-01-01", "proposed"), ("2026-03-13", "accepted", "planned")), ["delivery"]),
        (history(("2026-01-01", "proposed"), ("2026-03-14", "accepted", "planned")), []),
        (history(("2026-08-01", "accepted", "planned")), []),
        (history(("2026-08-01", "accepted", "planned"), is_whole=False), ["delivery"]),
        (history(("2026-09-10*", "accepted", "planned")), ["delivery"]),
    ],
)
def test_git_tells_since_when_it_is_accepted(fields, known, expected):
    assert fields(RULE, f"{{{PLANNED}}}", history=known) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("delivery: planned", ["delivery"]),
        ("delivery: in-progress", []),
        ("delivery: delivered", []),
        ("delivery: reverted", []),
        ("status: draft, delivery: planned", []),
        ("status: proposed, delivery: planned", []),
        ("status: rejected, delivery: planned", []),
        ("status: deprecated, delivery: planned", []),
        ("status: superseded, delivery: planned", []),
    ],
)
def test_it_is_asked_of_what_binds_and_has_not_begun(fields, state, expected):
    assert fields(RULE, f"{{{state}, date: 2026-01-02, {OPTION}}}") == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (WORK, ["delivery"]),
        (OPTION, []),
        ("options: [{id: cache, chosen: true, costs: [{id: run, money: 3k per year}]}]", []),
        ("options: [{id: cache, costs: [{id: build, time: 3..5 person-weeks}]}]", []),
        (f"{WORK}, reviews: [{{date: 2026-02-02, outcome: kept}}]", []),
        (f"{WORK}, reviews: [{{date: 2026-02-02, outcome: too-early}}]", ["delivery"]),
    ],
)
def test_where_no_delivery_is_stated_only_work_that_nobody_has_looked_at_since_is_missed(fields, more, expected):
    assert fields(RULE, f"{{date: 2026-01-02, {more}}}") == expected


@pytest.mark.parametrize("option", ["{id: do-nothing, chosen: true}", "{id: keep, kind: do-nothing, chosen: true}"])
def test_to_do_nothing_needs_no_delivery(fields, option):
    assert fields(RULE, f"{{delivery: planned, date: 2026-01-02, options: [{option}]}}") == []


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("{date: 2026-05-02, outcome: kept}", []),
        ("{date: 2026-05-02, outcome: changed}", []),
        ("{date: 2026-02-02, outcome: kept}", ["delivery"]),
        ("{date: 2026-05-02, outcome: too-early}", ["delivery"]),
        ("{date: 2026-11-02, outcome: kept}", ["delivery"]),
    ],
)
def test_a_review_that_says_that_it_still_holds_begins_the_time_anew(fields, review, expected):
    assert fields(RULE, f"{{delivery: planned, date: 2026-01-02, {OPTION}, reviews: [{review}]}}") == expected


@pytest.mark.parametrize(
    ("gains", "more", "expected"),
    [
        ("{id: a, value: 3k, from: 5}", "", ["delivery"]),
        ("{id: a, value: 3k, from: 7}", "", []),
        ("{id: a, value: 3k, from: 2}, {id: b, value: 3k, from: 7}", "", []),
        ("{id: a, value: 3k}", "", []),
        ("{id: a, value: 3k, from: 5}", ", reviews: [{date: 2026-08-20, outcome: kept}]", []),
        ("{id: a, value: 3k, from: 5}", ", reviews: [{date: 2026-05-20, outcome: kept}]", ["delivery"]),
    ],
)
def test_work_in_progress_is_late_once_its_last_gain_was_to_come(fields, gains, more, expected):
    options = f"options: [{{id: cache, chosen: true, gains: [{gains}]}}]"
    assert fields(RULE, f"{{delivery: in-progress, date: 2026-03-02, {options}{more}}}") == expected


def test_what_was_replaced_is_not_waited_for(fields, record):
    newer = record("supersedes: 0001-cache", path="0002-better.md")
    assert fields(RULE, f"{{{PLANNED}}}", newer) == []


@pytest.mark.parametrize(("days", "expected"), [(191, ["delivery"]), (192, [])])
def test_the_policy_says_how_long_it_may_take(fields, days, expected):
    assert fields(RULE, f"{{{PLANNED}}}", policy=Policy(limits=RuleLimits(undelivered_days=days))) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PLANNED, "it was accepted on 2026-03-02, 192 days ago, and its delivery is still `planned`"),
        (
            f"date: 2026-03-02, {WORK}",
            "it was accepted on 2026-03-02, 192 days ago, and its delivery is not said to have begun",
        ),
        (
            "delivery: in-progress, options: [{id: a, chosen: true, gains: [{id: b, value: 3k, from: 5}]}]",
            "the last of its gains was to come from month 5 on, this is month 7, and it is still in progress",
        ),
    ],
)
def test_the_message_says_since_when(record, problems_of, text, message):
    assert [each.message for each in problems_of(record(f"{{{text}}}")) if RULE in each.name] == [message]
