"""The pages of a folder of records."""

import json

import pytest

from roi_plugin.pages.addresses import (
    DECISIONS_CSV,
    DECISIONS_JSON,
    DECISIONS_SQLITE,
    FEED,
    FINDINGS,
    REVIEWS_ICS,
    SCHEMA,
    rule_page,
)
from roi_plugin.pages.assembled import headed
from roi_plugin.pages.generated_paths import generated_paths
from roi_plugin.pages.page import Page
from roi_plugin.pages.site import pages
from roi_plugin.rules.catalogue import RULES
from tests.pages.written_records import CACHE, record


def _html(page: Page) -> str:
    return str(page.lead) + "".join(headed(section, permalink=None) for section in page.sections)


def test_every_record_has_a_page_at_the_place_of_its_file(assessed):
    site = pages(assessed({"0001-a.md": CACHE, "team/0002-b.yml": "title: B\nstatus: draft\ndate: 2026-01-01\n"}))
    assert site["0001-a.md"].source == "0001-a.md"
    assert site["team/0002-b.md"].source == "team/0002-b.yml"


def test_the_paths_that_links_may_lead_to_are_those_that_are_written(assessed):
    site = pages(assessed({"0001-a.md": CACHE}))
    data = {DECISIONS_JSON, DECISIONS_CSV, DECISIONS_SQLITE, REVIEWS_ICS, FEED}
    assert {path for path in site if path not in {"0001-a.md", "register-accepted.md"}} | data == generated_paths(RULES)


def test_a_decision_page_leads_with_title_status_verdict_and_whether_it_binds(assessed):
    page = pages(assessed({"0001-a.md": CACHE}))["0001-a.md"]
    lead = str(page.lead)
    for part in ("Cache product embeddings", "roi-badge--accepted", "In force", "Expected to gain 24k EUR", "+135 %"):
        assert part in lead
    assert page.body.strip() == "The job takes nine hours."


def test_the_options_table_gives_values_lines_ranges_and_what_was_written(assessed):
    html = _html(pages(assessed({"0001-a.md": CACHE}))["0001-a.md"])
    for part in ("41.8k EUR", "17.8k EUR", "30k..60k per year", "12k..25k", "12 months", "8 %"):
        assert part in html


def test_a_record_without_costs_says_why_no_roi_can_be_computed(assessed):
    text = record("A", more="options:\n  - id: b\n    chosen: true\n    gain: 10k..20k per year\n")
    html = _html(pages(assessed({"0001-a.md": text}))["0001-a.md"])
    assert "ROI cannot be computed" in html
    assert "cannot be computed: " in html


def test_an_illustrative_record_is_marked(assessed):
    html = _html(pages(assessed({"0001-a.md": record("A", more="illustrative: true\n")}))["0001-a.md"])
    assert "roi-badge--illustrative" in html


def test_the_banner_walks_the_chain_of_successors(assessed):
    site = pages(
        assessed(
            {
                "0001-a.md": record("First", "superseded"),
                "0002-b.md": record("Second", "superseded", "supersedes: [0001-a]\n"),
                "0003-c.md": record("Third", "accepted", "supersedes: [0002-b]\n"),
            }
        )
    )
    lead = str(site["0001-a.md"].lead)
    assert "No longer in force" in lead
    assert lead.index("../0002-b/") < lead.index("../0003-c/")
    assert "Superseded by" in _html(site["0001-a.md"])
    assert "Supersedes" in _html(site["0002-b.md"])


def test_a_successor_that_is_only_proposed_replaces_nothing_yet(assessed):
    site = pages(
        assessed(
            {
                "0001-a.md": record("First"),
                "0002-b.md": record("Second", "proposed", "supersedes: [0001-a]\n"),
            }
        )
    )
    assert "In force" in str(site["0001-a.md"].lead)
    assert "takes effect when that decision is accepted" in _html(site["0001-a.md"])
    assert "binds nobody" in str(site["0002-b.md"].lead)


def test_what_was_reverted_does_not_read_as_if_it_were_running(assessed):
    lead = str(pages(assessed({"0001-a.md": record("A", more="delivery: reverted\n")}))["0001-a.md"].lead)
    assert "reverted" in lead
    assert "binds now" not in lead


