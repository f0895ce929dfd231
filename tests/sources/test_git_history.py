"""What happens when git is missing, hangs, complains or asks, and what is asked of it at all."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import roi_plugin
from roi_plugin.errors import GitError
from roi_plugin.sources.git_history import PATIENCE_VARIABLE, open_repository
from roi_plugin.sources.record_histories import read_history
from tests.repositories import Repository, record

HANGING = "sleep 600"
FLOOD = "seq -f 'warning: something long enough to fill the pipe %g' 3000 >&2"
SHORT, BOUND = "0.5", 8.0
"""Seconds of patience in these tests, and within which a command has to end all the same."""


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = Repository(tmp_path / "project")
    repo.change({"0001-cache.md": record(status="draft")}, day="2026-01-05")
    return repo


def with_git(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a program of this text in place of git."""
    program = folder / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv(PATIENCE_VARIABLE, SHORT)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (HANGING, "gave no sign for 0.5 s"),
        # A child of git that keeps the pipes open must not keep us.
        (f"{HANGING} & {HANGING}", "gave no sign for 0.5 s"),
        ('read answer < /dev/tty && echo "$answer"', "no history"),
        ("printf 'Password: ' >&2; sleep 600", "gave no sign for 0.5 s"),
        ("echo 'fatal: bad \x1b[31mthing' >&2; exit 128", "fatal: bad \\x1b[31mthing"),
        (f"{FLOOD}; exit 3", "warning"),
        (f"while true; do {FLOOD}; done", "gave no sign for 0.5 s"),
        ("while printf a; do sleep 0.1; done", "gave no sign for 0.5 s"),
        ("exit 1", "no history: git failed"),
        ("kill -9 $$", "no history: git failed"),
    ],
    ids=[
        "hangs",
        "with a child",
        "asks terminal",
        "asks",
        "fails",
        "floods",
        "floods for ever",
        "drips",
        "silent",
        "killed",
    ],
)
def test_a_git_that_does_not_answer_ends_in_one_line(
    repo: Repository, script: str, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_git(tmp_path, script, monkeypatch)
    start = time.monotonic()
    history = read_history(repo.records, cache=tmp_path / "cache")
    assert time.monotonic() - start < BOUND
    assert history.missing is not None
    assert words in history.missing
    assert history.missing.isprintable()
    assert not history.by_path


def test_a_git_that_hangs_after_it_began_to_answer_is_stopped_too(
    repo: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = subprocess.run(["which", "git"], capture_output=True, text=True, check=True).stdout.strip()
    with_git(tmp_path, f'case "$*" in *" log "*) echo abc; {HANGING};; *) exec {whole} "$@";; esac', monkeypatch)
    assert "gave no sign" in (read_history(repo.records, cache=tmp_path / "cache").missing or "")


def test_warnings_of_a_git_that_works_are_its_own_matter(
    repo: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = subprocess.run(["which", "git"], capture_output=True, text=True, check=True).stdout.strip()
    with_git(tmp_path, f'echo "warning: odd" >&2; exec {whole} "$@"', monkeypatch)
    monkeypatch.delenv(PATIENCE_VARIABLE)
    assert list(read_history(repo.records, cache=tmp_path / "cache").by_path) == ["0001-cache.md"]


CHECK = """
import os, sys
os.environ["PATH"] = sys.argv[1]
from roi_plugin.cli import main
sys.exit(main(["check", "--decisions", sys.argv[2], "--fail-on", "error"]))
"""


def checked(repo: Repository, path: str) -> "subprocess.CompletedProcess[str]":
    """`roi check` in a process of its own, in which GitPython was never loaded."""
    environment = {**os.environ, "PYTHONPATH": str(Path(roi_plugin.__file__).parents[1]), PATIENCE_VARIABLE: SHORT}
    command = [sys.executable, "-c", CHECK, path, str(repo.records)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_without_git_everything_else_works_and_one_line_says_so(repo: Repository, tmp_path: Path) -> None:
    done = checked(repo, str(tmp_path / "nothing"))
    assert done.returncode == 0
    assert done.stderr == "roi: no history: git cannot be started; install it, or put it on the PATH\n"


def test_a_git_that_hangs_from_the_first_moment_does_not_stop_a_check(repo: Repository, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{HANGING}\n", encoding="utf-8")
    program.chmod(0o755)
    done = checked(repo, f"{program.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")
    assert done.returncode == 0
    assert done.stderr.count("\n") == 1
    assert "gave no sign for 0.5 s" in done.stderr


@pytest.mark.parametrize("written", ["soon", "0", "-1", "inf", "nan"])
def test_a_patience_that_is_none_is_said(repo: Repository, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PATIENCE_VARIABLE, written)
    with pytest.raises(GitError, match=r"ROI_GIT_PATIENCE is .* expected seconds above 0"):
        open_repository(repo.records)


def test_a_repository_of_somebody_else_is_not_read(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with pytest.raises(GitError, match=r"safe\.directory"):
        open_repository(repo.records)


def test_the_settings_of_a_repository_run_nothing(repo: Repository, tmp_path: Path) -> None:
    trap = tmp_path / "ran"
    for name in ("core.fsmonitor", "diff.external", "core.pager", "gpg.program", "diff.x.textconv"):
        repo.git("config", name, f"touch {trap}")
    repo.git("config", "log.showSignature", "true")
    (repo.top / ".gitattributes").write_text("*.md diff=x\n", encoding="utf-8")
    repo.git("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "add", "--all")
    trap.unlink(missing_ok=True)
    assert list(read_history(repo.records, cache=tmp_path / "cache").by_path) == ["0001-cache.md"]
    assert not trap.exists()


def test_a_name_that_looks_like_an_option_is_a_name(repo: Repository, tmp_path: Path) -> None:
    repository = open_repository(repo.records)
    with pytest.raises(GitError, match="no branch, tag or commit"):
        repository.commit(f"--output={tmp_path / 'written'}")
    assert not (tmp_path / "written").exists()


def test_inside_a_hook_the_repository_is_the_one_of_the_records(
    repo: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Git tells its hooks where the repository is, relative to the top, and lets them take any folder for the top.
    monkeypatch.chdir(repo.top)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert open_repository(repo.records).prefix == "decisions/"
    assert list(read_history(repo.records, cache=tmp_path / "cache").by_path) == ["0001-cache.md"]


def test_texts_come_whole_and_missing_ones_are_left_out(repo: Repository) -> None:
    texts = {f"{number:04d}-x.md": "x" * number * 999 + "\n" for number in range(1, 200)}
    repo.change(dict(texts), day="2026-01-06")
    repository = open_repository(repo.records)
    blobs = {one.path: one.blob for one in repository.files(repository.head)}
    found = dict(repository.texts([*blobs.values(), "0" * 40]))
    assert {path: found[blob].decode() for path, blob in blobs.items() if path in texts} == texts
    assert len(found) == len(set(blobs.values()))


def test_nothing_else_in_the_package_runs_a_program() -> None:
    package = Path(roi_plugin.__file__).parent
    running = re.compile(
        r"^\s*(?:from|import) git\b|import subprocess|Popen\(|os\.(?:system|popen|exec|spawn)", re.MULTILINE
    )
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if running.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"sources/git_history.py"}
