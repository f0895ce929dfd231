"""The history on the page of a decision."""

import datetime as dt
import re

from msgspec.structs import replace

from roi_plugin.model.history import RecordHistory, State, Version
from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record
from tests.repositories import Repository


def _history(assessment, path="0001-a.md"):
    return next((str(one.html) for one in pages(assessment)[path].sections if one.anchor == "roi-history"), None)


def _changes(html):
    return [words(item) for item in re.findall(r"<li>.*?</li>", html, re.DOTALL)]


def test_the_changes_stand_newest_first_with_what_is_only_on_disk(assessed, tmp_path):
    repository = Repository(tmp_path)
    repository.change({"0007-a.md": record("A", "proposed")}, day="2026-02-03")
    (repository.records / "0007-a.md").rename(repository.records / "0001-a.md")
    last = repository.change({"0001-a.md": record("A")}, "Accept (#9)", day="2026-03-01", author="Ben")
    repository.write("0001-a.md", record("A", "deprecated"))
    found = _changes(_history(assessed({})))
    assert found[:2] == [
        "2026-11-23 deprecated (was accepted) not committed yet",
        f"2026-03-01 renumbered from 0007, accepted (was proposed) Ben · #9 · {last[:8]}",
    ]
    assert found[2].startswith("2026-02-03 added as proposed Ana · ")


def test_pull_requests_and_commits_are_links_where_the_site_knows_its_repository(assessed, tmp_path):
    commit = Repository(tmp_path).change({"0001-a.md": record("A")}, "Accept (#9)", day="2026-03-01")
    site = pages(assessed({}), repository="https://github.com/team/decisions")
    html = next(str(one.html) for one in site["0001-a.md"].sections if one.anchor == "roi-history")
    assert '<a href="https://github.com/team/decisions/pull/9">#9</a>' in html
    assert f'<code><a href="https://github.com/team/decisions/commit/{commit}">{commit[:8]}</a></code>' in html


def test_without_git_there_is_no_history(assessed):
    assert _history(assessed({"0001-a.md": record("A")})) is None


def _with(assessment, days, **more):
    versions = (
        Version(date=dt.date(2026, 1, day), path="0001-a.md", commit="c0ffee", state=State(status=status))
        for day, status in zip(range(1, days + 1), ("draft", "proposed") * days, strict=False)
    )
    told = RecordHistory(versions=tuple(versions), **more)
    return replace(assessment, judged=tuple(replace(one, history=told) for one in assessment.judged))


def test_a_long_history_folds_what_is_older(assessed):
    html = _history(_with(assessed({"0001-a.md": record("A")}), 9))
    shown, _, folded = html.partition("<details")
    assert (len(_changes(shown)), len(_changes(folded))) == (6, 3)
    assert "3 older changes" in folded


def test_a_history_that_is_cut_off_says_so(assessed):
    html = _history(_with(assessed({"0001-a.md": record("A")}), 1, is_whole=False))
    assert words(html).startswith("Older changes are not in this clone: git fetch --unshallow")
