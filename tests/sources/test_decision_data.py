"""Records' data becomes typed decisions, and what the schema could not see becomes a problem."""

import copy
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roi_plugin.model.decision import Decision, Delivery, Reference, Status
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Problem
from roi_plugin.model.governance import Displaced, KillIf
from roi_plugin.model.quantity import Expression, Point, Range
from roi_plugin.model.scores import Level
from roi_plugin.sources.decision_data import decision_from_data
from roi_plugin.sources.schemas import explaining_validator, fast_validator
from roi_plugin.sources.yaml_text import read_yaml

RECORDS = Path(__file__).parent.parent / "records"
LEAST = {"title": "Cache embeddings", "status": "accepted", "date": "2026-02-03"}


def record_data(name: str) -> dict[str, Any]:
    text = (RECORDS / name).read_text(encoding="utf-8")
    yaml = read_yaml(text.split("---\n")[1] if name.endswith(".md") else text)
    assert yaml.faults == ()
    assert isinstance(yaml.data, dict)
    assert list(explaining_validator("decision").iter_errors(yaml.data)) == []
    return yaml.data


def read(name: str) -> tuple[Decision, list[Problem]]:
    return decision_from_data(record_data(name), path=name, body="Because." if name.endswith(".md") else None)


def decision(more: dict[str, Any] | None = None, *, path: str = "0007-x.md", body: str | None = "") -> Decision:
    found, problems = decision_from_data(LEAST | (more or {}), path=path, body=body)
    assert problems == []
    return found


def problems(more: dict[str, Any], *, body: str | None = "") -> list[Problem]:
    data = LEAST | more
    assert fast_validator("decision").is_valid(data)
    return decision_from_data(data, path="0007-x.md", body=body)[1]


def test_three_fields_are_a_decision() -> None:
    least = decision()
    assert (least.id, least.number, least.title) == ("0007-x", "7", "Cache embeddings")
    assert (least.status, least.date) == (Status.ACCEPTED, dt.date(2026, 2, 3))
    assert (least.options, least.delivery, least.owner, least.schema) == ((), None, None, 1)


@pytest.mark.parametrize(
    ("path", "name", "number"),
    [
        ("0042-sota.md", "0042-sota", "42"),
        ("search/0042-sota.yml", "0042-sota", "42"),
        ("0000-zero.md", "0000-zero", "0"),
        ("7.1-x.md", "7.1-x", None),
        ("idea.md", "idea", None),
        ("٣-x.md", "٣-x", None),
    ],
)
def test_the_file_name_gives_id_and_number(path: str, name: str, number: str | None) -> None:
    found = decision(path=path)
    assert (found.id, found.number) == (name, number)


@pytest.mark.parametrize(("written", "id_"), [("D-0042", "D-0042"), (42, "42"), ("0012", "0012")])
def test_an_id_in_the_record_wins_over_the_file_name(written: str | int, id_: str) -> None:
    assert decision({"id": written}).id == id_


def test_the_minimal_record_of_the_model_is_read_whole() -> None:
    found, faults = read("0007-cache-embeddings.md")
    assert faults == []
    nothing, cache = found.options
    assert (nothing.id, nothing.kind, nothing.chosen) == ("do-nothing", "do-nothing", False)
    assert (cache.kind, cache.chosen) == (None, True)
    assert cache.gain is not None
    assert (cache.gain.text, cache.gain.quantity) == ("30k..60k per year", Range(low=3e4, high=6e4, period="year"))
    assert cache.cost is not None
    assert cache.cost.quantity == Range(low=12e3, high=25e3)
    assert found.review_due == dt.date(2026, 8, 3)


