"""What a decision's page says about money, scores and models; the worked example is roi-model F1, record D-0042."""

import re
from html import unescape
from pathlib import Path

import pytest

from roi_plugin.pages.assembled import headed
from roi_plugin.pages.site import pages
from tests.pages.written_records import CACHE, record

STORY = Path(__file__).parents[2] / "decisions" / "talk" / "0042-adopt-the-new-ranking-model.md"


def _page(assessment, path="0001-a.md"):
    return pages(assessment)[path]


def _sections(page) -> dict[str, str]:
    return {section.anchor: headed(section, permalink=None) for section in page.sections}


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture
def story(appraised):
    return _page(appraised({"0042-story.md": STORY.read_text(encoding="utf-8")}), "0042-story.md")


def test_the_verdict_comes_first_then_plain_words(story):
    lead = _words(story.lead)
    assert lead.index("Expected to lose 102k EUR") < lead.index("Nine times in ten") < lead.index("The problem")


def test_the_sections_stand_in_the_order_in_which_a_reader_asks(story):
    order = ["worth", "options", "next", "flags", "framework", "model", "reviews", "swings", "cash", "working"]
    anchors = [section.anchor.removeprefix("roi-") for section in story.sections]
    assert [anchor for anchor in anchors if anchor in order] == order


def test_three_columns_stand_side_by_side(story):
    worth = _words(_sections(story)["roi-worth"])
    assert "As stated As others fared To break even" in worth
    assert "Chance of success 35 % 33 % 62 %" in worth
    assert "Net present value -102k" in worth


def test_only_the_columns_that_stand_there_are_explained(appraised, story):
    assert "As others fared: the same record" in _words(_sections(story)["roi-worth"])
    more = "options: [{id: do-nothing}, {id: a, chosen: true, gain: 50k..80k, cost: 20k..30k}]\n"
    worth = _words(_sections(_page(appraised({"0001-a.md": record("A", "accepted", more)})))["roi-worth"])
    assert "As stated: the record's own numbers." in worth
    assert "As others fared" not in worth


def test_the_share_of_an_overrun_that_is_managed_is_said(appraised):
    more = "reference_class: {cost: green-book-non-standard-buildings, managed: 92%}\n"
    more += "options: [{id: a, chosen: true, gain: 150M, cost: 100M}]\n"
    worth = _words(_sections(_page(appraised({"0001-a.md": record("A", "accepted", more)})))["roi-worth"])
    assert "Cost 100M 104M" in worth
    assert "92 % of these causes are managed: an uplift of 4.08 % is left." in worth


def test_single_numbers_are_certain_nowhere_on_the_page(appraised):
    more = "options: [{id: do-nothing}, {id: a, chosen: true, gain: 50k per year, cost: 20k}]\n"
    sections = _sections(_page(appraised({"0001-a.md": record("A", "accepted", more)})))
    options, following = _words(sections["roi-options"]), _words(sections["roi-next"])
    assert "100 %" not in options
    assert "whatever happens" not in options
    assert ", 90 % range" not in sections["roi-options"]
    assert "By these numbers a is better than do-nothing ." in options
    assert "What it would be worth to know more cannot be told: give ranges ( low..high )" in following


def test_every_option_has_its_range_chances_and_regret_and_ranges_are_explained(story):
    options = _words(_sections(story)["roi-options"])
    assert "P(loss) P(best) Regret" in options
    heads = re.findall(r'<abbr title="([^"]+)">(P.*?)</abbr>', _sections(story)["roi-options"])
    assert heads == [("Chance of loss", "P(loss)"), ("How often best", "P(best)")]
    assert re.search(r"sota ml 131k 233k -102k -36\dk\.\.41\dk -43\.8 % 79 % 17 % 228k", options)
    whole = "".join(_words(html) for html in _sections(story).values())
    assert whole.count("Ranges read as 90 % intervals") == 1


def test_what_to_measure_next_is_the_three_most_valuable_inputs(story):
    html = _sections(story)["roi-next"]
    assert re.findall(r"<code>(\w+\.\w+)</code>", html) == [
        "sota_bookings.success",
        "tune_bookings.success",
        "sota_bookings.uplift",
    ]
    assert "No test is planned" in html


