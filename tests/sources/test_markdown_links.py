"""Links and images are found with the place of their target, code left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.sources.markdown_links import find_links


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b.md)", ["b.md"]),
        ("![a](b.png)", ["b.png"]),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("[a](b.md 'title') [a](c.md \"a (b) title\") [a](d.md (t))", ["b.md", "c.md", "d.md"]),
        ("[a](<b c.md>)", ["b c.md"]),
        ("[a]( b.md )", ["b.md"]),
        ("[a](b c.md)", ["b c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[a [b] c](d.md)", ["d.md"]),
        ("[a]()", [""]),
        ("[a\nb](c.md)", ["c.md"]),
        ("[a][b]\n\n[b]: c.md 'title'\n", ["c.md"]),
        ("[b]: <c d.md>\n", ["c d.md"]),
        ("[b]:\n  c.md\n", ["c.md"]),
        ("<https://example.org/> <javascript:x>", ["https://example.org/", "javascript:x"]),
        ("<a href='b' title=\">\">x</a> <img SRC=c.png>", ["b", "c.png"]),
        ("| [a](b.md) | [c](d.md) |", ["b.md", "d.md"]),
        ("- a\n\n    [a](b.md)\n", ["b.md"]),
        ("{++[a](b.md)++}", ["b.md"]),
    ],
)
def test_links_are_found(text: str, targets: list[str]) -> None:
    links = find_links(text)
    assert [link.target for link in links] == targets
    assert all(text[link.offset :].startswith(link.target) for link in links)


@pytest.mark.parametrize(
    "text",
    [
        "plain words (b.md)",
        "](b.md)",
        "[a] (b.md)",
        "\\[a](b.md)",
        "[a\\](b.md)",
        "`[a](b.md)`",
        "```\n[a](b.md)\n```\n",
        "    [a](b.md)\n",
        "<!-- [a](b.md) -->",
        "[a](b\n\nc.md)",
        "[^1]: b.md",
        "[a](b.md",
        "- [ ] a task",
        "a < b > c",
    ],
)
def test_what_is_no_link_is_left_alone(text: str) -> None:
    assert find_links(text) == []


@given(st.text("[]()<>!\\ \n'\"`:ab.{}=#", max_size=300))
def test_no_text_makes_the_search_raise_and_places_hold(text: str) -> None:
    for link in find_links(text):
        assert text[link.offset : link.offset + len(link.target)] == link.target
