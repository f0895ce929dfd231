"""The timeline: everything that happened, newest first, by month, however much it is."""

import datetime as dt
import re
from html import escape

import pytest
from msgspec.structs import replace

from roi_plugin.deepen import with_drift
from roi_plugin.model.history import History, RecordHistory, State, Version
from roi_plugin.pages.page import Page, Shelf
from roi_plugin.pages.site import pages
from roi_plugin.pages.timeline_page import NEWEST, YEAR_PART
from tests.pages.made_markup import made_markup
from tests.pages.words import words
from tests.pages.written_records import record
from tests.repositories import Repository

SCRIPT, PICTURE = "<script>roi_hostile()</script>", "<img src=x onerror=roi_hostile()>"


def _html(page: Page) -> str:
    return str(page.lead) + "".join(str(section.html) for section in page.sections)


def _events(page: Page) -> list[str]:
    return [words(item) for item in re.findall(r"<li data-day.*?</li>", _html(page), re.DOTALL)]


def _timeline(assessment) -> Page:
    return pages(assessment)["timeline.md"]


@pytest.fixture
def lived(assessed, tmp_path):
    repository = Repository(tmp_path)
    old, new = record("Old", "accepted", "area: search\nowner: kim\n"), record("New", "proposed", "supersedes: [1]\n")
    first = repository.change({"0001-old.md": old, "0002-lost.md": record("Lost"), "policy.yml": ""}, day="2026-02-03")
    repository.change({"0002-lost.md": None, "0004-new.md": new}, "Propose (#12)", day="2026-05-01", author="Ben")
    (repository.records / "0004-new.md").rename(repository.records / "0003-new.md")
    superseded = old.replace("status: accepted", "status: superseded")
    accepted = new.replace("proposed", "accepted").replace("---\n", "---\ndelivery: delivered\n", 1)
    repository.change({"0001-old.md": superseded, "0003-new.md": accepted}, day="2026-10-05")
    repository.write("0003-new.md", accepted.replace("delivered", "reverted"))
    return assessed({}), first


def test_each_event_tells_its_day_its_decision_what_happened_and_by_whom(lived):
    assessment, first = lived
    found = _events(_timeline(assessment))
    assert found[0] == "2026-11-23 3 New reverted not committed yet"
    assert found[1].startswith("2026-10-05 3 New renumbered from 0004, accepted (was proposed), delivered Ana · ")
    assert found[2].startswith("2026-10-05 1 Old superseded (was accepted), replaced by 3 New Ana · ")
    assert found[3].startswith("2026-05-01 3 New added as proposed, dated 2026-02-03 Ben · #12 · ")
    assert found[4].startswith("2026-05-01 Lost removed Ben · #12 · ")
    assert found[5].startswith("2026-02-03 Policy rates or limits changed Ana · ")
    assert found[6:] == [f"2026-02-03 {name} added as accepted Ana · {first[:8]}" for name in ("Lost", "1 Old")]


def test_the_day_of_a_later_status_is_not_told_as_that_of_the_beginning(assessed, tmp_path):
    repository = Repository(tmp_path)
    repository.change({"0001-a.md": record("A", "proposed").replace("2026-02-03", "2026-01-20")}, day="2026-01-20")
    repository.change({"0001-a.md": record("A", "accepted")}, day="2026-02-03")
    found = _events(_timeline(assessed({})))
    assert found[0].startswith("2026-02-03 1 A accepted (was proposed) Ana · ")
    assert found[1].startswith("2026-01-20 1 A added as proposed Ana · ")


def test_the_page_says_once_by_which_day_an_event_counts(lived):
    assert words(str(_timeline(lived[0]).lead)).count("each on its author's day") == 1


def test_events_stand_by_month_under_headings_and_lead_to_the_pages_of_what_is_there(lived):
    html = _html(_timeline(lived[0]))
    assert re.findall(r'<h3 id="([^"]+)">([^<]+)', html) == [
        ("roi-2026-11", "November 2026"),
        ("roi-2026-10", "October 2026"),
        ("roi-2026-05", "May 2026"),
        ("roi-2026-02", "February 2026"),
    ]
    assert 'href="../0003-new/"' in html
    assert "0002-lost" not in html


def test_the_filter_offers_what_occurs_and_is_hidden_until_the_script_works_it(lived):
    form = re.search(r"<form.*?</form>", _html(_timeline(lived[0])), re.DOTALL).group()
    assert re.match(r"<form [^>]*\bhidden>", form)
    offered = re.findall(r'<option value="([^"]+)"', form)
    kinds = ["proposed", "accepted", "superseded", "delivered", "reverted", "added", "renamed", "removed", "settings"]
    assert offered == [*kinds, "search", "kim"]
    assert '<input type="date" name="since">' in form


