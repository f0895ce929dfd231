import datetime as dt

import pytest

from roi_plugin.model.assumption import Assumption, AssumptionState
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.policy import Policy, RuleLimits

HELD = "assumption-stale"
DOUBT = "\u201cPower costs what it cost\u201d"
AT_COST = ["options[0].cost.assumption"]


def power(value="20..30", changed=None, **more):
    estimate = None if value is None else Estimate(text=value, quantity=parse_quantity(value))
    day = None if changed is None else dt.date.fromisoformat(changed)
    return Assumption(id="power", statement="Power costs what it cost", value=estimate, changed=day, **more)


def costing(cost, more=""):
    return f"{{options: [{{id: a, cost: {cost}}}], {more}}}"


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        ("{assumption: power}", []),
        ("{assumption: power, value: 20..30}", []),
        ("{assumption: power, value: 20.0 .. 30}", []),
        ("{assumption: power, range: 20..30}", []),
        ("{assumption: power, range: 20..31}", AT_COST),
        ("{assumption: power, value: 25}", AT_COST),
        ("{assumption: power, value: 20 < 25 < 30}", AT_COST),
    ],
)
def test_a_value_that_is_not_what_the_record_was_decided_with_is_stale(fields, cost, expected):
    assert fields(HELD, costing(cost), assumptions=[power()]) == expected


@pytest.mark.parametrize(
    ("record", "changed", "expected"),
    [
        ("assumptions: power", "2026-03-02", []),
        ("assumptions: power", "2026-03-03", ["assumptions[0]"]),
        (costing("{assumption: power}"), "2026-03-03", AT_COST),
        (costing("{assumption: power, value: 20..30}"), "2026-03-03", []),
        ("{assumptions: power, reviews: [{date: 2026-04-01}]}", "2026-03-03", []),
        ("{assumptions: power, reviews: [{date: 2026-04-01}]}", "2026-04-01", []),
        ("{assumptions: power, reviews: [{date: 2026-04-01}]}", "2026-04-02", ["assumptions[0]"]),
        (costing("{assumption: power, value: 25}", "reviews: [{date: 2026-04-01}]"), "2026-03-03", []),
        (costing("{assumption: power, value: 25}", "reviews: [{date: 2026-04-01}]"), "2026-05-03", AT_COST),
        (costing("{assumption: power, value: 25}", "reviews: [{date: 2026-04-01}]"), None, AT_COST),
    ],
)
def test_a_change_after_the_last_look_at_the_decision_is_stale(fields, record, changed, expected):
    assert fields(HELD, record, assumptions=[power(changed=changed)]) == expected


@pytest.mark.parametrize(("days", "expected"), [(0, []), (14, []), (15, ["assumptions[0]"])])
def test_a_review_of_the_assumption_may_be_late_by_the_days_of_grace(fields, days, expected):
    due, today = dt.date(2026, 9, 1), dt.date(2026, 9, 1) + dt.timedelta(days=days)
    assert fields(HELD, "assumptions: power", assumptions=[power(review_due=due)], today=today) == expected


def test_the_policy_says_how_many_days_of_grace_there_are(fields):
    policy, due = Policy(limits=RuleLimits(review_grace_days=0)), dt.date(2026, 9, 9)
    assert fields(HELD, "assumptions: power", assumptions=[power(review_due=due)], policy=policy) == ["assumptions[0]"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (AssumptionState.HOLDS, []),
        (AssumptionState.UNCERTAIN, ["assumptions[0]"]),
        (AssumptionState.FAILED, []),
    ],
)
def test_doubt_is_stale_and_of_failure_another_rule_tells(fields, state, expected):
    assert fields(HELD, "assumptions: power", assumptions=[power(state=state)]) == expected


def test_a_small_decision_is_told_too_because_its_figures_have_changed(fields):
    assert fields(HELD, costing("{assumption: power, value: 25}"), assumptions=[power()], stakes=0) == AT_COST


def test_a_sentence_without_a_value_says_nothing_about_the_number_beside_it(fields):
    assert fields(HELD, costing("{assumption: power, value: 25}"), assumptions=[power(value=None)]) == []


@pytest.mark.parametrize(
    ("text", "assumption", "message"),
    [
        (
            costing("{assumption: power, value: 25}"),
            power(),
            "`power` is `20..30` now, and this record was decided with `25`",
        ),
        (
            "{options: [{id: a, cost: {assumption: power, value: 25}}, {id: b, cost: {assumption: power, value: 26}}]}",
            power(),
            "`power` is `20..30` now, and this record was decided with `25` and `26`",
        ),
        (
            "assumptions: power",
            power(changed="2026-05-04", state=AssumptionState.UNCERTAIN),
            "`power` changed on 2026-05-04, after the last look at this decision on 2026-03-02; it is uncertain: "
            + DOUBT,
        ),
        (
            "assumptions: power",
            power(review_due=dt.date(2026, 8, 1)),
            "`power` was to be looked at by 2026-08-01, 40 days ago",
        ),
    ],
)
def test_the_message_says_what_is_stale_with_both_numbers(record, problems_of, text, assumption, message):
    found = problems_of(record(text, assumptions=[assumption]), assumptions=[assumption])
    assert message in [problem.message for problem in found]
