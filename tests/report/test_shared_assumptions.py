"""What `roi show` says of the shared assumptions that a decision rests on."""

import datetime as dt
import json

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.deepen import with_appraisals
from roi_plugin.report import decision_json, decision_text

SHARED = """\
assumptions:
  - {id: growth, statement: Traffic grows}
  - {id: energy-price, statement: Power costs what it cost, value: 0.2..0.3, state: failed, evidence: {kind: invoice}}
"""
RECORD = """\
title: Train in our own racks
status: accepted
date: 2026-02-03
assumptions: [growth, sunshine]
options:
  - id: racks
    chosen: true
    costs:
      - id: power
        money: hours * price
        inputs: {hours: 20k..35k, price: {assumption: energy-price, range: 0.1..0.2}}
"""


@pytest.fixture(scope="module")
def assessment(tmp_path_factory):
    root = tmp_path_factory.mktemp("shared")
    (root / "assumptions.yml").write_text(SHARED)
    (root / "0001-racks.yml").write_text(RECORD)
    return with_appraisals(assess_folder(root, today=dt.date(2026, 11, 23), shown_from=root), root)


def test_the_facts_name_the_assumptions_with_the_state_of_those_that_do_not_hold(assessment):
    shown = decision_text.render(assessment.judged[0], assessment)
    assert "\nrests on  growth, sunshine (unknown), energy-price (failed)\n" in shown


def test_the_working_names_the_assumption_behind_an_input_and_what_was_decided_with(assessment):
    shown = decision_text.render(assessment.judged[0], assessment, explain=True)
    assert "`0.2..0.3`, lognormal" in shown
    assert "shared assumption: `energy-price`, and the record was decided with `0.1..0.2`" in shown
    assert "evidence: invoice" in shown


def test_the_flags_say_what_failed_and_what_nobody_knows(assessment):
    flags = {finding.name for finding in assessment.judged[0].findings}
    assert {"risk/assumption-failed", "link/unknown-assumption"} <= flags


def test_the_json_holds_the_ids(assessment):
    found = json.loads(decision_json.render(assessment.judged[0], assessment))
    assert found["assumptions"] == ["growth", "sunshine", "energy-price"]


def test_the_figures_are_those_of_the_value_of_now(assessment):
    cost = assessment.judged[0].returns.options[0].cost.mean
    assert cost == pytest.approx(27.4e3 * 0.247, rel=0.05)
