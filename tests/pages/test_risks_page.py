"""The risk page: what must be done first, then which rules flag most, and what is waived until when."""

import re

import pytest

from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import CACHE, record

CALM = record("Calm", "rejected", more="problem: Slow\n")


def _sections(assessment):
    return {section.anchor: str(section.html) for section in pages(assessment)["risks.md"].sections}


def _lead(assessment):
    return words(str(pages(assessment)["risks.md"].lead))


def test_errors_stand_first_with_their_decision_and_who_answers_for_it(assessed):
    found = _sections(assessed({"0001-a.md": CACHE, "0002-b.md": record("No problem", more="owner: kim\n")}))
    assert next(iter(found)) == "roi-errors"
    assert "2 No problem accepted kim risk/goal-missing no problem is written" in words(found["roi-errors"])


def test_a_page_beside_the_records_is_held_against_nobody(assessed):
    calm = {"0001-a.md": CALM, "guide.md": "# Guide\n"}
    assert "Nothing is held against 1 record" in _lead(assessed(calm))
    assert "1 info" not in _lead(assessed({"0001-a.md": record("A"), "guide.md": "# Guide\n"}))


def test_the_errors_of_one_decision_stand_together(assessed):
    policy = "schema: 1\nrequired: {all: [owner]}\n"
    found = _sections(assessed({"0002-b.md": record("No problem"), "policy.yml": policy}))
    assert found["roi-errors"].count("No problem") == 1
    assert "risk/goal-missing" in found["roi-errors"]
    assert "schema/required-by-policy" in found["roi-errors"]


def test_what_cannot_be_read_and_what_is_no_record_is_told_of_too(assessed):
    files = {"0001-a.md": CACHE, "0002-b.md": "---\ntitle: B\n---\n", "policy.yml": "schema: 1\nhorizon: soon\n"}
    found = words(_sections(assessed(files))["roi-errors"])
    assert found.startswith("decisions/policy.yml schema/")
    assert "0002-b cannot be read schema/missing-key" in found


def test_beyond_fifteen_files_the_errors_stand_folded(assessed):
    html = _sections(assessed({f"{number:04}-a.md": record("A") for number in range(1, 18)}))["roi-errors"]
    shown, _, folded = html.partition("<details")
    assert (shown.count("risk/goal-missing"), folded.count("risk/goal-missing")) == (15, 2)
    assert "2 more with errors" in folded


def test_of_errors_without_end_the_list_of_all_decisions_tells(assessed):
    policy = "schema: 1\nrequired: {all: [owner]}\n"
    files = {f"{number:04}-a.md": record("A", more="problem: Slow\n") for number in range(1, 217)}
    html = _sections(assessed(files | {"policy.yml": policy}))["roi-errors"]
    assert html.count("schema/required-by-policy</code>") == 215
    assert '1 more has errors: <a href="../register/">' in html


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"0001-a.md": CALM}, "Nothing is held against 1 record, as of 2026-11-23."),
        ({"policy.yml": "schema: 1\n"}, "No record is here yet, as of 2026-11-23. 1 error"),
        ({"0001-a.md": CACHE}, "1 of 1 records flagged, as of 2026-11-23. No error is open. 2 warnings"),
        (
            {"0001-a.md": CALM, "0002-b.md": record("B"), "0003-c.md": "---\ntitle: C\n---\n"},
            "2 of 3 records flagged, as of 2026-11-23. 3 errors",
        ),
    ],
)
def test_the_page_leads_with_how_much_there_is_to_do(assessed, files, sentence):
    assert _lead(assessed(files)).startswith(f"Risks {sentence}")


def test_each_count_leads_to_what_it_counts(assessed):
    waiver = "waivers: [{rule: no-baseline, reason: x, by: lee, until: 2026-01-01}]\n"
    page = pages(assessed({"0001-a.md": record("A", more=waiver)}))["risks.md"]
    anchors = {f"#{section.anchor}" for section in page.sections}
    assert set(re.findall('href="(#[^"]+)"', str(page.lead))) == {"#roi-errors", "#roi-frequent", "#roi-waivers"}
    assert {"#roi-errors", "#roi-frequent", "#roi-waivers"} <= anchors


