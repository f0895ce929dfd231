"""What real repositories tell of their records."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from roi_plugin.model.history import Axis, History, RecordHistory
from roi_plugin.sources.record_histories import read_history
from tests.repositories import Repository, record

OTHER = "A wholly different reasoning about queues, workers, retries and back-pressure, long enough to stand alone.\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


def read(repo: Repository) -> History:
    return read_history(repo.records, cache=repo.top / ".cache")


def steps(history: RecordHistory | None, *axes: Axis) -> list[str]:
    """The changes as `day axis before>after`, with the files' names alone."""
    assert history is not None
    return [
        f"{change.date} {change.axis}: {_name(change.before)}>{_name(change.after)}"
        for change in history.changes(*axes)
    ]


def statuses(history: RecordHistory | None) -> list[str]:
    assert history is not None
    return [f"{change.date} {change.after}" for change in history.changes(Axis.STATUS)]


def _name(path: str | None) -> str:
    return (path or "").rpartition("/")[2]


def test_each_change_of_status_and_delivery_has_its_day_author_and_commit(repo: Repository) -> None:
    first = repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    second = repo.change(
        {"0001-cache.md": record(delivery="planned")}, "Accept it (#17)", day="2026-02-01", author="Bea"
    )
    repo.change({"0001-cache.md": record(delivery="delivered")}, day="2026-03-01")
    history = read(repo).of("0001-cache.md")
    assert steps(history) == [
        "2026-01-05 file: >0001-cache.md",
        "2026-01-05 status: >proposed",
        "2026-02-01 status: proposed>accepted",
        "2026-02-01 delivery: >planned",
        "2026-03-01 delivery: planned>delivered",
    ]
    assert history is not None
    accepted = history.entered("accepted")
    assert accepted is not None
    assert [history.versions[0].commit, accepted.commit] == [first, second]
    assert (accepted.author, accepted.pull_request) == ("Bea", "17")


@pytest.mark.parametrize(
    "after",
    [
        record().replace("Why we do this", "Why  we did this"),
        record().replace("status: accepted", 'status: "accepted"  # as the board said'),
        record().replace("\n", "\r\n"),
        record(owner="kim").replace("Cache the embeddings", "Cache the embedings"),
    ],
    ids=["prose", "quotes and a comment", "CRLF", "spelling and another field"],
)
def test_what_is_no_change_of_status_is_none(repo: Repository, after: str) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    repo.change({"0001-cache.md": after}, day="2026-02-01")
    history = read(repo).of("0001-cache.md")
    assert statuses(history) == ["2026-01-05 accepted"]
    assert history is not None
    assert len(history.versions) == 2


