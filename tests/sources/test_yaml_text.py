"""YAML text becomes JSON's types with places, and everything else in YAML is a fault."""

import datetime as dt
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.finding import FieldPath
from roi_plugin.sources.spans import locate
from roi_plugin.sources.yaml_text import MAX_DEPTH, MAX_FAULTS, read_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2023-14-05", "2023-14-05"),
        ("12:30:00", "12:30:00"),
        ("no", "no"),
        ("Off", "Off"),
        ("0012", "0012"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("+5", "+5"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("=", "="),
        ("\n  -", [None]),
        ("12", 12),
        ("-7", -7),
        ("1e3", 1000.0),
        ("1.50", 1.5),
        ("1.125", 1.125),
        ("0.250", 0.25),
        ("12.000", "12.000"),
        ("-0.5E-2", -0.005),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"12"', "12"),
        ("'true'", "true"),
        ("|\n  12", "12\n"),
        ("30k..60k per year", "30k..60k per year"),
    ],
)
def test_a_scalar_has_one_of_jsons_types(written: str, value: object) -> None:
    read = read_yaml(f"a: {written}\n")
    assert read.faults == ()
    assert read.data == {"a": value}
    assert repr(read.data) == repr({"a": value})


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("a: 1\na: 2\n", "file/duplicate-key", "a"),
        ("b: {a: 1, a: 2}\n", "file/duplicate-key", "a"),
        ("a: &x 1\n", "file/yaml-alias", "&x 1"),
        ("a: [&x []]\n", "file/yaml-alias", "&x ["),
        ("a: *x\n", "file/yaml-alias", "*x"),
        ("*x : 1\n", "file/yaml-alias", "*x"),
        ("<<: {a: 1}\n", "file/yaml-alias", "<<"),
        ("a: !!str 1\n", "file/yaml-tag", "!!str 1"),
        ("a: !!python/object:os.system {}\n", "file/yaml-tag", "!!python/object:os.system {"),
        ("a: ! 1\n", "file/yaml-tag", "! 1"),
        ("1: a\n", "file/yaml-key", "1"),
        ("null: a\n", "file/yaml-key", "null"),
        ("? [a]\n: 1\n", "file/yaml-key", "["),
        ("a: 1\n---\nb: 2\n", "file/yaml-documents", "---"),
        ('a: "x\\0"\n', "file/control-character", '"'),
        ('a: "\\u202e"\n', "file/bidi-character", '"'),
        ("a: [1, 2\nb: 3\n", "file/yaml", ":"),
        ("a: b: c\n", "file/yaml", ":"),
        ("\ta: 1\n", "file/yaml", "\t"),
        ('a: "x\nb: 1\n', "file/yaml", '"'),
        ("a: 'x\nb: 1\n", "file/yaml", "'"),
    ],
)
def test_what_is_no_plain_data_is_a_fault_at_its_place(text: str, name: str, part: str) -> None:
    (fault, *_) = read_yaml(text).faults
    assert fault.name == name
    assert text[fault.start : fault.end] == part


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("a:\n\t- b\n", "indent with spaces, never tabs"),
        ("a: *b* c\n", "put a text that begins with * or & in quotes"),
        ('a: "b\n', "close the quotes"),
        ("a: 'b's c'\n", "a text with quotes inside stands in the other kind of quotes"),
        ("a: @b\n", "put a text that begins with @"),
        ("a: b: c\n", "put a text that holds `: ` in quotes"),
    ],
)
def test_what_the_parser_stumbles_over_says_how_to_mend_it(text: str, mend: str) -> None:
    (fault, *_) = read_yaml(text).faults
    assert fault.help is not None
    assert mend in fault.help


@pytest.mark.parametrize(
    "text", ["a: " + "[" * (MAX_DEPTH + 1), "- " * (MAX_DEPTH + 1) + "a", "{a: " * (MAX_DEPTH + 1)]
)
def test_nesting_beyond_the_limit_is_a_fault(text: str) -> None:
    assert [fault.name for fault in read_yaml(text).faults] == ["file/too-deep"]


def test_nesting_up_to_the_limit_is_read() -> None:
    assert read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH).faults == ()


def test_all_faults_are_found_up_to_a_bound() -> None:
    assert len(read_yaml("a: 1\na: 2\nb: &x 1\nc: !t 2\n").faults) == 3
    assert len(read_yaml("a: 1\n" * 100).faults) == MAX_FAULTS


def test_an_empty_text_is_no_data() -> None:
    assert read_yaml("").data is None
    assert read_yaml("# a comment\n").data is None


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("ab -:#'\"\n"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc-", min_size=1), inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
def test_every_json_value_is_read_as_json_reads_it(value: Any) -> None:
    text = json.dumps(value)
    read = read_yaml(text)
    assert read.faults == ()
    assert read.data == json.loads(text)


@given(st.dictionaries(st.text("abc", min_size=1), JSON, min_size=1))
def test_every_value_stands_at_its_span(value: dict[str, Any]) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=False)
    read = read_yaml(text)
    for key, item in value.items():
        spot = locate(read.data, read.spans, (key,))
        assert spot.key is not None
        assert yaml.safe_load(text[slice(*spot.key)]) == key
        if spot.scalar and isinstance(item, str) and "\n" not in text[slice(*spot.value)]:
            assert yaml.safe_load(text[slice(*spot.value)]) == item


@given(st.text() | st.text("{}[],:&*!|>'\"%@`#-? \n\tab1<"))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    safe = text.encode(errors="ignore").decode()
    read_yaml(safe)


def test_a_date_of_the_reader_is_text_where_the_library_makes_an_object() -> None:
    assert yaml.safe_load("2026-03-02") == dt.date(2026, 3, 2)
    assert read_yaml("2026-03-02").data == "2026-03-02"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("a: 1e999\n", ("a",)),
        ("a: " + "9" * 400 + "\n", ("a",)),
        ("a: {b: [1, {c: 2, d: [0, -1e999]}]}\n", ("a", "b", 1, "d", 1)),
        ("- 1\n- [1e999, 2]\n", (1, 0)),
        ("1e999\n", ()),
    ],
)
def test_a_number_too_large_is_refused_at_its_field_and_the_rest_is_read(text: str, field: FieldPath) -> None:
    read = read_yaml(text)
    assert read.faults == ()
    assert [(one.field, one.name) for one in read.refused] == [(field, "file/number-too-large")]


def test_a_number_too_large_as_a_key_is_one_fault() -> None:
    read = read_yaml("1e999: a\n")
    assert ([fault.name for fault in read.faults], read.refused) == (["file/yaml-key"], ())
