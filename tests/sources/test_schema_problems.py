"""What a schema refuses is said in plain words, at the field at fault, with the nearest valid value."""

from typing import Any

import pytest

from roi_plugin.model.finding import dotted
from roi_plugin.sources.schema_problems import explained, schema_problems
from roi_plugin.sources.schemas import compile_explaining

LEAST: dict[str, Any] = {"title": "Cache embeddings", "status": "accepted", "date": "2026-02-03"}


@pytest.mark.parametrize(
    ("change", "field", "name", "words", "mend"),
    [
        (
            {"status": "acepted"},
            "status",
            "schema/unknown-value",
            "`acepted` is not a status: expected draft, proposed",
            "did you mean `accepted`?",
        ),
        (
            {"status": "Accepted"},
            "status",
            "schema/unknown-value",
            "`Accepted` is not a status",
            "did you mean `accepted`?",
        ),
        ({"status": "xyz"}, "status", "schema/unknown-value", "`xyz` is not a status", None),
        (
            {"date": "2023-14-05"},
            "date",
            "schema/wrong-date",
            "`2023-14-05` is not a date",
            "did you mean `2023-05-14`?",
        ),
        ({"date": "5.3.2026"}, "date", "schema/wrong-date", "`5.3.2026` is not a date", "did you mean `2026-03-05`?"),
        ({"date": "20260305"}, "date", "schema/wrong-date", "is not a date", "did you mean `2026-03-05`?"),
        ({"date": "2026-02-30"}, "date", "schema/wrong-date", "is not a date", "month 2 has no day 30"),
        ({"date": "2026-14-30"}, "date", "schema/wrong-date", "is not a date", "there is no month 14"),
        ({"date": "2026-02-28\n"}, "date", "schema/wrong-date", "is not a date", "did you mean `2026-02-28`?"),
        ({"date": 2026}, "date", "schema/wrong-date", "`2026` is not a date", "for example `2026-03-02`"),
        ({"date": 20260305}, "date", "schema/wrong-date", "is not a date", "did you mean `2026-03-05`?"),
        ({"date": "soon"}, "date", "schema/wrong-date", "`soon` is not a date", "for example `2026-03-02`"),
        ({"title": 12}, "title", "schema/wrong-type", "`title` is `12`: expected text", 'put it in quotes: "12"'),
        ({"title": True}, "title", "schema/wrong-type", "`title` is `true`: expected text", 'put it in quotes: "true"'),
        (
            {"title": None},
            "title",
            "schema/wrong-type",
            "`title` is empty: expected text",
            "write a value, or delete the line",
        ),
        ({"title": ["a"]}, "title", "schema/wrong-type", "`title` is a list: expected text", "write one text"),
        (
            {"options": "a"},
            "options",
            "schema/wrong-type",
            "`options` is `a`: expected a list",
            "write it as a list: [a]",
        ),
        (
            {"otpions": []},
            "otpions",
            "schema/unknown-key",
            "`otpions` is not a key of a record",
            "did you mean `options`?",
        ),
        (
            {"options": [{"id": "a", "gian": 1}]},
            "options[0].gian",
            "schema/unknown-key",
            "`gian` is not a key of `options[0]`",
            "did you mean `gain`?",
        ),
        ({"options": [{"title": "a"}]}, "options[0].id", "schema/missing-key", "`options[0]` has no `id`", "add `id: "),
        (
            {"options": [{"id": "a", "gain": {"value": 1, "sorce": "x"}}]},
            "options[0].gain.sorce",
            "schema/unknown-key",
            "`sorce` is not a key of `options[0].gain`",
            "did you mean `source`?",
        ),
        (
            {"options": [{"id": "a", "gain": []}]},
            "options[0].gain",
            "schema/wrong-type",
            "`options[0].gain` is a list: expected text or a number",
            None,
        ),
        (
            {"options": [{"id": "a", "kind": "do_nothing"}]},
            "options[0].kind",
            "schema/unknown-value",
            "`do_nothing` is not a kind",
            "did you mean `do-nothing`?",
        ),
        (
            {"id": "../../x"},
            "id",
            "schema/wrong-form",
            "`../../x` is not an id: expected an id: letters",
            "for example `",
        ),
        ({"options": ["a"]}, "options[0]", "schema/wrong-type", "`a`: expected a map", "write `id: a`"),
        ({"options": ["3k"]}, "options[0]", "schema/wrong-type", "expected a map", "write `key: value` lines"),
        ({"options": ["to do"]}, "options[0]", "schema/wrong-type", "expected a map", "write `key: value` lines"),
        (
            {"options": {"a": {}}},
            "options",
            "schema/wrong-type",
            "`options` is a map: expected a list",
            "write it as a",
        ),
        (
            {"options": [{"id": "a", "chosen": "True"}]},
            "options[0].chosen",
            "schema/unknown-value",
            "`True` is not an answer of yes or no",
            "write `true` without quotes",
        ),
        (
            {"economics": {"discount_rate": 8}},
            "economics.discount_rate",
            "schema/out-of-range",
            "`8` is too large: expected 1 or less",
            "a share is written from 0 to 1: `8%` or `0.08`",
        ),
        (
            {"economics": {"discount_rate": 800}},
            "economics.discount_rate",
            "schema/out-of-range",
            "`800` is too large: expected 1 or less",
            None,
        ),
        (
            {"options": [{"id": "a", "cost": 1e300}]},
            "options[0].cost",
            "schema/out-of-range",
            "`1e+300` is too large: expected 1e+15 or less",
            None,
        ),
        (
            {"tags": "search, cost"},
            "tags",
            "schema/wrong-form",
            "`search, cost` is not a tag",
            "write it as a list: [search, cost]",
        ),
        ({"tags": ["a"] * 1000}, "tags", "schema/wrong-length", "`tags` has 1000 items", None),
        ({"title": ""}, "title", "schema/wrong-length", "`title` is too short", None),
        ({"title": "x" * 10_000}, "title", "schema/wrong-length", "`title` has 10000 characters", None),
    ],
)
def test_a_fault_is_told_in_words(change: dict[str, Any], field: str, name: str, words: str, mend: str | None) -> None:
    (problem,) = schema_problems("decision", LEAST | change)
    assert (dotted(problem.field), problem.name) == (field, name)
    assert words in problem.message
    assert problem.help == mend or (mend is not None and problem.help is not None and problem.help.startswith(mend))


