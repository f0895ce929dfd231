"""Text of a record stays text in Markdown."""

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.report.markdown_text import markdown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Adopt v2.1 (soon), 30 %", "Adopt v2.1 (soon), 30 %"),
        ("<b>*x*</b> [a](b)", "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b)"),
        ("see https://a.b or www.a.b, @kim", "see https&#58;//a.b or www&#46;a.b, &#64;kim"),
        ("a\nb\x1b", "a\\\\nb\\\\x1b"),
    ],
)
def test_signs_of_markup_are_escaped_and_the_rest_is_left(text: str, written: str) -> None:
    assert markdown(text) == written


@given(st.text())
def test_no_text_becomes_an_element_or_a_line(text: str) -> None:
    written = markdown(text)
    assert len(written.splitlines()) <= 1
    html = python_markdown.markdown(f"- 1: {written} end")
    assert html.count("<") == html.count("<ul>") + html.count("</ul>") + html.count("<li>") + html.count("</li>")
