"""Reading the register as it was where a branch left its base, and at the base's tip."""

from pathlib import Path

import pytest

from roi_plugin.errors import GitError
from roi_plugin.model.register_entry import Base, Entry
from roi_plugin.sources.base_register import read_base
from roi_plugin.sources.record_files import read_folder
from tests.repositories import Repository, record

DAY = "2026-01-01"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def read(repository: Repository, ref: str = "main", *, shown: str = "decisions") -> Base:
    records = read_folder(repository.records, shown_from=repository.top).records
    return read_base(repository.records, ref, records, shown=shown)


def said(entries: tuple[Entry, ...]) -> list[tuple[str, str | None, str, str | None, tuple[str, ...]]]:
    return [(one.path, one.status, one.id, one.title, one.aliases) for one in entries]


@pytest.mark.parametrize("is_committed", [False, True])
def test_every_state_says_the_same_of_the_same_text(repository: Repository, *, is_committed: bool) -> None:
    texts = {
        "0001-a.md": record(title='"Cache:  it"', id="D-1", aliases="[old, 7]"),
        "0002-b.yml": "title: Queue\nstatus: draft\ndate: 2026-01-01\naliases: one\nid: 42\n",
        "0003-c.md": record(title="Typed wrongly", status="acepted"),
    }
    repository.change(dict(texts), day=DAY)
    if is_committed:
        # The texts are now read from git: on disk they are others.
        for name in texts:
            repository.write(name, record(title="Other", status="draft"))
    before = read(repository).before
    assert [(path, status, name, aliases) for path, status, name, _, aliases in said(before)] == [
        ("0001-a.md", "accepted", "D-1", ("old", "7")),
        ("0002-b.yml", "draft", "42", ("one",)),
        ("0003-c.md", None, "0003-c", ()),
    ]


def test_only_what_would_be_read_as_a_record_on_disk_is_one(repository: Repository) -> None:
    names = ("0001-a.md", "index.md", "policy.yml", ".old/0002-b.md", "sub/0003-c.md", "0004-d.txt")
    for name in names:
        repository.write(name, record())
    (repository.records / "0005-link.md").symlink_to("0001-a.md")
    repository.git("add", "--force", "--all")
    repository.git("commit", "--quiet", "-m", "Begin")
    base = read(repository, shown="here")
    assert [one.path for one in base.before] == ["0001-a.md", "sub/0003-c.md"]
    assert [one.shown for one in base.before] == ["here/0001-a.md", "here/sub/0003-c.md"]


def test_base_and_tip_are_two_states(repository: Repository) -> None:
    fork = repository.change({"0001-a.md": record()}, day=DAY)
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.change({"0002-b.md": record(title="Ours")}, day=DAY)
    repository.git("checkout", "--quiet", "main")
    repository.change({"0002-c.md": record(title="Theirs")}, day=DAY)
    repository.git("checkout", "--quiet", "feature")
    base = read(repository)
    assert base.commit == fork
    assert [[one.path for one in state] for state in (base.before, base.tip, base.now)] == [
        ["0001-a.md"],
        ["0001-a.md", "0002-c.md"],
        ["0001-a.md", "0002-b.md"],
    ]


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_git_is_not_asked_for_texts_that_are_on_disk(tmp_path: Path, form: str) -> None:
    repository = Repository(tmp_path / "repository")
    (repository.top / ".git").rename(tmp_path / "unused")
    repository.git("init", "--quiet", "--initial-branch=main", f"--object-format={form}")
    repository.change({"0001-a.md": record(title="Käse"), "0002-b.md": record(title="B")}, day=DAY)
    moved = (repository.records / "0001-a.md").rename(repository.records / "0009-a.md")
    # Git stores what it was given with `\n`; the line ends on disk are those of another system.
    moved.write_text(moved.read_text(encoding="utf-8"), encoding="utf-8", newline="\r\n")
    base = read(repository)
    blobs = repository.git("ls-files", "--stage", "decisions").splitlines()
    assert [one.blob for one in base.before] == [line.split()[1] for line in blobs]
    assert {one.blob for one in base.now} == {one.blob for one in base.before}
    for line in blobs:
        (repository.top / ".git/objects" / line.split()[1][:2] / line.split()[1][2:]).unlink()
    assert [one.title for one in read(repository).before] == ["Käse", "B"]


@pytest.mark.parametrize("records", [2, 12])
def test_git_is_asked_equally_often_however_many_records_changed(
    repository: Repository, records: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = [f"{number:04}-a.md" for number in range(1, records + 1)]
    repository.change({name: record(title=name) for name in names}, day=DAY)
    for name in names:
        repository.write(name, record(title=name, status="superseded"))
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    read(repository)
    asked = (tmp_path / "trace").read_text(encoding="utf-8").count("trace: built-in: git")
    assert asked <= 7


def test_a_damaged_repository_is_called_no_partial_clone(repository: Repository) -> None:
    repository.change({"0001-a.md": record()}, day=DAY)
    blob = repository.git("rev-parse", "HEAD:decisions/0001-a.md").strip()
    repository.write("0001-a.md", record(status="deprecated"))
    (repository.top / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(GitError, match=r"damaged; `git fsck`"):
        read(repository)


def test_a_partial_clone_that_lacks_a_text_says_how_to_get_it(repository: Repository, tmp_path: Path) -> None:
    repository.change({"0001-a.md": record(), "0002-b.md": record(title="B")}, day=DAY)
    repository.change({"0001-a.md": record(status="deprecated")}, day=DAY)
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--filter=blob:none", f"file://{repository.top}", str(clone))
    records = read_folder(clone / "decisions", shown_from=clone).records
    assert len(read_base(clone / "decisions", "HEAD", records, shown="decisions").before) == 2
    with pytest.raises(GitError, match=r"partial clone.*--refetch"):
        read_base(clone / "decisions", "HEAD~1", records, shown="decisions")
