import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Severity
from roi_plugin.model.governance import Waiver
from roi_plugin.model.policy import Judging, RuleSetting
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.unknown_rules import unknown_settings, unknown_waivers

DAY = dt.date(2026, 1, 1)
KNOWN = [rule.name for rule in RULES]


def found(rule):
    waiver = Waiver(rule=rule, reason="agreed", by="lee", until=DAY)
    record = Decision(id="1", path="1.md", number="1", title="A", status=Status.DRAFT, date=DAY, waivers=(waiver,))
    return list(unknown_waivers(record, KNOWN))


@pytest.mark.parametrize("rule", ["no-baseline", "risk/no-baseline"])
def test_waiver_of_a_rule_is_no_problem(rule):
    assert found(rule) == []


@pytest.mark.parametrize(
    ("rule", "help_"), [("no-baselin", "did you mean `no-baseline`?"), ("turn-it-off-and-on", None)]
)
def test_waiver_of_no_rule_is_a_hint_that_it_has_no_effect(rule, help_):
    (problem,) = found(rule)
    assert (problem.field, problem.severity, problem.help) == (("waivers", 0, "rule"), Severity.INFO, help_)
    assert "here yet" in problem.message


def test_a_setting_of_the_policy_for_no_rule_is_a_hint_too():
    judging = Judging(rules={"no-baseline": RuleSetting(severity="info"), "no-baselin": RuleSetting(severity="off")})
    (problem,) = unknown_settings(judging, KNOWN)
    assert (problem.field, problem.help) == (("rules", "no-baselin"), "did you mean `no-baseline`?")
    assert "the entry has no effect" in problem.message
