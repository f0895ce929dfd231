"""Follows every file through the commits of a history: renames, merges, removals and returns."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from roi_plugin.sources.git_log import Commit, FileChange


@dataclass(eq=False, slots=True, kw_only=True)
class Node:
    """One text of one file, made by `commit`; `blob` is None for its removal.

    `parents` are the texts it was made from: one as a rule, none at its beginning, several for a merge of two texts.
    `moved` marks a removal after which the file went on under another name.
    """

    commit: Commit
    path: str
    blob: str | None
    parents: "tuple[Node, ...]" = ()
    moved: bool = False


Table = dict[str, Node]
"""What stands after one commit, and what was removed by then, by path."""


@dataclass(eq=False, slots=True, kw_only=True)
class _Shared:
    """A table with the commits that still need it: who is the last may change it."""

    table: Table = field(default_factory=dict)
    holders: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """All texts that were met, oldest commit first, and the table after the newest commit."""

    nodes: list[Node]
    last: Table


def follow(commits: Sequence[Commit], *, endings: tuple[str, ...]) -> Followed:
    """The texts of all files with one of these endings; commits come newest first, the first one is what stands now.

    Of a merge only what no side has already said is a text of its own, so that each step counts once.
    """
    waiting = Counter(parent for commit in commits for parent in commit.parents)
    shared: dict[str, _Shared] = {}
    nodes: list[Node] = []
    for commit in reversed(commits):
        known = [parent for parent in commit.parents if parent in shared]
        tables = [shared[parent].table for parent in known]
        held = shared[known[0]] if known else _Shared()
        for parent in known:
            waiting[parent] -= 1
            if not waiting[parent]:
                shared.pop(parent).holders -= 1
        changes = [change for change in commit.changes if change.path.endswith(endings)]
        if changes:
            if held.holders:
                held = _Shared(table=dict(held.table))
            nodes += _apply(commit, changes, held.table, tables[1:])
        if waiting[commit.id]:
            held.holders += 1
            shared[commit.id] = held
        last = held.table
    return Followed(nodes=nodes, last=last if commits else {})


def _apply(commit: Commit, changes: Collection[FileChange], table: Table, others: Sequence[Table]) -> Iterator[Node]:
    """Puts what a commit changed against its first parent into the table; gives the texts that it made itself."""
    before = {change.old_path: table.get(change.old_path) for change in changes}
    for change in changes:
        if change.old_path != change.path:
            table.pop(change.old_path, None)
    for change in changes:
        brought = _brought(change, others)
        if brought is not None:
            table[change.path] = brought
            continue
        if change.after is None and before[change.old_path] is None:
            continue
        parents = [before[change.old_path], *(other.get(change.path) for other in others)]
        node = Node(
            commit=commit,
            path=change.path,
            blob=change.after,
            parents=tuple(dict.fromkeys(one for one in parents if one is not None)),
        )
        table[change.path] = node
        yield node


def _brought(change: FileChange, others: Sequence[Table]) -> Node | None:
    """The text that another side of the merge already had."""
    for other in others:
        node = other.get(change.path)
        if node is not None and node.blob == change.after:
            return node
    return None
