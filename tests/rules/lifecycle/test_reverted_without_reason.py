import pytest

from roi_plugin.model.history import NO_HISTORY
from roi_plugin.model.policy import Policy, RuleLimits
from tests.histories import history

RULE = "reverted-without-reason"
REVERTED = "delivery: reverted, date: 2024-03-02"
UNDONE = ("2026-04-10", "accepted", "reverted")
RAN = history(("2024-03-02", "accepted", "delivered"), UNDONE)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("delivery: reverted", ["delivery"]),
        ("status: deprecated, delivery: reverted", ["delivery"]),
        ("delivery: delivered", []),
        ("status: deprecated", []),
        ("status: proposed, delivery: reverted", []),
        ("status: rejected, delivery: reverted", []),
    ],
)
def test_it_is_asked_of_what_was_taken_back(fields, state, expected):
    assert fields(RULE, f"{{{state}, date: 2024-03-02}}") == expected


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("outcome: reverted", ["delivery"]),
        ("outcome: reverted, lessons: ask earlier", []),
        ("outcome: reverted, lessons: none", ["delivery"]),
        ("outcome: reverted, note: guests left", []),
        ("next: decide again in spring", []),
        ("outcome: reverted, actuals: {lift: 0}", []),
        ("process: {surprise: it was slow}", []),
        ("process: {would_decide_same_again: no}", ["delivery"]),
    ],
)
def test_a_review_has_to_say_why(fields, review, expected):
    assert fields(RULE, f"{{{REVERTED}, reviews: [{{date: 2026-04-10, {review}}}]}}") == expected


def test_a_review_of_a_day_to_come_says_nothing_yet(fields):
    text = f"{{{REVERTED}, reviews: [{{date: 2026-11-10, lessons: ask earlier}}]}}"
    assert fields(RULE, text) == ["delivery"]


@pytest.mark.parametrize(("day", "expected"), [("2024-03-01", ["delivery"]), ("2024-03-02", [])])
def test_what_was_said_before_it_ran_is_no_reason(fields, day, expected):
    text = f"{{{REVERTED}, reviews: [{{date: {day}, lessons: ask earlier}}]}}"
    assert fields(RULE, text, history=RAN) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (RAN, ["delivery"]),
        (history(("2024-03-02", "accepted", "planned"), UNDONE), []),
        (
            history(("2024-03-02", "accepted", "planned"), UNDONE, is_whole=False),
            ["delivery"],
        ),
        (history(UNDONE), ["delivery"]),
        (history(("2024-03-02", "accepted", "delivered"), ("2024-06-10", "accepted", "reverted")), []),
    ],
)
def test_what_never_ran_and_what_was_short_lived_is_left_to_others(fields, known, expected):
    assert fields(RULE, f"{{{REVERTED}}}", history=known) == expected


@pytest.mark.parametrize(("months", "expected"), [(25, ["delivery"]), (26, [])])
def test_the_policy_says_what_is_short(fields, months, expected):
    policy = Policy(limits=RuleLimits(short_life_months=months))
    assert fields(RULE, f"{{{REVERTED}}}", history=RAN, policy=policy) == expected


def test_a_successor_tells_what_came_of_it(fields, record):
    newer = record("{supersedes: 0001-cache, date: 2026-04-10}", path="0002-better.md")
    assert fields(RULE, f"{{{REVERTED}}}", newer) == []


@pytest.mark.parametrize(
    ("known", "on"),
    [
        (NO_HISTORY, "reverted"),
        (RAN, "delivered on 2024-03-02 and reverted on 2026-04-10"),
        (history(("2024-03-02", "accepted"), UNDONE, is_whole=False), "reverted on 2026-04-10"),
        (history(UNDONE), "reverted"),
    ],
)
def test_the_message_says_when_it_ran_where_git_knows(record, problems_of, known, on):
    found = [each.message for each in problems_of(record(f"{{{REVERTED}}}"), history=known) if RULE in each.name]
    assert found == [f"it was {on}, and no review says why"]
