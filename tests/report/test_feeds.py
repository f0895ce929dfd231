"""Feeds and calendars as other programs read them."""

import datetime as dt
from pathlib import Path

import feedparser
import icalendar
import pytest

from roi_plugin.assess import Assessment
from roi_plugin.build import assess_folder
from roi_plugin.report.atom import atom
from roi_plugin.report.feed_entries import entries, newest
from roi_plugin.report.review_calendar import review_calendar
from tests.hostile import PAYLOADS
from tests.repositories import Repository, record

TODAY = dt.date(2026, 9, 10)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.change({"0001-cache.md": record(status="proposed", owner="ana")}, day="2026-01-05")
    made.change({"0001-cache.md": record(owner="ana", review_due="2026-08-01")}, day="2026-02-01", author="Bea")
    made.change({"0002-pages.md": record(title="Ünïcode; with, signs", review_due="2026-12-24")}, day="2026-03-01")
    return made


def assessed(repository: Repository) -> Assessment:
    return assess_folder(repository.records, today=TODAY, shown_from=repository.top)


def parsed(assessment: Assessment):
    text = atom(
        newest(assessment),
        title="Ours",
        key="all",
        today=TODAY,
        link=lambda path: f"https://example.org/{path}",
        home="https://example.org/",
        address="https://example.org/feeds/decisions.atom",
    )
    found = feedparser.parse(text)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_a_reader_finds_each_change_of_status_with_its_day_author_and_page(repository):
    found = parsed(assessed(repository))
    assert (found.version, found.feed.title, found.feed.link) == ("atom10", "Ours", "https://example.org/")
    changes = [entry for entry in found.entries if entry.tags[0].term == "status"]
    assert [(entry.title, entry.updated[:10], entry.author) for entry in changes] == [
        ("2 Ünïcode; with, signs: added as accepted", "2026-03-01", "Ana"),
        ("1 Cache the embeddings: accepted (was proposed)", "2026-02-01", "Bea"),
        ("1 Cache the embeddings: added as proposed", "2026-01-05", "Ana"),
    ]
    assert changes[0].link == "https://example.org/0002-pages.md"


def test_flags_are_told_once_each_and_ids_stay_the_same(repository):
    first, again = entries(assessed(repository)), entries(assessed(repository))
    assert [entry.id for entry in first] == [entry.id for entry in again]
    assert len({entry.id for entry in first}) == len(first)
    flags = [entry for entry in first if entry.category == "flag"]
    assert "1 Cache the embeddings: flagged review-overdue" in [entry.title for entry in flags]


def flag_days(repository: Repository, title: str) -> dict[str, dt.date]:
    found = (entry for entry in entries(assessed(repository)) if entry.category == "flag")
    return {entry.title.rpartition(" ")[2]: entry.date for entry in found if entry.title.startswith(title)}


def test_a_flag_that_time_raises_is_of_the_day_on_which_it_came_true_and_the_feed_is_as_new(repository):
    assert flag_days(repository, "1 ")["review-overdue"] == dt.date(2026, 8, 16)
    assert parsed(assessed(repository)).feed.updated == "2026-08-16T00:00:00Z"


def test_a_flag_keeps_its_day_when_its_record_is_edited(repository):
    before = flag_days(repository, "1 ")
    assert set(before.values()) == {dt.date(2026, 2, 1), dt.date(2026, 8, 16)}
    text = record(owner="ana", review_due="2026-08-01") + "\nMore words.\n"
    repository.change({"0001-cache.md": text}, day="2026-09-01")
    assert flag_days(repository, "1 ") == before


COST = "[{{id: do-nothing}}, {{id: a, chosen: true, gain: 30k..60k, cost: {}}}]"
GAINS = (
    "[{id: do-nothing}, {id: a, chosen: true, gains: [{id: g, value: 5k..9k, p: 50%}], costs: [{id: c, money: 9k}]}]"
)
RISKY = GAINS.replace("}]}]", "}], risks: [{id: late, p: 20%, impact: 5k}]}]")


def test_a_flag_that_an_edit_causes_is_of_the_day_of_its_commit_and_stays_so(tmp_path):
    made = Repository(tmp_path)
    first = {"0001-a.md": record(options=COST.format("9k..12k")), "0002-b.md": record(title="B", depends_on="['0001']")}
    made.change(first, day="2026-01-05")
    made.change({"0001-a.md": record(options=COST.format("11k..19k"))}, day="2026-03-01")
    made.change({"0001-a.md": record(options=COST.format("13k..21k"))}, day="2026-05-01")
    assert flag_days(made, "1 ")["forecast-edited-after-acceptance"] == dt.date(2026, 3, 1)
    assert flag_days(made, "2 ")["suspect-link"] == dt.date(2026, 3, 1)


