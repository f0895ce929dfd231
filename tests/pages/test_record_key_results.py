"""The objectives on a record's page: how far each key result has come, and how much of its time has passed."""

import re

from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record

# The decision is of 2026-02-03 and today is 2026-11-23.
RESULTS = (
    "okr: [{objective: Make search bookable, key_results: ["
    "{id: KR1, text: Raise it, unit: '%', from: 5, to: 5.5, now: 5.1, due: 2026-11-23}, "
    "{text: Cut it, from: 4, to: 2}]}]\n"
)


def _key_results(assessed, more):
    sections = pages(assessed({"0001-a.md": record("A", more=f"problem: Slow\n{more}")}))["0001-a.md"].sections
    return next((str(one.html) for one in sections if one.anchor == "roi-key-results"), "")


def test_each_key_result_has_come_some_way_in_some_time(assessed):
    html = _key_results(assessed, RESULTS)
    assert "Raise it KR1 5 % 5.1 % 5.5 % 20 % 2026-11-23 100 % of its time" in words(html)
    assert 'roi-bar__come" width="20.0%"' in html
    assert 'roi-bar__time" x1="100.0%"' in html


def test_progress_leads_to_how_it_is_counted(assessed):
    html = _key_results(assessed, RESULTS.replace("to: 2}", "to: 2, now: 3, weight: 3}"))
    assert '<a class="roi-led" href="#roi-progress-1-1">20 %</a>' in html
    said = words(html)
    assert "KR1: (5.1 - 5) / (5.5 - 5) = 20 %; 293 of 293 days from 2026-02-03 to 2026-11-23 have passed" in said
    assert "Cut it: (3 - 4) / (2 - 4) = 50 %" in said
    assert "Make search bookable: (1 x 20 % + 3 x 50 %) / 4 = 42 %" in said
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r' id="([^"]+)"', html))


def test_without_a_measurement_there_is_no_bar_and_no_sum(assessed):
    html = _key_results(assessed, RESULTS)
    assert re.search(r"Cut it 4 \S 2 not measured", words(html))
    assert html.count("<svg") == 1
    assert not re.search(r"% of the way", html)


def test_the_objective_sums_up_its_key_results(assessed):
    found = words(_key_results(assessed, RESULTS.replace("to: 2}", "to: 2, now: 3}")))
    assert found.startswith("Make search bookable 35 % of the way")


def test_a_record_without_objectives_has_no_such_part(assessed):
    assert _key_results(assessed, "") == ""
