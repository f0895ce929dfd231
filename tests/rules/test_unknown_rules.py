import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Severity
from roi_plugin.model.governance import Waiver
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.unknown_rules import unknown_settings, unknown_waivers
from roi_plugin.sources.policy_data import policy_from_data

DAY = dt.date(2026, 1, 1)
KNOWN = [rule.name for rule in RULES]


def found(rule):
    waiver = Waiver(rule=rule, reason="agreed", by="lee", until=DAY)
    record = Decision(id="1", path="1.md", number="1", title="A", status=Status.DRAFT, date=DAY, waivers=(waiver,))
    return list(unknown_waivers(record, KNOWN))


def test_waiver_of_a_rule_is_no_problem():
    assert found("no-baseline") == []


@pytest.mark.parametrize(
    ("rule", "help_"), [("no-baselin", "did you mean `no-baseline`?"), ("turn-it-off-and-on", None)]
)
def test_waiver_of_no_rule_is_a_hint_that_it_has_no_effect(rule, help_):
    (problem,) = found(rule)
    assert (problem.field, problem.severity, problem.help) == (("waivers", 0, "rule"), Severity.INFO, help_)
    assert "here yet" in problem.message


@pytest.mark.parametrize("written", ["no-baselin", "risk/no-baselin"])
def test_a_setting_of_the_policy_for_no_rule_is_a_hint_too(written):
    policy, _ = policy_from_data({"rules": {"risk/no-baseline": "info", written: "off"}})
    (problem,) = unknown_settings(policy.judging, KNOWN)
    assert (problem.field, problem.help) == (("rules", written), "did you mean `no-baseline`?")
    assert "the entry has no effect" in problem.message
