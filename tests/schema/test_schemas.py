"""The schema files: what they hold about themselves, and what they accept and refuse."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from roi_plugin.sources.schemas import compile_explaining, explaining_validator, fast_validator, schema, schema_names

DECISION = {"title": "Cache embeddings", "status": "accepted", "date": "2026-02-03"}
MAPS_OF_SCHEMAS = ("properties", "patternProperties", "$defs")
REASONLESS = ["", " ", "-", "\u2014", "?!", "...", "\u201c\u201d", "\n"]
SCHEMAS = ("items", "if", "then", "else", "additionalProperties", "propertyNames")


def nodes(node: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with its pointer."""
    if not isinstance(node, dict):
        return
    yield pointer, node
    for key in MAPS_OF_SCHEMAS:
        for name, inner in node.get(key, {}).items():
            yield from nodes(inner, f"{pointer}/{key}/{name}")
    for key in SCHEMAS:
        yield from nodes(node.get(key), f"{pointer}/{key}")


def test_the_schemas_of_version_1_are_these() -> None:
    assert schema_names() == ("assumptions", "common", "decision", "findings", "policy", "register")


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_valid_and_lives_at_its_published_address(name: str) -> None:
    explaining_validator(name).check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema(name)["$id"] == f"https://mkdocs-roi.github.io/schema/1/{name}.schema.json"


@pytest.mark.parametrize("name", schema_names())
def test_every_example_in_a_schema_is_valid_by_its_own_schema(name: str) -> None:
    everything = [schema(other) for other in schema_names()]
    wrong = []
    for pointer, node in nodes(schema(name)):
        address = f"{schema(name)['$id']}#{pointer}"
        validator = compile_explaining({"$ref": address}, everything)
        for example in [*node.get("examples", ()), *([node["default"]] if "default" in node else ())]:
            wrong += [f"{pointer}: {error.message}" for error in validator.iter_errors(example)]
    assert wrong == []


@pytest.mark.parametrize("name", schema_names())
def test_every_reference_points_to_something(name: str) -> None:
    for pointer, node in nodes(schema(name)):
        target, _, inside = node.get("$ref", "#").partition("#")
        place: Any = schema(target.removesuffix(".schema.json") or name)
        for step in inside.split("/")[1:]:
            assert step in place, f"{pointer} points to {node['$ref']}"
            place = place[step]


@pytest.mark.parametrize("name", schema_names())
def test_no_shared_part_stands_unused(name: str) -> None:
    text = "".join(json.dumps(schema(other)) for other in schema_names())
    for part in schema(name).get("$defs", {}):
        assert f'#/$defs/{part}"' in text, part


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"schema": 1},
        {"id": 42, "tags": ["ml", 2026], "aliases": "ADR-0007"},
        {"decision-makers": ["kim"], "x-cost-center": {"any": ["thing"]}},
        {"supersedes": "0042#3", "depends_on": [7, "D-0031"]},
        {"kill_if": "no lift by June"},
        {"kill_if": [{"metric": "m", "threshold": 5, "by": "2026-06-01"}, "no lift"]},
        {"displaces": ["the search programme", {"what": "search", "cost": "20k..60k"}]},
        {"okr": [{"objective": "Grow"}, {"objective": "Save"}]},
        {"personal_data": "no", "illustrative": "yes"},
        {"scores": {"potential": 4, "skills": {"level": 3, "why": "done before"}, "risks": {"technical": 2}}},
        {"scores": {"involvement": {"partners": {"level": 4, "by": ["kim"], "evidence": "one-on-one"}}}},
        {"stakeholders": [{"name": "a", "agreed": "2026-01-01"}, {"name": "b", "agreed": "no"}]},
        {"reviews": [{"date": "2026-09-03", "actuals": {"a.b": "71 person-weeks", "c": True, "d": "no", "e": 5}}]},
        {"options": [{"id": "a", "gain": {"range": "1k..2k", "by": "kim"}, "cost": 12000, "x-team": "core"}]},
        {"options": [{"id": "a", "partners": [{"team": "b", "agreed": False, "incentive": ""}]}]},
        {"waivers": [{"rule": "no-baseline", "reason": "\u5e74\u5ea6", "by": "lee", "until": "2026-09-01"}]},
        {"waivers": [{"rule": "risk/no-baseline", "reason": "\u201cépreuve\u201d", "by": "a", "until": "2026-09-01"}]},
        {"assumptions": "energy-price"},
        {"assumptions": ["energy-price", "traffic-growth"]},
        {
            "options": [
                {"id": "a", "gain": {"assumption": "energy-price"}, "cost": {"assumption": "b", "range": "1..2"}}
            ]
        },
    ],
)
def test_what_people_write_is_accepted(more: dict[str, Any]) -> None:
    assert fast_validator("decision").is_valid(DECISION | more)
    assert explaining_validator("decision").is_valid(DECISION | more)


