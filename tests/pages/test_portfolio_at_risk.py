"""Value at risk on the portfolio page."""

import re

from roi_plugin.pages.portfolio_findings import UNWATCHED
from roi_plugin.pages.site import pages
from roi_plugin.rules.catalogue import RULES
from tests.pages.words import words
from tests.pages.written_records import record

OVERDUE, LATER = "review_due: 2026-05-01\n", "review_due: 2027-05-01\n"


def _decision(title: str, gain: str = "50k", more: str = LATER, risks: str = "", p: str = "") -> str:
    line = f"gains: [{{id: g, value: {gain}{p}}}], costs: [{{id: c, money: 30k}}]{risks}"
    options = f"options:\n  - {{id: do-nothing}}\n  - {{id: b, chosen: true, {line}}}\n"
    return record(title, more=f"reversibility: one-way\n{more}{options}")


def _section(assessment) -> str:
    found = {section.anchor: str(section.html) for section in pages(assessment)["portfolio.md"].sections}
    return found.get("roi-at-risk", "")


def test_the_rules_that_are_read_exist():
    assert set(UNWATCHED) <= {rule.name for rule in RULES}


def test_what_is_overdue_or_unguarded_is_summed_once_and_told_by_reason(appraised):
    risk = ", risks: [{id: stale, category: technical, p: 0.2, impact: 1}]"
    found = _section(
        appraised(
            {
                "0001-a.md": _decision("Watched"),
                "0002-b.md": _decision("Overdue", "70k", OVERDUE + "owner: ana\n"),
                "0003-c.md": _decision("Both", "90k", OVERDUE, risks=risk),
                "0004-d.md": _decision("Unsure", "100k", p=", p: 0.5"),
            }
        )
    )
    said = words(found)
    assert "120k EUR, 86 % of the 140k EUR expected of all, rest on 3 decisions that are overdue or unguarded." in said
    assert "The review is overdue 2 100k EUR" in said
    assert "A risk is listed that no guardrail watches 1 60k EUR" in said
    assert "The gain may fail to come, and nothing says when to stop 1 20k EUR" in said
    assert re.search(
        "3 Both 60k EUR review overdue, no guardrail .* Overdue 40k EUR review overdue ana .* Unsure", said
    )
    assert "Watched" not in said
    assert 'href="../rules/review-overdue/#roi-flagged-now"' in found


def test_where_all_is_watched_the_page_says_so(appraised):
    said = words(_section(appraised({"0001-a.md": _decision("A")})))
    assert said == "No decision in force with a known value is overdue for its review or unguarded."


def test_what_has_no_known_value_is_counted_beside_the_sum(appraised):
    files = {"0001-a.md": _decision("A", more=OVERDUE), "0002-b.md": record("Unknown", more=OVERDUE)}
    said = words(_section(appraised(files)))
    assert "1 more that is overdue or unguarded has no net present value." in said


def test_a_loss_is_no_share_of_what_is_expected(appraised):
    files = {"0001-a.md": _decision("A"), "0002-b.md": _decision("B", "10k", OVERDUE)}
    said = words(_section(appraised(files)))
    assert "1 decision that is overdue or unguarded is expected to lose 20k EUR." in said


def test_an_expected_loss_is_not_taken_off_the_gains_at_stake(appraised):
    files = {"0001-a.md": _decision("A", more=OVERDUE), "0002-b.md": _decision("B", "5k", OVERDUE)}
    said = words(_section(appraised(files)))
    assert "20k EUR are expected of 1 decision that is overdue or unguarded." in said
    assert "1 decision that is overdue or unguarded is expected to lose 25k EUR." in said
    assert "The review is overdue 2 20k EUR -25k EUR" in said


def test_costs_that_nobody_watches_are_told_beside_it(appraised):
    options = "options: [{id: do-nothing, cost: 9k}, {id: b, chosen: true, cost: 12k}]\n"
    for more, expected in (
        ("", "12k EUR of cost rest on 1 decision that weighs costs only and is overdue or unguarded."),
        ("illustrative: true\n", "1 more that is overdue or unguarded has invented numbers."),
    ):
        files = {"0001-a.md": _decision("A"), "0002-b.md": record("B", more=f"{OVERDUE}{more}{options}")}
        assert expected in words(_section(appraised(files)))


def test_currencies_are_never_added(appraised):
    dollars = OVERDUE + "economics: {currency: USD}\n"
    files = {"0001-a.md": _decision("A", more=OVERDUE), "0002-b.md": _decision("B", more=dollars)}
    said = words(_section(appraised(files)))
    assert "The review is overdue 2 20k EUR 20k USD" in said


def test_invented_numbers_and_what_is_not_in_force_are_at_no_risk(appraised):
    files = {
        "0001-a.md": _decision("A"),
        "0002-b.md": _decision("Invented", more=OVERDUE + "illustrative: true\n"),
        "0003-c.md": _decision("Back", more=OVERDUE + "delivery: reverted\n"),
    }
    assert "No decision in force" in _section(appraised(files))


def test_without_a_known_value_nothing_is_at_risk(appraised):
    assert _section(appraised({"0001-a.md": record("A", more=OVERDUE)})) == ""