WAIVER = {"rule": "no-baseline", "reason": "measured from May on", "by": "lee", "until": "2026-09-01"}


def waived(**change: Any) -> dict[str, Any]:
    return {"waivers": [WAIVER | change]}


def option(**fields: Any) -> dict[str, Any]:
    return {"options": [{"id": "a", **fields}]}


@pytest.mark.parametrize(
    ("change", "words", "mend"),
    [
        (waived(until="0001-01-01"), "`0001-01-01` is not a date: expected a day of the calendar from", "2026-09-01"),
        (waived(rule="-"), "`-` is not a rule: expected the name of a rule", "no-baseline"),
        (waived(reason="-"), "`-` is not a reason: expected a short text with a letter", "measured from May on"),
        (option(risks=[{"id": "r", "guardrail": "-"}]), "`-` is not an id: expected", "p99_latency"),
        (option(gains=[{"id": "g", "same_as": "-"}]), "`-` is not an id: expected", "tune.bookings"),
        (option(partners=[{"team": "a", "agreed": "0001-01-01"}]), "is not a date", "2026-02-18"),
        ({"type": "a b"}, "`a b` is not an id", "decision"),
        ({"aliases": ["a b"]}, "`a b` is not an id", "0042-sota-ranking"),
        ({"supersedes": "-"}, "`-` is not a link to a decision: expected another decision", "0042"),
        ({"depends_on": ["-"]}, "`-` is not a link to a decision", "0042"),
    ],
)
def test_what_a_field_borrows_from_a_definition_is_told_with_the_field_s_own_example(
    change: dict[str, Any], words: str, mend: str
) -> None:
    (problem,) = schema_problems("decision", LEAST | change)
    assert words in problem.message
    assert problem.help == f"for example `{mend}`"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("policy", {"rules": {"no-premortem": "warn"}}, "`warn` is not a severity: expected error, warning, info, off"),
        ("policy", {"rules": {"no-premortem": {"types": {"spike": "warn"}}}}, "`warn` is not a severity"),
        ("decision", LEAST | option(gains=[{"id": "g", "per": "yr"}]), "`yr` is not a period: expected hour, day"),
        ("decision", LEAST | {"personal_data": "maybe"}, "`maybe` is not an answer of yes or no: expected true, false"),
        ("decision", LEAST | {"evidence": [{"id": "e", "kind": "hope"}]}, "`hope` is not a kind of evidence"),
    ],
)
def test_a_value_is_called_what_it_is_and_not_after_its_key(name: str, data: dict[str, Any], words: str) -> None:
    (problem,) = schema_problems(name, data)
    assert words in problem.message


