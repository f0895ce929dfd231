"""The risks on a record's page: what may go wrong, how likely, how much, and who watches it."""

import re

import pytest

from roi_plugin.pages.assembled import headed
from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record

NONE = "\N{EN DASH}"


def _risks(appraised, risks, more="", others=""):
    options = f"options: [{{id: a, chosen: true, gain: 90k, cost: {{build: 20k}}, risks: [{risks}]}}{others}]\n"
    options = options.replace("cost: {build: 20k}", "costs: [{id: build, money: 20k}]")
    page = pages(appraised({"0001-a.md": record("A", more=more + options)}))["0001-a.md"]
    return next((headed(one, None) for one in page.sections if one.anchor == "roi-risks"), "")


@pytest.mark.parametrize(
    ("risk", "told"),
    [
        (
            "{id: late, title: Late, category: people, p: 20%, impact: 10k, owner: lee}",
            "Late people 20 % 10k 2k by lee",
        ),
        ("{id: late, p: 10%..30%, impact: 1k..9k, mitigation: Stub it}", "late 10 %..30 % 1k..9k"),
        ("{id: late, p: 0.5, delay: 2 months}", "late 50 % gains come later by 2 months"),
        ("{id: late, p: 0.5, impact: 4k, when: 6}", "late 50 % 4k; after 6 months"),
        ("{id: late, priced_in: build}", "late held by the cost build already"),
        ("{id: law, not_applicable: No personal data}", "law does not apply: No personal data"),
        ("{id: late, p: 0.5, impact: 4k}", "nobody watches it"),
        ("{id: late, guardrail: speed}", f"late {NONE} {NONE} {NONE} speed"),
    ],
)
def test_a_risk_tells_what_its_record_says(appraised, risk, told):
    assert told in words(_risks(appraised, risk))


def test_what_is_watched_answered_or_counted_elsewhere_is_not_called_unwatched(appraised):
    for said in ("owner: lee", "mitigation: Stub it", "guardrail: speed", "priced_in: build", "not_applicable: No"):
        assert "nobody watches it" not in _risks(appraised, f"{{id: late, {said}}}")


def test_a_guardrail_that_names_the_risk_watches_it_and_its_link_leads_there(appraised):
    more = "guardrails: [{metric: speed, limit: '<= 200 ms', for_risk: late}]\n"
    html = _risks(appraised, "{id: late, p: 0.5, impact: 4k}, {id: other, guardrail: unlisted}", more)
    assert '<a href="#roi-guardrails"><code>speed</code></a>' in html
    assert "<code>unlisted</code>" in html
    assert html.count("#roi-guardrails") == 1


def test_what_is_expected_of_a_risk_leads_to_its_line(appraised):
    assert '<a href="#roi-why-line-a-late">2k</a>' in _risks(appraised, "{id: late, p: 50%, impact: 4k}")


def test_risks_of_options_that_were_not_chosen_are_folded(appraised):
    html = _risks(appraised, "{id: late}", others=", {id: b, cost: 5k, risks: [{id: lost}]}")
    in_sight, _, folded = html.partition("<details")
    assert re.findall(r'<th scope="row">(\w+)', in_sight) == ["late"]
    assert re.findall(r'<th scope="row">(\w+)', folded) == ["lost"]


def test_without_risks_there_is_no_such_part(appraised):
    assert _risks(appraised, "") == ""


def test_markup_in_a_risk_is_text(appraised):
    html = _risks(
        appraised, "{id: '<i>', title: '<b>', owner: '<img src=x>', mitigation: '<script>', guardrail: '<u>'}"
    )
    assert not any(tag in html for tag in ("<b>", "<i>", "<u>", "<img", "<script"))
