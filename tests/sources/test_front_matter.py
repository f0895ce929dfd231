"""Front matter stands between a first line `---` and the next line that is exactly `---`."""

import pytest

from roi_plugin.sources.fault import Fault
from roi_plugin.sources.front_matter import FrontMatter, find_front_matter


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("---\na: 1\n---\nBody\n", "a: 1\n", "Body\n"),
        ("---\na: 1\n---\n", "a: 1\n", ""),
        ("---\na: 1\n---", "a: 1\n", ""),
        ("---\n---\nBody\n", "", "Body\n"),
        ("---\na: 1\n --- \n---\nx\n---\ny\n", "a: 1\n --- \n", "x\n---\ny\n"),
        ("---\na: |\n  ---\n---\nx\n", "a: |\n  ---\n", "x\n"),
    ],
)
def test_fields_and_body_are_told_apart(text: str, fields: str, body: str) -> None:
    found = find_front_matter(text)
    assert isinstance(found, FrontMatter)
    assert text[found.start : found.end] == fields
    assert text[found.body_start :] == body


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("", "file/no-front-matter", "the file is empty"),
        ("# Title\n", "file/no-front-matter", "line 1 is not `---`"),
        ("\n---\na: 1\n---\n", "file/no-front-matter", "line 1 is not `---`"),
        ("--- \na: 1\n---\n", "file/no-front-matter", "spaces around it"),
        ("---", "file/no-front-matter", "line 1"),
        ("---\na: 1\n", "file/unclosed-front-matter", "has no end"),
        ("---\na: 1\n--- \nBody\n", "file/unclosed-front-matter", "has no end"),
    ],
)
def test_what_is_no_front_matter_is_a_fault(text: str, name: str, words: str) -> None:
    found = find_front_matter(text)
    assert isinstance(found, Fault)
    assert found.name == name
    assert words in found.message


def test_a_line_that_was_meant_to_close_is_named() -> None:
    found = find_front_matter("---\na: 1\nb: 2\n--- \nBody\n")
    assert isinstance(found, Fault)
    assert found.help == "line 4 looks meant: write exactly `---`, without spaces"
