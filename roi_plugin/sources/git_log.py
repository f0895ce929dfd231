"""Reads what `git log` says: commits with what each changed."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from roi_plugin.errors import GitError

FORMAT = "%H%x00%P%x00%aN%x00%as%x00%at%x00%cs%x00%ct%x00%s"
"""One commit: id, parents, author by the mailmap, the author's day and time, the committer's, the subject."""
_FIELDS = FORMAT.count("%x00") + 1
_PULL_REQUEST = re.compile(
    r"\b(?:pull request|merge request|PR)\s*[^\s#!]*[#!](\d{1,9})\b|\([#!](\d{1,9})\)\s*$|^Merged PR (\d{1,9})\b",
    re.IGNORECASE,
)


class FileChange(Struct, kw_only=True):
    """One file that a commit changed against its first parent; `before` and `after` are blobs, None for no file.

    `old_path` is where the file was; it differs from `path` for a rename.
    """

    old_path: str
    path: str
    before: str | None
    after: str | None


class Commit(Struct, kw_only=True):
    """One commit; `date` is the author's day as `YYYY-MM-DD`, `parents` are those of the history that was asked for.

    It was `written` by its author and `committed` at these seconds since 1970, `committed_on` the committer's day.
    """

    id: str
    parents: tuple[str, ...]
    author: str
    date: str
    written: int
    committed_on: str
    committed: int
    subject: str
    pull_request: str | None
    changes: list[FileChange]


def read_log(output: bytes) -> list[Commit]:
    """The commits of an output that has NUL after each part and `FORMAT` before the raw changes.

    Each stands before its parents, whatever their days say; apart from that in the order of the output.
    """
    parts = iter(output.decode("utf-8", "replace").split("\0"))
    found: list[Commit] = []
    try:
        for part in parts:
            token = part.lstrip("\n")
            if token.startswith(":"):
                found[-1].changes.append(_change(token, parts))
            elif token:
                found.append(_commit(token, parts))
    except (RuntimeError, StopIteration, ValueError, IndexError):
        raise GitError("no history: what this git says of it is not in the form of git's own log") from None
    return _children_first(found)


def _children_first(commits: list[Commit]) -> list[Commit]:
    by_id = {commit.id: commit for commit in commits}
    placed: dict[str, Commit] = {}
    for commit in reversed(commits):
        waiting = [commit]
        while waiting:
            parents = [by_id[one] for one in waiting[-1].parents if one in by_id and one not in placed]
            if parents:
                waiting += parents
            else:
                done = waiting.pop()
                placed.setdefault(done.id, done)
    return list(reversed(placed.values()))


def _commit(identity: str, parts: Iterator[str]) -> Commit:
    parents, author, date, written, committed_on, committed, subject = (next(parts) for _ in range(_FIELDS - 1))
    return Commit(
        id=identity,
        parents=tuple(parents.split()),
        author=author,
        date=date,
        # A damaged commit may have no time.
        written=int(written or 0),
        committed_on=committed_on,
        committed=int(committed or 0),
        subject=subject,
        pull_request=pull_request(subject),
        changes=[],
    )


def _change(token: str, parts: Iterator[str]) -> FileChange:
    old_mode, new_mode, before, after, kind = token[1:].split(" ")
    old_path = next(parts)
    path = next(parts) if kind[0] in "RC" else old_path
    return FileChange(
        old_path=old_path,
        path=path,
        before=before if _is_file(old_mode) else None,
        after=after if _is_file(new_mode) else None,
    )


def _is_file(mode: str) -> bool:
    # Symbolic links and submodules are no records.
    return mode.startswith("100")


def pull_request(subject: str) -> str | None:
    """The number of the pull request that a commit's subject names, as the usual hosts write it."""
    match = _PULL_REQUEST.search(subject)
    return next(filter(None, match.groups()), None) if match else None


def with_merged_requests(commits: Iterable[Commit]) -> None:
    """Gives each commit of a merged branch the pull request of its merge, where it names none itself.

    The commits come newest first, each before its parents.
    """
    by_id = {commit.id: commit for commit in commits}
    main: list[Commit] = []
    commit = next(iter(by_id.values()), None)
    while commit is not None:
        main.append(commit)
        commit = by_id.get(commit.parents[0]) if commit.parents else None
    seen = {commit.id for commit in main}
    for merge in reversed(main):
        waiting = list(merge.parents[1:])
        while waiting:
            inner = by_id.get(waiting.pop())
            if inner is None or inner.id in seen:
                continue
            seen.add(inner.id)
            inner.pull_request = inner.pull_request or merge.pull_request
            waiting += inner.parents
