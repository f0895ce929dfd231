"""How grave a rule's concerns are: its own word, the policy's, and the age of the record."""

import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.policy import Judging, RuleSetting
from roi_plugin.rules.catalogue import rule
from roi_plugin.rules.severity import severity_of


def record(**given):
    plain = {"id": "1", "path": "1.md", "number": "12", "title": "A", "status": Status.ACCEPTED}
    return Decision(**{**plain, "date": dt.date(2026, 1, 1), **given})


@pytest.mark.parametrize(
    ("setting", "kind", "severity"),
    [
        (None, None, "error"),
        (RuleSetting(severity="info"), None, "info"),
        (RuleSetting(severity="off"), None, None),
        (RuleSetting(types={"experiment": "off"}), None, "error"),
        (RuleSetting(types={"experiment": "off"}), "experiment", None),
        (RuleSetting(severity="off", types={"decision": "warning"}), None, "warning"),
        (RuleSetting(severity="off", types={"decision": "warning"}), "experiment", None),
    ],
)
def test_the_policy_says_it_for_a_type_or_for_all(setting, kind, severity):
    judging = Judging(rules={"goal-missing": setting} if setting else {})
    assert severity_of(rule("goal-missing"), record(type=kind), judging) == severity


@pytest.mark.parametrize(
    ("strict_from", "severity"),
    [
        (None, "error"),
        (dt.date(2026, 1, 1), "error"),
        (dt.date(2026, 1, 2), "warning"),
        (12, "error"),
        (13, "warning"),
    ],
)
def test_records_before_the_day_or_number_of_strictness_only_warn(strict_from, severity):
    judging = Judging(strict_from=strict_from)
    assert severity_of(rule("goal-missing"), record(), judging) == severity
    assert severity_of(rule("no-baseline"), record(), judging) == "warning"


def test_a_record_without_a_number_is_never_before_one():
    assert severity_of(rule("goal-missing"), record(number=None), Judging(strict_from=99)) == "error"
