"""The whole way from a bundle to the verdict."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpora.__main__ import main
from tests.corpora.reading import decision_folder
from tests.repositories import Repository

CLAIMED, OTHER = "cardano-scaling+hydra", "one+two"
Run = Callable[[Path], tuple[object, str]]
PATH = "docs/adr/0001-cache.md"


@pytest.fixture
def bundles(tmp_path: Path) -> Path:
    """A folder with the same short history under a name that the reader claims and under another."""
    repo = Repository(tmp_path / "project", records="docs/adr")
    text = "# 1. Cache it\n\n## Status\n\nDraft\n\n## Context\n\nWords that stay the same.\n"
    repo.change({"0001-a.md": text, "0002-b.md": text}, day="2026-01-05")
    repo.change({"0001-a.md": None, "0001-cache.md": text.replace("Draft", "Accepted")}, day="2026-02-01")
    folder = tmp_path / "bundles"
    folder.mkdir()
    for name in (CLAIMED, OTHER):
        repo.git("bundle", "create", "--quiet", str(folder / f"{name}.bundle"), "HEAD", "main")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(folder: Path) -> tuple[object, str]:
        monkeypatch.setattr(sys, "argv", ["corpora", str(folder)])
        try:
            main()
        except SystemExit as end:
            return end.code, capsys.readouterr().out
        return 0, capsys.readouterr().out

    return run


LIVED = "2026-01-05 draft; 2026-02-01 accepted"


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        (f"{CLAIMED},{PATH},{LIVED},1,", 0, "1 of 1 hand-checked histories are reproduced; 0 are wrong"),
        (f"{CLAIMED},{PATH},2026-01-05 draft,1,", 1, f"read:    {LIVED}; renames: 1"),
        (f"{OTHER},{PATH},2026-01-05 draft,1,", 0, "does not claim"),
        (f"three+four,{PATH},{LIVED},1,", 0, "no such record"),
    ],
    ids=["the same", "wrong", "wrong where nothing is claimed", "no such bundle"],
)
def test_only_a_difference_in_a_claimed_corpus_is_a_failure(
    bundles: Path, run: Run, row: str, code: int, words: str
) -> None:
    (bundles / "lifecycle.csv").write_text(f"corpus,file,transitions,renames,note\n{row}\n", encoding="utf-8")
    ended, said = run(bundles)
    assert ended == code
    assert words in said


def test_the_figures_are_printed_without_a_table_of_people_too(bundles: Path, run: Run) -> None:
    ended, said = run(bundles)
    assert ended == 0
    assert [line.split()[:6] for line in said.splitlines()] == [
        ["corpus", "records", "versions", "renames", "changes", "unread"],
        [CLAIMED, "2", "3", "1", "1", "0"],
        [OTHER, "2", "3", "1", "1", "0"],
    ]


def test_a_folder_without_bundles_is_an_error(tmp_path: Path, run: Run) -> None:
    assert run(tmp_path)[0] == 2


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        (["docs/adr/0001-a.md", "docs/adr/0002-b.md"], "docs/adr"),
        (["docs/adr/0001-a.md", "docs/adr/web/0002-b.md"], "docs/adr"),
        (["security/001-a.md", "operations/002-b.md"], ""),
        (["001-a.md"], ""),
        ([], ""),
    ],
)
def test_the_folder_of_decisions_is_where_all_numbered_files_are(paths: list[str], folder: str) -> None:
    assert decision_folder(paths) == folder
