"""Objectives and key results on the portfolio page."""

import re

from roi_plugin.pages.portfolio_findings import OFF_TRACK
from roi_plugin.pages.site import pages
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.runner import PREFIX
from tests.pages.words import words
from tests.pages.written_records import record


def _decision(title: str, gain: str, okr: str, more: str = "") -> str:
    options = f"options:\n  - {{id: do-nothing}}\n  - {{id: b, chosen: true, gain: {gain}, cost: 30k}}\n"
    return record(title, more=f"okr: {okr}\n{more}{options}")


def _section(assessment) -> str:
    found = {section.anchor: str(section.html) for section in pages(assessment)["portfolio.md"].sections}
    return found.get("roi-by-objective", "")


def test_an_objective_tells_how_far_it_has_come_who_serves_it_and_what_that_brings(appraised):
    first = "{objective: Grow, key_results: [{id: a, text: Bookings, from: 0, to: 10, now: 10, due: 2027-01-01}]}"
    second = "{objective: Grow, key_results: [{id: b, text: Speed, unit: ms, from: 400, to: 200, now: 380}]}"
    found = _section(
        appraised({"0001-a.md": _decision("One", "50k", first), "0002-b.md": _decision("Two", "60k..90k", second)})
    )
    said = words(found)
    assert re.search(r"^Grow 55 % of the way 1 of 2 key results reached · served by 2 decisions · expected value", said)
    assert "Bookings 0 → 10 10 2027-01-01 100 %" in said
    assert "Speed 400 → 200 ms 380 10 %" in said
    assert re.search(r"expected value \d\S+ EUR \(\S+\.\.\S+\)", said)
    assert 'href="../0002-b/"' in found


def test_the_rule_that_is_read_exists():
    assert OFF_TRACK in {PREFIX + rule.name for rule in RULES}


def test_what_is_off_track_is_marked_at_its_key_result(appraised):
    okr = (
        "[{objective: Save}, {objective: Grow, key_results: ["
        "{id: a, text: Late, from: 0, to: 10, now: 1, updated: 2026-11-20, due: 2026-12-01},"
        "{id: b, text: Early, from: 0, to: 10, now: 9, updated: 2026-11-20, due: 2026-12-01}]}]"
    )
    said = words(_section(appraised({"0001-a.md": _decision("One", "50k", okr, "reversibility: one-way\n")})))
    assert "0 of 2 key results reached · 1 off track" in said
    assert "Late off track 0 → 10" in said
    assert "Early 0 → 10" in said


def test_what_brings_most_comes_first_and_the_unknown_last(appraised):
    files = {
        "0001-a.md": _decision("One", "50k", "{objective: Little}"),
        "0002-b.md": _decision("Two", "90k", "{objective: Much}"),
        "0003-c.md": record("Three", more="okr: {objective: Also unknown}\n"),
    }
    said = words(_section(appraised(files)))
    assert said.index("Much") < said.index("Little") < said.index("Also unknown")
    assert "Also unknown How far it has come is not known. served by 1 decision Key" not in said
    assert "Also unknown How far it has come is not known. served by 1 decision" in said


def test_many_objectives_fold_and_very_many_are_counted(appraised):
    many = ", ".join(f"{{objective: O{at}}}" for at in range(20))
    more = ", ".join(f"{{objective: P{at}}}" for at in range(20))
    last = ", ".join(f"{{objective: Q{at}}}" for at in range(5))
    files = {f"000{at}-a.md": _decision("A", "50k", f"[{several}]") for at, several in enumerate((many, more, last), 1)}
    in_sight, _, folded = _section(appraised(files)).partition("<summary>34 more</summary>")
    assert (in_sight.count("roi-card__head"), folded.count("roi-card__head")) == (6, 34)
    assert "5 more are not shown here." in folded


def test_those_that_name_none_and_those_left_out_stand_in_the_register(appraised):
    files = {f"{n:04}-a.md": _decision("A", "50k", "{objective: Grow & learn}") for n in range(1, 15)}
    html = _section(appraised(files | {"0015-b.md": record("B")}))
    assert re.search(r'register/\?objective=none&amp;status=accepted">1 decision in force names no objective', html)
    assert re.search(r'register/\?objective=Grow\+%26\+learn&amp;status=accepted">and 2 more decisions', html)


def test_each_decision_tells_what_it_adds_and_each_key_result_where_it_is_counted(appraised):
    okr = "{objective: Grow, key_results: [{id: a, text: Bookings, from: 0, to: 10, now: 4}]}"
    html = _section(appraised({"0001-a.md": _decision("One", "50k", okr)}))
    assert '<a href="../0001-a/#roi-key-results">40 %</a>' in html
    assert '<a class="roi-led" href="../0001-a/#roi-options">20k EUR</a>' in html


def test_where_no_decision_names_one_there_is_no_such_part(appraised):
    assert _section(appraised({"0001-a.md": record("A")})) == ""


def test_markup_in_an_objective_or_a_key_result_is_text(appraised):
    result = "{id: a, text: '<script>x</script>', unit: '<b>', from: 0, to: 1, now: 0}"
    okr = f"{{objective: '<img src=x>', key_results: [{result}]}}"
    text = _section(appraised({"0001-a.md": _decision("One", "50k", okr)}))
    assert "&lt;img" in text
    assert not any(tag in text for tag in ("<img", "<script", "<b>"))
