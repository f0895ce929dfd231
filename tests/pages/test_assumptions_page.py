"""The page of shared assumptions, and how the pages of records lead to it."""

import re
from html import unescape

import pytest

from roi_plugin.pages.assembled import headed
from roi_plugin.pages.generated_paths import generated_paths
from roi_plugin.pages.site import pages
from roi_plugin.rules.catalogue import RULES
from tests.hostile import ASSUMPTIONS
from tests.pages.written_records import CACHE, record

SHARED = """\
assumptions:
  - id: traffic-growth
    statement: Traffic grows as it did last year
  - id: energy-price
    statement: A kilowatt-hour costs what it cost in 2025
    value: 0.18..0.26
    evidence:
      - {kind: invoice, date: 2026-01-15, title: Power bills of 2025, url: "https://example.org/bills"}
      - {kind: expert}
    owner: facilities
    review_due: 2026-12-01
    state: failed
    changed: 2026-05-04
    note: Taxes are not in it.
"""
POWER = """options:
  - id: racks
    chosen: true
    costs:
      - {id: power, money: hours * price, per: year, inputs: {hours: 20k..35k, price: {assumption: energy-price}}}
      - {id: rent, money: {assumption: energy-price, range: 0.1..0.2}}
"""


def _sections(page) -> dict[str, str]:
    return {section.anchor: headed(section, permalink=None) for section in page.sections}


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture
def site(appraised):
    files = {
        "assumptions.yml": SHARED,
        "0001-a.md": record("Train in our own racks", more=POWER),
        "0002-b.md": record("Rent machines", more="assumptions: [traffic-growth, energy-price, unheard-of]\n"),
        "0003-c.md": CACHE,
    }
    return pages(appraised(files))


def test_each_assumption_stands_with_all_that_is_known_of_it_those_that_failed_first(site):
    page = site["assumptions.md"]
    assert [section.anchor for section in page.sections] == [
        "roi-assumption-energy-price",
        "roi-assumption-traffic-growth",
    ]
    assert _words(_sections(page)["roi-assumption-energy-price"]) == (
        "A kilowatt-hour costs what it cost in 2025 failed energy-price Taxes are not in it. Value 0.18..0.26 "
        "Evidence Power bills of 2025 (invoice, 2026-01-15) · example.org/bills expert Owner facilities "
        "Review due 2026-12-01 Failed 2026-05-04 "
        "Decisions 1 Train in our own racks accepted decided with 0.1..0.2 2 Rent machines accepted"
    )
    assert "2 assumptions are written once and shared by decisions. 1 failed." in str(page.lead)


def test_an_assumption_leads_to_the_decisions_that_rest_on_it(site):
    html = _sections(site["assumptions.md"])["roi-assumption-energy-price"]
    assert 'href="../0001-a/"' in html
    assert 'href="../0002-b/"' in html
    assert "0003" not in html


def test_a_record_leads_to_its_assumptions_with_the_numbers_they_stand_in(site):
    sections = _sections(site["0001-a.md"])
    assert 'href="../assumptions/#roi-assumption-energy-price"' in sections["roi-assumptions"]
    assert _words(sections["roi-assumptions"]) == (
        "Rests on assumptions A kilowatt-hour costs what it cost in 2025 failed energy-price 0.18..0.26 now, "
        "decided with 0.1..0.2 options[0].costs[0].inputs.price · options[0].costs[1].money"
    )
    source = 'assumption <a href="../assumptions/#roi-assumption-energy-price">energy-price</a> (decided with 0.1..0.2)'
    assert source in sections["roi-working"]


def test_what_nobody_has_written_down_is_no_link(site):
    html = _sections(site["0002-b.md"])["roi-assumptions"]
    assert "traffic-growth" in html
    assert "unheard-of" not in html
    assert "link/unknown-assumption" in _sections(site["0002-b.md"])["roi-flags"]


def test_a_record_that_rests_on_none_says_nothing_of_assumptions(site):
    assert "roi-assumptions" not in _sections(site["0003-c.md"])


def test_without_a_file_the_page_says_where_to_write_one(assessed):
    page = pages(assessed({"0001-a.md": CACHE}))["assumptions.md"]
    assert "assumptions.yml" in str(page.lead)
    assert page.sections == ()
    assert page.path in generated_paths(RULES)


@pytest.mark.parametrize(("due", "told"), [("2026-11-22", "2026-11-22 (overdue)"), ("2026-11-23", "2026-11-23 Failed")])
def test_an_overdue_review_is_said_to_be_overdue(assessed, due, told):
    shared = SHARED.replace("2026-12-01", due)
    page = pages(assessed({"0001-a.md": CACHE, "assumptions.yml": shared}))["assumptions.md"]
    assert f"Review due {told}" in _words(_sections(page)["roi-assumption-energy-price"])


def test_an_assumption_that_no_decision_names_says_so(assessed):
    page = pages(assessed({"0001-a.md": CACHE, "assumptions.yml": SHARED}))["assumptions.md"]
    assert "none rests on it now" in _sections(page)["roi-assumption-traffic-growth"]


def test_nothing_that_an_assumption_says_is_taken_for_html(appraised):
    site = pages(appraised({"0001-a.md": record("A", more="assumptions: harm\n"), "assumptions.yml": ASSUMPTIONS}))
    for path in ("assumptions.md", "0001-a.md"):
        html = str(site[path].lead) + "".join(_sections(site[path]).values())
        assert "&lt;script&gt;" in html
        assert not re.search('<script|<img|javascript:[^<]*"', html)
