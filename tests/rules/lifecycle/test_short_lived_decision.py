import pytest

from roi_plugin.model.policy import Policy, RuleLimits
from tests.histories import history

RULE = "short-lived-decision"
AT = ["reviews[0].outcome"]
WAS_REVERTED = "delivery: reverted"
RESUMED = "{date: 2025-06-03, outcome: changed}"


def ended(date, more="", state=WAS_REVERTED):
    return f"{{{state}, date: 2025-03-02, reviews: [{{date: {date}, outcome: reverted, {more}}}]}}"


@pytest.mark.parametrize(
    ("date", "life", "expected"),
    [
        ("2025-09-03", "", AT),
        ("2026-03-01", "", AT),
        ("2026-03-02", "", []),
        ("2026-09-01", "expected_life: 36 months", AT),
        ("2026-09-02", "expected_life: 36 months", []),
        ("2026-03-01", "expected_life: 18 months", AT),
        ("2026-03-02", "expected_life: 18 months", []),
        ("2025-06-01", "expected_life: 6 months", AT),
        ("2025-06-02", "expected_life: 6 months", []),
        ("2025-09-01", "expected_life: 12", AT),
        ("2025-09-02", "expected_life: 12", []),
        ("2026-03-01", "expected_life: 18..36 months", AT),
        ("2026-03-02", "expected_life: 18..36 months", []),
    ],
)
def test_short_is_less_than_a_year_or_half_of_what_was_expected(fields, date, life, expected):
    """Where a year or less was expected, only the half counts; a range is no length to compare with."""
    assert fields(RULE, ended(date, state=f"{WAS_REVERTED}, {life}" if life else WAS_REVERTED)) == expected


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({"short_life_months": 6}, []),
        ({"short_life_months": 7}, AT),
        ({"short_life_months": 6, "short_life_share": 0.3}, AT),
        ({"short_life_months": 0, "short_life_share": 0.0}, []),
    ],
)
def test_the_policy_says_what_is_short(fields, limits, expected):
    life = ", expected_life: 24 months" if "short_life_share" in limits else ""
    text = ended("2025-09-03", state=WAS_REVERTED + life)
    assert fields(RULE, text, policy=Policy(limits=RuleLimits(**limits))) == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("delivery: reverted", 1),
        ("status: deprecated", 1),
        ("status: superseded", 1),
        ("delivery: delivered", 0),
        ("status: draft, delivery: reverted", 0),
        ("status: proposed, delivery: reverted", 0),
        ("status: rejected, delivery: reverted", 0),
        ("status: deprecated, delivery: planned", 0),
    ],
)
def test_it_is_asked_of_what_was_taken_back(fields, state, count):
    assert len(fields(RULE, ended("2025-09-03", state=state))) == count


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ("", []),
        ("{date: 2025-09-03}", []),
        ("{date: 2025-09-03, outcome: kept}", []),
        ("{date: 2025-09-03, outcome: deprecated}", AT),
        ("{date: 2025-03-02, outcome: reverted}", []),
        ("{date: 2025-01-02, outcome: reverted}", []),
        ("{date: 2025-09-03, outcome: reverted}, {date: 2026-09-03, outcome: deprecated}", AT),
        ("{date: 2025-09-03, outcome: reverted}, {date: 2025-10-03, outcome: kept}", []),
        ("{date: 2025-10-03, outcome: reverted}, {date: 2025-09-03, outcome: kept}", AT),
        (f"{{date: 2025-05-03, outcome: reverted}}, {RESUMED}, {{date: 2026-06-03, outcome: reverted}}", []),
    ],
)
def test_the_end_is_the_first_review_that_took_it_back_for_good(fields, reviews, expected):
    """Without a day of the end, or with one that is not after the decision, nobody knows how long it lived."""
    assert fields(RULE, f"{{{WAS_REVERTED}, date: 2025-03-02, reviews: [{reviews}]}}") == expected


@pytest.mark.parametrize(
    ("own", "successor", "expected"),
    [
        ("", "date: 2025-09-03", ["status"]),
        ("status: superseded", "date: 2025-09-03", ["status"]),
        ("", "date: 2026-03-02", []),
        ("", "date: 2025-03-02", []),
        ("", "{date: 2025-09-03, status: proposed}", []),
        ("delivery: planned", "date: 2025-09-03", []),
        ("reviews: [{date: 2025-05-02, outcome: deprecated}]", "date: 2025-09-03", AT),
        ("reviews: [{date: 2025-05-02, outcome: deprecated}]", "date: 2025-04-03", ["status"]),
        ("reviews: [{date: 2025-08-02, lessons: price the upkeep}]", "date: 2025-09-03", []),
        ("reviews: [{date: 2025-08-02, lessons: none}]", "date: 2025-09-03", ["status"]),
    ],
)
def test_a_successor_ends_it_on_its_own_day(fields, record, own, successor, expected):
    newer = record(f"{{supersedes: '0001-cache', {successor.strip('{}')}}}", path="0002-better.md")
    assert fields(RULE, f"{{date: 2025-03-02, {own}}}", newer) == expected