def test_a_flag_on_what_came_into_the_record_later_is_of_that_day(tmp_path):
    made = Repository(tmp_path)
    more = {"reversibility": "one-way", "delivery": "in-progress"}
    made.change({"0001-a.md": record(options=GAINS, **more)}, day="2026-01-05")
    before = flag_days(made, "1 ")
    made.change({"0001-a.md": record(options=RISKY, **more)}, day="2026-03-01")
    after = flag_days(made, "1 ")
    assert "risk-without-guardrail" not in before
    assert after["risk-without-guardrail"] == dt.date(2026, 3, 1)
    assert {name: day for name, day in after.items() if name in before} == before


def test_a_flag_of_an_edit_that_is_not_committed_is_of_the_day_of_the_status(tmp_path):
    made = Repository(tmp_path)
    made.change({"0001-a.md": record(options=COST.format("9k..12k"))}, day="2026-01-05")
    made.write("0001-a.md", record(options=COST.format("11k..19k")))
    assert flag_days(made, "1 ")["forecast-edited-after-acceptance"] == dt.date(2026, 1, 5)


def test_no_flag_is_older_than_the_status_in_which_it_is_asked(repository):
    repository.change({"0003-late.md": record(id="late", review_due="2026-03-01")}, day="2026-09-02")
    assert flag_days(repository, "3 ")["review-overdue"] == dt.date(2026, 9, 2)


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("proposed-too-long", record(status="proposed"), "2026-03-07"),
        ("waiver-expired", record(waivers="[{rule: no-dissent, reason: r, by: ana, until: 2026-04-30}]"), "2026-05-01"),
        ("accepted-not-delivered", record(delivery="planned", options="[{id: a, chosen: true}]"), "2026-07-05"),
    ],
)
def test_what_waits_for_too_long_is_told_from_the_first_day_too_late(tmp_path, name, text, day):
    made = Repository(tmp_path)
    made.change({"0001-cache.md": text}, day="2026-01-05")
    assert flag_days(made, "1 ")[name] == dt.date.fromisoformat(day)


def test_a_calendar_holds_each_review_that_is_due(repository):
    calendar = icalendar.Calendar.from_ical(review_calendar(assessed(repository), lambda path: f"https://e.org/{path}"))
    events = calendar.walk("VEVENT")
    assert [(event.decoded("DTSTART"), str(event["SUMMARY"]), str(event["URL"])) for event in events] == [
        (
            dt.date(2026, 8, 1),
            "Review decision 1 Cache the embeddings (overdue since 2026-08-01)",
            "https://e.org/0001-cache.md",
        ),
        (dt.date(2026, 12, 24), "Review decision 2 Ünïcode; with, signs", "https://e.org/0002-pages.md"),
    ]
    assert len({str(event["UID"]) for event in events}) == 2
    assert [alarm["ACTION"] for alarm in calendar.walk("VALARM")] == ["DISPLAY", "DISPLAY"]


def test_a_review_that_was_held_rings_no_more(repository):
    repository.write("0001-cache.md", record(review_due="2026-08-01", reviews="[{date: 2026-08-02}]"))
    repository.write("0002-pages.md", record(status="rejected", review_due="2026-12-24"))
    assert "VEVENT" not in review_calendar(assessed(repository))


def test_lines_of_a_calendar_are_no_longer_than_the_standard_allows(repository):
    repository.write("0001-cache.md", record(title=f"'{'ä, ' * 50}'", review_due="2026-12-01"))
    text = review_calendar(assessed(repository))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (event,) = [one for one in icalendar.Calendar.from_ical(text).walk("VEVENT") if "ä" in str(one["SUMMARY"])]
    assert str(event["SUMMARY"]).count("ä") == 50


def test_hostile_records_make_no_feed_or_calendar_that_cannot_be_read(tmp_path: Path):
    for name, payload in PAYLOADS.items():
        path = tmp_path / "decisions" / f"{list(PAYLOADS).index(name) + 1:04}-x.md"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(payload.replace(b"\nstatus:", b"\nreview_due: 2026-10-01\nstatus:", 1))
    found = assess_folder(tmp_path / "decisions", today=TODAY, shown_from=tmp_path)
    assert len(parsed(found).entries) == 50
    calendar = icalendar.Calendar.from_ical(review_calendar(found))
    assert len(calendar.walk("VEVENT")) > 20
    assert not calendar.errors


def test_no_flag_is_told_of_what_another_decision_replaced(tmp_path):
    old, new = "---\ntitle: Old\nstatus: accepted\ndate: 2026-01-05\n", "---\ntitle: New\nstatus: accepted\n"
    (tmp_path / "0001-old.md").write_text(f"{old}expected_life: 5 years\n---\n", encoding="utf-8")
    (tmp_path / "0002-new.md").write_text(f"{new}date: 2026-02-05\nsupersedes: [1]\n---\n", encoding="utf-8")
    assessment = assess_folder(tmp_path, today=TODAY, shown_from=tmp_path)
    assert "risk/short-lived-decision" in {finding.name for finding in assessment.judged[0].findings}
    assert not [entry for entry in entries(assessment) if entry.category == "flag" and entry.path == "0001-old.md"]
