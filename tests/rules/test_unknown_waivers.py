import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Severity
from roi_plugin.model.governance import Waiver
from roi_plugin.rules.unknown_waivers import unknown_waivers

DAY = dt.date(2026, 1, 1)


def found(rule):
    waiver = Waiver(rule=rule, reason="agreed", by="lee", until=DAY)
    record = Decision(id="1", path="1.md", number="1", title="A", status=Status.DRAFT, date=DAY, waivers=(waiver,))
    return list(unknown_waivers(record))


@pytest.mark.parametrize("rule", ["no-baseline", "risk/no-baseline"])
def test_waiver_of_a_rule_is_no_problem(rule):
    assert found(rule) == []


@pytest.mark.parametrize(
    ("rule", "help_"), [("no-baselin", "did you mean `no-baseline`?"), ("no-boundary-metric", None)]
)
def test_waiver_of_no_rule_is_a_hint_that_it_has_no_effect(rule, help_):
    (problem,) = found(rule)
    assert (problem.field, problem.severity, problem.help) == (("waivers", 0, "rule"), Severity.INFO, help_)
    assert "here yet" in problem.message
