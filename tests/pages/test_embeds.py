"""Lists, charts and figures on other pages, and the page that shows each form."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from markupsafe import Markup

from roi_plugin.pages.addresses import Addresses
from roi_plugin.pages.book import Book
from roi_plugin.pages.embed_request import EmbedFault
from roi_plugin.pages.embeds import Embedder
from roi_plugin.pages.page import Section
from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record

OPTIONS = "options:\n  - {id: do-nothing}\n  - {id: b, chosen: true, gain: 40k..60k, cost: 10k..12k}\n"
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "`<b>`",
    "\u202e]]>--><!--",
    "javascript:alert(1)",
)


def _embedder(assessment, prefix: str = "adr/") -> Embedder:
    site = pages(assessment)
    book = Book(assessment=assessment, addresses=Addresses(prefix=prefix))
    return Embedder(book=book, portfolio=site["portfolio.md"], over_time=site["over-time.md"])


def _shown(embedder: Embedder, *lines: str, here: str = "guide/page/") -> str:
    html, fault = embedder.embedded(lines, here, "roi-embed-x")
    assert fault is None
    return str(html)


@pytest.fixture
def embedder(appraised) -> Embedder:
    return _embedder(
        appraised(
            {
                "0001-a.md": record("Old", more="area: search\nowner: kim\ntags: [one]\n").replace(
                    "2026-02", "2026-01"
                ),
                "0002-b.md": record("New", more=f"aliases: [second]\narea: search\nowner: lee\n{OPTIONS}"),
                "0003-c.md": record("Waiting", "proposed", "area: talk\n").replace("    chosen: true\n", ""),
                "0004-d.md": record("Gone", "deprecated"),
            }
        )
    )


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["list: in-force"], ["New", "Old"]),
        (["list: in-force", "newest: 1"], ["New"]),
        (["list: in-force", "owner: kim"], ["Old"]),
        (["list: in-force", "tag: one"], ["Old"]),
        (["list: in-force", "area: talk"], []),
        (["list: proposed"], ["Waiting"]),
        (["list: retired"], ["Gone"]),
        (["list: overdue"], []),
    ],
)
def test_a_list_shows_what_is_asked_for_newest_first(embedder, lines, titles):
    html = _shown(embedder, *lines)
    assert re.findall(r'class="roi-decision"[^>]*>.*?</span> <bdi>(\w+)</bdi></a>', html) == titles
    assert ("There is no such decision." in html) == (not titles)


@pytest.mark.parametrize(
    ("here", "href"),
    [
        ("", "./adr/0003-c/"),
        ("guide/page/", "../../adr/0003-c/"),
        ("adr/x.html", "./0003-c/"),
        ("a b/", "../adr/0003-c/"),
    ],
)
def test_links_fit_wherever_the_page_stands(embedder, here, href):
    assert f'href="{href}"' in _shown(embedder, "list: proposed", here=here)


def test_a_list_cut_short_says_so(embedder):
    assert "1 older one is not shown." in _shown(embedder, "list: in-force", "newest: 1")


@pytest.mark.parametrize(
    ("lines", "href"),
    [
        (("list: in-force",), "../../adr/register/?status=accepted"),
        (("list: in-force", "area: search"), "../../adr/register/?status=accepted&amp;area=search"),
        (("list: proposed",), "../../adr/register/?status=proposed"),
        (("list: retired",), "../../adr/retired/"),
        (("list: overdue",), "../../adr/rules/review-overdue/"),
    ],
)
def test_a_list_cut_short_leads_to_the_whole(assessed, lines, href):
    texts = [
        record("A", status, f"area: search\nreview_due: {due}\n")
        for status in ("accepted", "proposed", "deprecated")
        for due in ("2026-05-05", "2026-05-06")
    ]
    embedder = _embedder(assessed({f"000{place}-a.md": text for place, text in enumerate(texts, 1)}))
    assert f'<a class="roi-inline" href="{href}">Where all 2 stand</a>' in _shown(embedder, *lines, "newest: 1")


@pytest.mark.parametrize("asked", ["2", "0002", "0002-b", "second"])
def test_a_figure_names_its_decision_and_its_range(embedder, asked):
    told = words(_shown(embedder, "figure: npv", f"decision: {asked}"))
    assert re.search(r"2 New .* net present value: [\d.]+k EUR 90 % range [\d.]+k\.\.[\d.]+k", told), told


def test_a_figure_that_is_not_known_says_why(embedder):
    assert "no option is marked as chosen" in _shown(embedder, "figure: npv", "decision: 3")


def test_the_options_stand_in_a_picture_and_in_a_table(embedder):
    html = _shown(embedder, "chart: options", "decision: 2")
    assert '<svg role="img" aria-labelledby="roi-embed-x-title roi-embed-x-desc"' in html
    assert html.count("<tr") == 3


def test_an_unknown_decision_is_a_fault(embedder):
    html, fault = embedder.embedded(["figure: npv", "decision: 77"], "", "x")
    assert fault is not None
    assert fault.message.startswith("no decision `77` is published on this site")
    assert "Nothing can be shown here: no decision 77 is published" in words(str(html))


def test_a_number_that_two_decisions_have_is_a_fault_that_names_both(appraised):
    embedder = _embedder(appraised({"a/0007-b.md": record("A"), "b/0007-c.md": record("B")}))
    _, fault = embedder.embedded(["figure: npv", 'decision: "0007"'], "", "x")
    assert fault is not None
    assert fault.message == "`0007` may mean `0007-b` and `0007-c`: write the id of one of them"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("area: serach", "no decision on this site has the area `serach`: did you mean `search`?"),
        ("owner: kin", "no decision on this site has the owner `kin`: did you mean `kim`?"),
        ("tag: oen", "no decision on this site has the tag `oen`: did you mean `one`?"),
        ("tag: zzz", "no decision on this site has the tag `zzz`: write one that a decision has"),
    ],
)
@pytest.mark.parametrize("name", ["in-force", "changed"])
def test_what_no_decision_has_is_a_fault_on_its_line(embedder, name, asked, told):
    _, fault = embedder.embedded([f"list: {name}", "newest: 3", asked], "", "x")
    assert fault == EmbedFault(line=2, message=told)


def test_charts_of_other_pages_have_ids_of_their_own(appraised):
    found = _embedder(appraised({f"000{at}-a.md": record(f"T{at}", more=OPTIONS) for at in (1, 2)}))
    html = _shown(found, "chart: portfolio")
    ids = re.findall(r' id="([^"]+)"', html)
    assert ids
    assert all(each.startswith("roi-embed-x-") for each in ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html)) == {" ".join(ids[:2])}
    assert 'href="../../adr/portfolio/"' in html


def test_links_in_a_chart_of_another_page_lead_where_they_do_there(appraised):
    assessment = appraised({"0001-a.md": record("A", more=OPTIONS)})
    html = Markup('<figure><a href="../as-of/?as-of=2026-01-31#roi-any-day">1</a></figure>')
    section = Section(anchor="roi-statuses", title="Decisions by status", html=html)
    site = pages(assessment)
    over_time = replace(site["over-time.md"], sections=(section,))
    book = Book(assessment=assessment, addresses=Addresses(prefix="adr/"))
    found = _shown(Embedder(book=book, portfolio=site["portfolio.md"], over_time=over_time), "chart: status")
    assert 'href="../../adr/as-of/?as-of=2026-01-31#roi-any-day"' in found


def test_the_picture_of_the_portfolio_has_its_table_with_links_that_fit(appraised):
    found = _embedder(appraised({f"000{at}-a.md": record(f"T{at}", more=OPTIONS) for at in (1, 2)}))
    html = _shown(found, "chart: portfolio")
    assert html.count("<tr") == 3
    assert set(re.findall(r'class="roi-decision" href="([^"]+)"', html)) == {"../../adr/0001-a/", "../../adr/0002-a/"}


def test_the_page_of_embeds_shows_each_form_with_every_id_once(appraised):
    site = pages(appraised({f"000{at}-a.md": record(f"T{at}", more=OPTIONS) for at in (1, 2)}))
    html = "".join(str(section.html) for section in site["embeds.md"].sections)
    assert html.count("```roi") == 14
    assert "Nothing can be shown here" not in html
    assert {name: count for name, count in Counter(re.findall(r' id="([^"]+)"', html)).items() if count > 1} == {}


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_hostile_in_a_fence_gets_out_as_markup(embedder, payload):
    for line in (f"list: {payload}", f"figure: npv\ndecision: {payload}", payload, f"list: in-force\narea: {payload}"):
        html, _ = embedder.embedded(line.split("\n"), "", "x")
        for tag in re.findall(r"<(\w+)", str(html)):
            assert tag in {"div", "p", "code"}


def test_what_another_decision_replaces_is_listed_as_retired(assessed):
    site = pages(assessment := assessed({"0001-a.md": record("A"), "0002-b.md": record("B", more="supersedes: [1]\n")}))
    book = Book(assessment=assessment, addresses=Addresses(prefix="adr/"))
    embedder = Embedder(book=book, portfolio=site["portfolio.md"], over_time=site["over-time.md"])
    assert "1 A superseded" in words(_shown(embedder, "list: retired"))
