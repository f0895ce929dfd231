"""Assumptions become typed values; what cannot be read is a problem and leaves the rest."""

import datetime as dt
from typing import Any

import pytest

from roi_plugin.model.assumption import Assumption, AssumptionState
from roi_plugin.model.estimate import Estimate, Evidence
from roi_plugin.model.quantity import Range
from roi_plugin.sources.assumption_data import assumptions_from_data
from roi_plugin.sources.schemas import fast_validator


def entry(**more: Any) -> dict[str, Any]:
    return {"id": "power", "statement": "Power costs what it cost", **more}


def test_everything_that_an_assumption_says_is_read() -> None:
    data = {
        "schema": 1,
        "assumptions": [
            entry(
                value="0.18..0.26",
                evidence={"kind": "invoice", "date": "2026-01-15", "url": "https://example.org/bills"},
                owner="facilities",
                review_due="2026-12-01",
                state="uncertain",
                changed="2026-05-04",
                note="Without taxes.",
            )
        ],
    }
    assert fast_validator("assumptions").is_valid(data)
    bill = Evidence(id="power", kind="invoice", date=dt.date(2026, 1, 15), url="https://example.org/bills")
    expected = Assumption(
        id="power",
        statement="Power costs what it cost",
        value=Estimate(text="0.18..0.26", quantity=Range(low=0.18, high=0.26)),
        evidence=(bill,),
        owner="facilities",
        review_due=dt.date(2026, 12, 1),
        state=AssumptionState.UNCERTAIN,
        changed=dt.date(2026, 5, 4),
        note="Without taxes.",
    )
    assert assumptions_from_data(data) == ({"power": expected}, [])


def test_a_sentence_is_enough_and_holds() -> None:
    found, problems = assumptions_from_data({"assumptions": [entry(statement="Power costs\n what it  cost")]})
    assert (found, problems) == ({"power": Assumption(id="power", statement="Power costs what it cost")}, [])
    assert found["power"].state is AssumptionState.HOLDS


def test_without_a_list_there_are_none() -> None:
    assert assumptions_from_data({}) == ({}, [])


@pytest.mark.parametrize(("value", "text"), [(42, "42"), (0.5, "0.5"), ("1 < 2 < 5", "1 < 2 < 5"), ("-5..5", "-5..5")])
def test_a_value_is_any_quantity_in_numbers(value: str | float, text: str) -> None:
    found, problems = assumptions_from_data({"assumptions": [entry(value=value)]})
    assert problems == []
    assert found["power"].value is not None
    assert found["power"].value.text == text


@pytest.mark.parametrize("value", ["a * b", "5..3", "soon"])
def test_a_value_that_cannot_be_read_is_a_problem_and_the_sentence_stays(value: str) -> None:
    found, (problem,) = assumptions_from_data({"assumptions": [{"id": "a", "statement": "b"}, entry(value=value)]})
    assert (problem.name, problem.field) == ("schema/quantity", ("assumptions", 1, "value"))
    assert (list(found), found["power"].value) == (["a", "power"], None)


def test_of_two_with_one_id_the_first_holds_and_the_second_is_a_problem() -> None:
    found, (problem,) = assumptions_from_data({"assumptions": [entry(value=1), entry(value=2)]})
    assert (problem.name, problem.field) == ("link/duplicate-name", ("assumptions", 1, "id"))
    assert found["power"].value is not None
    assert found["power"].value.text == "1"
