import pytest

RULE = "ml-is-the-only-idea"
MODEL = "{id: rank, kind: ml, chosen: true}"
IDLE = "{id: do-nothing, cost: 90k}"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ("", ["options"]),
        (IDLE, ["options"]),
        (f"{IDLE}, {{id: b, kind: ml, cost: 5k}}", ["options"]),
        ("{id: b, kind: non-ml, cost: 5k}", []),
        ("{id: b, kind: hire, costs: [{id: c, money: 5k}]}", []),
        ("{id: b, kind: buy, scores: {potential: 2}}", []),
        ("{id: b, kind: process, rejected_because: 40 hours a week}", []),
        ("{id: b, kind: non-ml, constraint: Rules are not allowed}", []),
        ("{id: b, kind: build, cost: 5k}", []),
        ("{id: b, cost: 5k}", []),
        ("{id: b, kind: hire}", ["options[1]"]),
        ("{id: b, kind: hire, rejected_because: Too dear}", ["options[1]"]),
        (f"{IDLE}, {{id: b, kind: hire}}, {{id: c, kind: non-ml}}", ["options[2]"]),
        ("{id: b, kind: hire}, {id: c, kind: non-ml, cost: 5k}", []),
    ],
)
def test_a_chosen_model_is_compared_with_a_way_without_one(fields, others, expected):
    assert fields(RULE, f"{{options: [{MODEL}, {others}]}}", stakes=1) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", []),
        (IDLE, []),
        ("{id: do-nothing, chosen: true}, {id: a, kind: ml}", []),
        ("{id: a, kind: ml}, {id: b, kind: hire, chosen: true}", []),
        (f"{IDLE}, {{id: a, kind: ml}}, {{id: b, kind: ml}}", ["options"]),
        ("{id: a, kind: ml}, {id: b, kind: hire}", []),
        ("{id: a, kind: ml}, {id: b}", []),
        ("{id: a, kind: ml, chosen: true}, {id: b, kind: ml, chosen: true}", ["options"]),
        ("{id: a, kind: ml, chosen: true}, {id: b, kind: hire, chosen: true}", []),
        ("{id: a, kind: ml, chosen: true, constraint: The regulator prescribes it}", []),
    ],
)
def test_what_was_chosen_decides_and_all_ways_while_nothing_is(fields, options, expected):
    assert fields(RULE, f"{{options: [{options}]}}", stakes=1) == expected


@pytest.mark.parametrize(
    ("status", "stakes", "count"),
    [
        ("accepted", 0, 0),
        ("proposed", 1, 1),
        ("accepted", 2, 1),
        ("draft", 2, 0),
        ("rejected", 2, 0),
        ("superseded", 2, 0),
    ],
)
def test_live_decisions_from_level_1_on_are_asked(fields, status, stakes, count):
    assert len(fields(RULE, f"{{status: {status}, options: [{MODEL}]}}", stakes=stakes)) == count


@pytest.mark.parametrize(
    ("others", "start"),
    [
        ("", "the only way besides doing nothing is"),
        ("{id: b, kind: ml}", "both ways besides doing nothing are"),
        ("{id: b, kind: ml}, {id: c, kind: ml}", "all 3 ways besides doing nothing are"),
    ],
)
def test_the_message_counts_the_ways(record, problems_of, others, start):
    decision = record(f"options: [{IDLE}, {MODEL}, {others}]")
    message = next(one.message for one in problems_of(decision, stakes=1) if one.name == f"risk/{RULE}")
    assert message == f"{start} machine learning: would people or a plain rule do it for less?"
