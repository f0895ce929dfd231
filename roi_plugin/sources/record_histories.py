"""Reads the history of every record of a folder: one pass over the commits, one over the texts they left."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.errors import GitError
from roi_plugin.model.history import NOTHING_SAID, Axis, History, Made, RecordHistory, State, Version
from roi_plugin.model.same_records import share_half
from roi_plugin.sources.assumptions_file import ASSUMPTIONS_NAME
from roi_plugin.sources.commit_days import newest_day, settle_days
from roi_plugin.sources.git_history import Progress, Repository, open_repository
from roi_plugin.sources.git_log import Commit, with_merged_requests
from roi_plugin.sources.history_cache import HistoryCache
from roi_plugin.sources.policy_file import POLICY_NAME
from roi_plugin.sources.record_reader import OWN_RECORDS, RecordReader
from roi_plugin.sources.version_tables import Followed, Node, follow

_FOR_ALL = frozenset({POLICY_NAME, ASSUMPTIONS_NAME})
_MOST_MOVES = 8
"""How often a folder is followed to where it was before."""

States = Mapping[str, State]
"""What the text of each blob says."""


def read_history(
    folder: Path,
    *,
    cache: Path,
    reader: RecordReader = OWN_RECORDS,
    progress: Progress | None = None,
    now: dt.date = dt.date.max,
) -> History:
    """The history of the records below `folder` up to HEAD; without one, why there is none. Kept in `cache`.

    `progress` is told how many commits were read so far, where they are not kept. A commit that claims to be younger
    than `now` had a wrong clock.
    """
    try:
        repository = open_repository(folder)
        kept = HistoryCache(cache, repository, reader, now)
        return kept.history or _read(repository, kept, reader, progress)
    except GitError as error:
        return History(missing=str(error))


def _read(repository: Repository, kept: HistoryCache, reader: RecordReader, progress: Progress | None) -> History:
    commits = _commits(repository, reader.endings, progress)
    newest = newest_day(commits)
    settle_days(commits, now=kept.now, cut_off=repository.shallow)
    followed = follow(commits, endings=reader.endings)
    names = {node.blob: node.path.rpartition("/")[2] for node in followed.nodes if node.blob is not None}
    states = kept.states(names)
    _join_renamed(followed, states, reader)
    ended = _part_from_others(followed, states, reader)
    builder = _Builder(states=states, shallow=repository.shallow)
    by_path: dict[str, RecordHistory] = {}
    gone = [builder.history(node) for node in ended]
    beside: list[RecordHistory] = []
    for path, node in followed.last.items():
        if node.blob is None:
            name = path.rpartition("/")[2]
            if not node.moved and (reader.is_record(name) or name in _FOR_ALL):
                (beside if name in _FOR_ALL else gone).append(builder.history(node))
        elif path.startswith(repository.prefix):
            by_path[path[len(repository.prefix) :]] = builder.history(node)
    found = History(
        by_path=dict(sorted(by_path.items())),
        gone=tuple(sorted(gone, key=_removed)),
        gone_beside=tuple(sorted(beside, key=_removed)),
        missing=_SHALLOW if repository.shallow else None,
        root=repository.prefix,
    )
    lost = len(names.keys() - states.keys())
    # A history with a hole is not kept: the hole may be mended without a new commit.
    return replace(found, missing=_damaged(lost)) if lost else kept.store(found, newest=newest)


def _damaged(lost: int) -> str:
    texts = "1 text is" if lost == 1 else f"{lost} texts are"
    return f"the repository is damaged: {texts} not to be read, so what they said is not known (`git fsck` names them)"


def _removed(one: RecordHistory) -> tuple[dt.date, str]:
    return one.last.date, one.last.path


_SHALLOW = (
    "this is a shallow clone, so changes before its first commit are not known: `git fetch --unshallow` gets the rest"
)


def _commits(repository: Repository, endings: tuple[str, ...], progress: Progress | None) -> list[Commit]:
    """The commits that touched the folder, or the places where it or some of its files were before."""
    places = [repository.prefix] if repository.prefix else []
    for _ in range(_MOST_MOVES):
        commits = repository.log(places, progress=progress)
        more = _former_places(repository, commits, places, endings) if places else []
        if not more:
            break
        places += more
    with_merged_requests(commits)
    return commits


def _former_places(
    repository: Repository, commits: Iterable[Commit], places: list[str], endings: tuple[str, ...]
) -> list[str]:
    """Where files came from that these commits seem to add though they only moved them: folders, or single files."""
    inside = tuple(places)
    adding = [
        commit.id
        for commit in commits
        if any(change.before is None and change.path.endswith(endings) for change in commit.changes)
    ]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for commit in repository.renames(adding) if adding else ():
        for change in commit.changes:
            into = change.path.startswith(inside) and change.path.endswith(endings)
            if into and not change.old_path.startswith(inside):
                found[change.old_path.rpartition("/")[0]].add(change.old_path)
    return sorted(
        place for folder, files in found.items() for place in ([f"{folder}/"] if folder and len(files) > 1 else files)
    )


def _join_renamed(followed: Followed, states: States, reader: RecordReader) -> None:
    """Joins what one commit removed and added as one record, where git saw no likeness but id or title say so."""
    by_commit: defaultdict[str, tuple[list[Node], list[Node]]] = defaultdict(lambda: ([], []))
    for node in followed.nodes:
        if node.blob is None:
            by_commit[node.commit.id][0].append(node)
        elif all(one.blob is None for one in node.parents):
            by_commit[node.commit.id][1].append(node)
    for removed, added in by_commit.values():
        for removal, new in _pairs(removed, added, states, reader):
            new.parents = removal.parents
            removal.moved = True


def _part_from_others(followed: Followed, states: States, reader: RecordReader) -> list[Node]:
    """Lets another record at the path of one removed earlier begin anew; gives the removals that end a history so."""
    ended: dict[int, Node] = {}
    for node in followed.nodes:
        removals = [one for one in node.origins if one.blob is None]
        if node.blob is None or not removals or len(removals) < len(node.origins):
            continue
        now = states.get(node.blob, NOTHING_SAID)
        then = [states.get(text.blob or "", NOTHING_SAID) for one in removals for text in one.origins]
        if reader.is_record(node.path.rpartition("/")[2]) and all(_are_others(old, now) for old in then):
            node.parents = ()
            ended |= {id(one): one for one in removals}
    return list(ended.values())


def _are_others(old: State, new: State) -> bool:
    """Whether two texts are of two records for certain: by their written ids, else by titles that share few words."""
    if old.id is not None and old.id == new.id:
        return False
    words = [set((state.title or "").casefold().split()) for state in (old, new)]
    return all(words) and not share_half(*words)


def _pairs(removed: list[Node], added: list[Node], states: States, reader: RecordReader) -> Iterator[tuple[Node, Node]]:
    if not removed or not added:
        return
    for key in ("id", "title"):
        old = _by_key(((one.parents[0], one) for one in removed if one.parents and not one.moved), key, states, reader)
        new = _by_key(((one, one) for one in added if not one.origins), key, states, reader)
        for said in old.keys() & new.keys():
            if len(old[said]) == len(new[said]) == 1:
                yield old[said][0], new[said][0]


def _by_key(
    nodes: Iterable[tuple[Node, Node]], key: str, states: States, reader: RecordReader
) -> dict[str, list[Node]]:
    found: defaultdict[str, list[Node]] = defaultdict(list)
    for text, node in nodes:
        said = getattr(states.get(text.blob or "", NOTHING_SAID), key)
        if said and reader.is_record(text.path.rpartition("/")[2]):
            found[said.casefold()].append(node)
    return found


class _Builder(Struct, frozen=True, kw_only=True):
    states: States
    shallow: frozenset[str]

    def history(self, last: Node) -> RecordHistory:
        """The texts that led to this one, oldest first."""
        nodes = [last]
        while nodes[-1].origins:
            nodes.append(self._came_from(nodes[-1]))
        nodes.reverse()
        versions: list[Version] = []
        for before, node in zip((None, *nodes), nodes, strict=False):
            earliest = versions[-1].date if versions else dt.date.min
            version = self._version(node, earliest)
            versions.append(replace(version, made=self._made_elsewhere(node, before)) if before else version)
        return RecordHistory(versions=tuple(versions), is_whole=nodes[0].commit.id not in self.shallow)

    def _came_from(self, node: Node) -> Node:
        """Of the texts that a merge joined, the one whose status it kept: on that side the status was decided."""
        if len(node.origins) == 1:
            return node.origins[0]
        state = self._state(node)
        return min(node.origins, key=lambda one: _distance(self._state(one), state))

    def _made_elsewhere(self, node: Node, before: Node) -> tuple[Made, ...]:
        """What another side of a merge brought, which is not the side that `before` was made on."""
        if len(node.origins) == 1:
            return ()
        changed = (axis for axis in Axis if self._said(before, axis) != self._said(node, axis))
        makers = [(axis, self._maker(node, axis)) for axis in changed]
        return tuple(_made(axis, maker) for axis, maker in makers if maker is not node)

    def _maker(self, node: Node, axis: Axis) -> Node:
        """Where what a text says on an axis was said first, on whichever side of the merges it was."""
        while True:
            said = self._said(node, axis)
            same = (one for one in node.origins if said is not None and self._said(one, axis) == said)
            found = next(same, None)
            if found is None:
                return node
            node = found

    def _said(self, node: Node, axis: Axis) -> tuple[str | None] | None:
        """What a text says on an axis; None where it cannot be read."""
        if axis is Axis.FILE:
            return (node.path,)
        state = self._state(node)
        if state.status is None:
            return None
        return (state.status if axis is Axis.STATUS else state.delivery,)

    def _state(self, node: Node) -> State:
        return self.states.get(node.blob or "", NOTHING_SAID)

    def _version(self, node: Node, earliest: dt.date) -> Version:
        return Version(
            date=max(earliest, _day(node.commit.date)),
            path=node.path,
            blob=node.blob or "",
            commit=node.commit.id,
            author=node.commit.author,
            pull_request=node.commit.pull_request,
            subject=node.commit.subject,
            state=self._state(node),
            is_removal=node.blob is None,
        )


def _made(axis: Axis, node: Node) -> Made:
    commit = node.commit
    return Made(
        axis=axis,
        date=_day(commit.date),
        commit=commit.id,
        author=commit.author,
        pull_request=commit.pull_request,
        subject=commit.subject,
    )


def _distance(one: State, other: State) -> tuple[bool, bool]:
    return one.status != other.status, one.delivery != other.delivery


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return dt.date.min
