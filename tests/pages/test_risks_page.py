"""The risk page: errors first, where concerns gather, and what is waived until when."""

import re

import pytest

from roi_plugin.pages.site import pages
from tests.pages.written_records import CACHE, record


def _sections(assessment):
    return {section.anchor: str(section.html) for section in pages(assessment)["risks.md"].sections}


def _words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_errors_stand_first_with_their_decision(assessed):
    found = _sections(assessed({"0001-a.md": CACHE, "0002-b.md": record("No problem", more="owner: kim\n")}))
    assert next(iter(found)) == "roi-errors"
    assert "2 No problem accepted error risk/goal-missing no problem is written" in _words(found["roi-errors"])


def test_without_errors_it_says_so(assessed):
    assert _words(_sections(assessed({"0001-a.md": CACHE}))["roi-errors"]) == "None."


def test_rules_are_counted_by_area_and_by_owner(assessed):
    files = {
        "0001-a.md": record("A", more="area: search\nowner: kim\nproblem: Slow\n"),
        "0002-b.md": record("B", more="area: search\nowner: lee\nproblem: Slow\n"),
        "0003-c.md": record("C", more="owner: lee\nproblem: Slow\n"),
    }
    found = _sections(assessed(files))
    assert "search Without area" in _words(found["roi-by-area"])
    assert re.search(r"no-review-date 2 1\b", _words(found["roi-by-area"]))
    assert re.search(r"no-review-date 1 2\b", _words(found["roi-by-owner"]))
    assert "No review date no-review-date warning 3" in _words(found["roi-frequent"])


def test_one_area_for_all_needs_no_map(assessed):
    assert "roi-by-area" not in _sections(assessed({"0001-a.md": CACHE}))


@pytest.mark.parametrize(
    ("until", "state"), [("2026-11-22", "ended"), ("2026-11-23", "ends soon"), ("2027-06-01", "holds")]
)
def test_waivers_tell_whether_they_still_hold(assessed, until, state):
    waiver = f"waivers: [{{rule: no-baseline, reason: measured from May on, by: lee, until: {until}}}]\n"
    assessment = assessed({"0001-a.md": record("A", more=waiver)})
    assert f"{until} {state} no-baseline 1 A lee measured from May on" in _words(_sections(assessment)["roi-waivers"])
    on_page = {section.anchor: str(section.html) for section in pages(assessment)["0001-a.md"].sections}
    assert f"{state} no-baseline until {until} , by lee Why measured from May on" in _words(on_page["roi-waivers"])


def test_a_waiver_of_no_rule_is_said_to_have_no_effect(assessed):
    waiver = "waivers: [{rule: no-such-rule, reason: x, by: lee, until: 2027-01-01}]\n"
    page = pages(assessed({"0001-a.md": record("A", more=waiver)}))["0001-a.md"]
    assert "no effect" in _words(str(next(each.html for each in page.sections if each.anchor == "roi-waivers")))


def test_a_flag_tells_what_silences_it(assessed):
    page = pages(assessed({"0001-a.md": record("A", more="problem: Slow\n")}))["0001-a.md"]
    flags = str(next(each.html for each in page.sections if each.anchor == "roi-flags"))
    assert "What silences it" in flags
    assert "Write the day of the next look in" in flags


def test_a_rule_page_shows_both_examples_with_the_line_at_fault(assessed):
    page = pages(assessed({"0001-a.md": CACHE}))["rules/no-baseline.md"]
    found = {section.anchor: str(section.html) for section in page.sections}
    assert "\n<mark>  - id: booking_rate</mark>\n" in found["roi-flagged"]
    assert "<mark>" not in found["roi-clean"]
