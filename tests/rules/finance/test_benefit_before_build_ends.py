"""A person-month is 365.25 / 7 / 12 = 4.35 person-weeks."""

import pytest

FIELD = ["options[0].gains[0].from"]
BUILD = "{id: build, time: 26..60 person-weeks}"
"""By the low end, one expert needs 5.98 months for it and two need 2.99."""


def rules(fields, gain, capability="", costs=BUILD, head="status: accepted", **view):
    people = f", capability: {{{capability}}}" if capability else ""
    text = f"{head}\noptions: [{{id: x, chosen: true, gains: [{{id: g, {gain}}}], costs: [{costs}]{people}}}]"
    return fields("benefit-before-build-ends", text, **{"stakes": 1} | view)


@pytest.mark.parametrize(
    ("months", "capability", "flagged"),
    [
        (5, "experts_available: 1", True),
        (6, "experts_available: 1", False),
        (2, "experts_available: 2", True),
        (3, "experts_available: 2", False),
        (3, "experts_needed: 2, experts_available: 1", False),
        (2, "experts_needed: 2, experts_available: 1", True),
        (3, "experts_needed: 1, experts_available: 2", False),
        (2, "experts_needed: 2", True),
        (3, "experts_needed: 2", False),
        (5, "experts_available: 0", False),
        (5, "knowledge: [routing]", False),
        (1, "", False),
        (0, "", True),
    ],
)
def test_the_gain_begins_when_the_experts_can_be_done_at_the_earliest(fields, months, capability, flagged):
    assert rules(fields, f"value: 90k per year, from: {months}", capability) == (FIELD if flagged else [])


@pytest.mark.parametrize(
    ("gain", "flagged"),
    [
        ("value: 90k per year", True),
        ("value: 90k", True),
        ("value: 90k per year, ramp: 3", False),
        ("value: 0", False),
        ("metric: joy", False),
        ("same_as: lost.line", False),
    ],
)
def test_without_named_experts_a_gain_that_begins_at_once_is_asked(fields, gain, flagged):
    assert bool(rules(fields, gain)) is flagged


@pytest.mark.parametrize(
    ("costs", "flagged"),
    [
        (BUILD, True),
        ("{id: build, time: 4.4 person-weeks}", True),
        ("{id: build, time: 4.3 person-weeks}", False),
        ("{id: build, time: 26..60 person-weeks, kind: change}", False),
        ("{id: later, time: 26..60 person-weeks, when: 6}", False),
        ("{id: run, time: 26..60 person-weeks per year}", False),
        ("{id: licence, money: 90k}", False),
        ("{id: build, time: gone * 2}", False),
        ("{id: build}", False),
    ],
)
def test_work_that_is_spent_once_comes_before_the_gain(fields, costs, flagged):
    assert bool(rules(fields, "value: 90k per year", costs=costs)) is flagged


def test_the_first_gain_decides(fields):
    gains = "value: 90k per year, from: 7}, {id: h, value: 9k per year, from: 2"
    assert rules(fields, gains, "experts_available: 1") == ["options[0].gains[1].from"]


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("gain: 90k per year, cost: 26 person-weeks", ["options[0].gain"]),
        ("gain: 90k per year, cost: 26k", []),
        ("gain: 90k per year", []),
        ("cost: 26 person-weeks", []),
        ("kind: do-nothing, gain: 90k per year, cost: 26 person-weeks", []),
    ],
)
def test_the_short_forms_begin_at_once(fields, option, expected):
    assert fields("benefit-before-build-ends", f"options: [{{id: x, chosen: true, {option}}}]", stakes=1) == expected


@pytest.mark.parametrize(
    ("head", "stakes", "flagged"),
    [
        ("status: proposed", 1, True),
        ("delivery: in-progress", 1, True),
        ("delivery: delivered", 1, False),
        ("status: draft", 1, False),
        ("status: rejected", 1, False),
        ("status: accepted", 0, False),
    ],
)
def test_it_is_asked_while_the_work_is_not_behind_it(fields, head, stakes, flagged):
    assert bool(rules(fields, "value: 90k per year", head=head, stakes=stakes)) is flagged


def test_who_uses_the_short_form_is_told_of_the_long_one(record, problems_of):
    decision = record("options: [{id: x, chosen: true, gain: 90k per year, cost: 26 person-weeks}]")
    found = next(each for each in problems_of(decision, stakes=1) if each.name == "risk/benefit-before-build-ends")
    assert found.help == "turn `gain` into `gains: [{id: gain, value: 90k per year, from: 6}]`"


@pytest.mark.parametrize(
    ("begins", "capability", "words"),
    [
        ("", "", "from the day of the decision on, and 26 person-weeks of work, at the least, come first"),
        (
            ", from: 2",
            ", capability: {experts_available: 2}",
            "in full from month 2 on, and 26 person-weeks of work, at the least, take 2 experts 2.99 months",
        ),
    ],
)
def test_the_message_sets_the_month_beside_the_work(record, problems_of, begins, capability, words):
    gains = f"[{{id: g, value: 90k per year{begins}}}]"
    decision = record(f"options: [{{id: x, chosen: true, gains: {gains}, costs: [{BUILD}]{capability}}}]")
    found = problems_of(decision, stakes=1)
    assert [each.message for each in found if each.name == "risk/benefit-before-build-ends"] == [
        f"`g` is counted {words}"
    ]