def test_a_record_renamed_and_edited_in_one_commit_is_one_record(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    repo.change({"0001-cache.md": None, "0001-cache-embeddings.md": record()}, day="2026-02-01")
    history = read(repo)
    assert steps(history.of("0001-cache-embeddings.md")) == [
        "2026-01-05 file: >0001-cache.md",
        "2026-01-05 status: >proposed",
        "2026-02-01 file: 0001-cache.md>0001-cache-embeddings.md",
        "2026-02-01 status: proposed>accepted",
    ]
    assert not history.gone


@pytest.mark.parametrize("said", [{"title": "Cache the embeddings"}, {"id": "D-7", "title": "Store the vectors"}])
def test_a_record_rewritten_under_a_new_number_is_known_by_its_id_or_title(
    repo: Repository, said: dict[str, str]
) -> None:
    before = record(status="proposed", **({"id": said["id"]} if "id" in said else {}))
    after = record(**said) + OTHER * 20
    repo.change({"0004-cache.md": before}, day="2026-01-05")
    repo.change({"0004-cache.md": None, "0005-cache.md": after}, day="2026-02-01")
    history = read(repo)
    assert statuses(history.of("0005-cache.md")) == ["2026-01-05 proposed", "2026-02-01 accepted"]
    assert not history.gone


def test_one_record_removed_and_another_added_at_once_stay_two(repo: Repository) -> None:
    repo.change({"0004-cache.md": record()}, day="2026-01-05")
    repo.change({"0004-cache.md": None, "0005-queue.md": record(title="Queue") + OTHER * 20}, day="2026-02-01")
    history = read(repo)
    assert statuses(history.of("0005-queue.md")) == ["2026-02-01 accepted"]
    assert [steps(one, Axis.FILE)[-1] for one in history.gone] == ["2026-02-01 file: 0004-cache.md>"]


def test_another_record_at_the_path_of_a_removed_one_begins_anew(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    repo.change({"0001-cache.md": None}, day="2026-02-01")
    repo.change({"0001-cache.md": record(status="proposed", title="Buy a second database")}, day="2026-03-01")
    history = read(repo)
    assert steps(history.of("0001-cache.md")) == [
        "2026-03-01 file: >0001-cache.md",
        "2026-03-01 status: >proposed",
    ]
    assert [steps(one)[-1] for one in history.gone] == ["2026-02-01 file: 0001-cache.md>"]


def test_a_record_rewritten_after_its_removal_is_the_same_by_its_title(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    repo.change({"0001-cache.md": None}, day="2026-02-01")
    repo.change({"0001-cache.md": record(status="proposed", title="Cache embeddings again")}, day="2026-03-01")
    history = read(repo)
    assert steps(history.of("0001-cache.md"))[0] == "2026-01-05 file: >0001-cache.md"
    assert history.gone == ()


def test_a_record_removed_and_restored_goes_on_where_it_was(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    repo.change({"0001-cache.md": None}, day="2026-02-01")
    assert [one.last.is_removal for one in read(repo).gone] == [True]
    repo.change({"0001-cache.md": record()}, day="2026-03-01")
    history = read(repo)
    assert steps(history.of("0001-cache.md")) == [
        "2026-01-05 file: >0001-cache.md",
        "2026-01-05 status: >accepted",
        "2026-02-01 file: 0001-cache.md>",
        "2026-03-01 file: >0001-cache.md",
    ]
    assert not history.gone
    assert [len(history.as_of(dt.date(2026, month, 10))) for month in (1, 2, 3)] == [1, 0, 1]


def test_a_revert_is_a_change_back(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    repo.change({"0001-cache.md": record()}, day="2026-02-01")
    repo.git("revert", "--no-edit", "HEAD", day="2026-02-03")
    expected = ["2026-01-05 proposed", "2026-02-01 accepted", "2026-02-03 proposed"]
    assert statuses(read(repo).of("0001-cache.md")) == expected


def test_an_amended_commit_counts_once_as_it_is_now(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    repo.change({"0001-cache.md": record(status="rejected")}, day="2026-02-01")
    assert statuses(read(repo).of("0001-cache.md"))[-1] == "2026-02-01 rejected"
    repo.write("0001-cache.md", record())
    repo.git("commit", "--quiet", "--all", "--amend", "-m", "Accept", day="2026-02-01")
    assert statuses(read(repo).of("0001-cache.md")) == ["2026-01-05 proposed", "2026-02-01 accepted"]


def two_branches(repo: Repository, ours: dict[str, str], theirs: dict[str, str]) -> None:
    """Main and `other` part after the records of both were proposed; then each goes its way."""
    repo.git("checkout", "--quiet", "-b", "other")
    repo.change(dict(theirs), "Theirs", day="2026-02-02", author="Bea")
    repo.git("checkout", "--quiet", "main")
    repo.change(dict(ours), "Ours", day="2026-02-05")


def test_both_sides_of_a_merge_count_once_and_a_branch_has_the_request_of_its_merge(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed"), "0002-queue.md": record(title="Queue")}, day="2026-01-05")
    two_branches(repo, {"0002-queue.md": record(title="Queue", status="deprecated")}, {"0001-cache.md": record()})
    repo.git("merge", "--quiet", "-m", "Merge pull request #12 from bea/other", "other", day="2026-02-09")
    history = read(repo)
    assert statuses(history.of("0001-cache.md")) == ["2026-01-05 proposed", "2026-02-02 accepted"]
    assert statuses(history.of("0002-queue.md")) == ["2026-01-05 accepted", "2026-02-05 deprecated"]
    accepted = (history.of("0001-cache.md") or pytest.fail("unknown")).last
    assert (accepted.author, accepted.pull_request) == ("Bea", "12")
    assert (history.of("0002-queue.md") or pytest.fail("unknown")).last.pull_request is None


def test_the_same_commit_on_two_branches_counts_once(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    two_branches(repo, {"0002-queue.md": record(title="Queue") + OTHER}, {"0001-cache.md": record()})
    repo.git("cherry-pick", "other", day="2026-02-07")
    repo.git("merge", "--quiet", "-m", "Merge", "other", day="2026-02-09")
    # A cherry-picked commit keeps its author's day.
    assert statuses(read(repo).of("0001-cache.md")) == ["2026-01-05 proposed", "2026-02-02 accepted"]


def test_a_record_edited_on_both_sides_keeps_the_day_of_the_side_that_decided(repo: Repository) -> None:
    lines = record(status="proposed") + "\n".join(f"Reason {number}." for number in range(30)) + "\n"
    repo.change({"0001-cache.md": lines}, day="2026-01-05")
    accepted = lines.replace("proposed", "accepted")
    two_branches(repo, {"0001-cache.md": lines.replace("Reason 29", "Reason 30")}, {"0001-cache.md": accepted})
    repo.git("merge", "--quiet", "-m", "Merge", "other", day="2026-02-09")
    history = read(repo).of("0001-cache.md")
    assert statuses(history) == ["2026-01-05 proposed", "2026-02-02 accepted"]
    assert history is not None
    assert history.last.date == dt.date(2026, 2, 9)


def test_what_a_merge_threw_away_did_not_happen(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    two_branches(repo, {"0002-queue.md": record(title="Queue") + OTHER}, {"0001-cache.md": record(status="rejected")})
    repo.git("merge", "--quiet", "--strategy", "ours", "-m", "Merge", "other", day="2026-02-09")
    assert statuses(read(repo).of("0001-cache.md")) == ["2026-01-05 proposed"]


def test_a_status_that_only_the_merge_itself_set_is_the_merges(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    two_branches(repo, {"0002-queue.md": record(title="Queue") + OTHER}, {"0003-other.md": record(title="Other")})
    repo.git("merge", "--quiet", "--no-commit", "other")
    repo.write("0001-cache.md", record())
    repo.commit("Merge pull request #9 from bea/other", day="2026-02-09", author="Cem")
    history = read(repo).of("0001-cache.md")
    assert statuses(history) == ["2026-01-05 proposed", "2026-02-09 accepted"]
    assert history is not None
    assert (history.last.author, history.last.pull_request) == ("Cem", "9")


def test_a_day_is_the_authors_own_in_the_authors_zone(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05T23:30:00-09:00")
    repo.change({"0001-cache.md": record()}, day="2026-02-01T00:30:00+13:00")
    assert statuses(read(repo).of("0001-cache.md")) == ["2026-01-05 proposed", "2026-02-01 accepted"]


def test_a_commit_dated_before_its_parent_comes_after_it_all_the_same(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-03-05")
    repo.change({"0001-cache.md": record()}, day="2026-01-01")
    repo.change({"0001-cache.md": record(status="deprecated")}, day="2026-04-01")
    history = read(repo).of("0001-cache.md")
    assert statuses(history) == ["2026-03-05 proposed", "2026-03-05 accepted", "2026-04-01 deprecated"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-01-05", "2031-01-01", "2026-03-01"], ["2026-01-05", "2026-03-01", "2026-03-01"]),
        (["2026-01-05", "2026-03-01", "2031-01-01"], ["2026-01-05", "2026-03-01", "2026-11-01"]),
        (["2026-01-05", "2026-09-01", "2026-03-01", "2026-04-01"], ["2026-01-05", *["2026-03-01"] * 2, "2026-04-01"]),
        (["2026-01-05", "1970-01-02", "2026-04-01"], ["2026-01-05", "2026-01-05", "2026-04-01"]),
    ],
    ids=["far ahead", "far ahead and last", "ahead of two others", "far behind"],
)
def test_a_clock_that_was_wrong_moves_no_other_day(repo: Repository, days: list[str], expected: list[str]) -> None:
    for status, day in zip(("proposed", "accepted", "deprecated", "superseded"), days, strict=False):
        repo.change({"0001-cache.md": record(status=status)}, day=day)
    for _ in range(2):
        history = read_history(repo.records, cache=repo.top / ".cache", now=dt.date(2026, 11, 1)).of("0001-cache.md")
        assert history is not None
        assert [str(version.date) for version in history.versions] == expected


def test_a_day_that_has_not_come_yet_is_read_again_when_it_has(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    found = []
    for now in (dt.date(2026, 1, 2), dt.date(2026, 1, 3), dt.date(2026, 1, 6), dt.date(2026, 1, 7)):
        history = read_history(repo.records, cache=repo.top / ".cache", now=now)
        found += statuses(history.of("0001-cache.md"))
    assert found == [f"2026-01-0{day} accepted" for day in (2, 3, 5, 5)]


def test_an_author_s_day_after_the_commit_is_the_day_of_the_commit_and_an_old_one_stays(repo: Repository) -> None:
    repo.write("0001-cache.md", record(status="proposed"))
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "-m", "Ahead", day="2029-01-01", committed="2026-01-05")
    repo.write("0001-cache.md", record())
    # A rebase leaves the author's day and commits anew.
    repo.git("commit", "--quiet", "--all", "-m", "Rebased", day="2026-01-07", committed="2026-05-01")
    assert statuses(read(repo).of("0001-cache.md")) == ["2026-01-05 proposed", "2026-01-07 accepted"]


def test_of_two_sides_of_a_merge_each_keeps_the_day_and_author_of_what_it_brought(repo: Repository) -> None:
    lines = "\n".join(f"Reason {number}." for number in range(30)) + "\n"
    before = record(status="proposed", owner="kim", delivery="planned") + lines
    repo.change({"0001-cache.md": before}, day="2026-01-05")
    delivered = before.replace("planned", "in-progress").replace("Reason 29", "Reason 30")
    accepted = before.replace("proposed", "accepted")
    two_branches(repo, {"0001-cache.md": None, "0001-store.md": delivered}, {"0001-cache.md": accepted})
    repo.git("merge", "--quiet", "-m", "Merge", "other", day="2026-02-09", author="Cem")
    history = read(repo).of("0001-store.md")
    assert steps(history)[3:] == [
        "2026-02-02 status: proposed>accepted",
        "2026-02-05 file: 0001-cache.md>0001-store.md",
        "2026-02-05 delivery: planned>in-progress",
    ]
    assert history is not None
    assert [change.version.author for change in history.changes()][3:] == ["Bea", "Ana", "Ana"]
    assert read(repo).of("0001-store.md") == history


def test_authors_have_the_names_of_the_mailmap_of_today(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05", author="ana")
    assert (read(repo).of("0001-cache.md") or pytest.fail("unknown")).last.author == "ana"
    (repo.top / ".mailmap").write_text("Ana Alba <ana@example.org>\n", encoding="utf-8")
    assert (read(repo).of("0001-cache.md") or pytest.fail("unknown")).last.author == "Ana Alba"


def test_records_are_followed_when_their_folder_moves(tmp_path: Path) -> None:
    old = Repository(tmp_path / "project", records="doc/adr")
    texts = {f"000{number}-a.md": record(title=f"Title {number}", status="proposed") for number in (1, 2, 3)}
    old.change(dict(texts), day="2026-01-05")
    old.change({"0003-a.md": None}, day="2026-01-07")
    (old.top / "docs").mkdir()
    old.git("mv", "doc/adr", "docs/decisions")
    old.commit("Move", day="2026-02-01")
    new = Repository.__new__(Repository)
    new.top, new.records = old.top, old.top / "docs/decisions"
    new.change({"0001-a.md": record(title="Title 1")}, day="2026-03-01")
    history = read(new)
    assert statuses(history.of("0001-a.md")) == ["2026-01-05 proposed", "2026-03-01 accepted"]
    assert [one.last.path for one in history.gone] == ["doc/adr/0003-a.md"]


def test_a_file_that_came_from_outside_the_folder_brings_its_past(repo: Repository) -> None:
    draft = repo.top / "draft.md"
    draft.write_text(record(status="draft"), encoding="utf-8")
    repo.commit("Draft", day="2026-01-05")
    repo.git("mv", "draft.md", "decisions/0001-cache.md")
    repo.commit("Move", day="2026-02-01")
    assert statuses(read(repo).of("0001-cache.md")) == ["2026-01-05 draft"]


def test_a_folder_deep_in_a_big_repository_has_the_history_of_its_own_files_only(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "project", records="services/search/decisions")
    (repo.top / "README.md").write_text("# Big\n", encoding="utf-8")
    repo.commit("Begin", day="2026-01-01")
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    (repo.top / "0009-not-ours.md").write_text(record(title="Other") + OTHER, encoding="utf-8")
    repo.commit("Something else", day="2026-01-09")
    history = read(repo)
    assert list(history.by_path) == ["0001-cache.md"]
    assert history.as_of(dt.date(2026, 1, 6)).keys() == {"0001-cache.md"}


def test_names_that_git_would_quote_are_read_as_they_are(repo: Repository) -> None:
    repo.change({'0001-größe "x".md': record(), "0002-*.md": record(title="Star") + OTHER}, day="2026-01-05")
    assert set(read(repo).by_path) == {'0001-größe "x".md', "0002-*.md"}


def test_a_text_nobody_can_read_changes_no_status(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    repo.change({"0001-cache.md": "<<<<<<< HEAD\n" + record()}, day="2026-02-01")
    repo.change({"0001-cache.md": record().replace("accepted", "acepted")}, day="2026-02-02")
    repo.change({"0001-cache.md": record(status="deprecated")}, day="2026-03-01")
    assert statuses(read(repo).of("0001-cache.md")) == ["2026-01-05 accepted", "2026-03-01 deprecated"]


def test_a_file_that_gets_another_ending_is_removed(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    repo.git("mv", "decisions/0001-cache.md", "decisions/0001-cache.txt")
    repo.commit("Set aside", day="2026-02-01")
    history = read(repo)
    assert not history.by_path
    assert [steps(one, Axis.FILE)[-1] for one in history.gone] == ["2026-02-01 file: 0001-cache.md>"]


def test_a_record_renamed_and_rewritten_on_a_branch_is_not_removed_by_the_merge(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    repo.git("checkout", "--quiet", "-b", "other")
    repo.change({"0001-cache.md": None, "0001-store.md": record()}, day="2026-02-01")
    repo.change({"0001-store.md": record(title="Store", status="deprecated") + OTHER * 20}, day="2026-02-02")
    repo.git("checkout", "--quiet", "main")
    repo.change({"0002-queue.md": record(title="Queue") + OTHER}, day="2026-02-05")
    repo.git("merge", "--quiet", "-m", "Merge", "other", day="2026-02-09")
    history = read(repo)
    assert statuses(history.of("0001-store.md")) == ["2026-01-05 accepted", "2026-02-02 deprecated"]
    assert not history.gone


def test_a_status_set_on_a_branch_keeps_its_day_though_the_file_was_renamed_meanwhile(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    two_branches(repo, {"0001-cache.md": None, "0001-store.md": record(status="proposed")}, {"0001-cache.md": record()})
    repo.git("merge", "--quiet", "-m", "Merge", "other", day="2026-02-09")
    history = read(repo)
    assert statuses(history.of("0001-store.md")) == ["2026-01-05 proposed", "2026-02-02 accepted"]
    assert not history.gone


@pytest.mark.parametrize("text", [record(), record() + OTHER * 20], ids=["seen by git", "known by its title"])
def test_what_comes_to_the_place_of_a_renamed_record_is_another_record(repo: Repository, text: str) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    repo.change({"0001-cache.md": None, "0002-cache.md": text}, day="2026-02-01")
    repo.change({"0001-cache.md": record(title="Queue", status="draft")}, day="2026-03-01")
    history = read(repo)
    assert statuses(history.of("0001-cache.md")) == ["2026-03-01 draft"]
    assert statuses(history.of("0002-cache.md")) == ["2026-01-05 proposed", "2026-02-01 accepted"]
    assert not history.gone


@pytest.mark.parametrize(
    "setting", ["log.showRoot=false", "log.follow=true", "i18n.logOutputEncoding=latin1", "diff.relative=true"]
)
def test_the_settings_of_a_repository_change_nothing(repo: Repository, setting: str) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05", author="Zoë")
    repo.change({"0001-cache.md": None, "0001-store.md": record()}, day="2026-02-01")
    before = read(repo)
    repo.git("config", *setting.split("="))
    assert read_history(repo.records, cache=repo.top / ".other-cache") == before


def _bare(repo: Repository) -> Path:
    repo.git("clone", "--quiet", "--bare", ".", str(repo.top.parent / "bare.git"))
    return repo.top.parent / "bare.git"


def _unborn(repo: Repository) -> Path:
    return Repository(repo.top.parent / "unborn").records


def _no_git(repo: Repository) -> Path:
    folder = repo.top.parent / "plain" / "decisions"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("place", "words"),
    [(_bare, "bare repository"), (_unborn, "no commits yet"), (_no_git, "in no git repository")],
)
def test_where_there_is_no_history_one_line_says_why_and_nothing_is_invented(
    repo: Repository, place: Callable[[Repository], Path], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    monkeypatch.delenv("GIT_DIR", raising=False)
    history = read_history(place(repo), cache=repo.top / ".cache")
    assert history.missing is not None
    assert words in history.missing
    assert "\n" not in history.missing
    assert not history.by_path


def test_a_shallow_clone_says_how_to_get_the_rest_and_calls_nothing_a_beginning(repo: Repository) -> None:
    for status, day in (("proposed", "2026-01-05"), ("accepted", "2026-02-01"), ("deprecated", "2026-03-01")):
        repo.change({"0001-cache.md": record(status=status)}, day=day)
    clone = Repository.__new__(Repository)
    clone.top = repo.top.parent / "clone"
    clone.records = clone.top / "decisions"
    repo.git("clone", "--quiet", "--depth", "2", f"file://{repo.top}", str(clone.top))
    shallow = read(clone)
    assert shallow.missing is not None
    assert "git fetch --unshallow" in shallow.missing
    assert statuses(shallow.of("0001-cache.md")) == ["2026-03-01 deprecated"]
    clone.git("fetch", "--quiet", "--unshallow")
    whole = read(clone)
    assert whole.missing is None
    assert len(statuses(whole.of("0001-cache.md"))) == 3


def test_where_a_shallow_clone_begins_every_text_counts_from_the_day_of_the_commit(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-03-01")
    repo.write("0002-queue.md", record(title="Queue"))
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "-m", "Rebased", day="2026-01-05", committed="2026-05-01")
    clone = repo.top.parent / "clone"
    repo.git("clone", "--quiet", "--depth", "1", f"file://{repo.top}", str(clone))
    found = read_history(clone / "decisions", cache=clone / ".cache")
    # On its author's day the other record was not there yet.
    assert {str(one.last.date) for one in found.by_path.values()} == {"2026-05-01"}
    assert [str(one.last.date) for one in read(repo).by_path.values()] == ["2026-03-01", "2026-01-05"]


def test_a_work_tree_beside_the_clone_has_the_same_history(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    repo.git("worktree", "add", "--quiet", "-b", "side", str(repo.top.parent / "side"))
    history = read_history(repo.top.parent / "side" / "decisions", cache=repo.top / ".cache")
    assert statuses(history.of("0001-cache.md")) == ["2026-01-05 accepted"]


def test_a_text_that_git_has_lost_is_said_and_its_hole_is_not_kept(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed")}, day="2026-01-05")
    repo.change({"0001-cache.md": record()}, day="2026-02-01")
    blob = repo.git("rev-parse", "HEAD~1:decisions/0001-cache.md")
    stored = repo.top / ".git" / "objects" / blob[:2] / blob[2:]
    aside = stored.rename(repo.top / "aside")
    for _ in range(2):
        history = read(repo)
        assert history.missing is not None
        assert "1 text is not to be read" in history.missing
        assert statuses(history.of("0001-cache.md")) == ["2026-02-01 accepted"]
    aside.rename(stored)
    assert read(repo).missing is None


def test_what_is_kept_is_read_again_and_what_is_spoilt_is_not_trusted(repo: Repository) -> None:
    repo.change({"0001-cache.md": record()}, day="2026-01-05")
    first = read(repo)
    kept = repo.top / ".cache" / "history.json"
    assert read(repo) == first
    for spoilt in ("{", "[]", kept.read_text().replace("2026-01-05", "2026-13-05")):
        kept.write_text(spoilt)
        assert read(repo) == first
    repo.change({"0001-cache.md": record(status="deprecated")}, day="2026-02-01")
    assert len(statuses(read(repo).of("0001-cache.md"))) == 2
