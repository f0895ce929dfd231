"""The front matter for other site engines."""

from html import unescape

import pytest
import yaml

from roi_plugin.pages.front_matter import front_matter
from tests.hostile import IN_FIELDS

SAME = [
    "plain",
    "R&D, AT&T",
    "it's: a #title",
    "- a",
    "no",
    "2026-01-01",
    "naïve ✓ 決定 😀",
    "a \\n b",
    "{{ 7 * 7 }}",
    "\uffff",
]
ESCAPED = {
    "a < b > c": "a &lt; b &gt; c",
    'a "b"': "a &quot;b&quot;",
    "&lt;b&gt;": "&amp;lt;b&amp;gt;",
    "R&D &copy 2": "R&amp;D &amp;copy 2",
}


def _read(text):
    return yaml.safe_load(text.removeprefix("---").removesuffix("---"))


@pytest.mark.parametrize("text", SAME)
def test_what_no_engine_takes_for_markup_is_read_as_it_was(text):
    assert _read(front_matter({"title": text, "tags": [text, text]})) == {"title": text, "tags": [text, text]}


@pytest.mark.parametrize("text", ESCAPED)
def test_what_an_engine_would_print_as_markup_is_escaped_once(text):
    assert _read(front_matter({"title": text})) == {"title": ESCAPED[text]}


@pytest.mark.parametrize("name", [name for name in IN_FIELDS if name.endswith("-in-title")])
def test_a_hostile_title_is_one_line_that_opens_nothing_and_is_shown_as_it_is(name):
    title = IN_FIELDS[name].decode().split("\n")[1].removeprefix("title: ")
    written = front_matter({"title": title})
    read = _read(written)["title"]
    assert written.count("\n") == 2
    assert not set(read) & set('<>"')
    assert unescape(read) == title