@pytest.mark.parametrize(
    "more",
    [
        {"schema": 2},
        {"schema": True},
        {"status": "Accepted"},
        {"status": None},
        {"title": " \n"},
        {"title": "x" * 201},
        {"title": 5},
        {"date": "2026-02-30"},
        {"date": "0000-01-01"},
        {"date": "2026-2-3"},
        {"date": "20260203"},
        {"date": "2026-02-03\n"},
        {"date": "2026-W06-2"},
        {"id": "../etc/passwd"},
        {"id": "a/b"},
        {"id": ".hidden"},
        {"id": "a\n"},
        {"id": "x" * 81},
        {"id": "größe"},
        {"id": -1},
        {"id": True},
        {"supersedes": "a#"},
        {"supersedes": "a b"},
        {"supersedes": [["a"]]},
        {"cost_center": 4711},
        {"tags": [f"t{count}" for count in range(51)]},
        *({"waivers": [{"rule": "a", "reason": text, "by": "lee", "until": "2026-09-01"}]} for text in REASONLESS),
        {"waivers": [{"rule": "link/a", "reason": "b", "by": "lee", "until": "2026-09-01"}]},
        {"personal_data": "maybe"},
        {"personal_data": 1},
        {"scores": {}},
        {"scores": {"potential": 6}},
        {"scores": {"potential": 2.5}},
        {"scores": {"potential": {}}},
        {"scores": {"potential": {"technical": 3}}},
        {"scores": {"potential": {"level": 3, "revenue": 3}}},
        {"options": [{}]},
        {"options": [{"id": "a.b"}]},
        {"options": [{"id": "a", "kind": "mll"}]},
        {"options": [{"id": "a", "gain": {"by": "kim"}}]},
        {"options": [{"id": "a", "gain": True}]},
        {"options": [{"id": "a", "gain": {"value": 1, "assumption": "Traffic keeps growing"}}]},
        {"assumptions": ["Traffic keeps growing"]},
        {"assumptions": [{"id": "a", "statement": "b"}]},
        {"options": [{"id": "a", "gain": ""}]},
        {"options": [{"id": "a", "gain": 1e16}]},
        {"options": [{"id": "a", "cost": -5}]},
        {"options": [{"id": "a", "gains": [{"id": "b", "p": 35}]}]},
        {"options": [{"id": "a", "gains": [{"id": "b", "from": -1}]}]},
        {"options": [{"id": "a", "gains": [{"id": "b", "inputs": {"2x": 5}}]}]},
        {"evidence": [{"id": "a", "url": "javascript:alert(1)"}]},
        {"evidence": [{"id": "a", "url": "data:text/html,x"}]},
        {"evidence": [{"id": "a", "url": "//elsewhere.example"}]},
        {"evidence": [{"id": "a", "url": "https://a.example/\n"}]},
        {"economics": {"discount_rate": 10}},
        {"economics": {"currency": "euro"}},
        {"guardrails": [{"metric": "m", "limit": "fast"}]},
        {"waivers": [{"rule": "no-baseline", "by": "lee", "until": "2026-09-01"}]},
        {"waivers": [{"rule": "no-baseline", "reason": " ", "by": "lee", "until": "2026-09-01"}]},
        {"correlations": [{"between": ["a"], "rho": 0.5}]},
        {"correlations": [{"between": ["a", "b"], "rho": 1.5}]},
    ],
)
def test_what_cannot_be_meant_is_refused_by_both_validators(more: dict[str, Any]) -> None:
    assert not fast_validator("decision").is_valid(DECISION | more)
    assert not explaining_validator("decision").is_valid(DECISION | more)


