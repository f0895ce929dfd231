"""Follows every file through the commits of a history: renames, merges, removals and returns."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct, field

from roi_plugin.sources.git_log import Commit, FileChange


class Node(Struct, kw_only=True, eq=False):
    """One text of one file, made by `commit`; `blob` is None for its removal.

    `parents` are the texts it was made from: one as a rule, none at its beginning, several for a merge of two texts.
    `moved` marks a removal after which the file went on under another name: what comes to its place is another record.
    """

    commit: Commit
    path: str
    blob: str | None
    parents: "tuple[Node, ...]" = ()
    moved: bool = False

    @property
    def origins(self) -> "tuple[Node, ...]":
        """The texts that this one goes on from: its parents, but for what went on elsewhere."""
        return tuple(one for one in self.parents if not one.moved)


Table = dict[str, Node]
"""What stands after one commit, and what was removed by then, by path."""


class _Shared(Struct, kw_only=True, eq=False):
    """A table with the commits that still need it: who is the last may change it."""

    table: Table = field(default_factory=dict)
    holders: int = 0


class Followed(Struct, frozen=True, kw_only=True):
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
        changes = [told for change in commit.changes if (told := _told(change, endings)) is not None]
        if changes:
            if held.holders:
                held = _Shared(table=dict(held.table))
            nodes += _apply(commit, changes, held.table, tables[1:])
        if waiting[commit.id]:
            held.holders += 1
            shared[commit.id] = held
        last = held.table
    return Followed(nodes=nodes, last=last if commits else {})


def _told(change: FileChange, endings: tuple[str, ...]) -> FileChange | None:
    """The change as one of files with these endings: one that gets another ending is removed."""
    if change.path.endswith(endings):
        return change
    if change.old_path.endswith(endings) and change.before is not None:
        return FileChange(old_path=change.old_path, path=change.old_path, before=change.before, after=None)
    return None


def _apply(commit: Commit, changes: Collection[FileChange], table: Table, others: Sequence[Table]) -> Iterator[Node]:
    """Puts what a commit changed against its first parent into the table; gives the texts that it made itself."""
    before = {change.old_path: table.get(change.old_path) for change in changes}
    for change in changes:
        origin = before[change.old_path]
        if change.old_path != change.path and origin is not None:
            # That it went on elsewhere stays known here: a merge would take it for removed.
            table[change.old_path] = Node(commit=commit, path=change.old_path, blob=None, parents=(origin,), moved=True)
    for change in changes:
        brought = _brought(change, others)
        if brought is not None:
            table[change.path] = brought
            continue
        origin = before[change.old_path]
        if change.after is None and (origin is None or origin.blob is None):
            continue
        parents = [origin, *(_beside(change.path, origin, other) for other in others)]
        node = Node(
            commit=commit,
            path=change.path,
            blob=change.after,
            parents=tuple(dict.fromkeys(one for one in parents if one is not None and not one.moved)),
        )
        table[change.path] = node
        yield node


def _beside(path: str, origin: Node | None, other: Table) -> Node | None:
    """The same file on another side of a merge: there it may still be where it was before it was renamed here."""
    found = other.get(path)
    while found is None and origin is not None:
        found = other.get(origin.path)
        origin = next(iter(origin.origins), None)
    return found


def _brought(change: FileChange, others: Sequence[Table]) -> Node | None:
    """The text that another side of the merge already had."""
    for other in others:
        node = other.get(change.path)
        if node is not None and node.blob == change.after:
            return node
    return None