def test_a_forecast_that_moved_without_an_amendment_is_an_event_of_the_timeline_and_of_the_record(assessed, tmp_path):
    options = "options: [{id: tune, costs: [{id: work, money: 1k}]}, {id: idle}]\n"
    repository = Repository(tmp_path)
    repository.change({"0001-a.md": record("A", "accepted", options)}, day="2026-02-03")
    repository.change({"0001-a.md": record("A", "accepted", options.replace("1k", "2k"))}, day="2026-03-01")
    moved = with_drift(assessed({}), tmp_path / "decisions")
    told = "forecast moved: options[tune].costs[work].money Ana"
    assert _events(_timeline(moved))[0].startswith(f"2026-03-01 1 A {told} · ")
    html = _html(_timeline(moved))
    assert 'data-kinds="forecast-moved"' in html
    assert '<option value="forecast-moved">forecast moved, not amended</option>' in html
    assert told in words(_html(pages(moved)["0001-a.md"]))


def test_each_event_carries_what_the_filter_asks(lived):
    html = _html(_timeline(lived[0]))
    assert 'data-day="2026-10-05" data-kinds="superseded" data-area="search" data-owner="kim"' in html
    assert 'data-kinds="renamed accepted delivered" data-area="" data-owner=""' in html


def test_without_git_the_page_says_so_and_tells_what_the_records_say(assessed):
    review = "reviews: [{date: 2026-08-01, by: [lee], outcome: kept}]\n"
    page = _timeline(assessed({"0001-a.md": record("A", more=review), "0002-b.md": "---\ntitle: B\n---\n"}))
    assert "No history: the records are in no git repository" in words(str(page.lead))
    assert _events(page) == ["2026-08-01 1 A reviewed: kept lee", "2026-02-03 1 A date of the record (accepted now)"]


def test_with_nothing_to_tell_the_page_says_that(assessed):
    page = _timeline(assessed({"0002-b.md": "---\ntitle: B\n---\n"}))
    assert words(str(page.lead)).startswith("Timeline Nothing is known to have happened, as of 2026-11-23.")
    assert "all events" not in str(page.lead)
    assert "<form" not in _html(page)


def test_what_all_happened_on_one_day_is_not_told_as_a_span(assessed):
    review = "reviews: [{date: 2026-02-03, by: [lee], outcome: kept}]\n"
    page = _timeline(assessed({"0001-a.md": record("A", more=review)}))
    assert words(str(page.lead)).startswith("Timeline 2 events, all on 2026-02-03. First what changed")


def _with_days(assessment, days):
    versions = [
        Version(date=day, path="0001-a.md", commit="c0ffee", state=State(status=("draft", "proposed")[at % 2]))
        for at, day in enumerate(days)
    ]
    return replace(assessment, history=History(by_path={"0001-a.md": RecordHistory(versions=tuple(versions))}))


def test_what_is_too_much_for_a_page_stands_on_pages_of_the_years_and_nothing_is_lost(assessed):
    first = dt.date(2024, 12, 1)
    days = [first] * (YEAR_PART + 2) + [first.replace(year=2025)] * (NEWEST + 1) + [first.replace(year=2026)] * 3
    site = pages(_with_days(assessed({"0001-a.md": record("A")}), days))
    counts = {path: len(_events(page)) for path, page in site.items() if path.startswith("timeline")}
    assert counts == {
        "timeline.md": NEWEST,
        "timeline-2025.md": NEWEST + 1,
        "timeline-2024.md": YEAR_PART,
        "timeline-2024-2.md": 2,
    }
    assert {site[path].shelf for path in counts} == {Shelf.LIST, Shelf.TIMELINE}
    newest = _html(site["timeline.md"])
    for path in ("timeline-2025", "timeline-2024", "timeline-2024-2"):
        assert f'href="../{path}/"' in newest
    assert 'data-oldest="2025-12-01"' in newest
    assert "<strong>2024, part 2</strong> (2)" in _html(site["timeline-2024-2.md"])
    assert 'href="../timeline/"' in str(site["timeline-2024.md"].lead)


def test_what_strangers_write_stands_on_the_pages_as_text(assessed):
    hostile = f"{PICTURE} ](javascript:alert(1)) \x1b[31m\u202egnp"
    folders = "<img onerror=1>/0009-](javascript:1)-x.md", "decisions/0001-a.md"
    versions = tuple(
        Version(date=dt.date(2026, 3, 1), path=path, commit=hostile, author=hostile, pull_request=hostile, state=state)
        for path, state in zip(folders, (State(status="proposed"), State(status="accepted")), strict=True)
    )
    removal = replace(versions[0], date=dt.date(2026, 4, 1), is_removal=True, state=State())
    gone = RecordHistory(versions=(replace(versions[0], state=State(title=hostile)), removal))
    told = RecordHistory(versions=versions)
    review = f"reviews: [{{date: 2026-08-01, by: ['{SCRIPT}'], outcome: kept}}]\n"
    own = f"area: '{SCRIPT}'\nowner: '\" onclick=roi_hostile() x=\"'\n{review}"
    assessment = assessed({"0001-a.md": record("A", more=own)})
    assessment = replace(
        assessment,
        history=History(by_path={"0001-a.md": told}, gone=(gone,), missing=hostile),
        judged=tuple(replace(judged, history=told) for judged in assessment.judged),
    )
    site = pages(assessment)
    for path in ("timeline.md", "0001-a.md"):
        html = _html(site[path])
        assert escape(PICTURE) in html
        assert made_markup(html) == []
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", html), path