def test_with_nothing_flagged_and_nothing_waived_there_is_nothing_to_read(assessed):
    assert _sections(assessed({"0001-a.md": CALM})) == {}


def test_the_most_frequent_rules_stand_first_each_decision_counted_once(assessed):
    files = {f"000{number}-a.md": record("A", more="problem: Slow\n") for number in (1, 2, 3)}
    found = words(_sections(assessed(files | {"0004-b.md": record("B")}))["roi-frequent"])
    assert "No review date warning flags 4 no-review-date When will somebody look" in found
    assert found.index("no-review-date") < found.index("Goal missing error flags 1")


def test_a_frequent_rule_has_the_severity_that_it_was_found_with(assessed):
    policy = "schema: 1\nrules: {no-review-date: error}\nstrict_from: 2026-06-01\n"
    files = {"0001-a.md": record("A", more="problem: Slow\n"), "policy.yml": policy}
    assert "No review date warning" in words(_sections(assessed(files))["roi-frequent"])
    files["0002-b.md"] = record("B", more="problem: Slow\n").replace("2026-02-03", "2026-07-01")
    assert "No review date error" in words(_sections(assessed(files))["roi-frequent"])


@pytest.mark.parametrize(
    ("until", "state"), [("2026-11-22", "ended"), ("2026-11-23", "ends soon"), ("2027-06-01", "holds")]
)
def test_waivers_tell_whether_they_still_hold(assessed, until, state):
    waiver = f"waivers: [{{rule: no-baseline, reason: measured from May on, by: lee, until: {until}}}]\n"
    assessment = assessed({"0001-a.md": record("A", more=waiver)})
    told = words(_sections(assessment)["roi-waivers"])
    assert f"{state} 1 A no-baseline until {until} , by lee: measured from May on" in told
    on_page = {section.anchor: str(section.html) for section in pages(assessment)["0001-a.md"].sections}
    assert words(on_page["roi-waivers"]) == f"{state} no-baseline until {until} , by lee measured from May on"


def test_waivers_that_hold_for_long_stand_folded_behind_those_that_end(assessed):
    rules = "no-baseline", "no-stop-rule", "no-run-cost"
    ends = "2027-06-01", "2026-12-01", "2026-01-01"
    more = "".join(
        f"  - {{rule: {rule}, reason: x, by: lee, until: {until}}}\n" for rule, until in zip(rules, ends, strict=True)
    )
    html = _sections(assessed({"0001-a.md": record("A", more=f"waivers:\n{more}")}))["roi-waivers"]
    shown, _, folded = html.partition("<details")
    assert re.findall("no-[a-z-]+(?=</code>)", shown) == ["no-run-cost", "no-stop-rule"]
    assert "1 more holds for longer than 90 days" in words("<details" + folded)
    assert "no-baseline" in folded


def test_waivers_that_end_on_one_day_stand_by_the_number_of_their_decision(assessed):
    waiver = "waivers: [{rule: no-baseline, reason: x, by: lee, until: 2026-12-01}]\n"
    files = {f"{number}-a.md": record(f"Title {number}", more=waiver) for number in (9, 10, 100)}
    html = _sections(assessed(files))["roi-waivers"]
    assert html.index("Title 9<") < html.index("Title 10<") < html.index("Title 100<")


def test_a_waiver_of_no_rule_is_said_to_have_no_effect(assessed):
    waiver = "waivers: [{rule: no-such-rule, reason: x, by: lee, until: 2027-01-01}]\n"
    assessment = assessed({"0001-a.md": record("A", more=waiver)})
    assert words(_sections(assessment)["roi-waivers"]).startswith("no effect 1 A no-such-rule")
    page = pages(assessment)["0001-a.md"]
    assert "no effect" in words(str(next(each.html for each in page.sections if each.anchor == "roi-waivers")))


def test_so_is_a_waiver_that_does_not_say_why(assessed):
    waiver = "waivers: [{rule: risk/no-baseline, reason: TBD, by: lee, until: 2027-01-01}]\n"
    shown = words(_sections(assessed({"0001-a.md": record("A", more=waiver)}))["roi-waivers"])
    assert shown.startswith("no effect 1 A no-baseline")