def test_the_full_record_of_the_model_is_read_whole() -> None:
    found, faults = read("0042-sota-ranking.md")
    assert faults == []
    assert (found.id, found.status, found.delivery) == ("D-0042", Status.ACCEPTED, Delivery.REVERTED)
    assert found.illustrative
    assert found.reasoning == "Because."
    sota = found.options[2]
    bookings, learning = sota.gains
    assert bookings.value is not None
    assert isinstance(bookings.value.quantity, Expression)
    assert bookings.inputs["uplift"].by == ("kim", "lee")
    assert bookings.inputs["uplift"].evidence == ("vendor-benchmark",)
    assert (bookings.from_, bookings.per) == (6.0, "year")
    assert learning.value == Estimate(text="0", quantity=Point(value=0.0))
    assert [risk.priced_in for risk in sota.risks] == [None, None, "build"]
    assert sota.partners[0].agreed is False
    assert sota.model_outcomes is not None
    assert sota.model_outcomes.value is not None
    assert sota.model_outcomes.value.fp == Estimate(text="-4", quantity=Point(value=-4.0))
    assert found.metrics[0].sample is not None
    assert found.metrics[0].sample.split == 0.5
    assert found.okr[0].key_results[2].from_ == 6.0
    review = found.reviews[0]
    assert (review.actuals["feature-delay"], review.actuals["latency"]) == ("yes", "no")
    assert review.actuals["build"] == Estimate(text="71 person-weeks", quantity=Point(value=71.0, unit="person-weeks"))
    assert review.process is not None
    assert review.process.would_decide_same_again == "no"


def test_the_platform_record_of_the_model_is_read_whole() -> None:
    found, faults = read("0051-core-platform.yml")
    assert faults == []
    assert found.reasoning == "The platform stays because its knowledge cannot be bought.\n"
    staff = found.options[1]
    assert [cost.same_as for cost in staff.costs] == [None, None, "keep.incidents", None]
    assert staff.risks[0].impact_same_as == "lost-know-how"


@pytest.mark.parametrize(
    ("field", "written", "read_as"),
    [
        ("title", "  Cache \n the   embeddings\n", "Cache the embeddings"),
        ("deciders", "kim", ("kim",)),
        ("deciders", ["kim", "lee"], ("kim", "lee")),
        ("tags", ["ml", 2026], ("ml", "2026")),
        ("aliases", 7, ("7",)),
        ("personal_data", "no", False),
        ("personal_data", True, True),
        ("illustrative", "yes", True),
        ("depends_on", "0042#3", (Reference(target="0042", part="3"),)),
        ("supersedes", [7, "D-0031"], (Reference(target="7"), Reference(target="D-0031"))),
        ("kill_if", "no lift", (KillIf(text="no lift"),)),
        (
            "kill_if",
            [{"metric": "m", "threshold": 5, "by": "2026-06-01"}],
            (KillIf(metric="m", threshold="5", by=dt.date(2026, 6, 1)),),
        ),
        ("displaces", "search", (Displaced(what="search"),)),
        ("delivery", "in-progress", Delivery.IN_PROGRESS),
        ("premortem", "it fails", ("it fails",)),
    ],
)
def test_every_spelling_of_a_field_gives_one_typed_value(field: str, written: Any, read_as: object) -> None:
    assert getattr(decision({field: written}), field) == read_as


def test_both_spellings_of_deciders_are_one_list() -> None:
    assert decision({"decision-makers": "kim"}).deciders == ("kim",)
    assert decision({"deciders": ["kim"], "decision-makers": ["lee", "kim"]}).deciders == ("kim", "lee")


def test_local_fields_are_kept() -> None:
    assert decision({"x-cost-center": {"id": 4711}}).local == {"x-cost-center": {"id": 4711}}