def test_a_planned_test_has_its_worth_and_its_cost(appraised):
    test = "{of: sota_bookings, kind: ab-test, cost: 5k, sensitivity: 0.8, specificity: 0.95}"
    text = STORY.read_text(encoding="utf-8").replace("    partners:\n", f"    tests: [{test}]\n    partners:\n")
    html = _words(_sections(_page(appraised({"0042-story.md": text}), "0042-story.md"))["roi-next"])
    # roi-model F1: the sample information of this pilot is worth 15 699.
    assert "ab-test of sota_bookings.success 15.7k 5k 10.7k" in html


def test_a_test_whose_worth_or_cost_is_not_known_is_named_with_the_reason(appraised):
    tests = "[{of: sota_bookings, kind: pilot}, {of: sota_bookings, kind: ab-test, cost: 5k}]"
    text = STORY.read_text(encoding="utf-8").replace("    partners:\n", f"    tests: {tests}\n    partners:\n")
    html = _words(_sections(_page(appraised({"0042-story.md": text}), "0042-story.md"))["roi-next"])
    of = "of sota_bookings.success , for sota , cannot be computed:"
    assert f"The worth of the pilot {of} it does not say how well it tells" in html
    assert f"The cost of the pilot {of} the test names no cost" in html
    assert f"The worth of the ab-test {of}" in html


def test_the_talks_raw_figure_stands_beside_the_balanced_one_and_apart_from_money(story):
    # roi-model C7.2 and C7.3.
    framework = _words(_sections(story)["roi-framework"])
    assert "3 2 5 2 1 +233 % +122 % -6.67 %..+300 % > 99 % +389 %" in framework
    assert "3 3 2 4 4 0 % -33.3 % -66.7 %..+22.2 % 2 % -58.3 %" in framework
    assert "never added" in framework


def test_scores_and_money_that_disagree_are_named(appraised):
    text = record(
        "A",
        more="options:\n  - {id: b, chosen: true, gain: 1k..2k per year, cost: 50k..60k, "
        "scores: {potential: 5, motivation: 5, skills: 5, risks: 1, involvement: 1}}\n  - {id: do-nothing}\n",
    )
    assert "say yes where the money says no" in _sections(_page(appraised({"0001-a.md": text})))["roi-framework"]


WHOLE = record("Go by scores", more="scores: {potential: 4, motivation: 3, skills: 3, risks: 2, involvement: 2}\n")


def test_a_record_of_scores_alone_shows_them_and_how_they_come_about(appraised):
    page = _page(appraised({"0001-a.md": WHOLE}))
    assert "By its scores, the decision would return 66.7 %" in _words(page.lead)
    assert "ROI cannot be computed" not in page.lead + page.description
    assert "The decision 4 3 3 2 2 +150 % +66.7 % -22.2 %..+333 %" in _words(_sections(page)["roi-framework"])
    assert "mean(potential, motivation, skills) / mean(risks, involvement) - 1" in _words(
        _sections(page)["roi-working"]
    )


def test_the_model_outcome_has_its_interval_and_its_ceiling(story):
    model = _words(_sections(story)["roi-model"])
    assert "Gain over the baseline, a year 101k 4.34k..197k" in model
    assert "A model without faults, a year 1.09M" in model


def test_cost_and_time_say_why_a_figure_is_missing(story):
    cash = _words(_sections(story)["roi-cash"])
    assert "in all 39.9k 233k" in cash
    assert "Payback of sota : it is not paid back within 24 months" in cash
    assert "so several rates may fit" in cash


def test_every_figure_is_expanded_into_formula_inputs_evidence_and_terms(story):
    working = _words(_sections(story)["roi-working"])
    for part in ("gain / cost - 1, the ratio of the means", "vendor-benchmark", "by kim, lee", "discount rate a year"):
        assert part in working


def test_options_without_numbers_are_not_told_of_ranges_or_of_costs(appraised):
    text = record("A", more="options:\n  - {id: do-nothing}\n  - {id: b, chosen: true}\n")
    told = _words(_sections(_page(appraised({"0001-a.md": text})))["roi-options"])
    assert "neither a gain nor a cost is given" in told
    for untrue in ("Below each NPV", "90 % intervals", "compare by cost"):
        assert untrue not in told


