import json

import pytest

from roi_plugin.model.finding import Severity
from roi_plugin.model.links import Link
from roi_plugin.report.register_json import flags, render
from tests.report.appraised_records import appraised_folder, of, written


def test_the_register_has_the_shape_of_the_contract(judged, finding, assessment):
    links = {"superseded_by": (Link(id="0050-new"),)}
    found = (finding(), finding(name="risk/no-stop-rule", severity=Severity.WARNING))
    one = judged(owner="kim", status="superseded", in_force=False, links=links, findings=found)
    given = json.loads(render([one], assessment(one, broken=("decisions/0007-bad.md",))))
    assert given == {
        "version": 1,
        "as_of": "2026-10-01",
        "decisions": [
            {
                "id": "0042-ranker",
                "number": "42",
                "title": "Adopt the new ranking model",
                "status": "superseded",
                "raw_status": "superseded",
                "delivery": None,
                "in_force": False,
                "binds": False,
                "date": "2026-03-02",
                "owner": "kim",
                "area": None,
                "tags": [],
                "path": "decisions/0042-ranker.md",
                "supersedes": [],
                "superseded_by": ["0050-new"],
                "currency": "EUR",
                "npv_mean": -102_124.02,
                "roi_mean": -0.437694,
                "loss_probability": None,
                "loss_probability_reason": "it was not computed",
                "review_due": None,
                "flags": ["no-stop-rule"],
                "history": [],
            }
        ],
        "broken": ["decisions/0007-bad.md"],
    }


def test_without_a_chosen_option_there_are_no_numbers(judged, assessment):
    one = judged(options=())
    entry = json.loads(render([one], assessment(one)))["decisions"][0]
    for figure in ("npv_mean", "roi_mean", "loss_probability"):
        assert (entry[figure], entry[f"{figure}_reason"]) == (None, "no option is chosen")


@pytest.mark.parametrize("cost", ["20k", "20k..40k"])
def test_what_weighs_costs_only_has_no_chance_of_loss(cost):
    found = written({"options": [{"id": "do-nothing", "cost": "90k"}, {"id": "a", "chosen": True, "cost": cost}]})
    entry = json.loads(render(found.judged, found))["decisions"][0]
    assert entry["npv_mean"] < 0
    assert (entry["loss_probability"], entry["loss_probability_reason"]) == (None, "it weighs costs only")


def test_single_numbers_have_no_chance_of_loss():
    found = written({"options": [{"id": "a", "chosen": True, "gain": "50k", "cost": "20k"}]})
    entry = json.loads(render(found.judged, found))["decisions"][0]
    reason = "every amount is a single number, and how far it may be off is not stated"
    assert (entry["loss_probability"], entry["loss_probability_reason"]) == (None, reason)


def test_a_record_of_scores_alone_says_that_it_states_no_money():
    scores = {"potential": 4, "motivation": 3, "skills": 3, "risks": 2, "involvement": 2}
    found = written({"scores": scores})
    entry = json.loads(render(found.judged, found))["decisions"][0]
    assert (entry["npv_mean"], entry["npv_mean_reason"]) == (None, "only scores are given")


def test_the_chance_of_loss_is_that_of_the_chosen_option():
    # Source: roi-model F1.
    found = appraised_folder()
    entry = json.loads(render([of(found, "D-0042")], found))["decisions"][0]
    assert entry["loss_probability"] == pytest.approx(0.7875, abs=0.003)
    assert "loss_probability_reason" not in entry


def test_flags_are_risk_rules_named_once_in_order(finding):
    names = ["risk/b", "schema/x", "risk/a", "risk/b", "link/self"]
    assert flags([finding(name=name) for name in names]) == ["a", "b"]


def test_hostile_text_comes_back_unchanged_from_plain_ascii(hostile_judged, hostile, assessment):
    text = render([hostile_judged], assessment(hostile_judged))
    assert text.isascii()
    assert json.loads(text)["decisions"][0]["raw_status"] == hostile.message
