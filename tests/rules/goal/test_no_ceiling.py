import pytest

RULE = "no-ceiling"
OUTCOMES = "{volume: 1M per year, confusion: {tp: 6, fp: 2, fn: 1, tn: 90}, value: {tp: 12, fp: -4, fn: 0, tn: 0}}"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{options: [{id: a, kind: ml, chosen: true}]}", ["goal.ceiling"]),
        ("{options: [{id: a, kind: ml, chosen: true}, {id: b, kind: ml, chosen: true}]}", ["goal.ceiling"]),
        ("{goal: {problem: x}, options: [{id: a, kind: ml, chosen: true}]}", ["goal.ceiling"]),
        ("{goal: {ceiling: 900k per year}, options: [{id: a, kind: ml, chosen: true}]}", []),
        ("{options: [{id: a, kind: ml}, {id: b, kind: non-ml, chosen: true}]}", []),
        ("{options: [{id: a, kind: ml}, {id: b, kind: ml}]}", ["goal.ceiling"]),
        ("{options: [{id: a, chosen: true}]}", []),
        (f"{{options: [{{id: a, kind: ml, chosen: true, model_outcomes: {OUTCOMES}}}]}}", []),
        ("{options: [{id: a, kind: ml, chosen: true, model_outcomes: {volume: 1M per year}}]}", ["goal.ceiling"]),
        ("{}", []),
    ],
)
def test_a_model_is_held_against_a_perfect_one(fields, record, expected):
    assert fields(RULE, record, stakes=1) == expected


@pytest.mark.parametrize(
    ("status", "stakes", "count"),
    [
        ("accepted", 0, 0),
        ("proposed", 1, 1),
        ("accepted", 2, 1),
        ("draft", 2, 0),
        ("rejected", 2, 0),
        ("deprecated", 2, 0),
    ],
)
def test_live_decisions_from_level_1_on_are_asked(fields, status, stakes, count):
    record = f"{{status: {status}, options: [{{id: a, kind: ml, chosen: true}}]}}"
    assert len(fields(RULE, record, stakes=stakes)) == count


def test_the_message_names_the_hoped_for_gain(record, problems_of):
    decision = record("{options: [{id: rank, kind: ml, chosen: true, gain: 40k, cost: 60k}]}")
    assert next(one.message for one in problems_of(decision, stakes=1) if one.name == f"risk/{RULE}") == (
        "`rank` is machine learning and is expected to gain 40k EUR, "
        "and nothing says what a perfect model would be worth"
    )
