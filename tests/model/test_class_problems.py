import datetime as dt

import pytest

from roi_plugin.model.class_problems import class_problems
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.model_outcomes import BaselinePolicy, Cells, ModelOutcomes
from roi_plugin.model.option import Option
from roi_plugin.model.quantity import Point

DAY = dt.date(2026, 1, 1)
ONE = Estimate(text="1", quantity=Point(value=1.0))
CELLS = Cells(tp=ONE, fp=ONE, fn=ONE, tn=ONE)
TWO, THREE = ((1.0, 0.0),) * 2, ((1.0, 0.0, 0.0),) * 3
RAGGED = ((1.0, 0.0, 0.0), (1.0, 0.0), (1.0,))
NAMES = ("ant", "bird", "cat")


def problems(**outcomes):
    option = Option(id="o", model_outcomes=ModelOutcomes(**outcomes))
    return list(
        class_problems(
            Decision(id="1-a", path="1-a.md", number="1", title="A", status=Status.DRAFT, date=DAY, options=(option,))
        )
    )


@pytest.mark.parametrize(
    "outcomes",
    [
        {},
        {"confusion": CELLS, "baseline": BaselinePolicy(rule="all-negative")},
        {"matrix": THREE, "values": THREE},
        {"matrix": THREE, "values": THREE, "labels": NAMES, "baseline": BaselinePolicy(always="cat")},
        {"matrix": THREE, "values": THREE, "baseline": BaselinePolicy(matrix=THREE)},
    ],
)
def test_outcomes_of_one_size_are_no_fault(outcomes):
    assert problems(**outcomes) == []


@pytest.mark.parametrize(
    ("outcomes", "field", "name", "message"),
    [
        (
            {"matrix": THREE, "labels": ("a", "b")},
            "labels",
            "schema/wrong-length",
            "`labels` names 2 classes, but `matrix` has 3",
        ),
        (
            {"values": THREE, "labels": ("a", "b")},
            "labels",
            "schema/wrong-length",
            "`labels` names 2 classes, but `values` has 3",
        ),
        (
            {"matrix": THREE, "values": TWO},
            "values",
            "schema/wrong-length",
            "this matrix has 2 rows, but `matrix` has 3 classes",
        ),
        (
            {"matrix": ((0.0,) * 2,) * 2, "values": TWO},
            "matrix",
            "schema/out-of-range",
            "this matrix counts no answer: all of it is 0, expected a count above 0",
        ),
        (
            {"matrix": TWO, "baseline": BaselinePolicy(matrix=((0.0,) * 2,) * 2)},
            "baseline.matrix",
            "schema/out-of-range",
            "this matrix counts no answer: all of it is 0, expected a count above 0",
        ),
        (
            {"matrix": THREE, "values": THREE, "labels": ("x", "x", "z")},
            "labels[1]",
            "schema/repeated-item",
            "`x` names two classes, expected a name of its own for each",
        ),
        (
            {"matrix": RAGGED},
            "matrix[1]",
            "schema/wrong-length",
            "this row has 2 columns, expected 3, one for each class",
        ),
        (
            {"matrix": THREE, "baseline": BaselinePolicy(matrix=TWO)},
            "baseline.matrix",
            "schema/wrong-length",
            "this matrix has 2 rows, but `matrix` has 3 classes",
        ),
        (
            {"matrix": THREE, "labels": NAMES, "baseline": BaselinePolicy(always="brid")},
            "baseline.always",
            "schema/unknown-value",
            "`brid` is none of the classes: expected `ant`, `bird` and `cat`",
        ),
        (
            {"matrix": THREE, "baseline": BaselinePolicy(always="ant")},
            "baseline.always",
            "schema/unknown-value",
            "`ant` is none of the classes: add `labels`, which name the classes",
        ),
        (
            {"matrix": THREE, "baseline": BaselinePolicy(rule="all-negative")},
            "baseline",
            "schema/not-allowed",
            "a model with a `matrix` has the `matrix` of a baseline, or one class `always`: this one says nothing",
        ),
        (
            {"confusion": CELLS, "baseline": BaselinePolicy(always="ant")},
            "baseline",
            "schema/not-allowed",
            "`always` and `matrix` are baselines of a model with a `matrix` of its own: this one says nothing",
        ),
    ],
)
def test_what_tells_of_other_classes_is_an_error_at_its_place(outcomes, field, name, message):
    (found,) = problems(**outcomes)
    assert dotted(found.field) == f"options[0].model_outcomes.{field}"
    assert (found.name, found.severity) == (name, Severity.ERROR)
    assert found.message.removesuffix(" of this model") == message


def test_the_nearest_class_is_named():
    (found,) = problems(matrix=THREE, labels=NAMES, baseline=BaselinePolicy(always="brid"))
    assert found.help == "did you mean `bird`?"
