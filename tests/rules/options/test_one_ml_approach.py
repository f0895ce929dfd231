import pytest

RULE = "one-ml-approach"
MODEL = "{id: rank, kind: ml, chosen: true}"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (MODEL, ["options"]),
        (f"{{id: do-nothing}}, {MODEL}, {{id: b, kind: hire, cost: 5k}}", ["options"]),
        (f"{MODEL}, {{id: small, kind: ml}}", []),
        ("{id: rank, kind: ml}, {id: b, kind: hire, chosen: true}", []),
        ("{id: rank, kind: ml}", []),
        ("{id: rank, kind: ml, chosen: true, constraint: The regulator prescribes it}", []),
        (f"{MODEL}, {{id: b, chosen: true}}", ["options"]),
        ("{id: rank, chosen: true}", []),
        ("", []),
    ],
)
def test_the_only_model_is_compared_with_a_simpler_one(fields, options, expected):
    assert fields(RULE, f"{{options: [{options}]}}", stakes=2) == expected


@pytest.mark.parametrize(
    ("status", "stakes", "count"), [("accepted", 1, 0), ("proposed", 2, 1), ("draft", 2, 0), ("deprecated", 2, 0)]
)
def test_large_live_decisions_are_asked(fields, status, stakes, count):
    assert len(fields(RULE, f"{{status: {status}, options: [{MODEL}]}}", stakes=stakes)) == count


@pytest.mark.parametrize(("cost", "price"), [("", ""), (", cost: 300k", ", at 300k EUR")])
def test_the_message_says_what_it_costs(record, problems_of, cost, price):
    decision = record(f"options: [{{id: rank, kind: ml, chosen: true{cost}}}]")
    message = next(one.message for one in problems_of(decision, stakes=2) if one.name == f"risk/{RULE}")
    assert message == f"`rank` is the only model that was looked at{price}: what would a simpler one bring?"
