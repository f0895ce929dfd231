"""A page put together from our part and the author's."""

from dataclasses import dataclass, field

import pytest
from markupsafe import Markup

from roi_plugin.pages.assembled import Permalink, after_first_words, assembled, made_safe, safe_entries
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

LINK = Permalink(sign="¶", title="Permanent link")


def test_our_part_comes_first_and_the_author_cannot_reach_into_it():
    rendered = "<p>theirs</p></div></article><script>alert(1)</script><h2 id='context'>C</h2>"
    html, _ = assembled(PAGE, *made_safe(rendered, []), permalink=LINK)
    assert html.index("<h1>A</h1>") < html.index("Options &lt;1&gt;") < html.index("ours") < html.index("theirs")
    assert "script" not in html
    assert "</article>" not in html
    assert '<h3 id="context">' in html


def test_headings_have_a_link_of_their_own_only_where_the_site_wants_one():
    with_sign, _ = assembled(PAGE, "", [], Permalink(sign="#", title='Go "here"'))
    assert '<a class="headerlink" href="#roi-options" title="Go &#34;here&#34;">#</a>' in with_sign
    without, _ = assembled(PAGE, "", [], permalink=None)
    assert "headerlink" not in without


def test_the_table_of_contents_names_ours_then_the_authors_below_reasoning():
    headings = [_Heading("Context", "context", [_Heading("More", "more")])]
    _, entries = assembled(PAGE, *made_safe("<p>x</p>", headings), permalink=LINK)
    assert [(entry.title, entry.url) for entry in entries] == [
        ("Options &lt;1&gt;", "#roi-options"),
        ("Reasoning", "#roi-reasoning"),
    ]
    assert entries[1].children[0].children[0].title == "More"


def test_a_page_without_reasoning_has_no_heading_for_it():
    html, entries = assembled(PAGE, "  ", [], permalink=LINK)
    assert "Reasoning" not in html
    assert len(entries) == 1


def test_an_authors_heading_brings_no_tags_and_no_stolen_anchor_into_the_contents():
    entries = safe_entries(
        [_Heading("<img src=x onerror=alert(1)>Hi", "hi"), _Heading("X", '"><script>', [_Heading("Y", "y")])]
    )
    assert [(entry.title, entry.id) for entry in entries] == [("Hi", "hi"), ("Y", "y")]


WRITTEN = Page(
    path="index.md",
    shelf=Shelf.LIST,
    title="A",
    lead=Markup(""),
    sections=(
        Section(anchor="roi-now", title="Now", html=Markup("<p>counts</p>")),
        Section(anchor="roi-binding", title="In force", html=Markup("<p>binds</p>")),
    ),
)
OURS = '<p>counts</p>\n<h2 id="roi-binding">In force</h2>\n<p>binds</p>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<h1 id="t">T</h1>\n<p>a</p>', "<p>b</p>\n<h2>B</h2>"),
        ("<p>a</p>", "<p>b</p>"),
        ('<!-- said <p>by</p> -->\n<h1 id="t">T</h1>', "<ul><li><p>a</p></li></ul>"),
        ("", "<blockquote>\n<p>a</p></blockquote>"),
    ],
)
def test_what_is_ours_comes_after_the_first_words_of_a_written_page(before, after):
    html, _ = after_first_words(f"{before}\n{after}", [], WRITTEN, permalink=None)
    assert html == f"{before}\n{OURS}\n{after}\n".lstrip("\n")


def test_the_contents_of_a_written_page_name_ours_first_below_its_title():
    contents = [_Heading("T", "t", [_Heading("B", "b")])]
    _, entries = after_first_words('<h1 id="t">T</h1>\n<p>a</p>', contents, WRITTEN, permalink=None)
    assert [(each.id, [below.id for below in each.children]) for each in entries] == [("t", ["roi-binding", "b"])]