@pytest.mark.parametrize("missing", ["title", "status", "date"])
def test_a_missing_required_field_is_named_with_an_example(missing: str) -> None:
    data = {key: value for key, value in LEAST.items() if key != missing}
    (problem,) = schema_problems("decision", data)
    assert problem.field == (missing,)
    assert problem.message == f"a record has no `{missing}`"
    assert problem.help is not None
    assert problem.help.startswith(f"add `{missing}: ")


def test_all_problems_of_a_record_are_told_at_once() -> None:
    problems = schema_problems("decision", {"titel": "a", "status": "acepted", "date": "2023-14-05", "tags": [[]]})
    assert sorted(dotted(problem.field) for problem in problems) == ["date", "status", "tags[0]", "titel", "title"]


def test_the_problems_of_one_record_are_bounded() -> None:
    assert len(schema_problems("decision", LEAST | {f"k{number}": 1 for number in range(500)})) == 50


BRANCHES = {
    "oneOf": [
        {"type": "string", "enum": ["none", "later"]},
        {
            "type": "object",
            "properties": {"kind": {"const": "buy"}, "price": {"type": "number"}, "vendor": {"type": "string"}},
            "required": ["kind"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {"kind": {"const": "build"}, "weeks": {"type": "number"}},
            "required": ["kind"],
            "additionalProperties": False,
        },
    ]
}


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(
    ("value", "field", "words", "mend"),
    [
        ("latr", "", "`latr` is not a record: expected none, later", "did you mean `later`?"),
        ({"kind": "buy", "pric": 1}, "pric", "`pric` is not a key of a record", "did you mean `price`?"),
        ({"kind": "build", "wekes": 1}, "wekes", "`wekes` is not a key of a record", "did you mean `weeks`?"),
        (
            {"kind": "build", "weeks": "two"},
            "weeks",
            "`weeks` is `two`: expected a number",
            "write digits only, without unit or quotes",
        ),
        (
            {"kind": "build", "weeks": "12.000"},
            "weeks",
            "`weeks` is `12.000`: expected a number",
            "write `12` or `12000`",
        ),
        (12, "", "the record is `12`: expected text or a map", 'put it in quotes: "12"'),
    ],
)
def test_of_several_branches_the_one_that_was_meant_is_explained(
    keyword: str, value: Any, field: str, words: str, mend: str
) -> None:
    validator = compile_explaining({keyword: BRANCHES["oneOf"]}, [])
    (problem,) = explained(validator.iter_errors(value))
    assert dotted(problem.field) == field
    assert words in problem.message
    assert problem.help == mend


@pytest.mark.parametrize(
    ("schema", "value", "words"),
    [
        ({"minimum": 1}, 0, "`0` is too small: expected 1 or more"),
        ({"exclusiveMinimum": 1}, 1, "`1` is too small: expected more than 1"),
        ({"maximum": 5}, 6, "`6` is too large: expected 5 or less"),
        ({"exclusiveMaximum": 5}, 5, "`5` is too large: expected less than 5"),
        ({"uniqueItems": True}, [1, 1], "the record holds an item twice"),
        ({"minItems": 2}, [1], "the record has 1 items: expected 2 or more"),
        ({"minProperties": 2}, {"a": 1}, "the record has 1 keys: expected 2 or more"),
        ({"const": 1}, 2, "`2` is not a record: expected 1"),
        ({"not": {"type": "string"}}, "a", "the record is not allowed to be `a` here"),
        (
            {"propertyNames": {"pattern": "^[a-z]+$", "description": "Small letters."}},
            {"A": 1},
            "`A` cannot be a key of a record: expected small letters",
        ),
        ({"oneOf": [{"type": "string"}, {"minLength": 1}]}, "a", "the record is not allowed to be `a` here"),
    ],
)
def test_every_keyword_has_its_words(schema: dict[str, Any], value: Any, words: str) -> None:
    (problem,) = explained(compile_explaining(schema, []).iter_errors(value))
    assert words in problem.message
