import datetime as dt
import json

import pytest

from roi_plugin.model.finding import Severity
from roi_plugin.rules.catalogue import RULES
from roi_plugin.sources.schema_problems import schema_problems


@pytest.mark.parametrize(
    ("until", "names"),
    [
        ("2026-09-11", []),
        ("2026-09-10", []),
        ("2026-09-09", ["risk/no-review-date", "risk/waiver-expired"]),
    ],
)
def test_a_waiver_holds_to_its_last_day(record, problems_of, until, names):
    waiver = f"{{rule: no-review-date, reason: it is tiny, by: kim, until: {until}}}"
    decision = record(f"{{problem: Slow, options: [{{id: do-nothing, chosen: true}}], waivers: [{waiver}]}}")
    assert [problem.name for problem in problems_of(decision, today=dt.date(2026, 9, 10))] == names


@pytest.mark.parametrize(("reason", "by"), [("TBD", "kim"), ("n/a", "kim"), ("it is tiny", "nobody")])
def test_a_waiver_without_a_reason_or_a_name_has_no_effect(record, problems_of, reason, by):
    waiver = f"{{rule: no-review-date, reason: {reason}, by: {by}, until: 2026-10-01}}"
    found = problems_of(record(f"waivers: [{waiver}]"), today=dt.date(2026, 9, 10))
    assert "risk/no-review-date" in [problem.name for problem in found]


@pytest.mark.parametrize("name", ["no-review-date", "risk/no-review-date"])
def test_a_waiver_may_name_its_rule_as_the_finding_does(record, problems_of, name):
    data = {"title": "A", "status": "accepted", "date": "2026-03-02", "problem": "Slow"}
    data |= {"waivers": [{"rule": name, "reason": "it is tiny", "by": "kim", "until": "2026-10-01"}]}
    assert schema_problems("decision", data) == []
    found = problems_of(record(json.dumps(data)), today=dt.date(2026, 9, 10))
    assert "risk/no-review-date" not in [problem.name for problem in found]


def test_a_concern_is_signed_with_name_severity_and_advice(record, problems_of):
    found = problems_of(record("{options: [{id: do-nothing, chosen: true}], review_due: 2027-01-01}"))
    assert [(one.name, one.severity) for one in found] == [("risk/goal-missing", Severity.ERROR)]
    assert found[0].help


@pytest.mark.parametrize("status", ["draft", "rejected"])
def test_drafts_and_rejected_records_are_left_in_peace(record, problems_of, status):
    bare = "options: [{id: x, chosen: true, chosen_because: Strategic, gain: 900k, cost: 800k}]"
    assert problems_of(record(f"{{status: {status}, reversibility: one-way, {bare}}}")) == ()


def test_a_rule_is_asked_from_its_level_of_stakes_on(record, problems_of):
    decision = record("options: [{id: x, chosen: true, cost: 100k}]")
    for rule in RULES:
        names = {stakes: [one.name for one in problems_of(decision, stakes=stakes)] for stakes in (0, 1, 2)}
        if rule.level > 0:
            assert f"risk/{rule.name}" not in names[rule.level - 1]
        if rule.name == "point-estimate":
            assert f"risk/{rule.name}" in names[1]


def test_findings_stand_in_reading_order(record, problems_of):
    order = [f"risk/{rule.name}" for rule in RULES]
    found = [one.name for one in problems_of(record("options: [{id: x, chosen: true, gain: 90k, cost: 80k}]"))]
    assert found == sorted(found, key=order.index)
    assert len(found) > 4


WEAK = """
kill_if: never
reversibility: one-way
trigger: leadership
problem: Slow
date: 2025-03-02
options:
  - {id: x, kind: ml, chosen: true, chosen_because: Strategic, gain: 900k, costs: [{id: c, money: 800k}]}
  - {id: y, gain: 990k, cost: 700k}
reviews: [{date: 2026-01-02, by: kim}]
"""


@pytest.mark.parametrize(("status", "names"), [("accepted", ["review-without-actuals"]), ("proposed", [])])
def test_a_record_that_was_replaced_is_asked_what_its_status_would_be_asked(record, problems_of, status, names):
    decision = record(f"status: {status}\n{WEAK}")
    newer = record("{supersedes: '0001-cache', date: 2026-08-02}", path="0002-better.md")
    assert len(problems_of(decision)) > 9
    assert [problem.name.removeprefix("risk/") for problem in problems_of(decision, newer)] == names