def test_a_part_that_was_replaced_does_not_end_the_whole(fields, record):
    newer = record("{supersedes: '0001-cache#2', date: 2025-09-03}", path="0002-better.md")
    assert fields(RULE, "date: 2025-03-02", newer) == []


def test_a_successor_that_cannot_be_told_from_another_has_no_day(fields):
    assert fields(RULE, "{date: 2025-03-02, status: superseded, superseded_by: '99'}") == []


@pytest.mark.parametrize(
    ("state", "lessons", "later", "expected"),
    [
        ("delivery: reverted", "lessons: ask earlier", "", AT),
        ("delivery: reverted, kill_if: no lift by September", "lessons: ask earlier", "", []),
        ("delivery: reverted, kill_if: no lift by September", "note: over", "", AT),
        ("status: deprecated", "lessons: ask earlier", "", []),
        ("status: deprecated", "note: over", "", AT),
        ("delivery: reverted", "note: over", ", {date: 2025-10-03, lessons: ask earlier}", []),
        ("delivery: reverted", "note: over", ", {date: 2025-08-03, lessons: ask earlier}", AT),
        ("delivery: reverted", "note: over", ", {date: 2025-10-03, lessons: '-'}", AT),
    ],
)
def test_lessons_silence_it_once_it_is_retired_or_looked_at_again(fields, state, lessons, later, expected):
    """Rules document, section E5: the review that reverts the record of section G3 and holds a lesson is not enough."""
    review = f"{{date: 2025-09-03, outcome: reverted, {lessons}}}"
    assert fields(RULE, f"{{{state}, date: 2025-03-02, reviews: [{review}{later}]}}") == expected


@pytest.mark.parametrize(
    ("date", "life", "lived"),
    [
        ("2025-09-03", ", expected_life: 2 years", "6 months of the 24 months that were expected"),
        ("2025-09-03", "", "6 months"),
        ("2025-04-03", "", "1 month"),
        ("2025-03-20", "", "18 days"),
        ("2025-03-03", "", "1 day"),
    ],
)
def test_the_message_says_how_long_it_lived(record, problems_of, date, life, lived):
    decision = record(ended(date, state=WAS_REVERTED + life))
    found = [problem.message for problem in problems_of(decision) if problem.name == f"risk/{RULE}"]
    assert found == [f"it was reverted on {date}, after {lived}: what it cost had hardly time to come back"]


def test_where_lessons_are_written_it_asks_for_what_follows(record, problems_of):
    text = ended("2025-09-03", "lessons: ask earlier")
    found = [problem.help for problem in problems_of(record(text)) if problem.name == f"risk/{RULE}"]
    assert found == ["retire it (`status: deprecated`), or say in the `lessons` of a later review what follows"]


BEGAN = ("2025-03-02", "accepted")
RETIRED = ("2025-09-03", "deprecated")


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        (WAS_REVERTED, (BEGAN, ("2025-09-03", "accepted", "reverted")), ["delivery"]),
        ("status: deprecated", (BEGAN, RETIRED), ["status"]),
        ("status: superseded", (BEGAN, ("2025-09-03", "superseded")), ["status"]),
        ("status: deprecated", (BEGAN, ("2026-03-02", "deprecated")), []),
        ("status: deprecated", (("2024-03-02", "accepted"), RETIRED), []),
        ("status: deprecated", (RETIRED,), []),
        ("status: deprecated", (("2025-03-02", "draft"), RETIRED), []),
        (
            "status: deprecated",
            (BEGAN, RETIRED, ("2025-10-03", "accepted")),
            [],
        ),
        ("delivery: planned, status: deprecated", (BEGAN, RETIRED), []),
    ],
)
def test_git_tells_the_end_where_no_review_and_no_successor_does(fields, text, known, expected):
    assert fields(RULE, f"{{{text}, date: 2025-03-02}}", history=history(*known)) == expected


def test_what_a_review_says_counts_before_what_git_saw(fields):
    known = history(BEGAN, ("2025-09-03", "accepted", "reverted"))
    assert fields(RULE, ended("2026-03-02"), history=known) == []
    assert fields(RULE, ended("2025-08-03"), history=known) == AT


@pytest.mark.parametrize(("first", "expected"), [("accepted", ["status"]), ("proposed", [])])
def test_what_git_never_saw_accepted_bound_nobody_and_had_no_life(fields, record, first, expected):
    newer = record("{supersedes: '0001-cache', date: 2025-09-03}", path="0002-better.md")
    known = history(("2025-03-02", first), ("2025-09-04", "superseded"))
    assert fields(RULE, "{status: superseded, date: 2025-03-02}", newer, history=known) == expected
