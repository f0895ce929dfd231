"""`roi check --base REF` against real repositories."""

import json
from pathlib import Path

import pytest

from roi_plugin.cli import main
from tests.repositories import Repository, record

Capture = pytest.CaptureFixture[str]
Told = set[tuple[str, str]]
"""Findings as path and name."""


def text(title: str, status: str = "accepted", **fields: str) -> str:
    """A record whose reasoning is its own."""
    own = "\n".join(f"{title}, for reason {number} of {title}." for number in range(4))
    return record(title=title, status=status, **fields) + own + "\n"


CACHE, QUEUE = text("Cache the embeddings"), text("Use a queue", "proposed")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Two records on `main`, and a branch `feature` that is checked out."""
    made = Repository(tmp_path / "repository")
    made.change({"0001-cache.md": CACHE, "0002-queue.md": QUEUE, "0003-idea.md": text("Try it", "draft")}, day=DAY)
    made.git("checkout", "--quiet", "-b", "feature")
    monkeypatch.chdir(made.top)
    return made


DAY = "2026-01-01"


def checked(capsys: Capture, *arguments: str, base: str = "main") -> Told:
    """The findings about history; the exit code fits them."""
    code = main(["check", "--format", "json", "--today", "2026-03-01", f"--base={base}", *arguments])
    findings = json.loads(capsys.readouterr().out)["findings"]
    told = {(one["path"], one["name"]) for one in findings if one["name"].startswith("history/")}
    assert all(one["severity"] == "error" and one["help"] for one in findings if one["name"].startswith("history/"))
    assert not told or code == 1
    return told


def refused(capsys: Capture, *arguments: str) -> str:
    """The one line that says why the tool could not work."""
    assert main(["check", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_two_branches_that_each_add_0004_are_sound_alone_and_found_together(
    repository: Repository, capsys: Capture
) -> None:
    repository.change({"0004-search.md": text("Search in memory")}, day=DAY)
    repository.git("checkout", "--quiet", "main")
    repository.change({"0004-queue.md": text("Buy a queue")}, day=DAY)
    assert checked(capsys, base="main") == set()
    repository.git("checkout", "--quiet", "feature")
    assert checked(capsys, base="HEAD") == set()
    assert checked(capsys, base="main") == {("decisions/0004-search.md", "history/number-taken")}
    main(["check", "--base", "main", "--today", "2026-03-01", "decisions/0004-search.md"])
    said = capsys.readouterr().out
    assert "the number 0004 is also that of `0004-queue.md` (Buy a queue) on main" in said
    assert "take the next free number, 0005: rename this file to `0005-search.md`" in said
    repository.git("mv", "decisions/0004-search.md", "decisions/0005-search.md")
    assert checked(capsys, base="main") == set()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, set(), id="nothing"),
        pytest.param(
            {"0001-cache.md": text("Cache the embeddings", "proposed")},
            {("decisions/0001-cache.md", "history/unlawful-status")},
            id="accepted becomes proposed",
        ),
        pytest.param({"0002-queue.md": text("Use a queue", "accepted")}, set(), id="proposed becomes accepted"),
        pytest.param({"0001-cache.md": None}, {("decisions/0001-cache.md", "history/record-deleted")}, id="deleted"),
        pytest.param({"0003-idea.md": None}, set(), id="a draft is deleted"),
        pytest.param(
            {"0001-cache.md": None, "0009-cache.md": text("Cache the embeddings", "superseded")},
            {("decisions/0009-cache.md", "history/id-changed")},
            id="renumbered and edited",
        ),
        pytest.param(
            {"0001-cache.md": None, "0009-cache.md": text("Cache the embeddings", aliases="0001-cache")},
            set(),
            id="renumbered with an alias",
        ),
        pytest.param({"0001-cache.md": None, "old/0001-cache.md": CACHE}, set(), id="moved into a folder"),
        pytest.param({"0001-cache.md": CACHE.replace("\n", "\r\n")}, set(), id="line ends of another system"),
        pytest.param({"0001-cache.md": CACHE.replace("for reason", "because of")}, set(), id="edited"),
        pytest.param({"0001-cache.md": CACHE.replace("title:", "title:   ")}, set(), id="reformatted"),
        pytest.param({"0001-cache.md": "---\ntitle: [\n---\n"}, set(), id="cannot be read now"),
        pytest.param(
            {
                "0001-cache.md": text("Cache the embeddings", id="D-1"),
                "0004-new.md": text("A new one", id="0001-cache"),
            },
            {("decisions/0001-cache.md", "history/id-changed"), ("decisions/0004-new.md", "history/id-reused")},
            id="an id reused",
        ),
    ],
)
def test_what_is_on_disk_is_compared_committed_or_not(
    repository: Repository, capsys: Capture, change: dict[str, str | None], expected: Told
) -> None:
    for name, written in change.items():
        if written is None:
            (repository.records / name).unlink()
        else:
            repository.write(name, written)
    assert checked(capsys) == expected
    repository.commit()
    assert checked(capsys) == expected


def test_steps_of_their_own_commits_may_lead_from_rejected_to_accepted(repository: Repository, capsys: Capture) -> None:
    repository.change({"0002-queue.md": text("Use a queue", "rejected")}, day=DAY)
    repository.git("branch", "--force", "main")
    repository.write("0002-queue.md", text("Use a queue", "accepted"))
    assert checked(capsys) == {("decisions/0002-queue.md", "history/unlawful-status")}
    repository.change({"0002-queue.md": text("Use a queue", "proposed")}, day=DAY)
    repository.write("0002-queue.md", text("Use a queue", "accepted"))
    assert checked(capsys) == set()


def test_the_help_for_a_step_left_out_leads_to_green_once_it_is_committed_too(
    repository: Repository, capsys: Capture
) -> None:
    repository.change({"0002-queue.md": text("Use a queue", "deprecated")}, day=DAY)
    main(["check", "--base", "main", "--today", "2026-03-01", "decisions/0002-queue.md"])
    assert "set it to `accepted` first, in a commit of its own, and after that to `deprecated`" in " ".join(
        capsys.readouterr().out.split()
    )
    repository.change({"0002-queue.md": text("Use a queue", "accepted")}, day=DAY)
    repository.write("0002-queue.md", text("Use a queue", "deprecated"))
    assert checked(capsys) == set()


def test_a_record_renumbered_and_edited_at_once_is_no_deleted_one(repository: Repository, capsys: Capture) -> None:
    edited = CACHE.replace("title: Cache the embeddings", "title: Keep vectors") + "And more.\n"
    repository.change({"0001-cache.md": None, "0009-vectors.md": edited}, day=DAY)
    assert checked(capsys) == {("decisions/0009-vectors.md", "history/id-changed")}
    # What git saw renamed stays known when hardly a word of it is left.
    repository.write("0009-vectors.md", text("Anything else", aliases="[0001-cache]"))
    assert checked(capsys) == set()


def test_another_decision_in_the_file_of_one_is_told_and_the_help_leads_to_green(
    repository: Repository, capsys: Capture
) -> None:
    repository.change({"0001-cache.md": text("Buy search")}, day=DAY)
    found = {("decisions/0001-cache.md", "history/record-deleted"), ("decisions/0001-cache.md", "history/id-reused")}
    assert checked(capsys) == found
    repository.change({"0001-cache.md": CACHE, "0004-search.md": text("Buy search")}, day=DAY)
    assert checked(capsys) == set()


def test_a_revert_of_an_acceptance_and_of_a_record_is_found(repository: Repository, capsys: Capture) -> None:
    repository.change({"0002-queue.md": text("Use a queue"), "0004-new.md": text("A new one")}, day=DAY)
    repository.git("branch", "--force", "main")
    repository.git("revert", "--no-edit", "HEAD")
    assert checked(capsys) == {
        ("decisions/0002-queue.md", "history/unlawful-status"),
        ("decisions/0004-new.md", "history/record-deleted"),
    }


def test_what_the_base_did_meanwhile_is_not_laid_to_this_branch(repository: Repository, capsys: Capture) -> None:
    repository.git("checkout", "--quiet", "main")
    repository.change(
        {"0002-queue.md": text("Use a queue"), "0003-idea.md": None, "0004-new.md": text("A new one", id="D-4")},
        day=DAY,
    )
    repository.git("checkout", "--quiet", "feature")
    assert checked(capsys) == set()


def test_a_record_that_could_not_be_read_at_the_base_is_not_judged(repository: Repository, capsys: Capture) -> None:
    repository.change({"0004-bad.md": "---\ntitle: [\n---\n", "0005-bad.md": "---\nstatus: accepted\n"}, day=DAY)
    repository.git("branch", "--force", "main")
    (repository.records / "0004-bad.md").unlink()
    repository.write("0005-bad.md", text("Now good", "draft"))
    assert checked(capsys) == set()


def test_records_deep_in_a_large_repository_are_compared_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    repository = Repository(tmp_path / "large", records="teams/search/docs/decisions")
    repository.change({"0001-a.md": CACHE, "0002-b.md": QUEUE}, day=DAY)
    (repository.top / "teams/0001-other.md").write_text(text("No record of ours"), encoding="utf-8")
    repository.commit()
    (repository.top / "teams/0001-other.md").unlink()
    (repository.records / "0001-a.md").unlink()
    monkeypatch.chdir(repository.top / "teams/search")
    assert checked(capsys) == {("docs/decisions/0001-a.md", "history/record-deleted")}
    main(["check", "--base", "main", "--today", "2026-03-01"])
    advice = capsys.readouterr().out.partition("help: `")[2].partition("`")[0]
    repository.git("-C", "teams/search", *advice.split()[1:])
    assert checked(capsys) == set()


def test_paths_choose_deleted_records_too(repository: Repository, capsys: Capture) -> None:
    for name in ("0001-cache.md", "0002-queue.md", "0003-idea.md"):
        (repository.records / name).unlink()
    repository.write("0004-new.md", text("A new one", "draft"))
    assert checked(capsys, "decisions/0002-queue.md") == {("decisions/0002-queue.md", "history/record-deleted")}
    assert checked(capsys, "decisions/0003-idea.md", "decisions/0004-new.md") == set()
    assert len(checked(capsys, "decisions")) == 2


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("nowhere", "`git fetch origin main`"),
        ("nowhere~1", "`git fetch origin main`"),
        ("", "the name is empty"),
        ("main..feature", "this is a range"),
        ("--all", "this is an option"),
        ("main~99", "'main' is known and does not go back so far"),
        ("a b", "a name holds no spaces"),
    ],
)
def test_a_ref_that_is_none_ends_in_one_line_of_its_own(
    repository: Repository, capsys: Capture, ref: str, why: str
) -> None:
    said = refused(capsys, f"--base={ref}")
    assert f"git knows no branch, tag or commit '{ref}' here: " in said
    assert why in said


def test_a_ref_is_never_taken_for_an_option(repository: Repository, capsys: Capture) -> None:
    assert "git knows no branch" in refused(capsys, "--base=--output=written")
    assert not (repository.top / "written").exists()
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--base", "--output=written"])


def test_steering_characters_of_a_ref_are_not_printed(repository: Repository, capsys: Capture) -> None:
    assert "\x1b" not in refused(capsys, "--base=\x1b[2Jmain")


def test_histories_without_a_common_commit_end_in_one_line(repository: Repository, capsys: Capture) -> None:
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.commit("Begin anew")
    expected = "HEAD and 'main' have no commit in common here: name the branch that this one was begun from"
    assert expected in refused(capsys, "--base=main")


def test_a_shallow_clone_says_how_to_get_the_rest(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    repository.commit("Ours")
    repository.git("checkout", "--quiet", "main")
    repository.commit("Theirs")
    repository.git(
        "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{repository.top}", str(tmp_path / "clone")
    )
    monkeypatch.chdir(tmp_path / "clone")
    assert "`git fetch --unshallow`" in refused(capsys, "--base=origin/feature")


def test_without_a_repository_a_base_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "decisions").mkdir()
    (tmp_path / "decisions/0001-cache.md").write_text(CACHE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "in no git repository" in refused(capsys, "--base=main")


def test_without_git_a_base_is_an_error(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("PATH", str(repository.top / "nothing"))
    assert "git cannot be started" in refused(capsys, "--base=main")


def test_what_a_base_record_says_steers_neither_terminal_nor_job(repository: Repository, capsys: Capture) -> None:
    repository.git("checkout", "--quiet", "main")
    repository.change({"0004-queue.md": text(r'"\e[2J\n::error::own \u202e"')}, day=DAY)
    repository.git("checkout", "--quiet", "feature")
    repository.write("0004-search.md", text("Search in memory", "draft"))
    for form in ("text", "github"):
        main(["check", "--base=main", "--today=2026-03-01", f"--format={form}"])
        said = capsys.readouterr().out
        assert "also that of `0004-queue.md`" in said
        assert not {"\x1b", "\u202e"} & set(said)
        assert not any(line.startswith("::error::own") for line in said.splitlines())


def test_a_base_and_another_policy_are_two_questions(repository: Repository, capsys: Capture) -> None:
    assert "once for each" in refused(capsys, "--base=main", "--preview-policy=policy.yml")


def test_a_base_is_compared_with_the_records_of_now_only(repository: Repository, capsys: Capture) -> None:
    assert "leave --as-of out" in refused(capsys, "--base=main", "--as-of=2026-01-01")
