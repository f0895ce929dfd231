"""A page as a value."""

from html import unescape

import markdown
import pytest
import yaml
from markupsafe import Markup

from roi_plugin.pages.page import Page, Section, Shelf, one_line


def _page(**values) -> Page:
    return Page(path="0001-a.md", shelf=Shelf.RECORD, lead=Markup("<h1>A</h1>"), **values)


def test_the_markdown_form_has_front_matter_that_reads_back_as_it_was():
    page = _page(title="A 'quoted': title\n---", description="no: yes", tags=("a", "- b\nc"))
    front = page.markdown.split("---\n")[1]
    assert yaml.safe_load(front) == {
        "title": "A 'quoted': title ---",
        "description": "no: yes",
        "tags": ["a", "- b c"],
    }


def test_the_markdown_form_holds_our_part_first_and_the_authors_last():
    page = _page(title="A", sections=(Section(anchor="roi-x", title="X", html=Markup("<p>x</p>")),), body="Why.\n")
    text = page.markdown
    assert text.index("<h1>A</h1>") < text.index("## X { #roi-x }") < text.index("<p>x</p>") < text.index("Why.")


@pytest.mark.parametrize("title", ["Flags (4)", "a [b](x) *d* `e` $f$ ==g== :h: {: .i }", "<b> & \\(x\\) 決 ^^ ~~ #"])
def test_a_heading_is_shown_as_it_is_by_engines_that_know_formulas_and_marks(title):
    section = Section(anchor="roi-x", title=title, html=Markup("<p>x</p>"))
    text = _page(title="A", sections=(section,)).markdown.partition("<h1>A</h1>")[2]
    marks = ["arithmatex", "betterem", "caret", "emoji", "mark", "smartsymbols", "tilde"]
    html = markdown.markdown(text, extensions=["attr_list", "toc", *(f"pymdownx.{name}" for name in marks)])
    heading = html.partition('<h2 id="roi-x">')[2].partition("</h2>")[0]
    assert "<" not in heading
    assert unescape(heading) == title


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb\r\n c", "a b c"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("safe\u202etxt.exe", "safe txt.exe"),
        ("\ufeffa\u2028b", "a b"),
        ("naïve ✓ 決定", "naïve ✓ 決定"),
    ],
)
def test_one_line_has_no_breaks_and_nothing_that_steers(text: str, line: str):
    assert one_line(text) == line
