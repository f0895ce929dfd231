"""The flags on a record's page: by severity, each with its place, its fix and what silences it."""

import re

from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record


def _page(assessed, more):
    return pages(assessed({"0001-a.md": record("A", more=more)}))["0001-a.md"]


def _flags(page):
    return next((section.title, str(section.html)) for section in page.sections if section.anchor == "roi-flags")


def test_flags_stand_by_severity_with_their_number_the_gravest_first(assessed):
    title, html = _flags(_page(assessed, "waivers: [{rule: no-such, reason: x, by: lee, until: 2027-01-01}]\n"))
    heads = [words(head) for head in re.findall("<h3.*?</h3>", html)]
    counts = [html.count(f'href="../{page}') for page in ("rules/", "findings/")]
    assert re.fullmatch(r"1 error \d warnings 1 info", " ".join(heads))
    assert title == f"Flags ({sum(counts)})" == f"Flags ({sum(int(head.split()[0]) for head in heads)})"
    assert html.index("risk/goal-missing") < html.index("risk/no-review-date") < html.index("link/unknown-name")


def test_the_top_of_the_page_leads_to_the_flags(assessed):
    lead = str(_page(assessed, "").lead)
    assert len(re.findall('<a href="#roi-flags">', lead)) == 2
    assert re.search(r"accepted 1 error \d warnings In force", words(lead))


def test_a_record_without_flags_has_no_link_to_them(assessed):
    page = pages(assessed({"0001-a.md": record("A", "rejected", more="problem: Slow\n")}))["0001-a.md"]
    assert "#roi-flags" not in str(page.lead)


def test_a_flag_is_one_line_that_opens_to_how_to_mend_it_and_what_silences_it(assessed):
    _, html = _flags(_page(assessed, "problem: Slow\n"))
    flag = next(each for each in html.split("<li") if "risk/no-review-date" in each)
    line, _, opened = flag.partition("</summary>")
    assert "<a " not in line
    assert "What mends and silences it Write the day of the next look in review_due" in words(opened)


def test_advice_for_this_very_record_stands_before_the_general_one(assessed):
    waivers = "waivers: [{rule: no-review-dat, reason: x, by: lee, until: 2027-01-01}]\n"
    _, html = _flags(_page(assessed, f"problem: Slow\n{waivers}"))
    flag = next(each for each in html.split("<li") if "link/unknown-name" in each)
    assert "How to mend it did you mean no-review-date ?" in words(flag)


def test_a_page_that_has_nothing_else_shows_its_flags_opened(assessed):
    page = pages(assessed({"0001-a.md": "---\ntitle: A\nstatus: no-such\n---\n"}))["0001-a.md"]
    assert re.search(r"<details [^>]*open>", _flags(page)[1])


def test_the_fence_above_a_record_is_no_line_to_show(assessed):
    _, html = _flags(_page(assessed, ""))
    flag = next(each for each in html.split("<li") if "risk/goal-missing" in each)
    assert "decisions/0001-a.md:1:1" in flag
    assert "<pre" not in flag
