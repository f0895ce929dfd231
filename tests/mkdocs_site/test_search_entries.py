"""Entries of the search, made lean."""

import pytest

from roi_plugin.mkdocs_site.search_entries import lean

PAGE = {"location": "1/", "title": "1 · Cache", "text": "In force", "tags": ["cost"]}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (PAGE | {"boost": 1.0}, PAGE),
        (PAGE | {"boost": 0.5}, PAGE | {"boost": 0.5}),
        (PAGE | {"text": ""}, PAGE | {"text": ""}),
        ({"location": "1/#roi-cash", "title": "Cost and time", "text": ""}, None),
        ({"location": "1/#why", "title": "Why", "text": ""}, {"location": "1/#why", "title": "Why", "text": ""}),
        (
            {"location": "1/#roi-flags", "title": "Flags", "text": "No owner", "tags": ["cost"]},
            {"location": "1/#roi-flags", "title": "Flags", "text": "No owner"},
        ),
    ],
)
def test_a_visitor_loads_only_what_can_be_found(entry, expected):
    assert [*lean([entry])] == ([] if expected is None else [expected])
