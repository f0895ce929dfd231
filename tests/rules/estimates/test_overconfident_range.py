import pytest

from roi_plugin.model.policy import Policy, RuleLimits

BIG = "{id: big, money: 100k..200k}"
TIME = ["options[0].costs[1].time"]


def rules(fields, costs, head="", **view):
    evidence = "evidence: [{id: nine-moved, kind: data}, {id: hunch, kind: expert}]"
    option = f"options: [{{id: x, chosen: true, costs: [{BIG}, {costs}]}}]"
    text = f"{{economics: {{person_week: 4k}}, {evidence}, {option}{head}}}"
    return fields("overconfident-range", text, **{"stakes": 1} | view)


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        ("{id: w, time: 20..24 person-weeks}", TIME),
        ("{id: w, time: 20..24}", TIME),
        ("{id: w, time: 5..6 person-months}", TIME),
        ("{id: w, time: 20..29 person-weeks}", TIME),
        ("{id: w, time: 20..30 person-weeks}", []),
        ("{id: w, time: 20..60 person-weeks}", []),
        ("{id: w, time: 2..2.4 person-weeks}", []),
        ("{id: w, time: 24 person-weeks}", []),
        ("{id: w, time: 20 < 22 < 24 person-weeks}", TIME),
        ("{id: w, time: 10 < 22 < 60 person-weeks}", []),
        ("{id: w, time: p10 20 p50 22 p90 24 person-weeks}", TIME),
        ("{id: w, time: p10 12 p50 22 p90 45 person-weeks}", []),
        ("{id: w, time: 20..24 person-weeks per year}", []),
        ("{id: w, time: 20..24 person-weeks, per: year}", []),
        ("{id: w, money: 80k..90k}", []),
        ("{id: w, money: 20..24 person-weeks}", ["options[0].costs[1].money"]),
        ("{id: w, time: {range: 20..24 person-weeks, evidence: nine-moved}}", []),
        ("{id: w, time: {range: 20..24 person-weeks, evidence: contract}}", []),
        ("{id: w, time: {range: 20..24 person-weeks, evidence: hunch}}", TIME),
        ("{id: w, time: n * each, inputs: {n: 6, each: 3..4 person-weeks}}", []),
        ("{id: w, time: 0..0 person-weeks}", []),
        ("{id: w, same_as: gone}", []),
        ("{id: w}", []),
    ],
)
def test_a_large_effort_that_is_spent_once_is_stated_with_its_doubt(fields, costs, expected):
    assert rules(fields, costs) == expected


@pytest.mark.parametrize(
    ("ends", "named", "flagged"),
    [
        ("20..39", "software-effort", True),
        ("20..40", "software-effort", False),
        ("20..39", "green-book-outsourcing", False),
        ("20..39", "unheard-of", False),
        ("20..24", "green-book-outsourcing", True),
    ],
)
def test_with_a_class_the_range_is_at_least_half_as_wide_as_what_it_has_on_record(fields, ends, named, flagged):
    """Half the log-deviation 0.4111 of `software-effort` (model document, D1) makes a factor of 1.967."""
    head = f", reference_class: {{cost: {named}}}"
    assert bool(rules(fields, f"{{id: w, time: {ends} person-weeks}}", head)) is flagged


@pytest.mark.parametrize(
    ("head", "flagged"),
    [
        (", delivery: planned", True),
        (", status: proposed", True),
        (", delivery: in-progress", False),
        (", delivery: delivered", False),
        (", delivery: reverted", False),
        (", status: draft", False),
        (", status: rejected", False),
    ],
)
def test_it_is_asked_before_the_work_begins(fields, head, flagged):
    assert bool(rules(fields, "{id: w, time: 20..24 person-weeks}", head)) is flagged


@pytest.mark.parametrize(
    ("limits", "flagged"),
    [
        ({"narrow_effort_ratio": 1.1}, False),
        ({"narrow_effort_ratio": 1.3}, True),
        ({"point_estimate_share": 0.5}, False),
    ],
)
def test_the_policy_says_what_is_narrow_and_what_is_large(fields, limits, flagged):
    policy = Policy(limits=RuleLimits(**limits))
    assert bool(rules(fields, "{id: w, time: 20..24 person-weeks}", policy=policy)) is flagged


def test_a_small_decision_is_not_asked(fields):
    assert rules(fields, "{id: w, time: 20..24 person-weeks}", stakes=0) == []


def test_the_short_form_is_asked_too_and_do_nothing_is_not(fields):
    options = "options: [{id: do-nothing, cost: 20..24 person-weeks}, {id: x, cost: 20..24 person-weeks}]"
    text = f"{{status: proposed, economics: {{person_week: 4k}}, {options}}}"
    assert fields("overconfident-range", text, stakes=1) == ["options[1].cost"]
