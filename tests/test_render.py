"""The pages for other site engines."""

from pathlib import Path

import pytest

from roi_plugin.cli import main
from tests.repositories import Repository, record


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path)
    (made.records / "team").mkdir()
    (made.records / "team/plan.png").write_bytes(b"\x89PNG")
    made.change(
        {
            "team/0001-cache.md": record(title="Cache <b>"),
            "0002-plan.yml": "title: P\nstatus: draft\ndate: 2026-01-01\n",
        },
        day="2026-01-05",
    )
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_page_and_file_is_written_as_text(repository, capsys):
    assert main(["render", "--to", "build/docs", "--today", "2026-09-10"]) == 0
    found = files(Path("build/docs"))
    assert found["team/0001-cache.md"].startswith('---\ntitle: "1 · Cache &lt;b&gt;"'.encode())
    assert b"Cache &lt;b&gt;</h1>" in found["team/0001-cache.md"]
    assert found["team/plan.png"] == b"\x89PNG"
    assert {"index.md", "0002-plan.md", "decisions.json", "team/0001-cache.json", "feeds/decisions.atom"} <= set(found)
    assert "0002-plan.yml" not in found
    everywhere = [path for path in found if path.startswith("assets/roi.")]
    assert len(everywhere) == 2
    said = capsys.readouterr().out
    assert f"{len(found) - 1} files written to build/docs" in said
    assert all(path in said for path in everywhere)


def test_the_same_register_is_the_same_to_the_byte_and_replaces_what_was_rendered(repository):
    assert main(["render", "--to", "out", "--today", "2026-09-10"]) == 0
    first = files(Path("out"))
    Path("out/stale.md").write_text("old")
    assert main(["render", "--to", "out", "--today", "2026-09-10"]) == 0
    assert files(Path("out")) == first
    assert sorted(path.name for path in Path().iterdir() if path.name.startswith(".out")) == []


def test_a_folder_of_somebody_else_is_left_alone(repository, capsys):
    Path("mine").mkdir()
    Path("mine/notes.txt").write_text("mine")
    assert main(["render", "--to", "mine"]) == 2
    assert capsys.readouterr().err == (
        "roi: mine holds files that were not rendered: name an empty folder, or a new one\n"
    )
    assert files(Path("mine")) == {"notes.txt": b"mine"}


def test_for_the_public_drafts_and_their_files_are_left_out(repository, capsys):
    repository.write("0002-plan.yml", "title: P\nstatus: draft\ndate: 2026-01-01\nproblem: See team/plan.png\n")
    assert main(["render", "--to", "out", "--audience", "public"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "1 record is kept from the public: drafts, confidential ones and those with errors."
    found = files(Path("out"))
    assert "0002-plan.md" not in found
    assert "0002-plan.json" not in found
    assert "team/plan.png" not in found
    assert "team/0001-cache.md" in found
