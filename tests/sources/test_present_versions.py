"""What is on disk and not committed counts from today."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from roi_plugin.model.history import NO_HISTORY, Axis, History
from roi_plugin.sources.folder_walk import walk
from roi_plugin.sources.present_versions import with_present
from roi_plugin.sources.record_files import read_folder
from roi_plugin.sources.record_histories import read_history
from tests.repositories import Repository, record

TODAY = dt.date(2026, 6, 1)


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = Repository(tmp_path / "project")
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    return repo


def present(repo: Repository) -> History:
    history = read_history(repo.records, cache=repo.top / ".cache")
    files = walk(repo.records, shown_from=repo.top)
    return with_present(history, read_folder(repo.records, shown_from=repo.top).records, TODAY, files=files)


def last_steps(history: History, path: str) -> list[tuple[str, str | None, str | None]]:
    found = history.of(path)
    assert found is not None
    return [(step.axis.value, step.before, step.after) for step in found.changes() if step.version.commit is None]


def test_a_clean_work_tree_adds_nothing(repo: Repository) -> None:
    assert last_steps(present(repo), "0001-cache.md") == []


@pytest.mark.parametrize(
    "text", [record(status="proposed", owner="kim"), record(status="proposed").replace("\n", "\r\n")]
)
def test_an_edit_that_is_no_step_adds_nothing(repo: Repository, text: str) -> None:
    repo.write("0001-cache.md", text)
    assert last_steps(present(repo), "0001-cache.md") == []


def test_an_uncommitted_status_counts_from_today_and_is_nobodys(repo: Repository) -> None:
    repo.write("0001-cache.md", record(problem="Slow", delivery="planned"))
    history = present(repo)
    assert last_steps(history, "0001-cache.md") == [
        ("status", "proposed", "accepted"),
        ("delivery", None, "planned"),
    ]
    version = history.by_path["0001-cache.md"].last
    assert (version.date, version.author, version.commit, version.blob) == (TODAY, None, None, "")


def test_a_record_nobody_committed_begins_today(repo: Repository) -> None:
    repo.write("0002-queue.md", record(title="Queue", status="draft"))
    assert last_steps(present(repo), "0002-queue.md") == [
        ("file", None, "decisions/0002-queue.md"),
        ("status", None, "draft"),
    ]


def test_a_record_that_cannot_be_read_keeps_its_last_status(repo: Repository) -> None:
    repo.write("0001-cache.md", record(status="acepted"))
    assert last_steps(present(repo), "0001-cache.md") == []


def test_a_record_renamed_on_disk_is_known_by_its_title(repo: Repository) -> None:
    (repo.records / "0001-cache.md").rename(repo.records / "0007-cache.md")
    history = present(repo)
    assert last_steps(history, "0007-cache.md") == [("file", "decisions/0001-cache.md", "decisions/0007-cache.md")]
    assert not history.gone


def test_a_record_removed_on_disk_is_gone_from_today(repo: Repository) -> None:
    (repo.records / "0001-cache.md").unlink()
    repo.write("0002-queue.md", record(title="Queue", status="draft"))
    gone = present(repo).gone
    assert [(one.last.date, one.last.is_removal) for one in gone] == [(TODAY, True)]
    assert [len(list(one.changes(Axis.FILE))) for one in gone] == [2]


def _bad(repo: Repository) -> None:
    repo.git("mv", "decisions/0001-cache.md", 'decisions/0001-"cache".md')
    repo.commit("Quote it", day="2026-02-01")


def _no_number(repo: Repository) -> None:
    (repo.records / "0001-cache.md").rename(repo.records / "cache.md")


def _committed(repo: Repository) -> None:
    _no_number(repo)
    repo.commit("Take the number out", day="2026-02-01")


def _linked(repo: Repository) -> None:
    (repo.records / "0001-cache.md").rename(repo.top / "cache.md")
    (repo.records / "0001-cache.md").symlink_to("../cache.md")


def _in_a_bad_folder(repo: Repository) -> None:
    (repo.records / "a|b").mkdir()
    repo.git("mv", "decisions/0001-cache.md", "decisions/a|b/0001-cache.md")
    repo.commit("Move it", day="2026-02-01")


@pytest.mark.parametrize("set_aside", [_bad, _no_number, _committed, _linked, _in_a_bad_folder])
def test_a_record_that_is_there_and_not_read_is_not_gone(
    repo: Repository, set_aside: Callable[[Repository], None]
) -> None:
    repo.change({"0002-queue.md": record(title="Queue")}, day="2026-01-06")
    set_aside(repo)
    history = present(repo)
    assert not history.gone
    assert len(history.by_path) == 2
    assert not any(one.last.is_removal for one in history.by_path.values())


def test_a_day_of_today_before_the_last_commit_is_no_way_back(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed", owner="kim")}, day="2027-01-01")
    repo.write("0001-cache.md", record(problem="Slow"))
    assert present(repo).by_path["0001-cache.md"].last.date == dt.date(2027, 1, 1)


def test_without_any_history_nothing_is_invented(repo: Repository) -> None:
    records = read_folder(repo.records, shown_from=repo.top).records
    nothing = History(missing="no history: git is away")
    assert with_present(nothing, records, TODAY) is nothing
    assert NO_HISTORY.of("0001-cache.md") is None
