"""How the output of `git log` is read, from bytes as git writes them and from a real repository with odd names."""

import os
from pathlib import Path

import pytest

from roi_plugin.errors import GitError
from roi_plugin.sources.git_history import open_repository
from roi_plugin.sources.git_log import Commit, FileChange, pull_request, read_log, with_merged_requests
from tests.repositories import Repository, record

A, B, NONE = "a" * 40, "b" * 40, "0" * 40
FILE, LINK, SUBMODULE, PROGRAM, NO_FILE = "100644", "120000", "160000", "100755", "000000"


def said(identity: str, *raw: str, parents: str = "", subject: str = "Change") -> bytes:
    """What git writes of one commit: its fields, and its changes with a line end before the first."""
    fields = f"{identity}\0{parents}\0Ana\x002026-01-05\x001767614400\x002026-01-05\x001767614400\0{subject}\0"
    return (fields + ("\n" if raw else "") + "".join(f"{part}\0" for part in raw)).encode()


def change(path: str, before: str | None, after: str | None, *, old_path: str = "") -> FileChange:
    return FileChange(old_path=old_path or path, path=path, before=before, after=after)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ([f":{NO_FILE} {FILE} {NONE} {A} A", "a.md"], change("a.md", None, A)),
        ([f":{FILE} {FILE} {A} {B} M", "a.md"], change("a.md", A, B)),
        ([f":{FILE} {NO_FILE} {A} {NONE} D", "a.md"], change("a.md", A, None)),
        ([f":{FILE} {FILE} {A} {B} R094", "a.md", "b.md"], change("b.md", A, B, old_path="a.md")),
        ([f":{FILE} {PROGRAM} {A} {A} M", "a.md"], change("a.md", A, A)),
        ([f":{FILE} {LINK} {A} {B} T", "a.md"], change("a.md", A, None)),
        ([f":{LINK} {FILE} {A} {B} T", "a.md"], change("a.md", None, B)),
        ([f":{NO_FILE} {SUBMODULE} {NONE} {A} A", "a.md"], change("a.md", None, None)),
        ([f":{FILE} {FILE} {A} {B} M", ":100644 a b c M"], change(":100644 a b c M", A, B)),
        ([f":{FILE} {FILE} {A} {B} R100", "\nold.md", "\tnew\n.md"], change("\tnew\n.md", A, B, old_path="\nold.md")),
    ],
    ids=[
        "added",
        "changed",
        "removed",
        "renamed and changed",
        "made a program",
        "became a symbolic link",
        "was a symbolic link",
        "a submodule",
        "a name like a change",
        "names with line ends",
    ],
)
def test_a_change_has_its_paths_and_its_texts(raw: list[str], expected: FileChange) -> None:
    (commit,) = read_log(said(A, *raw))
    assert commit.changes == [expected]


def test_several_changes_of_several_commits_stay_with_their_commits() -> None:
    added, edited = f":{NO_FILE} {FILE} {NONE} {A} A", f":{FILE} {FILE} {A} {B} M"
    log = said(B, edited, "a.md", edited, "b.md", parents=A) + said(A, added, "a.md", added, "b.md")
    assert [(one.id, [file.path for file in one.changes]) for one in read_log(log)] == [
        (B, ["a.md", "b.md"]),
        (A, ["a.md", "b.md"]),
    ]


def test_a_commit_without_changes_subject_author_or_time_is_a_commit() -> None:
    first, second = read_log(f"{B}\0{A}\0\0\0\0\0\0\0".encode() + said(A))
    assert (first.id, first.parents, first.author, first.date, first.changes) == (B, (A,), "", "", [])
    assert second.id == A


def test_nothing_said_is_no_commit() -> None:
    assert read_log(b"") == []


def test_a_commit_stands_before_its_parents_in_whatever_order_git_gives_them() -> None:
    c, d = "c" * 40, "d" * 40
    log = said(A) + said(d, parents=f"{B} {c}") + said(B, parents=A) + said(c, parents=A)
    order = [one.id for one in read_log(log)]
    assert order.index(d) == 0
    assert order.index(A) == 3