def test_the_lists_hold_each_record_where_it_belongs(assessed):
    site = pages(
        assessed(
            {
                "0001-a.md": record("Binding one"),
                "0002-b.md": record("Dropped one", "deprecated"),
                "0003-c.md": record("Refused one", "rejected"),
                "0004-d.md": record("Replaced one", "superseded", "superseded_by: [1]\n"),
                "0005-e.md": record("Waiting one", "proposed"),
            }
        )
    )
    home, retired, every = (_html(site[path]) for path in ("index.md", "retired.md", "register.md"))
    assert "Binding one" in home
    assert "Dropped one" not in home.partition('id="roi-needs"')[0]
    assert home.index("Proposals waiting") < home.index("Waiting one")
    for title in ("Dropped one", "Refused one", "Replaced one"):
        assert title in retired
        assert title in every
    assert "No successor." in retired
    assert "Replaced by" in retired


def test_a_record_with_errors_keeps_a_page_that_says_what_is_wrong_and_where(assessed):
    site = pages(assessed({"0001-a.md": CACHE, "0002-b.md": "---\ntitle: B\nstatus: acepted\ndate: 2026-01-01\n---\n"}))
    html = _html(site["0002-b.md"])
    for part in ("decisions/0002-b.md:3:9", "<mark>acepted</mark>", "did you mean", "accepted"):
        assert part in html
    assert "../0002-b/" in _html(site["register.md"])


def test_flags_name_their_rule_its_page_and_the_fix(assessed):
    html = _html(pages(assessed({"0001-a.md": record("A")}))["0001-a.md"])
    assert 'href="../rules/goal-missing/"' in html
    assert "What mends and silences it" in html


def test_a_rule_page_has_its_question_reason_answer_and_whom_it_flags(assessed):
    html = _html(pages(assessed({"0001-a.md": record("Without a goal")}))["rules/goal-missing.md"])
    for part in (">Why</h2>", ">How to answer</h2>", "Without a goal", "goal-missing"):
        assert part in html


def test_schemas_are_published_at_their_identifiers(assessed):
    site = pages(assessed({"0001-a.md": CACHE}))
    text = site["schema/1/decision.schema.json"]
    assert json.loads(text)["$id"].endswith("/schema/1/decision.schema.json")


@pytest.mark.parametrize(
    "field", ["title", "owner", "area", "problem", "trigger", "tags: [{}]", "deciders: [{}]", "affects: [{}]"]
)
def test_markup_in_a_field_is_shown_and_never_becomes_markup(assessed, field: str):
    text = "<img src=x onerror=alert(1)>"
    line = field.format(f'"{text}"') if "{}" in field else f'{field}: "{text}"'
    fields = {"title": "title: A", "status": "status: accepted", "date": "date: 2026-01-01"}
    fields[line.partition(":")[0]] = line
    site = pages(assessed({"0001-a.md": "---\n" + "\n".join(fields.values()) + "\n---\n"}))
    for path, page in site.items():
        if isinstance(page, Page):
            assert "<img" not in _html(page), path


def test_two_builds_of_one_folder_are_the_same(assessed):
    assessment = assessed({"0001-a.md": CACHE, "0002-b.md": record("B", "superseded", "superseded_by: [1]\n")})
    assert pages(assessment) == pages(assessment)


@pytest.mark.parametrize(
    ("rule", "asked_of"),
    [
        ("no-baseline", "proposed and accepted decisions, whatever is at stake"),
        ("guardrail-blind", "accepted decisions of middle or high stakes"),
        ("no-ceiling", "proposed and accepted decisions of middle or high stakes"),
        ("no-premortem", "proposed and accepted decisions of high stakes"),
    ],
)
def test_a_rule_page_says_which_decisions_the_rule_is_asked_of(assessed, rule, asked_of):
    page = pages(assessed({"0001-a.md": record("A")}))[f"rules/{rule}.md"]
    assert f"asked of {asked_of}<" in str(page.lead)


def test_a_search_finds_decisions_before_pages_about_records(assessed):
    made = pages(assessed({"0001-a.md": record("A")}))
    about = [made[path].search_boost for path in (SCHEMA, FINDINGS, *(rule_page(rule.name) for rule in RULES))]
    assert max(about) < made["0001-a.md"].search_boost
