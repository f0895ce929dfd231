"""The guardrails on a record's page: limits, what was measured, and when to stop."""

import re

from roi_plugin.pages.site import pages
from tests.pages.made_markup import made_markup
from tests.pages.words import words
from tests.pages.written_records import record


def _guardrails(assessed, more):
    sections = pages(assessed({"0001-a.md": record("A", more=f"problem: Slow\n{more}")}))["0001-a.md"].sections
    return next((str(one.html) for one in sections if one.anchor == "roi-guardrails"), "")


SEEN = """guardrails:
  - metric: latency
    limit: "<= 200 ms"
    oracle: sre
    observations: [{date: 2026-01-01, value: 150}, {date: 2026-03-01, value: 182}, {date: 2026-04-01, value: 240 ms}]
reviews:
  - {date: 2026-05-01, actuals: {latency: 190 ms}}
"""


def test_the_newest_measurement_is_held_against_the_limit(assessed):
    found = words(_guardrails(assessed, SEEN))
    assert "latency measured by sre <= 200 ms 190 ms 2026-05-01 within the limit" in found


def test_every_measurement_is_a_mark_and_a_row_of_the_table(assessed):
    html = _guardrails(assessed, SEEN)
    drawing, _, table = html.partition("<details")
    assert (drawing.count("<circle"), drawing.count("roi-spark__beyond"), drawing.count("roi-spark__limit")) == (
        3,
        1,
        1,
    )
    assert re.findall(r"datetime=\"([\d-]+)\"", table) == ["2026-05-01", "2026-04-01", "2026-03-01", "2026-01-01"]
    assert "2026-04-01 240 ms beyond the limit" in words(table)


def test_what_was_measured_after_today_has_not_been_seen(assessed):
    more = "guardrails: [{metric: latency, limit: '<= 200', observations: [{date: 2027-01-01, value: 190}]}]\n"
    assert "never measured" in words(_guardrails(assessed, more))


def test_what_cannot_be_compared_says_why_and_is_not_drawn(assessed):
    more = "guardrails: [{metric: latency, limit: '<= 200 ms', observations: [{date: 2026-03-01, value: 2 days}]}]\n"
    html = _guardrails(assessed, more)
    assert "cannot be compared: the limit counts in ms, the observation in day" in words(html)
    assert "<svg" not in html


def test_what_a_guarded_metric_means_is_said_here_and_nowhere_else(assessed):
    more = "metrics: [{id: latency, role: guardrail, definition: Of all answers}]\nguardrails: [{metric: latency}]\n"
    assert "latency Of all answers" in words(_guardrails(assessed, more))
    sections = pages(assessed({"0001-a.md": record("A", more=f"problem: Slow\n{more}")}))["0001-a.md"].sections
    assert "roi-metrics" not in {one.anchor for one in sections}


def test_a_stop_rule_stands_with_its_day(assessed):
    more = "kill_if: [{text: No lift in the test, by: 2026-09-01}]\n"
    assert words(_guardrails(assessed, more)) == "Stop when No lift in the test (by 2026-09-01)"


def test_what_a_stranger_writes_stands_as_text(assessed):
    more = "guardrails: [{metric: a, oracle: '<img src=x onerror=alert(1)>', limit: '<= 2 <b>'}]\n"
    assert made_markup(_guardrails(assessed, more)) == []
