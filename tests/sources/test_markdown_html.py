"""What a page drops of raw HTML is found; what it shows, and code, is left alone."""

import pytest

from roi_plugin.pages import author_html
from roi_plugin.sources.markdown_html import SHOWN_TAGS, html_faults


def found(body: str) -> list[tuple[int, str]]:
    return [(fault.start, body[fault.start : fault.end]) for fault in html_faults(body)]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Write <title> here", [(6, "<title>")]),
        ("a List<T> of b", [(6, "<T>")]),
        ("<script>x</script>", [(0, "<script>")]),
        ("a\n\n<iframe src='x'></iframe>", [(3, "<iframe src='x'>")]),
        ("<svg/> <math> <svg>", [(0, "<svg/>"), (7, "<math>")]),
        (
            "<form action=x><input><button>a</button></form>",
            [(0, "<form action=x>"), (15, "<input>"), (22, "<button>")],
        ),
        ("<STYLE>a</STYLE>", [(0, "<STYLE>")]),
    ],
)
def test_a_tag_that_the_page_drops_is_found_once(body: str, places: list[tuple[int, str]]) -> None:
    assert found(body) == places


@pytest.mark.parametrize(
    "body",
    [
        "a < b > c, 1 <2> 3",
        "<br> <b>a</b> <details><summary>a</summary></details>",
        "`<title>`",
        "```\n<title>\n```\n",
        "a\n\n    <title>\n",
        "<!-- <title> -->",
        "&lt;title>",
        "<https://example.org/> <kim@example.org>",
        "[a](<plan of b.md>)\n\n[b]: <plan c.md>\n",
        "</div>",
    ],
)
def test_what_the_page_shows_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_what_counts_as_shown_is_what_pages_keep() -> None:
    # A task list writes its own `<input>`; one that an author writes is dropped or does nothing.
    assert author_html._TAGS - {"input"} == SHOWN_TAGS