@pytest.mark.parametrize(
    "name",
    [b"tab\t.md", b"line\nend.md", b'"quoted".md', b"back\\slash.md", b" space .md", b":colon.md", "größe.md".encode()],
    ids=repr,
)
def test_names_that_git_would_quote_are_read_as_they_are(tmp_path: Path, name: bytes) -> None:
    repo = Repository(tmp_path / "project")
    (Path(os.fsdecode(os.fsencode(repo.records) + b"/" + name))).write_text(record(), encoding="utf-8")
    repo.commit()
    assert [one.path for commit in open_repository(repo.records).log(()) for one in commit.changes] == [
        f"decisions/{name.decode()}"
    ]


def test_a_name_that_is_no_utf_8_spoils_no_other(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "project")
    try:
        (Path(os.fsdecode(os.fsencode(repo.records) + b"/0001-caf\xe9.md"))).write_text(record(), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    repo.change({"0002-b.md": record(title="Other")}, day="2026-01-05")
    (commit,) = open_repository(repo.records).log(())
    assert [one.path for one in commit.changes] == ["decisions/0001-caf\ufffd.md", "decisions/0002-b.md"]


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("Merge pull request #12 from ana/branch", "12"),
        ("Accept the cache (#17)", "17"),
        ("Accept the cache (#17) ", "17"),
        ("Accept the cache (!17)", "17"),
        ("Merged in ana/branch (pull request #8)", "8"),
        ("Merged PR 431: Accept the cache", "431"),
        ("See merge request group/project!44", "44"),
        ("Use the HTTP PR 2024 process", None),
        ("Merge request !5 from ana/branch", "5"),
        ('Revert "Accept (#17)" (#18)', "18"),
        ('Revert "Revert "Accept (#101)" (#102)" (#103)', "103"),
        ("Close #4", None),
        ("Accept ADR (#17) after all", None),
        ("PRs are slow", None),
        ("Spread 12 jobs", None),
        ("Accept the cache (#12345678901234)", None),
        ("", None),
    ],
)
def test_the_pull_request_is_the_one_the_subject_names(subject: str, number: str | None) -> None:
    assert pull_request(subject) == number


def commit(identity: str, *parents: str, request: str | None = None) -> Commit:
    return Commit(
        id=identity,
        parents=parents,
        author="Ana",
        date="2026-01-05",
        written=0,
        committed_on="2026-01-05",
        committed=0,
        subject="Change",
        pull_request=request,
        changes=[],
    )


@pytest.mark.parametrize(
    ("commits", "requests"),
    [
        ([commit("m", "a", "b", request="1"), commit("b", "a"), commit("a")], {"m": "1", "b": "1", "a": None}),
        (
            [commit("m", "a", "b", request="1"), commit("b", "a", request="7"), commit("a")],
            {"m": "1", "b": "7", "a": None},
        ),
        (
            [
                commit("n", "m", "c", request="2"),
                commit("c", "b"),
                commit("m", "a", "b", request="1"),
                commit("b", "a"),
                commit("a"),
            ],
            {"n": "2", "c": "2", "m": "1", "b": "1", "a": None},
        ),
        ([], {}),
    ],
    ids=["a merged branch", "a commit that names its own", "a branch merged twice", "no commits"],
)
def test_a_commit_of_a_merged_branch_has_the_request_by_which_it_came_first(
    commits: list[Commit], requests: dict[str, str | None]
) -> None:
    with_merged_requests(commits)
    assert {one.id: one.pull_request for one in commits} == requests


@pytest.mark.parametrize("output", [b"one line\n", b":100644 100644\0", b"abc\0\0Ana\0"])
def test_what_is_no_log_is_said_to_be_none(output):
    with pytest.raises(GitError, match="not in the form"):
        read_log(output)
