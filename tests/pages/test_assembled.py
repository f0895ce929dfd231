"""A page put together from our part and the author's."""

from dataclasses import dataclass, field

from markupsafe import Markup

from roi_plugin.pages.assembled import above_first_heading, assembled, made_safe, safe_entries
from roi_plugin.pages.page import Page, Section, Shelf


@dataclass
class _Heading:
    title: str
    id: str
    children: list["_Heading"] = field(default_factory=list)


PAGE = Page(
    path="0001-a.md",
    shelf=Shelf.RECORD,
    title="A",
    lead=Markup("<h1>A</h1>"),
    sections=(Section(anchor="roi-options", title="Options <1>", html=Markup("<p>ours</p>")),),
    body="x",
)


def test_our_part_comes_first_and_the_author_cannot_reach_into_it():
    rendered = "<p>theirs</p></div></article><script>alert(1)</script><h2 id='context'>C</h2>"
    html, _ = assembled(PAGE, *made_safe(rendered, []), permalink=True)
    assert html.index("<h1>A</h1>") < html.index("Options &lt;1&gt;") < html.index("ours") < html.index("theirs")
    assert "script" not in html
    assert "</article>" not in html
    assert '<h3 id="context">' in html


def test_headings_have_a_link_of_their_own_only_where_the_site_wants_one():
    with_sign, _ = assembled(PAGE, "", [], "#")
    assert '<a class="headerlink" href="#roi-options" title="Permanent link">#</a>' in with_sign
    without, _ = assembled(PAGE, "", [], permalink=None)
    assert "headerlink" not in without


def test_the_table_of_contents_names_ours_then_the_authors_below_reasoning():
    headings = [_Heading("Context", "context", [_Heading("More", "more")])]
    _, entries = assembled(PAGE, *made_safe("<p>x</p>", headings), permalink=True)
    assert [(entry.title, entry.url) for entry in entries] == [
        ("Options &lt;1&gt;", "#roi-options"),
        ("Reasoning", "#roi-reasoning"),
    ]
    assert entries[1].children[0].children[0].title == "More"


def test_a_page_without_reasoning_has_no_heading_for_it():
    html, entries = assembled(PAGE, "  ", [], permalink=True)
    assert "Reasoning" not in html
    assert len(entries) == 1


def test_an_authors_heading_brings_no_tags_and_no_stolen_anchor_into_the_contents():
    entries = safe_entries(
        [_Heading("<img src=x onerror=alert(1)>Hi", "hi"), _Heading("X", '"><script>', [_Heading("Y", "y")])]
    )
    assert [(entry.title, entry.id) for entry in entries] == [("Hi", "hi"), ("Y", "y")]


def test_a_written_page_gets_our_sections_before_its_first_heading():
    assert above_first_heading("<h1>T</h1><p>a</p><h2>B</h2>", PAGE) == "<h1>T</h1><p>a</p><p>ours</p>\n<h2>B</h2>"
    assert above_first_heading("<p>a</p>", PAGE) == "<p>a</p><p>ours</p>\n"
