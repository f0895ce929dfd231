"""Of a record that is gone or has another name, `roi show` says so."""

from pathlib import Path

import pytest

from roi_plugin.cli import main
from tests.repositories import Repository, record


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Three records; the second is renumbered in March, the third removed in April."""
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path)
    pages, gone = record(title="Pages", problem="They are slow"), record(title="Queue", problem="It is long")
    made.change({"0001-a.md": record(), "0007-pages.md": pages, "0009-queue.md": gone}, day="2026-01-10")
    made.change({"0007-pages.md": None, "0012-pages.md": pages}, day="2026-03-10", author="Kim")
    made.change({"0009-queue.md": None}, day="2026-04-10")
    return made


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["show", *arguments]) == 2
    return capsys.readouterr().err.strip()


def test_a_record_that_was_renumbered_or_removed_is_told_with_day_and_commit(repository: Repository, capsys) -> None:
    removal, renaming = (repository.git("rev-parse", "--short=8", name) for name in ("HEAD", "HEAD~1"))
    assert refused(capsys, "7") == (
        f"roi: `7` is now `0012-pages`, since it was renamed on 2026-03-10 by Kim in commit {renaming}: "
        "`roi show 0012-pages`"
    )
    assert refused(capsys, "0009-queue") == (
        f"roi: `0009-queue` was removed on 2026-04-10 by Ana in commit {removal}: "
        "`roi show 0009-queue --as-of 2026-04-09` tells how it stood"
    )
    assert main(["show", "0009-queue", "--as-of", "2026-04-09"]) == 0


def test_what_is_only_removed_on_disk_says_so(repository: Repository, capsys) -> None:
    (repository.records / "0001-a.md").unlink()
    assert refused(capsys, "1").startswith("roi: `1` was removed on disk, which is not committed yet: `roi show 1 --as")


def test_a_name_that_nothing_ever_had_is_unknown_then_as_now(repository: Repository, capsys) -> None:
    assert refused(capsys, "8") == "roi: `8` is no id, alias, number or beginning of an id: `roi list` names them all"
    assert refused(capsys, "12", "--as-of", "2026-03-09").endswith("; with --as-of, as they stood on 2026-03-09")
    assert "was renamed on 2026-03-10" in refused(capsys, "7", "--as-of", "2026-03-10")


def test_a_record_that_came_and_went_on_one_day_is_not_offered(repository: Repository, capsys) -> None:
    repository.change({"0020-x.md": record(title="Short", problem="x")}, day="2026-05-01")
    repository.change({"0020-x.md": None}, day="2026-05-01")
    assert "--as-of" not in refused(capsys, "20")