def test_a_factor_is_one_level_or_a_level_for_each_part() -> None:
    scores = decision(
        {
            "scores": {
                "potential": 4,
                "skills": {"level": 3, "why": "done before", "by": "kim", "evidence": ["survey"]},
                "risks": {"technical": 2, "compliance": {"level": 1, "why": "no review needed"}, "x-team": "core"},
            }
        }
    ).scores
    assert scores is not None
    assert scores.potential is not None
    assert scores.potential.whole == Level(level=4)
    assert scores.skills is not None
    assert scores.skills.whole == Level(level=3, why="done before", by=("kim",), evidence=("survey",))
    assert scores.risks is not None
    assert scores.risks.parts == {"technical": Level(level=2), "compliance": Level(level=1, why="no review needed")}
    assert scores.involvement is None


def test_a_level_may_keep_what_each_assessor_said() -> None:
    said = {"level": 3, "by": ["kim"], "levels": {"kim": 4, "lee": 2}}
    scores = decision({"scores": {"risks": said, "skills": {"tools": said}}}).scores
    assert scores is not None
    assert scores.risks is not None
    assert scores.skills is not None
    assert (
        scores.risks.whole == scores.skills.parts["tools"] == Level(level=3, by=("kim",), levels={"kim": 4, "lee": 2})
    )
    assert scores.risks.whole.assessors == ("kim", "lee")


def option(more: dict[str, Any]) -> dict[str, Any]:
    return {"options": [{"id": "a"}, {"id": "b", **more}]}


IN_B = ("options", 1)
QUANTITY_FAULTS = [
    (option({"gain": "30k..60k per yaer"}), (*IN_B, "gain"), 13, "did you mean `year`?"),
    (option({"gain": {"range": "60k..30k"}}), (*IN_B, "gain", "range"), 0, "write `30k..60k`"),
    (option({"gain": {"range": "30k"}}), (*IN_B, "gain", "range"), None, "write it under `value`, or give"),
    (option({"gain": {"range": "1..2", "value": 2}}), (*IN_B, "gain", "value"), None, "keep `range` where it is"),
    (option({"cost": "-5k..20k"}), (*IN_B, "cost"), None, "write a saving as a gain"),
    (option({"costs": [{"id": "c", "time": "30k EUR"}]}), (*IN_B, "costs", 0, "time"), None, "for example `6..14"),
    (option({"gains": [{"id": "c", "p": "35"}]}), (*IN_B, "gains", 0, "p"), None, "for example `35%`"),
    (option({"gains": [{"id": "c", "p": "5 EUR"}]}), (*IN_B, "gains", 0, "p"), None, "for example `35%`"),
    (
        option({"gains": [{"id": "c", "inputs": {"users": "many many"}}]}),
        (*IN_B, "gains", 0, "inputs", "users"),
        5,
        None,
    ),
    (
        option({"risks": [{"id": "c", "delay": "2 miles"}]}),
        (*IN_B, "risks", 0, "delay"),
        None,
        "for example `24 months`",
    ),
    ({"economics": {"horizon": "200 years"}}, ("economics", "horizon"), None, "for example `24 months`"),
    ({"economics": {"discount_rate": "10"}}, ("economics", "discount_rate"), None, "for example `8%`"),
    ({"economics": {"person_week": "cheap"}}, ("economics", "person_week"), None, "write a saving as a gain"),
    ({"expected_life": "1 month per year"}, ("expected_life",), None, "for example `24 months`"),
    ({"metrics": [{"id": "m", "baseline": "unknown"}]}, ("metrics", 0, "baseline"), None, None),
    (
        {"reviews": [{"date": "2026-09-03", "actuals": {"build": "a lot"}}]},
        ("reviews", 0, "actuals", "build"),
        2,
        None,
    ),
]


@pytest.mark.parametrize(("more", "field", "offset", "help_"), QUANTITY_FAULTS)
def test_a_quantity_that_cannot_be_is_a_problem_with_its_place(
    more: dict[str, Any], field: tuple[str | int, ...], offset: int | None, help_: str | None
) -> None:
    (problem,) = problems(more)
    assert (problem.name, problem.field) == ("schema/quantity", field)
    if offset is not None:
        assert problem.offset == offset
    assert help_ is None or (problem.help or "").startswith(help_)


