"""The first page."""

import posixpath
import re

import pytest

from roi_plugin.pages.page import Page
from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record


def _sections(page: Page) -> dict[str, str]:
    return {section.anchor: str(section.html) for section in page.sections}


def _dated(title: str, day: str, more: str = "") -> str:
    return record(title, more=more).replace("2026-02-03", day)


def test_what_binds_stands_by_area_with_owner_verdict_and_next_review(assessed):
    files = {
        "0001-a.md": record("Old", more="area: search\nowner: kim\nreview_due: 2027-01-01\n"),
        "0002-b.md": _dated("New", "2026-05-05", "area: search\n"),
        "0003-c.md": record("Lone"),
        "0004-d.md": record("Gone", "deprecated", "area: search\n"),
    }
    html = _sections(pages(assessed(files))["index.md"])["roi-binding"]
    told = words(html)
    assert [told.index(word) for word in ("search", "New", "Old", "Without an area", "Lone")] == sorted(
        told.index(word) for word in ("search", "New", "Old", "Without an area", "Lone")
    )
    assert "By area, the newest decision first." in told
    assert "kim · ROI cannot be computed: the record names no options. · next review 2027-01-01" in told
    assert "Gone" not in told


def test_how_many_of_them_only_illustrate_is_said(assessed):
    files = {"0001-a.md": record("A"), "0002-b.md": record("B", more="illustrative: true\n")}
    told = words(_sections(pages(assessed(files))["index.md"])["roi-binding"])
    assert "the newest decision first. 1 is an illustration, which binds nobody." in told


def test_a_verdict_leads_to_how_it_was_computed(assessed):
    more = "options: [{id: a, chosen: true, gain: 50k, cost: 20k}]\n"
    site = pages(assessed({"0001-a.md": record("A", more=more), "0002-b.md": record("B")}))
    html = _sections(site["index.md"])["roi-binding"]
    assert re.findall(r'roi-how" href="([^"]+)"', html) == ["./0001-a/#roi-options"]
    assert any(section.anchor == "roi-options" for section in site["0001-a.md"].sections)


def test_a_large_area_shows_its_newest_dozen_and_leads_to_the_others(assessed):
    files = {
        f"{number:04}-a.md": _dated(f"Choice {number}", f"2026-02-{number:02}", "area: R&D\n")
        for number in range(1, 15)
    }
    html = _sections(pages(assessed(files))["index.md"])["roi-binding"]
    assert html.count("<li>") == 12
    assert "Choice 3" in html
    assert not re.search(r"Choice 2\b", html)
    assert "?area=R%26D&amp;status=accepted" in html
    assert "All 14 of: R&amp;D" in html


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (record("A", more="owner: kim\nreview_due: 2026-05-05\n"), "Reviews overdue (1) 1 A kim · since 2026-05-05"),
        (record("A", "proposed"), "Proposals waiting for an answer (1) 1 A nobody is named · since 2026-02-03"),
        (
            record("A", "proposed").replace("date: 2026-02-03", "date: 2027-03-01"),
            "Proposals waiting for an answer (1) 1 A nobody is named · dated 2027-03-01",
        ),
        (
            record("A", more="waivers: [{rule: no-baseline, reason: it is new, by: lee, until: 2026-03-03}]\n"),
            "Waivers that ended (1) 1 A lee · no-baseline, ended on 2026-03-03",
        ),
        ("---\ntitle: A\nstatus: acepted\ndate: 2026-01-01\n---\n", "nobody is named · cannot be read"),
    ],
)
def test_it_says_what_needs_somebody_and_whom(assessed, text, told):
    assert told in words(_sections(pages(assessed({"0001-a.md": text}))["index.md"])["roi-needs"])


def test_what_needs_somebody_comes_before_the_long_list_of_what_binds(assessed):
    late = record("A", more="owner: kim\nreview_due: 2026-05-05\n")
    assert list(_sections(pages(assessed({"0001-a.md": late}))["index.md"]))[1:3] == ["roi-needs", "roi-binding"]


def test_where_nothing_needs_anybody_it_says_nothing_of_it(assessed):
    assert "roi-needs" not in _sections(pages(assessed({"0001-a.md": record("A", "rejected")}))["index.md"])


def test_a_decision_that_several_kinds_of_work_wait_for_needs_somebody_once(assessed):
    late = record("A", more="owner: kim\nreview_due: 2026-05-05\n")
    found = _sections(pages(assessed({"0001-a.md": late, "0002-b.md": record("B", "proposed")}))["index.md"])
    needs = words(found["roi-needs"])
    assert "Errors to mend (1)" in needs
    assert "Reviews overdue (1)" in needs
    assert "Proposals waiting for an answer (1)" in needs
    assert "2 need somebody" in words(found["roi-now"])


def test_it_counts_as_flagged_what_the_page_of_risks_counts(assessed):
    policy = "schema: 1\nrules: {no-review-date: info}\n"
    asked = record("A", more="problem: Slow\n")
    site = pages(assessed({"policy.yml": policy, "0001-a.md": asked, "0002-b.md": "---\ntitle: B\n---\n"}))
    assert words(str(site["risks.md"].lead)).startswith("Risks 2 of 2 records flagged")
    assert "2 flagged" in words(_sections(site["index.md"])["roi-now"])


def test_every_record_is_reached_by_links_from_the_first_page(assessed):
    statuses = ("accepted", "proposed", "draft", "deprecated", "rejected", "superseded")
    files = {f"0{number:03}-a.md": record("A", statuses[number % 6], "area: x\n") for number in range(1, 91)}
    site = pages(assessed({**files, "sub/0091-b.md": "---\nstatus: odd\n---\n"}), directory_urls=False)
    seen, todo = set(), ["index.md"]
    while todo:
        here = todo.pop()
        page = site.get(here)
        if here in seen or not isinstance(page, Page):
            continue
        seen.add(here)
        html = str(page.lead) + "".join(f"{section.html}{section.working}" for section in page.sections)
        for href in re.findall(r'href="([^"#?:]+)', html):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(here), href))
            todo.append(re.sub(r"\.html$", ".md", target))
    assert {*files, "sub/0091-b.md"} <= seen


def test_where_git_knows_nothing_it_does_not_say_that_nothing_changed(assessed):
    told = words(_sections(pages(assessed({"0001-a.md": record("A", "draft")}))["index.md"])["roi-changes"])
    assert "No history" in told
    assert "Nothing changed" not in told
