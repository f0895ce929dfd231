"""The folder of an earlier day is what git holds of it, read within the same bounds as the one on disk."""

import datetime as dt
from pathlib import Path

import pytest

from roi_plugin.errors import GitError
from roi_plugin.sources.folder_files import FolderFiles
from roi_plugin.sources.folder_then import folder_then
from roi_plugin.sources.folder_walk import walk
from roi_plugin.sources.record_histories import read_history
from tests.repositories import Repository, record


def then(repository: Repository, day: str) -> FolderFiles:
    root = repository.records
    history = read_history(root, cache=repository.top / ".cache" / "roi")
    return folder_then(root, history, dt.date.fromisoformat(day), walk(root, shown_from=repository.top))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Renamed, renumbered, removed and restored, with a policy that changed and went."""
    made = Repository(tmp_path)
    made.change({"0001-a.md": record(title="A"), "policy.yml": "currency: USD\n"}, day="2026-01-10")
    made.git("mv", "decisions/0001-a.md", "decisions/0007-b.md")
    made.change({"policy.yml": "currency: CHF\n", "0002-c.md": record(title="C")}, day="2026-02-10")
    made.change({"policy.yml": None, "0002-c.md": None}, day="2026-03-10")
    made.change({"0002-c.md": record(title="C again")}, day="2026-04-10")
    return made


@pytest.mark.parametrize(
    ("day", "files"),
    [
        ("2026-01-10", ["0001-a.md", "policy.yml"]),
        ("2026-02-10", ["0002-c.md", "0007-b.md", "policy.yml"]),
        ("2026-03-10", ["0007-b.md"]),
        ("2026-04-10", ["0002-c.md", "0007-b.md"]),
    ],
)
def test_files_stand_at_the_places_of_then(repository: Repository, day: str, files: list[str]) -> None:
    assert sorted(then(repository, day).files) == files


def test_a_text_is_the_one_of_then(repository: Repository) -> None:
    assert then(repository, "2026-02-01").text("policy.yml") == ("currency: USD\n", ())
    assert then(repository, "2026-02-20").text("policy.yml") == ("currency: CHF\n", ())


def test_what_is_not_committed_is_no_part_of_an_earlier_day(repository: Repository) -> None:
    repository.write("0009-new.md", record())
    repository.write("0007-b.md", record(title="Edited"))
    found = then(repository, "2026-04-10")
    assert found.records == ["0002-c.md", "0007-b.md"]
    assert "title: A" in found.text("0007-b.md")[0]


def test_names_and_bytes_are_held_to_the_same_bounds(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.write("0001-a.md", record())
    made.write("bad:name/0002-b.md", record())
    made.write(".hidden/0003-c.md", record())
    made.write("0004-big.yml", "a" * 500_001)
    made.write("notes.md", record())
    (made.records / "0005-latin.yml").write_bytes(b"title: \xe9\n")
    (made.records / "picture.png").write_bytes(b"no text")
    made.commit(day="2026-01-10")
    found, now = then(made, "2026-01-10"), walk(made.records, shown_from=tmp_path)
    assert (found.files, found.records) == (now.files, now.records)
    by_place = sorted(found.findings, key=lambda one: one.sort_key)
    assert by_place == sorted(now.findings, key=lambda one: one.sort_key)
    assert {path: found.text(path) for path in found.records} == {path: now.text(path) for path in now.records}


def test_before_the_first_record_there_is_nothing(repository: Repository) -> None:
    with pytest.raises(GitError, match="no record stood here on 2026-01-09: the first is of 2026-01-10"):
        then(repository, "2026-01-09")


def test_a_folder_that_moved_is_the_same_register_before(tmp_path: Path) -> None:
    made = Repository(tmp_path, records="adr")
    made.change({"0001-a.md": record(title="A"), "x/0002-b.md": record(title="B")}, day="2026-01-10")
    made.git("mv", "adr", "decisions")
    made.commit(day="2026-03-10")
    made.records = tmp_path / "decisions"
    for day in ("2026-02-01", "2026-03-10"):
        assert then(made, day).records == ["0001-a.md", "x/0002-b.md"]
    with pytest.raises(GitError, match="no record stood here on 2026-01-09: the first is of 2026-01-10"):
        then(made, "2026-01-09")


def test_a_draft_from_elsewhere_was_no_record_before_it_came(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.change({"0001-a.md": record(title="A")}, day="2026-01-10")
    (tmp_path / "draft.md").write_text(record(title="B", status="draft"), encoding="utf-8")
    made.commit(day="2026-01-20")
    made.git("mv", "draft.md", "decisions/0002-b.md")
    made.commit(day="2026-03-10")
    assert then(made, "2026-02-01").records == ["0001-a.md"]
    assert then(made, "2026-03-10").records == ["0001-a.md", "0002-b.md"]


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "decisions").mkdir()
    history = read_history(tmp_path / "decisions", cache=tmp_path / ".cache")
    files = walk(tmp_path / "decisions", shown_from=tmp_path)
    with pytest.raises(GitError, match="no git repository"):
        folder_then(tmp_path / "decisions", history, dt.date(2026, 1, 1), files)


def test_a_shallow_clone_invents_nothing_before_its_first_commit(repository: Repository, tmp_path: Path) -> None:
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.top}", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    with pytest.raises(GitError, match=r"shallow clone: its history begins on 2026-04-10.*--unshallow"):
        then(clone, "2026-03-10")
    assert then(clone, "2026-04-10").records == ["0002-c.md", "0007-b.md"]
