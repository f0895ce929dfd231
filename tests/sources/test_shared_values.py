"""The values of shared assumptions stand in a record's data wherever a number names one."""

import copy
import time
from typing import Any

import pytest

from roi_plugin.model.assumption import Assumption, Assumptions, AssumptionUse
from roi_plugin.model.estimate import Estimate, Evidence
from roi_plugin.model.finding import dotted
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.sources.shared_values import SharedValues, shared_values


def assumption(name: str, value: str | None = None, *kinds: str) -> Assumption:
    estimate = None if value is None else Estimate(text=value, quantity=parse_quantity(value))
    evidence = tuple(Evidence(id=name, kind=kind) for kind in kinds)
    return Assumption(id=name, statement="It is so", value=estimate, evidence=evidence)


KNOWN = Assumptions(
    by_id={
        "power": assumption("power", "20..30"),
        "rent": assumption("rent", "5k", "contract", "expert"),
        "growth": assumption("growth"),
    },
    unread=frozenset({"staff"}),
)


def placed(estimate: Any) -> tuple[Any, SharedValues]:
    found = shared_values({"options": [{"id": "a", "cost": estimate}]}, KNOWN)
    options: Any = found.data["options"]
    return options[0].get("cost"), found


def told(found: SharedValues) -> list[str]:
    return [f"{dotted(one.field)} {one.name}" for one in found.problems]


@pytest.mark.parametrize(
    ("written", "expected", "stated", "confirmed"),
    [
        ({"assumption": "power"}, {"value": "20..30"}, None, False),
        ({"assumption": "power", "range": "20..30"}, {"value": "20..30"}, None, True),
        ({"assumption": "power", "value": "20.0..30"}, {"value": "20..30"}, None, True),
        ({"assumption": "power", "range": "10..30"}, {"value": "20..30", "stated": "10..30"}, "10..30", False),
        ({"assumption": "power", "value": 25}, {"value": "20..30", "stated": "25"}, "25", False),
        ({"assumption": "power", "by": "kim"}, {"value": "20..30", "by": "kim"}, None, False),
        ({"assumption": "rent"}, {"value": "5k", "evidence": ["contract", "expert"]}, None, False),
        ({"assumption": "rent", "value": 5000}, {"value": "5k", "evidence": ["contract", "expert"]}, None, True),
        ({"assumption": "rent", "evidence": "offer"}, {"value": "5k", "evidence": "offer"}, None, False),
        ({"assumption": "growth", "value": "1..2"}, {"value": "1..2"}, None, False),
        ({"assumption": "staff", "value": "1..2"}, {"value": "1..2"}, None, False),
    ],
)
def test_the_value_of_now_takes_the_place_of_the_records_own(
    written: Any, expected: Any, stated: str | None, *, confirmed: bool
) -> None:
    estimate, found = placed(written)
    name = written["assumption"]
    shared = {"shared": True} if expected["value"] in {"20..30", "5k"} else {}
    assert estimate == {"assumption": name} | expected | shared
    place = ("options", 0, "cost", "assumption")
    assert found.uses == (AssumptionUse(id=name, field=place, stated=stated, confirmed=confirmed),)
    assert (found.problems, found.complete) == ((), True)


@pytest.mark.parametrize("written", [{"assumption": "power", "value": "3..2"}, {"assumption": "power", "value": ">"}])
def test_a_quantity_that_cannot_be_read_stays_for_who_tells_of_it(written: Any) -> None:
    assert placed(written)[0] is written


def test_two_quantities_stay_for_who_tells_of_them() -> None:
    written = {"assumption": "power", "value": 5, "range": "1..2"}
    assert placed(written)[0] is written


@pytest.mark.parametrize(
    ("name", "problem", "words"),
    [
        (
            "growth",
            "link/no-value",
            "the assumption `growth` has no value in assumptions.yml, so there is no number here",
        ),
        (
            "staff",
            "link/no-value",
            "the assumption `staff` cannot be read in assumptions.yml, so there is no number here",
        ),
        ("powr", "link/unknown-assumption", "`powr` is not a shared assumption: expected the `id` of an entry of"),
    ],
)
def test_a_number_that_nobody_gives_is_a_problem_and_is_left_out(name: str, problem: str, words: str) -> None:
    estimate, found = placed({"assumption": name})
    assert estimate is None
    assert told(found) == [f"options[0].cost.assumption {problem}"]
    assert found.problems[0].message.startswith(words)
    assert not found.complete


def test_an_unknown_assumption_beside_a_number_is_a_problem_and_the_number_stays() -> None:
    written = {"assumption": "powr", "value": 5}
    estimate, found = placed(written)
    assert (estimate, found.complete) == (written, True)
    assert [(one.name, one.help) for one in found.problems] == [("link/unknown-assumption", "did you mean `power`?")]


