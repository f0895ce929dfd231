import pytest

RULE = "ethics-not-considered"
MODEL = "{id: rank, kind: ml, chosen: true}"


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("{people_affected: true}", ["goal.ethics"]),
        ("{people_affected: true, ethics: {date: 2026-02-01}}", ["goal.ethics.reviewed_by"]),
        ("{people_affected: true, ethics: {reviewed_by: trust-team}}", []),
        ("{people_affected: true, ethics: {ref: ETH-12}}", []),
        ("{people_affected: false}", []),
        ("{category: users}", []),
    ],
)
def test_somebody_has_looked_at_a_model_that_decides_about_people(fields, goal, expected):
    assert fields(RULE, f"{{goal: {goal}, options: [{MODEL}]}}", stakes=2) == expected


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (MODEL, 1),
        (f"{MODEL}, {{id: again, kind: ml, chosen: true}}", 1),
        ("{id: a, kind: ml}, {id: b, kind: ml}", 1),
        ("{id: a, kind: ml}, {id: b, kind: process, chosen: true}", 0),
        ("{id: a, chosen: true}", 0),
        ("", 0),
    ],
)
def test_the_options_in_question_are_asked(fields, options, count):
    assert len(fields(RULE, f"{{goal: {{people_affected: true}}, options: [{options}]}}", stakes=2)) == count


def test_a_record_without_a_goal_says_nothing_about_people(fields):
    assert fields(RULE, f"{{personal_data: true, options: [{MODEL}]}}", stakes=2) == []


@pytest.mark.parametrize(
    ("status", "stakes", "count"), [("accepted", 1, 0), ("proposed", 2, 1), ("draft", 2, 0), ("deprecated", 2, 0)]
)
def test_large_live_decisions_are_asked(fields, status, stakes, count):
    record = f"{{status: {status}, goal: {{people_affected: true}}, options: [{MODEL}]}}"
    assert len(fields(RULE, record, stakes=stakes)) == count