@pytest.mark.parametrize("missing", DECISION)
def test_title_status_and_date_are_required(missing: str) -> None:
    assert not fast_validator("decision").is_valid({key: value for key, value in DECISION.items() if key != missing})


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        ({}, True),
        ({"currency": "USD", "horizon": "24 months", "discount_rate": "10%", "person_week": "3.5k..5k"}, True),
        ({"stakes": {"small": "50k", "large": 500000}, "limits": {"review_grace_days": 30}}, True),
        ({"discount_rate": 8}, False),
        ({"limits": {"review_grace_days": 1.5}}, False),
        ({"limits": {"point_estimate_share": 10}}, False),
        ({"stakes": {"medium": 5}}, False),
    ],
)
def test_a_policy_may_say_little_but_nothing_unknown(data: dict[str, Any], *, valid: bool) -> None:
    assert fast_validator("policy").is_valid(data) is valid


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        ({}, True),
        ({"schema": 1, "assumptions": []}, True),
        ({"assumptions": [{"id": "power", "statement": "Power costs what it cost"}]}, True),
        ({"assumptions": [{"id": "power", "statement": "a", "value": 0.2, "evidence": {"kind": "invoice"}}]}, True),
        (
            {"assumptions": [{"id": "power", "statement": "a", "evidence": [{"url": "bills.pdf"}, {"title": "b"}]}]},
            True,
        ),
        ({"assumptions": {"power": "Power costs what it cost"}}, False),
        ({"assumptions": [{"id": "power"}]}, False),
        ({"assumptions": [{"statement": "Power costs what it cost"}]}, False),
        ({"assumptions": [{"id": "../power", "statement": "a"}]}, False),
        ({"assumptions": [{"id": "power", "statement": " "}]}, False),
        ({"assumptions": [{"id": "power", "statement": "a", "state": "Failed"}]}, False),
        ({"assumptions": [{"id": "power", "statement": "a", "value": {"range": "1..2"}}]}, False),
        ({"assumptions": [{"id": "power", "statement": "a", "evidence": {}}]}, False),
        ({"assumptions": [{"id": "power", "statement": "a", "evidence": {"url": "javascript:alert(1)"}}]}, False),
    ],
)
def test_an_assumption_has_an_id_and_a_sentence_at_least(data: dict[str, Any], *, valid: bool) -> None:
    assert fast_validator("assumptions").is_valid(data) is valid
    assert explaining_validator("assumptions").is_valid(data) is valid


