import datetime as dt

import pytest
from msgspec import structs

from roi_plugin.economics.references import reference_problems
from roi_plugin.model.estimate import Estimate, Evidence
from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.governance import Review
from roi_plugin.model.measurement import Metric
from roi_plugin.model.option import Option
from roi_plugin.model.quantity import Point
from roi_plugin.model.scores import Factor, Level, Scores

DAY = dt.date(2026, 9, 1)
GAIN = {"id": "bookings", "value": "users * 2", "inputs": {"users": 5}}
RISK = {"id": "late", "p": 0.5, "impact": 3}


def found(record, **fields):
    problems = reference_problems(structs.replace(record, **fields))
    assert {(problem.name, problem.severity) for problem in problems} <= {("link/unknown-name", Severity.WARNING)}
    return [(dotted(problem.field), problem.help) for problem in problems]


@pytest.mark.parametrize(
    "name", ["bookings", "users", "late", "a", "a.bookings", "bookings.users", "rate", "person_week"]
)
def test_actual_of_something_forecast_is_no_problem(decision, name):
    record = decision({"id": "a", "gains": [GAIN], "risks": [RISK]})
    assert found(record, reviews=(Review(date=DAY, actuals={name: "yes"}),), metrics=(Metric(id="rate"),)) == []


def test_actual_of_nothing_forecast_is_a_warning_with_the_nearest_name(decision):
    record = decision({"id": "a", "gains": [GAIN], "risks": [RISK]})
    reviews = (Review(date=DAY), Review(date=DAY, actuals={"late": "yes", "bokings": "no", "qqq": "no"}))
    expected = [("reviews[1].actuals.bokings", "did you mean `bookings`?"), ("reviews[1].actuals.qqq", None)]
    assert found(record, reviews=reviews) == expected


def rests_on(*names):
    return Estimate(text="5", quantity=Point(value=5.0), evidence=names)


DECLARED = (Evidence(id="web-analytics-2025"), Evidence(id="contract-2026"))


@pytest.mark.parametrize(
    "name", ["web-analytics-2025", "survey", "contract", "one-on-ones", "a talk with finance", "https://x.org/2025"]
)
def test_declared_evidence_and_plain_words_are_no_problem(decision, name):
    assert found(decision({"id": "a", "gain": rests_on(name)}), evidence=DECLARED) == []


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("web-analytics-2024", "did you mean `web-analytics-2025`?"),
        ("web_analytic_2025", "did you mean `web-analytics-2025`?"),
        ("poll-7", "add an entry of this `id` to `evidence`"),
    ],
)
def test_evidence_that_is_declared_nowhere_is_a_warning(decision, name, help_):
    record = decision({"id": "a", "gain": rests_on("web-analytics-2025", name)})
    assert found(record, evidence=DECLARED) == [("options[0].gain.evidence[1]", help_)]


def test_without_declared_evidence_every_word_is_fine(decision):
    assert found(decision({"id": "a", "gain": rests_on("poll-7")})) == []


def test_evidence_of_options_scores_metrics_and_actuals_is_looked_at_too(decision):
    judged = Scores(
        potential=Factor(whole=Level(level=3, evidence=("poll-7",))),
        risks=Factor(parts={"budget": Level(level=2, evidence=("poll-7",))}),
    )
    places = found(
        decision(),
        evidence=DECLARED,
        options=(Option(id="a", evidence=("poll-7",), scores=judged),),
        metrics=(Metric(id="m", evidence=("poll-7",), baseline=rests_on("poll-7")),),
        reviews=(Review(date=DAY, actuals={"a": rests_on("poll-7"), "m": "yes"}),),
    )
    assert [place for place, _ in places] == [
        "options[0].evidence[0]",
        "options[0].scores.potential.evidence[0]",
        "options[0].scores.risks.budget.evidence[0]",
        "metrics[0].evidence[0]",
        "metrics[0].baseline.evidence[0]",
        "reviews[0].actuals.a.evidence[0]",
    ]
