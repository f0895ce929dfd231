"""The fast validator and the explaining one judge alike: a record that one refuses, the other explains."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.sources.schemas import compile_explaining, compile_fast, explaining_validator, fast_validator

RECORD: dict[str, Any] = {
    "title": "Adopt the ranking model",
    "status": "accepted",
    "date": "2026-03-02",
    "owner": "kim",
    "tags": ["ml"],
    "depends_on": ["D-0031", 42, "0042#3"],
    "goal": {"problem": "Searches end without a click", "ceiling": "900k per year"},
    "economics": {"currency": "EUR", "horizon": "24 months", "discount_rate": "10%"},
    "options": [
        {"id": "do-nothing", "kind": "do-nothing"},
        {
            "id": "sota",
            "kind": "ml",
            "chosen": True,
            "gains": [{"id": "more", "value": {"range": "500k..1.2M", "by": ["kim"]}, "p": 0.35, "from": 6}],
            "costs": [{"id": "build", "time": "20..60 person-weeks"}],
            "risks": [{"id": "late", "p": 0.4, "impact": "30k..120k", "when": 4}],
            "scores": {"potential": 3, "motivation": {"level": 4, "why": "asked"}},
        },
    ],
    "waivers": [{"rule": "no-baseline", "reason": "none", "by": "lee", "until": "2026-09-01"}],
    "review_due": "2026-09-01",
    "x-ticket": {"a": [1, 2.5, None]},
}

VALUES = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        -1,
        1,
        1.0,
        2.5,
        6,
        1e15,
        1e16,
        10**20,
        "",
        " ",
        "a",
        "yes",
        "no",
        "do-nothing",
        "accepted",
        "2026-02-28",
        "2026-02-30",
        "2026-2-8",
        "20260228",
        "2026-02-28\n",
        "0000-01-01",
        "0999-01-01",
        "2026-W01-1",
        "EUR",
        "EUR\n",
        "eur",
        "0042#3",
        "0042#3\n",
        "a/b",
        "../a",
        "javascript:a",
        "https://example.org/",
        "x" * 3000,
        "30k..60k per year",
        "٣",
        "é",
        "\u212a",
        "\u2028",
        [],
        ["a"],
        ["a", "a"],
        [1],
        {},
        {"a": 1},
        {"x-a": 1},
        {"value": 1},
        {"range": "1..2"},
        {"value": 1, "range": "1..2"},
        {"level": 3},
        {"id": "a"},
        [{"id": "a"}],
    ]
)
KEYS = st.sampled_from(
    ["x-a", "x-", "X-a", "id", "titel", "kind", "from", "", "__proto__", "$ref", "1", "decision-makers"]
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in inner for place in places(item, (*path, key)))]


@st.composite
def mutated_records(draw: st.DrawFn) -> Any:
    """A valid record with one to three of its values replaced, taken away or added to."""
    record: Any = {"record": copy.deepcopy(RECORD)}
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from(places(record)[1:]))
        holder = record
        for step in above:
            holder = holder[step]
        action = draw(st.sampled_from(["replace", "remove", "add"]))
        if action == "replace":
            holder[last] = copy.deepcopy(draw(VALUES))
        elif action == "remove" and above:
            del holder[last]
        elif isinstance(holder[last], dict):
            holder[last][draw(KEYS)] = copy.deepcopy(draw(VALUES))
        elif isinstance(holder[last], list):
            holder[last].append(copy.deepcopy(draw(VALUES)))
    return record["record"]


def test_the_record_that_is_mutated_here_is_valid() -> None:
    assert fast_validator("decision").is_valid(RECORD)
    assert explaining_validator("decision").is_valid(RECORD)


@given(mutated_records())
def test_both_validators_judge_a_mutated_record_alike(record: Any) -> None:
    assert fast_validator("decision").is_valid(record) == explaining_validator("decision").is_valid(record)


@given(st.sampled_from(["horizon", "currency", "person_week", "stakes", "limits", "schema"]), VALUES)
def test_both_validators_judge_a_policy_alike(key: str, value: Any) -> None:
    policy = {key: value}
    assert fast_validator("policy").is_valid(policy) == explaining_validator("policy").is_valid(policy)


@pytest.mark.parametrize(
    ("schema", "value", "valid"),
    [
        ({"pattern": "^a$"}, "a", True),
        ({"pattern": "^a$"}, "a\n", False),
        ({"pattern": "^[0-9]+$"}, "٣", False),
        ({"format": "date"}, "2026-02-28", True),
        ({"format": "date"}, "2026-02-30", False),
        ({"format": "date"}, "20260228", False),
        ({"format": "date"}, "2026-W01-1", False),
        ({"format": "date"}, 12, True),
        ({"type": "integer"}, 1.0, True),
        ({"type": "number"}, True, False),
        ({"enum": [1]}, True, False),
        ({"const": False}, 0, False),
        ({"maxLength": 1}, "\U0001d4b3", True),
        ({"uniqueItems": True}, [1, True], True),
        ({"minimum": 0}, -1e-300, False),
    ],
)
def test_both_validators_know_the_traps(schema: dict[str, Any], value: Any, *, valid: bool) -> None:
    assert compile_fast(schema, []).is_valid(value) is valid
    assert compile_explaining(schema, []).is_valid(value) is valid


def test_neither_validator_fetches_a_schema() -> None:
    schema = {"$ref": "https://example.org/schema.json"}
    with pytest.raises(Exception, match=r"example\.org"):
        compile_fast(schema, [])
    with pytest.raises(Exception, match=r"example\.org"):
        compile_explaining(schema, []).is_valid(1)
