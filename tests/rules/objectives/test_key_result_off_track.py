import datetime as dt

import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "key-result-off-track"
AT = "okr[0].key_results[0]"
LATE, STALE = [f"{AT}.now"], [f"{AT}.updated"]


def okr(result, rest="date: 2026-03-02"):
    return f"{{{rest}, okr: {{objective: Better search, key_results: [{{id: KR1, {result}}}]}}}}"


@pytest.mark.parametrize(
    ("now", "day", "expected"),
    [
        (0, "2026-03-02", []),
        (34, "2026-06-10", LATE),
        (35, "2026-06-10", []),
        (69, "2026-09-18", LATE),
        (70, "2026-09-18", []),
        (70, "2027-03-01", []),
        (120, "2026-09-18", []),
    ],
)
def test_progress_is_at_least_seven_tenths_of_the_time_that_has_passed(fields, now, day, expected):
    """200 days from 2026-03-02 to 2026-09-18, of which 100 have passed on 2026-06-10."""
    record = okr(f"from: 0, to: 100, now: {now}, due: 2026-09-18")
    assert fields(RULE, record, stakes=1, today=dt.date.fromisoformat(day)) == expected


def test_a_way_down_is_a_way_too(fields):
    assert fields(RULE, okr("from: 14, to: 11, now: 13.4, due: 2026-09-30"), stakes=1) == LATE
    assert fields(RULE, okr("from: 14, to: 11, now: 11.4, due: 2026-09-30"), stakes=1) == []


@pytest.mark.parametrize(("updated", "expected"), [("2026-08-01", []), ("2026-09-08", LATE)])
def test_what_was_measured_is_held_against_the_day_of_its_measurement(fields, updated, expected):
    """200 days to 2026-09-18: 152 had passed on 2026-08-01, which ask for 53; 190 on 2026-09-08, which ask for 67."""
    record = okr(f"from: 0, to: 100, now: 60, due: 2026-09-18, updated: {updated}")
    assert fields(RULE, record, stakes=1) == expected


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("from: 0, to: 100, now: 90, updated: 2026-07-27, due: 2027-09-30", []),
        ("from: 0, to: 100, now: 90, updated: 2026-07-26, due: 2027-09-30", STALE),
        ("from: 0, to: 100, now: 90, updated: 2026-07-26", STALE),
        ("from: 0, to: 100, now: 100, updated: 2026-03-26", []),
        ("from: 0, to: 100, now: 90, due: 2027-09-30", []),
        ("from: 0, to: 100, due: 2027-09-30", LATE),
        ("to: 100, due: 2027-09-30", LATE),
        ("text: Better, due: 2027-09-30", []),
        ("from: 0, to: 100, now: 90, updated: 2026-07-26, due: 2026-08-31", []),
    ],
)
def test_somebody_looked_within_45_days(fields, result, expected):
    assert fields(RULE, okr(result), stakes=1) == expected


@pytest.mark.parametrize(("day", "expected"), [("2026-07-27", []), ("2026-07-26", LATE)])
def test_without_any_value_the_days_count_from_the_decision(fields, day, expected):
    assert fields(RULE, okr("from: 0, to: 9, due: 2027-09-30", f"date: {day}"), stakes=1) == expected


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, LATE),
        ({"key_result_progress_share": 0.3}, STALE),
        ({"key_result_progress_share": 0.3, "key_result_stale_days": 90}, []),
    ],
)
def test_the_policy_says_how_far_behind_and_how_long_unseen(fields, limits, expected):
    policy = Policy(limits=RuleLimits(**limits))
    record = okr("from: 0, to: 100, now: 30, updated: 2026-07-20, due: 2026-09-18")
    assert fields(RULE, record, stakes=1, policy=policy) == expected


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ("", LATE),
        ("reviews: [{date: 2026-06-29}]", LATE),
        ("reviews: [{date: 2026-06-30}]", []),
        ("reviews: [{date: 2026-07-15}, {date: 2026-05-01}]", []),
    ],
)
def test_a_review_on_its_last_day_or_later_closes_it(fields, reviews, expected):
    record = okr("from: 0, to: 100, now: 30, due: 2026-06-30", reviews or "owner: kim")
    assert fields(RULE, record, stakes=1) == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("delivery: in-progress", 1),
        ("delivery: delivered", 1),
        ("delivery: planned", 0),
        ("delivery: reverted", 0),
        ("status: proposed", 0),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_while_something_works_at_it(fields, state, count):
    assert len(fields(RULE, okr("from: 0, to: 100, now: 0, due: 2026-09-18", state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, okr("from: 0, to: 100, now: 0, due: 2026-09-18"), successor, stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, okr("from: 0, to: 100, now: 0, due: 2026-09-18"), stakes=0) == []


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (
            "from: 5, to: 5.5, now: 5.1, due: 2026-12-31",
            "`KR1` has come 20 % of its way from 5 to 5.5, and 63.2 % of its time until 2026-12-31 had passed",
        ),
        (
            "from: 0, to: 100, now: 90, updated: 2026-07-01",
            "`KR1` was last looked at on 2026-07-01, 71 days ago: nobody can tell whether it is on its way",
        ),
        ("from: 0, to: 100", "`KR1` has no value since the decision of 2026-03-02, 192 days ago"),
    ],
)
def test_the_message_says_how_far_and_how_late(record, problems_of, result, words):
    """Specification, section E3.1: 5.1 of 5.0 to 5.5 is a fifth."""
    found = problems_of(record(okr(result)), stakes=1)
    assert any(each.message.startswith(words) for each in found)
