"""The retired shelf."""

import datetime as dt

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.model.audience import Audience
from roi_plugin.pages.site import pages
from tests.pages.made_markup import made_markup
from tests.pages.words import words
from tests.pages.written_records import CACHE, record
from tests.repositories import Repository

TODAY = dt.date(2026, 11, 23)

REVIEWED = """reviews:
  - date: 2026-08-03
    outcome: deprecated
    actuals: {cost: 30k}
    lessons: [Nobody used it]
"""


def _shelves(assessed, files: dict[str, str]) -> dict[str, str]:
    return {each.anchor: words(str(each.html)) for each in pages(assessed(files))["retired.md"].sections}


def test_a_retired_decision_tells_why_how_long_it_lived_what_was_expected_and_what_came(assessed):
    text = CACHE.replace("accepted", "deprecated").replace("review_due: 2027-08-03\n", REVIEWED)
    told = _shelves(assessed, {"0001-a.md": text})["roi-deprecated"]
    for part in (
        "No successor.",
        "What was learned Nobody used it",
        "6 months: 2026-02-03 to 2026-08-03.",
        "net present value 24k EUR for a cost of 17.8k EUR",
        "spent 30k EUR",
        "What came of it spent 30k EUR",
    ):
        assert part in told


ENDED = """reviews:
  - {date: 2026-08-03, outcome: deprecated, actuals: {write_down: 304M}, process: {surprise: Prices fell}}
  - {date: 2026-09-03, outcome: deprecated, actuals: {write_down: 407M}, note: The year as reported}
"""


def test_what_surprised_is_a_better_reason_than_a_later_note_and_every_measured_thing_is_told(assessed):
    told = _shelves(assessed, {"0001-a.md": record("A", "deprecated", ENDED)})["roi-deprecated"]
    assert "Why Prices fell" in told
    assert "What came of it write_down: 407M" in told
    assert ": deprecated" not in told


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("amendments: [{date: 2026-08-03, field: status, why: The law changed}]\n", "Why The law changed"),
        ("reviews: [{date: 2026-08-03, lessons: [Ask first], note: As told}]\n", "What was learned Ask first"),
        ("reviews: [{date: 2026-08-03, note: As told}]\n", "Note of the review As told"),
        ("", "Why Its fields do not say"),
    ],
)
def test_the_words_stand_under_what_they_are(assessed, more, expected):
    assert expected in _shelves(assessed, {"0001-a.md": record("A", "deprecated", more)})["roi-deprecated"]


@pytest.mark.parametrize(
    ("files", "shelf", "part"),
    [
        (
            {"0001-a.md": record("A", "superseded"), "0002-b.md": record("B", more="supersedes: ['0001']\n")},
            "roi-superseded",
            "Replaced by: 2 B accepted Why Its fields do not say; its page has the reasoning.",
        ),
        ({"0001-a.md": record("A", more="delivery: reverted\n")}, "roi-reverted", "No successor."),
        (
            {"0001-a.md": record("A", "rejected", "options: [{id: x, rejected_because: Too dear}, {id: y}]\n")},
            "roi-rejected",
            "Why Too dear It lived It never bound anybody.",
        ),
    ],
)
def test_each_way_to_retire_has_its_shelf(assessed, files, shelf, part):
    found = _shelves(assessed, files)
    assert list(found) == [shelf]
    assert part in found[shelf]


@pytest.mark.parametrize(
    ("options", "part"),
    [
        ("[{id: do-nothing, chosen: true, chosen_because: It works}, {id: x}]", "Why It works It lived"),
        ("[{id: do-nothing, chosen: true}, {id: x, rejected_because: Too dear}]", "Why Too dear It lived"),
        (
            "[{id: do-nothing, rejected_because: It hurts}, {id: x, chosen: true, chosen_because: Saves 20k}]",
            "Why the chosen option Saves 20k It lived",
        ),
        (
            "[{id: do-nothing, rejected_because: It hurts}, {id: x, chosen: true}]",
            "Why Its fields do not say; its page has the reasoning.",
        ),
    ],
)
def test_what_a_proposal_said_for_itself_is_not_told_as_why_it_was_rejected(assessed, options, part):
    text = record("A", "rejected", f"options: {options}\n")
    assert part in _shelves(assessed, {"0001-a.md": text})["roi-rejected"]


REPLACED = {"0001-a.md": record("A"), "0002-b.md": record("B", more="supersedes: ['0001']\n")}


def test_what_another_decision_replaces_is_retired_although_its_own_record_says_accepted(assessed):
    site = pages(assessed(REPLACED))
    shelves = {each.anchor: words(str(each.html)) for each in site["retired.md"].sections}
    assert list(shelves) == ["roi-superseded"]
    assert "1 A superseded" in shelves["roi-superseded"]
    page = site["0001-a.md"]
    assert page.title == "1 · A (superseded)"
    assert page.description.startswith("Retired: superseded, 2026-02-03.")
    assert page.search_boost < 1
    assert "roi-badge--superseded" in page.lead
    assert "2 flagged 1 retired 2 on record" in words(str(site["index.md"].sections[0].html))
    assert "1 A superseded" in words(str(site["0002-b.md"].sections))


