import json

from msgspec.structs import replace

from roi_plugin.model.links import Link
from roi_plugin.report.decision_json import decisions_json, render

NO_RANGE = {"p5": None, "p50": None, "p95": None, "reason": "its range has no closed form"}
EXPECTED = {
    "version": 1,
    "id": "0042-ranker",
    "number": "42",
    "title": "Adopt the new ranking model",
    "status": "accepted",
    "delivery": None,
    "in_force": True,
    "binds": True,
    "date": "2026-03-02",
    "owner": "kim",
    "area": None,
    "tags": ["ml", "ranking"],
    "path": "decisions/0042-ranker.md",
    "currency": "EUR",
    "horizon_months": 24.0,
    "discount_rate": 0.1,
    "stakes": 1,
    "options": [
        {
            "id": "tune",
            "kind": "ml",
            "title": "Tune the current ranker",
            "chosen": False,
            "gain": {"mean": 92_176.31, "p5": 47_216.6, "p50": 86_206.9, "p95": 157_388.7, "reason": None},
            "cost": {"mean": 39_867.25, **NO_RANGE},
            "npv": {"mean": 52_309.06, **NO_RANGE},
            "roi": {"mean": 1.31208, **NO_RANGE},
            "lines": [
                {
                    "id": "tune_bookings",
                    "side": "gain",
                    "text": "60k..200k per year",
                    "mean": 92_176.31,
                    "low": 47_216.6,
                    "high": 157_388.7,
                },
                {
                    "id": "tune_work",
                    "side": "cost",
                    "text": "6..14 person-weeks",
                    "mean": 39_867.25,
                    "low": None,
                    "high": None,
                    "range_reason": "its range has no closed form",
                },
            ],
        }
    ],
    "supersedes": ["0041-old#3"],
    "superseded_by": [],
    "depends_on": ["0031-features"],
    "dependents": [],
    "assumptions": [],
    "review_due": None,
    "history": [],
    "at_acceptance": None,
    "at_acceptance_reason": "git does not know that it was accepted",
    "drift": [],
    "findings": [
        {
            "path": "decisions/0042-x.md",
            "line": 12,
            "column": 5,
            "end_column": 11,
            "field": "options[1].prices",
            "name": "schema/unknown-key",
            "severity": "error",
            "message": "`prices` is not a field of an option",
            "help": "did you mean `price`?",
            "decision": "0042-x",
        }
    ],
}


def _ranker(judged, finding):
    one = judged(
        owner="kim",
        tags=("ml", "ranking"),
        findings=(finding(),),
        links={
            "supersedes": (Link(id="0041-old", part="3"),),
            "superseded_by": (Link(id="0050-new", in_effect=False),),
            "depends_on": (Link(id="0031-features"),),
        },
    )
    return replace(one, returns=replace(one.returns, options=one.returns.options[1:2]))


def test_a_decision_has_the_shape_of_the_contract(judged, finding, assessment):
    one = _ranker(judged, finding)
    given = json.loads(render(one, assessment(one)))
    assert given == EXPECTED
    assert list(given) == list(EXPECTED)


def test_a_number_that_cannot_be_computed_is_null_with_a_reason(judged, assessment):
    one = judged()
    nothing, _, sota = json.loads(render(one, assessment(one)))["options"]
    assert nothing["roi"] == {"mean": None, **NO_RANGE, "reason": "no cost"}
    assert sota["lines"][0]["mean"] is None
    assert sota["lines"][0]["reason"] == "`users` is not given"


def test_a_number_beyond_computing_is_null_with_a_reason(hostile_judged, assessment):
    option = json.loads(render(hostile_judged, assessment(hostile_judged)))["options"][0]
    assert option["cost"] == {"mean": None, **NO_RANGE, "reason": "the number is too large to compute with"}
    assert option["roi"] == {"mean": None, **NO_RANGE, "reason": "the number is too large to compute with"}
    assert option["lines"][1]["low"] is None


def test_the_published_register_holds_all_decisions_without_help(judged, finding, assessment):
    one = _ranker(judged, finding)
    published = json.loads(decisions_json(assessment(one, one)))
    without_help = [{key: value for key, value in EXPECTED["findings"][0].items() if key != "help"}]
    assert published == {
        "version": 1,
        "as_of": "2026-10-01",
        "decisions": [{**EXPECTED, "findings": without_help}, {**EXPECTED, "findings": without_help}],
    }


def test_hostile_text_comes_back_unchanged_from_plain_ascii(hostile_judged, hostile, assessment):
    text = render(hostile_judged, assessment(hostile_judged))
    assert text.isascii()
    assert json.loads(text)["title"] == hostile.message
