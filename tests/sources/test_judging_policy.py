"""How strictly a policy judges, from its data."""

import datetime as dt

from roi_plugin.model.policy import Judging, RuleSetting
from roi_plugin.sources.policy_data import policy_from_data
from roi_plugin.sources.schemas import fast_validator


def test_all_entries_are_read():
    data = {
        "rules": {"no-run-cost": "info", "risk/no-baseline": {"severity": "error", "types": {"experiment": "off"}}},
        "strict_from": "2026-01-01",
        "required": {"all": ["owner"], "experiment": ["kill_if"]},
    }
    policy, problems = policy_from_data(data)
    assert problems == []
    assert policy.judging == Judging(
        rules={
            "no-run-cost": RuleSetting(severity="info"),
            "no-baseline": RuleSetting(severity="error", types={"experiment": "off"}),
        },
        strict_from=dt.date(2026, 1, 1),
        required={"all": ("owner",), "experiment": ("kill_if",)},
    )


def test_strictness_can_begin_with_a_number():
    assert policy_from_data({"strict_from": 100})[0].judging.strict_from == 100


def test_a_required_field_that_no_record_has_is_found_with_the_nearest():
    policy, (problem,) = policy_from_data({"required": {"all": ["ownr", "area"]}})
    assert policy.judging.required == {"all": ("area",)}
    assert (problem.field, problem.help) == (("required", "all", 0), "did you mean `owner`?")


def test_the_schema_knows_severities_and_nothing_else():
    def is_valid(data):
        return fast_validator("policy").is_valid(data)

    assert is_valid({"rules": {"no-baseline": "off"}})
    assert is_valid({"rules": {"risk/no-baseline": "off"}})
    assert not is_valid({"rules": {"link/no-baseline": "off"}})
    assert not is_valid({"rules": {"no-baseline": "fatal"}})
    assert not is_valid({"rules": {"no-baseline": {}}})
    assert not is_valid({"rules": {"no-baseline": {"types": {"experiment": "never"}}}})
    assert not is_valid({"strict_from": "soon"})
    assert not is_valid({"required": {"all": "owner"}})