@pytest.mark.parametrize(
    ("more", "status"), [("supersedes: ['0001#2']\n", "accepted"), ("supersedes: ['0001']\n", "proposed")]
)
def test_what_is_replaced_in_part_or_only_by_a_proposal_still_binds(assessed, more, status):
    site = pages(assessed({"0001-a.md": record("A"), "0002-b.md": record("B", status, more)}))
    assert not site["retired.md"].sections
    assert site["0001-a.md"].title == "1 · A"
    assert "roi-badge--accepted" in site["0001-a.md"].lead


def test_a_successor_that_is_only_proposed_is_named_as_not_in_effect(assessed):
    old = record("A", "superseded", "superseded_by: [2]\n")
    site = pages(assessed({"0001-a.md": old, "0002-b.md": record("B", "proposed")}))
    for told in (site["retired.md"].sections[0].html, site["0001-a.md"].lead):
        assert "Named successor, not in effect: 2 B proposed" in words(str(told))
        assert "No successor." not in words(str(told))


def test_search_results_say_that_it_is_retired_and_rank_it_behind_what_binds(assessed):
    page = pages(assessed({"0001-a.md": record("A", "deprecated")}))["0001-a.md"]
    assert page.title == "1 · A (deprecated)"
    assert page.description.startswith("Retired: deprecated, 2026-02-03.")
    assert page.search_boost < 1


def test_what_a_record_says_is_text(assessed):
    text = record("A", "rejected", "options: [{id: x, rejected_because: '<script>x</script>'}]\n")
    assert "<script>x" not in str(pages(assessed({"0001-a.md": text}))["retired.md"].sections)


def test_an_empty_shelf_says_that_it_is_empty(assessed):
    lead = words(str(pages(assessed({"0001-a.md": record("A")}))["retired.md"].lead))
    assert lead == "Retired No decision was retired or rejected."


def test_a_long_shelf_is_folded_by_area_with_counts(assessed):
    files = {
        f"{number:04}-a.md": record(f"Choice {number}", "deprecated", f"area: {'ads' if number % 3 else 'R&D'}\n")
        for number in range(1, 14)
    }
    (shelf,) = pages(assessed(files))["retired.md"].sections
    assert shelf.title == "Deprecated: given up (13)"
    assert [part.partition("</summary>")[0] for part in str(shelf.html).split("<summary>")[1:]] == [
        "<bdi>ads</bdi> (9)",
        "<bdi>R&amp;D</bdi> (4)",
    ]


RETIRED = "Retire the cache: the <b>vendor</b> went away"


@pytest.fixture(scope="module")
def retired(tmp_path_factory):
    """A folder with the records of a decision that a commit retired, of one that came in retired, and of a secret."""
    repository = Repository(tmp_path_factory.mktemp("retired"))
    first = {"0001-a.md": record("A"), "0002-b.md": record("B", "deprecated")}
    repository.change(first | {"0003-c.md": record("C", more="confidentiality: confidential\n")}, day="2026-03-01")
    repository.change({"0001-a.md": record("A", "deprecated")}, RETIRED, day="2026-05-01", author="Ben")
    repository.change({"0001-a.md": record("A now", "deprecated")}, "Find better words", day="2026-06-01")
    return repository


def _shelf(repository, **how):
    found = assess_folder(repository.records, today=TODAY, shown_from=repository.top, **how)
    return str(next(each.html for each in pages(found)["retired.md"].sections if each.anchor == "roi-deprecated"))


def test_where_the_record_is_silent_the_commit_that_retired_it_is_told(retired):
    html = _shelf(retired)
    assert "The commit that retired it Retire the cache: the <b>vendor</b> went away 2026-05-01 · Ben ·" in words(html)
    assert "Find better words" not in html
    assert made_markup(html) == []


def test_of_a_record_that_came_in_retired_no_commit_is_told(retired):
    _, _, second = words(_shelf(retired)).partition("2 B")
    assert "Why Its fields do not say; its page has the reasoning. It lived" in second


def test_what_a_commit_says_stays_inside_where_something_is_withheld(retired):
    told = words(_shelf(retired, audience=Audience.PUBLIC))
    assert "vendor" not in told
    assert "its page has the reasoning. 2026-05-01 · Ben ·" in told


def test_the_words_of_the_record_come_before_those_of_the_commit(tmp_path):
    more = "amendments: [{date: 2026-05-01, field: status, why: The law changed}]\n"
    repository = Repository(tmp_path)
    repository.change({"0001-a.md": record("A")}, day="2026-03-01")
    repository.change({"0001-a.md": record("A", "deprecated", more)}, RETIRED, day="2026-05-01")
    assert "Why The law changed It lived" in words(_shelf(repository))
