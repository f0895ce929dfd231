"""What changed since the last quarter: how many decisions, and which."""

import datetime as dt
import re

import pytest

from roi_plugin.model.period import quarter_start
from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record
from tests.repositories import Repository


@pytest.mark.parametrize(
    ("day", "start"),
    [
        ("2026-01-01", "2026-01-01"),
        ("2026-03-31", "2026-01-01"),
        ("2026-05-31", "2026-04-01"),
        ("2026-09-30", "2026-07-01"),
        ("2026-12-31", "2026-10-01"),
    ],
)
def test_a_quarter_begins_with_january_april_july_or_october(day, start):
    assert quarter_start(dt.date.fromisoformat(day)) == dt.date.fromisoformat(start)


def _since(assessment):
    section = next(one for one in pages(assessment)["timeline.md"].sections if one.anchor == "roi-since")
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", str(section.html), re.DOTALL)
    return section.title, {title: words(rows) for title, rows in found}, str(section.html)


def test_each_group_counts_a_decision_once_and_leads_to_it(assessed, tmp_path):
    repository = Repository(tmp_path)
    recent = record("Recent").replace("2026-02-03", "2026-11-01")
    repository.change({"0001-a.md": record("A", "proposed"), "0002-b.md": record("B")}, day="2026-02-03")
    repository.change({"0001-a.md": record("A"), "0003-c.md": recent, "0004-d.md": record("Late")}, day="2026-11-02")
    repository.change({"0001-a.md": record("A", "rejected"), "0002-b.md": None}, day="2026-11-03")
    repository.change({"0001-a.md": record("A", "deprecated", "delivery: reverted\n")}, day="2026-11-04")
    title, groups, html = _since(assessed({}))
    assert title == "Since the last quarter ended (since 2026-10-01)"
    assert groups == {
        "Added to the register (2)": "4 Late 2026-11-02 3 Recent 2026-11-02",
        "Accepted (2)": "3 Recent 2026-11-02 1 A 2026-11-02",
        "Retired (1)": "1 A 2026-11-04",
        "Reverted (1)": "1 A 2026-11-04",
        "Removed from the register (1)": "B 2026-11-03",
    }
    assert 'href="../0003-c/"' in html


def test_of_many_the_newest_are_named_and_the_rest_is_one_choice_of_the_filter_away(assessed, tmp_path):
    repository = Repository(tmp_path)
    repository.change({f"{number:04}-a.md": record(f"T{number}") for number in range(1, 9)}, day="2026-11-02")
    _, groups, html = _since(assessed({}))
    assert groups["Added to the register (8)"].endswith("4 T4 2026-11-02 and 3 more")
    assert 'href="?kind=added&amp;since=2026-10-01#roi-events"' in html


def test_a_calm_quarter_says_so(assessed):
    _, groups, html = _since(assessed({"0001-a.md": record("A")}))
    assert groups == {}
    assert words(html) == "Nothing changed since 2026-10-01."