def test_an_unknown_assumption_of_the_list_is_a_problem_and_an_unread_one_is_none() -> None:
    found = shared_values({"assumptions": ["staff", "power", "weather"]}, KNOWN)
    assert told(found) == ["assumptions[2] link/unknown-assumption"]
    assert (found.complete, found.uses) == (True, ())
    assert told(shared_values({"assumptions": "weather"}, KNOWN)) == ["assumptions[0] link/unknown-assumption"]


def test_where_the_whole_file_cannot_be_read_no_id_is_unknown() -> None:
    found = shared_values({"assumptions": ["a", "b"]}, Assumptions(is_readable=False))
    assert found.problems == ()


def test_an_unknown_assumption_is_told_once() -> None:
    data = {
        "assumptions": "sun",
        "options": [{"gain": {"assumption": "sun", "value": 1}, "cost": {"assumption": "sun"}}],
    }
    found = shared_values(data, KNOWN)
    assert told(found) == ["assumptions[0] link/unknown-assumption"]
    assert not found.complete


PLACES: list[tuple[dict[str, Any], str]] = [
    ({"goal": {"ceiling": {"assumption": "power"}}}, "goal.ceiling"),
    ({"economics": {"person_week": {"assumption": "power"}}}, "economics.person_week"),
    ({"options": [{}, {"gains": [{"p": {"assumption": "power"}}]}]}, "options[1].gains[0].p"),
    ({"options": [{"risks": [{"impact": {"assumption": "power"}}]}]}, "options[0].risks[0].impact"),
    ({"options": [{"costs": [{"inputs": {"n": {"assumption": "power"}}}]}]}, "options[0].costs[0].inputs.n"),
    (
        {"options": [{"costs": [{"inputs": {"assumption": {"assumption": "power"}}}]}]},
        "options[0].costs[0].inputs.assumption",
    ),
    ({"options": [{"costs": [{"inputs": {"inputs": {"assumption": "power"}}}]}]}, "options[0].costs[0].inputs.inputs"),
    ({"options": [{"costs": [{"inputs": {"x-n": {"assumption": "power"}}}]}]}, "options[0].costs[0].inputs.x-n"),
    ({"metrics": [{"baseline": {"assumption": "power"}}]}, "metrics[0].baseline"),
]


@pytest.mark.parametrize(("data", "place"), PLACES)
def test_a_number_may_name_an_assumption_anywhere(data: dict[str, Any], place: str) -> None:
    before = copy.deepcopy(data)
    found = shared_values(data, KNOWN)
    assert [dotted(use.field) for use in found.uses] == [f"{place}.assumption"]
    assert data == before
    assert found.data != before


@pytest.mark.parametrize(
    "data",
    [
        {"options": [{"costs": [{"inputs": {"assumption": "5..6", "n": 3}}]}]},
        {"x-plan": {"assumption": "power"}},
        {"options": [{"x-plan": [{"assumption": "power"}]}]},
        {"reviews": [{"actuals": {"assumption": "19k"}}]},
        {"x-empty": None, "assumptions": ["power"]},
    ],
)
def test_what_is_no_estimate_stays_as_it_is(data: dict[str, Any]) -> None:
    found = shared_values(data, KNOWN)
    assert found.data is data
    assert (found.uses, found.problems) == ((), ())


def test_empty_fields_of_ones_own_stay_where_something_else_changes() -> None:
    data = {"x-empty": None, "goal": {"ceiling": {"assumption": "power"}}}
    assert shared_values(data, KNOWN).data["x-empty"] is None


@pytest.mark.parametrize(
    "data",
    [
        {"reviews": [{"actuals": {"a": {"value": "19k", "assumption": "power"}}}]},
        {"guardrails": [{"observations": [{"value": {"value": 5, "assumption": "power"}}]}]},
    ],
)
def test_what_was_measured_is_never_replaced_by_what_is_assumed(data: dict[str, Any]) -> None:
    found = shared_values(data, KNOWN)
    assert found.data is data
    assert [(use.id, use.stated) for use in found.uses] == [("power", None)]


def test_many_unknown_ids_among_many_known_ones_take_no_time() -> None:
    known = Assumptions(by_id={name: assumption(name) for name in (f"{n}-{'long-' * 14}name" for n in range(500))})
    inputs = {f"n{n}": {"assumption": f"{'long-' * 14}{n}", "value": 1} for n in range(4_000)}
    began = time.process_time()
    found = shared_values({"options": [{"costs": [{"inputs": inputs}]}]}, known)
    assert time.process_time() - began < 2
    assert len(found.problems) == 4_000
