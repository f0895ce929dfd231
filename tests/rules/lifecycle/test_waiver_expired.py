import datetime as dt

import pytest

RULE = "waiver-expired"


def waiver(until, rule="no-baseline"):
    return f"{{rule: {rule}, reason: measured from May on, by: lee, until: {until}}}"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-08-31", []),
        ("2026-09-01", []),
        ("2026-09-02", ["waivers[0].until"]),
        ("9999-12-31", ["waivers[0].until"]),
    ],
)
def test_a_waiver_holds_until_the_end_of_its_last_day(fields, today, expected):
    assert fields(RULE, f"waivers: [{waiver('2026-09-01')}]", today=dt.date.fromisoformat(today)) == expected


@pytest.mark.parametrize(
    ("waivers", "expected"),
    [
        ([waiver("2026-03-01"), waiver("2026-12-01")], []),
        ([waiver("2026-12-01"), waiver("2026-03-01")], []),
        ([waiver("2026-03-01"), waiver("2026-12-01", "risk/no-baseline")], []),
        ([waiver("2026-03-01"), waiver("2026-06-01")], ["waivers[1].until"]),
        ([waiver("2026-06-01"), waiver("2026-03-01")], ["waivers[0].until"]),
        ([waiver("2026-03-01"), waiver("2026-12-01", "time-not-priced")], ["waivers[0].until"]),
        ([waiver("2026-03-01"), waiver("2026-03-01", "time-not-priced")], ["waivers[0].until", "waivers[1].until"]),
    ],
)
def test_the_last_waiver_of_each_rule_counts(fields, waivers, expected):
    assert fields(RULE, f"waivers: [{', '.join(waivers)}]") == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("status: accepted", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_where_nothing_is_left_nothing_has_to_be_allowed(fields, state, count):
    """Rules document, section E5: the record of section G3 was reverted, so its ended waiver is no finding."""
    assert len(fields(RULE, f"{{{state}, waivers: [{waiver('2026-09-01')}]}}")) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, f"waivers: [{waiver('2026-09-01')}]", successor) == []


def test_it_can_be_waived_itself(fields):
    own = waiver("2026-12-01", "waiver-expired")
    assert fields(RULE, f"waivers: [{waiver('2026-09-01')}, {own}]") == []


@pytest.mark.parametrize(("until", "ago"), [("2026-09-01", "9 days"), ("2026-09-09", "1 day")])
def test_the_message_says_whose_waiver_ended_when(record, problems_of, until, ago):
    found = [problem.message for problem in problems_of(record(f"waivers: [{waiver(until)}]"))]
    assert f"the waiver of `no-baseline` by lee ended on {until}, {ago} ago: the rule is asked again" in found
