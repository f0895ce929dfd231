import pytest

from roi_plugin.model.policy import Policy, RuleLimits

GAIN = "{id: g, value: 100k..400k per year, p: 0.35}"
"""Knowing whether it comes is worth about 39k EUR where the cost is 60k."""


def rules(fields, tests="", head="status: proposed", gain=GAIN, **view):
    option = f"{{id: x, chosen: true, cost: 60k, gains: [{gain}], tests: [{tests}]}}"
    text = f"{head}\noptions: [{{id: do-nothing}}, {option}]"
    return fields("measure-before-deciding", text, **{"stakes": 1} | view)


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ("{of: g, cost: 3.8k}", ["options[1].tests[0]"]),
        ("{cost: 1k}", ["options[1].tests[0]"]),
        ("{of: g, cost: 0}", ["options[1].tests[0]"]),
        ("{of: g, cost: 3.8k}, {of: g, cost: 2k}", ["options[1].tests[0]", "options[1].tests[1]"]),
        ("{of: g, cost: 4.1k}", ["options[1].tests"]),
        ("{of: another, cost: 1k}", ["options[1].tests"]),
        ("{of: g, time: 1 person-weeks}", ["options[1].tests"]),
        ("{of: g}", ["options[1].tests"]),
        ("", ["options[1].tests"]),
    ],
)
def test_a_test_that_is_cheap_for_what_it_tells_comes_first(fields, tests, expected):
    assert rules(fields, tests) == expected


def test_a_test_tells_about_its_own_option_where_two_have_a_line_of_that_name(fields):
    sure = "{id: g, value: 90k per year, p: 0.99}"
    options = [
        f"{{id: {name}, cost: 60k, gains: [{gain}], tests: [{{of: g, cost: 1k}}]}}"
        for name, gain in (("sure", sure), ("x", GAIN))
    ]
    text = f"{{status: proposed, options: [{{id: do-nothing}}, {', '.join(options)}]}}"
    assert fields("measure-before-deciding", text, stakes=1) == ["options[2].tests[0]"]


@pytest.mark.parametrize(
    ("gain", "flagged"),
    [
        (GAIN, True),
        ("{id: g, value: 100k..400k per year, p: 0.98}", False),
        ("{id: g, value: 100k..400k per year}", False),
        ("{id: g, value: 200k per year}", False),
        ("{id: g, value: 10k..300k per year}", True),
        ("{id: g, metric: joy}", False),
    ],
)
def test_without_a_test_the_worth_of_knowing_more_is_held_against_the_cost(fields, gain, flagged):
    assert bool(rules(fields, gain=gain)) is flagged


@pytest.mark.parametrize(
    ("limits", "tests", "expected"),
    [
        ({"test_cost_multiple": 20}, "{of: g, cost: 3.8k}", ["options[1].tests"]),
        ({"test_cost_multiple": 20, "evpi_share": 1}, "{of: g, cost: 3.8k}", []),
        ({"evpi_share": 0.7}, "", []),
        ({"evpi_share": 0.6}, "", ["options[1].tests"]),
    ],
)
def test_the_policy_says_what_is_cheap_and_what_is_much(fields, limits, tests, expected):
    assert rules(fields, tests, policy=Policy(limits=RuleLimits(**limits))) == expected


@pytest.mark.parametrize(
    ("kind", "flagged"),
    [("experiment", False), ("pilot", False), ("prototype", False), ("data", True), ("vendor", True)],
)
def test_who_has_tried_it_has_measured(fields, kind, flagged):
    head = f"status: proposed\nevidence: [{{id: e, kind: {kind}}}]"
    assert bool(rules(fields, head=head)) is flagged


@pytest.mark.parametrize(("day", "flagged"), [("2026-09-10", False), ("2026-09-11", True)])
def test_what_will_be_tried_was_not_tried_yet(fields, day, flagged):
    head = f"status: proposed\nevidence: [{{id: e, kind: pilot, date: {day}}}]"
    assert bool(rules(fields, head=head)) is flagged


@pytest.mark.parametrize("status", ["draft", "accepted", "rejected", "deprecated", "superseded"])
def test_only_what_is_about_to_be_decided_is_asked(fields, status):
    assert rules(fields, "{of: g, cost: 1k}", head=f"status: {status}") == []


def test_a_small_decision_is_not_asked(fields):
    assert rules(fields, "{of: g, cost: 1k}", stakes=0) == []


def test_while_nothing_is_chosen_the_cost_is_that_of_the_dearest(fields):
    options = f"[{{id: do-nothing}}, {{id: a, cost: 6k, gain: 1k}}, {{id: b, cost: 60k, gains: [{GAIN}]}}]"
    text = f"{{status: proposed, options: {options}}}"
    for share, expected in ((0.6, ["options[0].tests"]), (0.7, [])):
        limits = RuleLimits(evpi_share=share)
        assert fields("measure-before-deciding", text, stakes=1, policy=Policy(limits=limits)) == expected


def test_the_message_sets_worth_beside_cost(record, problems_of):
    tests = "[{of: g, kind: prototype, cost: 1k}]"
    option = f"{{id: x, chosen: true, cost: 60k, gains: [{GAIN}], tests: {tests}}}"
    decision = record(f"{{status: proposed, options: [{{id: do-nothing}}, {option}]}}")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/measure-before-deciding")
    assert message == "to know `g.success` before the choice is worth up to 39k EUR, and this test costs 1k EUR"
