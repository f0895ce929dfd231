import datetime as dt

import pytest

from roi_plugin.model.assumption import Assumption, AssumptionState

FAILED = Assumption(
    id="racks", statement="Four racks are free", state=AssumptionState.FAILED, changed=dt.date(2026, 8, 20)
)
OTHERS = [
    Assumption(id="power", statement="Power costs what it cost"),
    Assumption(id="staff", statement="Two people stay", state=AssumptionState.UNCERTAIN),
]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("assumptions: racks", ["assumptions[0]"]),
        ("assumptions: [power, racks]", ["assumptions[1]"]),
        ("assumptions: [power, staff, unheard-of]", []),
        (
            "options: [{id: a, chosen: true, cost: {value: 5k, assumption: racks}}]",
            ["options[0].cost.assumption"],
        ),
        (
            "options: [{id: a, costs: [{id: c, money: n * 2k, inputs: {n: {value: 4, assumption: racks}}}]}]",
            ["options[0].costs[0].inputs.n.assumption"],
        ),
        ("{assumptions: racks, options: [{id: a, cost: {value: 5k, assumption: racks}}]}", ["assumptions[0]"]),
        ("{assumptions: racks, status: proposed}", ["assumptions[0]"]),
        ("{assumptions: racks, status: draft}", []),
        ("{assumptions: racks, status: deprecated}", []),
        ("{assumptions: racks, delivery: reverted}", []),
        ("{assumptions: racks, delivery: delivered}", ["assumptions[0]"]),
        ("", []),
    ],
)
def test_a_decision_that_binds_is_told_once_of_each_assumption_that_failed(fields, record, expected):
    assert fields("assumption-failed", record, assumptions=[FAILED, *OTHERS]) == expected


def test_a_decision_that_was_replaced_rests_on_nothing_any_more(fields, record):
    successor = record("supersedes: 0001-cache", path="0002-more.md")
    assert fields("assumption-failed", "assumptions: racks", successor, assumptions=[FAILED]) == []


def test_the_message_says_what_is_not_true_since_when(record, problems_of):
    found = problems_of(record("assumptions: racks"), assumptions=[FAILED])
    assert "`racks` failed on 2026-08-20: \u201cFour racks are free\u201d is not true" in [one.message for one in found]
