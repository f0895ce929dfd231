"""Every figure on a record's page leads to how it was computed, and every link within a page leads somewhere."""

import re
from pathlib import Path

import pytest

from roi_plugin.pages.assembled import headed
from roi_plugin.pages.page import Page
from roi_plugin.pages.site import pages
from tests.pages.written_records import CACHE, record

STORIES = Path(__file__).parents[2] / "decisions" / "talk"
SCORES = "scores: {potential: 4, motivation: 3, skills: 3, risks: 2, involvement: 2}\n"
RECORDS = {
    "0001-minimal.md": CACHE,
    "0002-scores.md": record("B", more=SCORES),
    "0003-costs.md": record("C", more="options: [{id: a, chosen: true, cost: 10k..20k}, {id: b, cost: 30k..40k}]\n"),
    "0004-one-option.md": record("D", more="options: [{id: a, chosen: true, gain: 1k..2k, cost: 10k..20k}]\n"),
    "0005-words.md": record("E", more="options: [{id: a, chosen: true}, {id: b}]\n"),
    "0006-unknown.md": record("F", more="options: [{id: a, chosen: true, gain: x * 2}, {id: b, gain: 5k}]\n"),
    "0007-odd-names.md": record(
        "G", more="options: [{id: a.b, gain: 5k..6k}, {id: a-b, chosen: true, gain: 1k..9k}]\n"
    ),
    **{path.name: path.read_text(encoding="utf-8") for path in sorted(STORIES.glob("*.md"))},
}


@pytest.fixture
def site(appraised) -> dict[str, str]:
    found = pages(appraised(RECORDS))
    return {path: _html(page) for path, page in found.items() if isinstance(page, Page) and path in RECORDS}


def _html(page: Page) -> str:
    return str(page.lead) + "".join(headed(section, permalink=None) for section in page.sections)


def test_every_link_within_a_page_leads_to_one_place(site):
    assert set(site) == set(RECORDS)
    for path, html in site.items():
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids)), path
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids), path


@pytest.mark.parametrize(
    ("figure", "anchor"),
    [
        ("-102k", "roi-why-sota-npv"),
        ("-177k", "roi-why-sota-others-npv"),
        ("+131 %", "roi-why-tune-roi"),
        ("79 %", "roi-why-sota-loss"),
        ("228k", "roi-why-sota-regret"),
        ("126k", "roi-why-do-nothing-regret"),
        ("39 %", "roi-why-do-nothing-best"),
        ("131k EUR", "roi-why-line-sota-sota_bookings"),
        ("62 %", "roi-hinge-0"),
        ("81 % at others&#39; cost", "roi-why-sota-others-needed"),
        ("31.2k", "roi-why-evppi-sota_bookings.success"),
        ("+233 %", "roi-why-tune-framework-raw"),
        ("101k", "roi-why-sota-outcome-delta_per_year"),
    ],
)
def test_a_figure_leads_to_its_step(site, figure, anchor):
    html = site["0042-adopt-the-new-ranking-model.md"]
    assert f'<a href="#{anchor}">{figure}</a>' in html


def test_every_note_with_a_figure_leads_to_it(site):
    html = site["0042-adopt-the-new-ranking-model.md"]
    assert re.search(r'-501k EUR\. <a class="roi-how" href="#roi-why-sota-others-stress"', html)
    assert re.search(r'if not\. <a class="roi-how" href="#roi-why-tune-npv"', html)


def test_every_computed_figure_in_a_table_of_money_leads_somewhere(site):
    for path, html in site.items():
        for section in ("roi-worth", "roi-options", "roi-next", "roi-cash"):
            part = re.search(rf'<h2 id="{section}".*?(?=<h2|$)', html, re.DOTALL)
            bare = re.findall(r"<td>(?!<a |<small)([^<]*\d[^<]*)", part[0]) if part else []
            assert [figure for figure in bare if not figure.startswith(("at ", "0"))] == [], (path, section)


def test_every_sentence_on_top_leads_to_what_stands_behind_it(site):
    lead, _, _ = site["0042-adopt-the-new-ranking-model.md"].partition("<h2")
    assert re.findall(r'roi-how" href="#([^"]+)"', lead) == [
        "roi-why-sota-npv",
        "roi-why-sota-npv",
        "roi-why-sota-loss",
        "roi-swings",
        "roi-why-sota-payback",
        "roi-why-sota-others-npv",
        "roi-next",
    ]


def test_where_nothing_was_computed_nothing_leads_anywhere(site):
    assert "roi-why" not in site["0005-words.md"]