@pytest.mark.parametrize(
    "more",
    [
        option({"gain": "-5k", "cost": 0}),
        option({"gains": [{"id": "c", "p": "35%"}, {"id": "d", "p": "20%..50%"}, {"id": "e", "p": 1}]}),
        option({"costs": [{"id": "c", "time": "devs * weeks", "inputs": {"devs": 2, "weeks": "3..5"}}]}),
        option({"costs": [{"id": "c", "time": "2 person-months per year"}, {"id": "d", "time": 5}]}),
        {"economics": {"discount_rate": "8% per year", "horizon": "2 years", "person_week": "3.5k..5k EUR"}},
        {"expected_life": 18},
        {"metrics": [{"id": "m", "baseline": "-5%", "mde": "0.5pp"}]},
    ],
)
def test_what_can_be_meant_is_no_problem(more: dict[str, Any]) -> None:
    assert problems(more) == []


def test_all_problems_of_a_record_come_in_one_run() -> None:
    more = option({"gain": "??", "cost": "-1", "risks": [{"id": "r", "p": "2"}]}) | {"expected_life": "5 parsecs"}
    assert [problem.field for problem in problems(more)] == [
        ("expected_life",),
        (*IN_B, "gain"),
        (*IN_B, "cost"),
        (*IN_B, "risks", 0, "p"),
    ]


def test_a_markdown_record_with_a_second_reasoning_says_so() -> None:
    (problem,) = problems({"reasoning": "Because."}, body="Because of this.")
    assert (problem.name, problem.field) == ("schema/two-reasonings", ("reasoning",))
    assert problems({"reasoning": "Because."}, body=None) == []


VALUES = st.one_of(
    st.sampled_from(
        (
            *("", "a", "0042#3", "2026-02-30", "2026-09-01", "9999-12-31", "yes", "no", "unsure", "12k..25k", "5%"),
            *("a * b", "p10 1 p50 2 p90 3", "1 < 2 < 4 person-weeks", "24 months", "1e400", "year", "ml", "<= 5 ms"),
        )
    ),
    st.text(max_size=20),
    st.text(alphabet="0123456789.-+*/()<%kM pEUR#\n", max_size=12),
    st.integers(min_value=-(10**20), max_value=10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
    st.sampled_from([[], {}, ["a"], [["a"]], {"value": "1k"}, {"range": "1..2"}, {"level": 3}, {"level": 5.0}, [1.5]]),
)


def places(node: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Every (container, key) in a tree of maps and lists."""
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        found.append((node, key))
        places(node[key], found)
    return found


@st.composite
def mutated_records(draw: st.DrawFn) -> dict[str, Any]:
    data = copy.deepcopy(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(min_value=1, max_value=4))):
        spots = places(data, [])
        container, key = spots[draw(st.integers(min_value=0, max_value=len(spots) - 1))]
        action = draw(st.sampled_from(["replace", "replace", "delete", "wrap", "move"]))
        if action == "delete":
            del container[key]
        elif action == "wrap":
            container[key] = [container[key]]
        elif action == "move":
            container[key] = copy.deepcopy(draw(st.sampled_from([node[inner] for node, inner in spots])))
        else:
            container[key] = copy.deepcopy(draw(VALUES))
        if not data:
            break
    return data


SEEDS = [record_data(name) for name in ("0042-sota-ranking.md", "0051-core-platform.yml", "0007-cache-embeddings.md")]


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated_records())
def test_a_mutated_record_is_refused_by_both_validators_or_becomes_a_decision(data: dict[str, Any]) -> None:
    valid = fast_validator("decision").is_valid(data)
    assert valid == explaining_validator("decision").is_valid(data)
    if valid:
        found, faults = decision_from_data(data, path="0042-x.md", body=None)
        assert found.title
        assert all(problem.message for problem in faults)