FINDING = {
    "path": "decisions/0042-x.md",
    "line": 12,
    "column": 5,
    "end_column": 11,
    "field": "options[1].prices",
    "name": "schema/unknown-key",
    "severity": "error",
    "message": "...",
    "help": "did you mean `price`?",
    "decision": "0042",
}
ENTRY = {
    "id": "0042",
    "number": "42",
    "title": "...",
    "status": "accepted",
    "raw_status": "Accepted",
    "delivery": None,
    "in_force": True,
    "date": "2026-03-02",
    "owner": "kim",
    "path": "decisions/0042-x.md",
    "supersedes": [],
    "superseded_by": [],
    "npv_mean": 0.0,
    "roi_mean": 0.0,
    "loss_probability": 0.0,
    "review_due": "2026-09-01",
    "flags": ["no-stop-rule"],
    "history": [{"date": "2026-03-02", "to": "accepted"}],
}
SPREAD = {"mean": 0.0, "p5": 0.0, "p50": 0.0, "p95": 0.0}
SHOWN = {
    "version": 1,
    "id": "0042",
    "title": "...",
    "status": "accepted",
    "delivery": "reverted",
    "in_force": True,
    "date": "2026-03-02",
    "currency": "EUR",
    "horizon_months": 24,
    "discount_rate": 0.10,
    "stakes": 1,
    "options": [
        {
            "id": "sota",
            "kind": "ml",
            "chosen": True,
            "gain": SPREAD,
            "cost": SPREAD,
            "npv": SPREAD,
            "roi": SPREAD | {"reason": None},
            "loss_probability": 0.0,
            "best_probability": 0.0,
            "expected_regret": 0.0,
            "payback_months": 0.0,
            "irr": None,
            "break_even": [{"input": "sota_bookings.p", "value": 0.622}],
            "tornado": [{"input": "sota_bookings.uplift", "low": 0.0, "high": 0.0}],
            "framework": {"raw": 0.0, "balanced": 0.0, "anchored": 0.0, "low": 0.0, "high": 0.0}
            | {"positive_share": 0.0, "gain_index": 0.0, "cost_index": 0.0},
            "debiased": {"npv_mean": 0.0, "roi_mean": 0.0},
        }
    ],
    "evpi": 0.0,
    "evppi": [{"input": "sota_bookings.success", "value": 0.0}],
    "model_outcomes": {"per_decision": 0.0, "baseline_per_decision": 0.0, "delta_per_year": 0.0, "delta_low": 0.0}
    | {"delta_high": 0.0, "ceiling_per_year": 0.0, "threshold": 0.0},
    "supersedes": [],
    "superseded_by": [],
    "depends_on": [],
    "dependents": [],
    "history": [{"date": "2026-03-02", "commit": "abc123", "author": "...", "from": "proposed", "to": "accepted"}],
    "findings": [],
}
CONTRACT = [
    ("findings", {"version": 1, "records": 12, "findings": [FINDING], "counts": {"error": 1, "warning": 0, "info": 0}}),
    ("register", {"version": 1, "as_of": "2026-03-01", "decisions": [ENTRY]}),
    ("register", SHOWN),
    ("register", {"version": 1, "as_of": "2026-03-01", "decisions": [SHOWN]}),
]


@pytest.mark.parametrize(("name", "printed"), CONTRACT)
def test_the_shapes_people_script_against_are_those_of_the_schemas(name: str, printed: dict[str, Any]) -> None:
    assert list(explaining_validator(name).iter_errors(printed)) == []
    assert fast_validator(name).is_valid(printed)


@pytest.mark.parametrize(
    ("part", "keys"),
    [("entry", ENTRY), ("decision", SHOWN), ("option", SHOWN["options"][0]), ("spread", SPREAD | {"reason": None})],
)
def test_every_key_of_the_contract_is_described(part: str, keys: dict[str, Any]) -> None:
    assert set(keys) <= set(schema("register")["$defs"][part]["properties"])


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("findings", {"version": 1, "records": 1, "findings": [FINDING | {"line": 0}], "counts": {}}),
        ("findings", {"version": 2, "records": 0, "findings": [], "counts": {"error": 0, "warning": 0, "info": 0}}),
        ("register", {"version": 1, "as_of": "2026-03-01", "decisions": [ENTRY | {"status": "Accepted"}]}),
        ("register", SHOWN | {"options": [{"id": "a", "chosen": True, "npv": {"mean": "12k"}}]}),
    ],
)
def test_another_shape_is_refused(name: str, printed: dict[str, Any]) -> None:
    assert not fast_validator(name).is_valid(printed)
