"""The severity that holds under a policy, and the words that say where it differs."""

import datetime as dt

import pytest

from roi_plugin.model.policy import Judging, RuleSetting
from roi_plugin.pages.severity_here import SeverityHere, severity_here
from roi_plugin.rules.catalogue import rule


@pytest.mark.parametrize(
    ("name", "setting", "strict_from", "expected"),
    [
        ("no-baseline", None, None, SeverityHere(value="warning")),
        ("no-baseline", RuleSetting(severity="warning"), None, SeverityHere(value="warning")),
        (
            "no-baseline",
            RuleSetting(severity="off"),
            None,
            SeverityHere(value="off", changes=("set in policy.yml, else warning",)),
        ),
        (
            "no-baseline",
            RuleSetting(types={"experiment": "off", "decision": "warning"}),
            None,
            SeverityHere(value="warning", changes=("off for records of type experiment",)),
        ),
        (
            "no-baseline",
            RuleSetting(severity="error"),
            dt.date(2026, 1, 1),
            SeverityHere(
                value="error",
                changes=("set in policy.yml, else warning",),
                older="warning for records before 2026-01-01",
            ),
        ),
        ("goal-missing", None, 100, SeverityHere(value="error", older="warning for records before number 100")),
        ("no-baseline", None, 100, SeverityHere(value="warning")),
    ],
)
def test_it_is_the_policys_with_a_word_where_that_differs(name, setting, strict_from, expected):
    judging = Judging(rules={name: setting} if setting else {}, strict_from=strict_from)
    assert severity_here(rule(name), judging) == expected
