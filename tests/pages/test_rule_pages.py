"""The list of rules by theme, and a rule's own page."""

from roi_plugin.pages.site import pages
from roi_plugin.rules.catalogue import RULES
from tests.pages.words import words
from tests.pages.written_records import CACHE, record

POLICY = "schema: 1\nrules: {no-review-date: 'off', no-baseline: {types: {experiment: 'off'}}}\n"


def _sections(page):
    return {section.anchor: f"{section.html}{section.working}" for section in page.sections}


def test_the_list_counts_the_rules_of_each_theme(assessed):
    page = pages(assessed({"0001-a.md": CACHE}))["rules/index.md"]
    themes = [rule.theme for rule in RULES]
    assert [section.title for section in page.sections] == [
        f"{theme.capitalize()} ({themes.count(theme)})" for theme in dict.fromkeys(themes)
    ]
    assert f"{len(RULES)} rules; 2 of them flag something now." in words(str(page.lead))


def test_the_list_tells_of_each_rule_what_it_asks_how_grave_it_is_and_how_much_it_flags(assessed):
    page = pages(assessed({"0001-a.md": record("A"), "policy.yml": POLICY}))["rules/index.md"]
    found = {anchor: words(html) for anchor, html in _sections(page).items()}
    assert 'href="./goal-missing/#roi-flagged-now">flags 1</a>' in str(page.sections)
    goal, lifecycle = found["roi-theme-goal"], found["roi-theme-lifecycle"]
    assert "Goal missing error flags 1 goal-missing Which problem does the decision solve?" in goal
    assert "No review date off set in policy.yml, else warning no-review-date When will" in lifecycle
    assert "No baseline warning off for records of type experiment no-baseline" in found["roi-theme-metrics"]


def test_a_rule_page_shows_both_examples_with_the_line_at_fault(assessed):
    found = _sections(pages(assessed({"0001-a.md": CACHE}))["rules/no-baseline.md"])
    assert "\n<mark>  - id: booking_rate</mark>\n" in found["roi-flagged"]
    assert "<mark>" not in found["roi-clean"]


def test_the_page_of_a_rule_that_asks_for_what_changed_shows_the_record_as_it_was_accepted(assessed):
    written = pages(assessed({"0001-a.md": CACHE}))
    titles = [section.title for section in written["rules/success-defined-after-result.md"].sections]
    at = titles.index("As it was accepted")
    assert titles[at : at + 3] == ["As it was accepted", "Example that is flagged", "Example that passes"]
    assert "As it was accepted" not in [section.title for section in written["rules/no-baseline.md"].sections]


def test_the_page_of_a_rule_about_other_decisions_shows_what_changed_there(assessed):
    page = pages(assessed({"0001-a.md": CACHE}))["rules/suspect-link.md"]
    assert [section.title for section in page.sections][3:-1] == [
        "What the examples depend on, as it was",
        "What the examples depend on now",
        "Example that is flagged",
        "Example that passes",
    ]
    assert "<mark>    cost: 90k..140k</mark>" in _sections(page)["roi-needed"]


def test_a_rule_page_lists_what_it_flags_with_area_and_owner(assessed):
    files = {"0001-a.md": record("A", more="area: search\nowner: kim\n"), "0002-b.md": record("B", more="owner: lee\n")}
    page = pages(assessed(files))["rules/goal-missing.md"]
    assert words(_sections(page)["roi-flagged-now"]) == "1 A accepted search · kim 2 B accepted lee"
    assert '<a class="roi-inline" href="#roi-flagged-now">flags 2 decisions now</a>' in str(page.lead)
    assert page.sections[-1].title == "Flagged now (2)"


def test_a_rule_page_says_which_severity_holds_here(assessed):
    policy = "schema: 1\nrules: {goal-missing: warning}\n"
    page = pages(assessed({"0001-a.md": record("A"), "policy.yml": policy}))["rules/goal-missing.md"]
    lead = words(str(page.lead))
    assert "warning set in policy.yml, else error" in lead
    assert "asked of accepted, deprecated and superseded decisions, whatever is at stake" in lead


def test_the_page_of_a_rule_that_is_off_says_so(assessed):
    page = pages(assessed({"0001-a.md": record("A"), "policy.yml": POLICY}))["rules/no-review-date.md"]
    assert "off set in policy.yml, else warning" in words(str(page.lead))
    assert words(_sections(page)["roi-flagged-now"]) == "None: policy.yml turns the rule off."