def test_single_numbers_are_not_told_of_ranges_that_stand_nowhere(appraised):
    ranged, single = (
        "".join(_sections(_page(appraised({"0001-a.md": text})))[anchor] for anchor in ("roi-worth", "roi-options"))
        for text in (CACHE, CACHE.replace("30k..60k", "40k").replace("12k..25k", "15k"))
    )
    for said in ("Below a figure stands its range", "Below each NPV", "Bar: 90 %", "90 % intervals"):
        assert said in ranged
        assert said not in single


def test_nobody_is_asked_to_measure_for_a_decision_that_was_given_up(appraised):
    close = CACHE.replace("12k..25k", "12k..90k")
    leads = [
        str(_page(appraised({"0001-a.md": text})).lead) for text in (close, close.replace("accepted", "deprecated"))
    ]
    assert ["Measure first" in lead for lead in leads] == [True, False]


def test_options_that_compare_by_cost_have_no_chance_of_loss_and_break_even_with_each_other(appraised):
    text = record("A", more="options:\n  - {id: b, chosen: true, cost: 1k..2k}\n  - {id: c, cost: 2k..5k}\n")
    found = _sections(_page(appraised({"0001-a.md": text})))
    assert "roi-worth" not in found
    assert "P(loss)" not in found["roi-options"]
    assert "compare by cost" in found["roi-options"]
    swings = _words(found["roi-swings"])
    assert "Input Equal to c As written" in swings
    assert "b.cost 3.29k 1k..2k" in swings


def test_what_cannot_be_computed_says_why_and_is_neither_zero_nor_nan(appraised):
    text = record("A", more="options:\n  - {id: b, chosen: true, gain: 10k..20k per year}\n")
    page = _page(appraised({"0001-a.md": text}))
    html = "".join(_sections(page).values())
    assert "no cost is given" in html
    assert not re.search(r"\bnan\b|\binf\b", _words(html), re.IGNORECASE)


def test_a_record_without_options_has_no_section_about_money(appraised):
    assert not {"roi-worth", "roi-options", "roi-next", "roi-cash", "roi-working"} & set(
        _sections(_page(appraised({"0001-a.md": record("A")})))
    )


@pytest.mark.parametrize("place", ["id", "title", "chosen_because", "input", "evidence", "risk"])
def test_markup_in_any_name_stays_text(appraised, place):
    bad = {"id": "b", "title": "B", "chosen_because": "x", "input": "u", "evidence": "e", "risk": "r"}
    bad[place] = "<img src=x onerror=alert(1)>"
    text = record(
        "A",
        more="options:\n  - id: do-nothing\n"
        f"  - id: '{bad['id']}'\n    title: '{bad['title']}'\n    chosen: true\n"
        f"    chosen_because: '{bad['chosen_because']}'\n    gain: 10k..90k per year\n"
        f"    costs:\n      - id: c\n        money: 5k..9k\n        inputs:\n          '{bad['input']}':\n"
        f"            {{range: 1..2, evidence: '{bad['evidence']}'}}\n"
        f"    risks: [{{id: '{bad['risk']}', p: 0.2, impact: 1k..9k}}]\n",
    )
    page = _page(appraised({"0001-a.md": text}))
    assert "<img" not in str(page.lead) + "".join(_sections(page).values())


def test_two_builds_are_the_same_and_the_second_comes_from_the_cache(appraised):
    assert pages(appraised({"0001-a.md": CACHE})) == pages(appraised({"0001-a.md": CACHE}))


def test_what_the_result_hangs_on_has_swings_and_break_even_in_the_unit_written(story):
    # roi-model F1: swings of 374.9k for success and 292.3k for the uplift, break-even p 0.6224, p to beat `tune` 0.762.
    swings = _words(_sections(story)["roi-swings"])
    assert swings.index("sota_bookings.success 375k") < swings.index("sota_bookings.uplift 292k")
    assert "sota_bookings.success 62.2 % 76.2 % 0.35 -233k no 142k yes" in swings
    assert "20..60 person-weeks -32.2k 20 person-weeks -200k 60 person-weeks" in swings
    assert "No break-even of serving : it would have to be -40k, below 0" in swings
