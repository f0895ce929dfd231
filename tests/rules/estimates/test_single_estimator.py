import pytest

FIELD = ["options[1].gains[0].inputs.users.by"]


def rules(fields, users, head="", *, stakes=2):
    gain = f"{{id: g, value: users * worth, per: year, inputs: {{users: {users}, worth: {{range: 2..3, by: [ana]}}}}}}"
    options = f"options: [{{id: do-nothing}}, {{id: x, chosen: true, cost: 60k..70k, gains: [{gain}]}}]"
    evidence = "evidence: [{id: log, kind: data}, {id: brochure, kind: vendor}]"
    return fields("single-estimator", f"{head}\n{options}\n{evidence}", stakes=stakes)


@pytest.mark.parametrize(
    ("users", "expected"),
    [
        ("{range: 1k..90k, by: kim}", FIELD),
        ("{range: 1k..90k, by: [kim]}", FIELD),
        ("{range: 1k..90k, by: [kim, kim]}", FIELD),
        ("{range: 1k..90k, by: [kim, lee]}", []),
        ("{range: 1k..90k, by: [kim, TBD]}", FIELD),
        ("{range: 1k..90k, by: [kim, Kim]}", FIELD),
        ("{range: 1k..90k, by: TBD}", []),
        ("{range: 1k..90k, by: kim, source: TBD}", FIELD),
        ("1k..90k", []),
        ("{range: 1k..90k, by: kim, evidence: brochure}", FIELD),
        ("{range: 1k..90k, by: kim, evidence: log}", []),
        ("{range: 1k..90k, by: kim, evidence: pilot}", []),
        ("{range: 1k..90k, by: kim, source: Annual report 2025}", []),
        ("{value: 30k, by: kim}", []),
    ],
)
def test_the_number_that_decides_is_estimated_by_two_or_measured(fields, users, expected):
    assert rules(fields, users) == expected


@pytest.mark.parametrize(
    ("head", "flagged"),
    [
        ("status: proposed", True),
        ("status: draft", False),
        ("status: superseded", False),
        ("delivery: planned", True),
        ("delivery: delivered", False),
    ],
)
def test_it_is_asked_while_the_work_is_not_behind_it(fields, head, flagged):
    assert bool(rules(fields, "{range: 1k..90k, by: kim}", head)) is flagged


def test_only_large_decisions_are_asked(fields):
    assert rules(fields, "{range: 1k..90k, by: kim}", stakes=1) == []


def test_a_number_that_does_not_decide_may_be_one_persons(fields):
    option = "{id: x, chosen: true, cost: {range: 60k..70k, by: kim}, gain: {range: 800k..900k per year, by: kim}}"
    assert fields("single-estimator", f"options: [{{id: do-nothing}}, {option}]", stakes=2) == []
