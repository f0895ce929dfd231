"""A schema flattened for people."""

import pytest

from roi_plugin.pages.schema_fields import shapes
from roi_plugin.sources.schemas import schema, schema_names

SCHEMA = {
    "$id": "https://example.org/schema/1/decision.schema.json",
    "required": ["title"],
    "properties": {
        "title": {"$ref": "common.schema.json#/$defs/title", "description": "What.", "examples": ["A"]},
        "level": {"enum": [1, 2], "default": 1, "x-unit": "steps"},
        "inner": {"type": "object", "properties": {"deep": {"type": ["string", "number"]}}},
        "many": {"type": "array", "items": {"$ref": "#/$defs/part"}},
        "either": {"if": {"type": "array"}, "then": {"type": "array"}, "else": {"type": "string"}},
    },
    "$defs": {"part": {"properties": {"id": {"type": "string"}}}, "<word>": {"type": "string"}},
}


def _fields() -> dict:
    found = shapes(SCHEMA, {"common": "../common/", "decision": ""})
    return {field.name: field for shape in found for field in shape.fields}


def test_every_field_is_listed_with_nested_ones_by_their_path():
    assert list(_fields()) == ["title", "level", "inner", "inner.deep", "many", "either", "id", "<word>"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("title", '<a href="../common/#roi-part-title">title</a>'),
        ("level", "<code>1</code>, <code>2</code>"),
        ("inner", "map"),
        ("inner.deep", "string or number"),
        ("many", 'list of <a href="#roi-part-part">part</a>'),
        ("either", "list or string"),
    ],
)
def test_the_kind_of_a_field_is_said_in_words_with_links(name: str, kind: str):
    assert _fields()[name].kind == kind


def test_what_is_required_defaults_units_and_examples_are_kept():
    fields = _fields()
    assert fields["title"].required
    assert not fields["level"].required
    assert fields["title"].examples == ('"A"',)
    assert (fields["level"].default, fields["level"].unit) == ("1", "steps")


@pytest.mark.parametrize("name", schema_names())
def test_every_field_of_our_schemas_has_a_description_and_an_example_to_print(name: str):
    fields = [field for shape in shapes(schema(name), dict.fromkeys(schema_names(), "")) for field in shape.fields]
    assert fields
    assert [field.name for field in fields if not field.description or not field.examples] == []
