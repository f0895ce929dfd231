"""The metrics on a record's page: the six things wanted of each, and what its units can show."""

import re

import pytest

from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record

GOOD = (
    "{id: rate, role: primary, direction: up, unit: '%', baseline: 5%, mde: 0.5pp, sample: {units: 300 users}, "
    "oracle: finance, attribution: ab-test, trusted_by: [finance], cost_to_measure: 1k, boundary: latency}"
)
OPTIONS = "options: [{id: a, chosen: true, gain: 50k per year, cost: 20k}]\n"


def _metrics(assessed, metrics, more=""):
    text = record("A", more=f"owner: kim\nproblem: Slow\n{OPTIONS}metrics: [{metrics}]\n{more}")
    sections = pages(assessed({"0001-a.md": text}))["0001-a.md"].sections
    return next((str(one.html) for one in sections if one.anchor == "roi-metrics"), "")


def _ticks(html: str) -> dict[str, str]:
    return {words(name): found for found, name in re.findall(r'aria-label="([\w ]+)"></span><span>(.*?)<small>', html)}


def test_six_things_are_wanted_of_a_metric_and_each_is_ticked_or_not(assessed):
    assert _ticks(_metrics(assessed, GOOD)) == {
        "Trusted to show the effect": "met",
        "Measured by others": "met",
        "Tells this effect from others": "met",
        "Cheap enough to measure": "met",
        "Sensitive enough": "not met",
        "Balanced by another metric": "met",
    }


@pytest.mark.parametrize(
    ("said", "instead", "name", "answer"),
    [
        ("trusted_by: [finance]", "trusted_by: []", "Trusted to show the effect", "not met"),
        ("oracle: finance", "oracle: kim", "Measured by others", "not met"),
        ("attribution: ab-test", "attribution: none", "Tells this effect from others", "not met"),
        ("cost_to_measure: 1k", "cost_to_measure: 30k", "Cheap enough to measure", "not met"),
        (", cost_to_measure: 1k", "", "Cheap enough to measure", "not known"),
        ("units: 300 users", "units: 60000 users", "Sensitive enough", "not met"),
        ("units: 300 users", "units: 70000 users", "Sensitive enough", "met"),
        (", sample: {units: 300 users}", "", "Sensitive enough", "not known"),
        (", boundary: latency", "", "Balanced by another metric", "not met"),
    ],
)
def test_what_the_record_says_decides_each(assessed, said, instead, name, answer):
    assert said in GOOD
    assert _ticks(_metrics(assessed, GOOD.replace(said, instead)))[name] == answer


def test_what_the_units_can_show_is_a_sentence(assessed):
    found = words(_metrics(assessed, GOOD))
    assert "300 users can show a rise of rate by" in found
    html = _metrics(assessed, GOOD)
    assert re.search(r'roi-said">[^<]*300 users.* <a class="roi-how" href="../rules/effect-too-small-to-see/"', html)
    assert "the goal is 0.5 points, and 31,234 a group are needed." in found


def test_a_metric_that_only_must_not_get_worse_is_asked_nothing(assessed):
    html = _metrics(assessed, "{id: latency, role: guardrail, direction: down, baseline: 180 ms}")
    assert words(html) == "latency guardrail 180 ms now · less is better"


def test_a_record_without_metrics_has_no_such_part(assessed):
    assert _metrics(assessed, "") == ""
