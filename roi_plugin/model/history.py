"""What became of each record: its versions as commits left them, and what changed from one to the next."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace


class State(Struct, frozen=True, kw_only=True):
    """What one text of a record says of itself; None where it says nothing that can be read.

    `id` is the one that is written, not the one that follows from the file's name.
    """

    status: str | None = None
    delivery: str | None = None
    id: str | None = None
    title: str | None = None
    confidentiality: str | None = None


NOTHING_SAID = State()


class Axis(StrEnum):
    """What of a record changed: `file` is its place (added, renamed, removed, restored)."""

    STATUS = "status"
    DELIVERY = "delivery"
    FILE = "file"


class Made(Struct, frozen=True, kw_only=True):
    """By which commit another side of a merge set what the merge has on an axis."""

    axis: Axis
    date: dt.date
    commit: str
    author: str
    pull_request: str | None = None
    subject: str = ""


class Version(Struct, frozen=True, kw_only=True):
    """One text of a record, at `path` (relative to the project, with `/`) from `date` on.

    `date` is the author's day, and never before that of the version it follows. `commit`, `author` and `pull_request`
    (its number) are None for what is not committed yet, and the commit's `subject` is empty. `blob` names the text in
    git; it is empty for a text that is only on disk, and for the removal of the record (`is_removal`). `made` holds
    what a merge took from a side that is not that of the version before.
    """

    date: dt.date
    path: str
    blob: str = ""
    commit: str | None = None
    author: str | None = None
    pull_request: str | None = None
    subject: str = ""
    state: State = NOTHING_SAID
    is_removal: bool = False
    made: tuple[Made, ...] = ()


class Change(Struct, frozen=True, kw_only=True):
    """One step on one axis, made by `version`; `before` and `after` are None for what was not there or not said.

    On the file axis they are paths relative to the project.
    """

    axis: Axis
    before: str | None
    after: str | None
    version: Version

    @property
    def date(self) -> dt.date:
        """The day from which it holds."""
        return self.version.date


class RecordHistory(Struct, frozen=True, kw_only=True):
    """The versions of one record, oldest first, never empty; of two sides of a merge only the one that lasted.

    `is_whole` is False where older versions exist that this clone does not hold.
    """

    versions: tuple[Version, ...]
    is_whole: bool = True

    @property
    def last(self) -> Version:
        """What stands now, or the removal."""
        return self.versions[-1]

    def changes(self, *axes: Axis) -> Iterator[Change]:
        """What changed, oldest first: the first version's status and delivery too, unless older ones are missing.

        A text whose status cannot be read changes nothing but the record's place. What another side of a merge set is
        told with the commit that set it.
        """
        found = (change for change in self._steps() if not axes or change.axis in axes)
        if not any(version.made for version in self.versions):
            return found
        return iter(sorted(_made_where(found), key=lambda change: change.date))

    def _steps(self) -> Iterator[Change]:
        before: Version | None = None
        state = NOTHING_SAID
        for version in self.versions:
            if before is not None or self.is_whole:
                yield from _steps(before, state, version)
            before = version
            state = version.state if version.state.status is not None else state

    def until(self, day: dt.date) -> "RecordHistory | None":
        """The same without what came after a day; None where it began later."""
        versions = tuple(version for version in self.versions if version.date <= day)
        return replace(self, versions=versions) if versions else None

    def as_of(self, day: dt.date) -> Version | None:
        """The version that stood at the end of a day; None where there was none yet, or no more."""
        found = self.until(day)
        return None if found is None or found.last.is_removal else found.last

    def entered(self, status: str) -> Version | None:
        """The version by which the record got a status for the last time; None where that is not known."""
        found = None
        for change in self.changes(Axis.STATUS):
            if change.after == status:
                found = change.version
        return found


def _steps(before: Version | None, then: State, after: Version) -> Iterator[Change]:
    there = None if before is None or before.is_removal else before.path
    here = None if after.is_removal else after.path
    if there != here:
        yield Change(axis=Axis.FILE, before=there, after=here, version=after)
    now = after.state
    # A record that is restored goes on where it was when it was removed.
    if now.status is None:
        return
    if then.status != now.status:
        yield Change(axis=Axis.STATUS, before=then.status, after=now.status, version=after)
    if then.delivery != now.delivery:
        yield Change(axis=Axis.DELIVERY, before=then.delivery, after=now.delivery, version=after)


def _made_where(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, each with the commit that made it on its axis, never before the one before it on that axis."""
    days: dict[Axis, dt.date] = {}
    for change in changes:
        version = change.version
        made = next((one for one in version.made if one.axis is change.axis), None)
        if made is not None:
            day = min(max(made.date, days.get(made.axis, made.date)), version.date)
            version = replace(
                version,
                date=day,
                commit=made.commit,
                author=made.author,
                pull_request=made.pull_request,
                subject=made.subject,
            )
        days[change.axis] = version.date
        yield replace(change, version=version)


class History(Struct, frozen=True, kw_only=True):
    """The histories of all files of a folder that can be records, by their paths relative to it.

    `gone` are those of removed records, `gone_beside` of other removed files that once held for all records (as
    `policy.yml`). `missing` says in one line what git could not tell, why, and how to get it.
    `root` is the folder relative to the project, with a `/` at its end; empty for the project itself.
    """

    by_path: Mapping[str, RecordHistory] = field(default_factory=dict)
    gone: tuple[RecordHistory, ...] = ()
    gone_beside: tuple[RecordHistory, ...] = ()
    missing: str | None = None
    root: str = ""

    def of(self, path: str) -> RecordHistory | None:
        """The history of the record at a path; None where nothing is known of it."""
        return self.by_path.get(path)

    def until(self, day: dt.date) -> "History":
        """What was known at the end of a day, by the paths of then; a folder that moved stands where it is now."""
        here: dict[str, RecordHistory] = {}
        for one in (*self.by_path.values(), *self.gone, *self.gone_beside):
            cut = one.until(day)
            path = None if cut is None or cut.last.is_removal else self._place(cut.last.path, one)
            known = here.get(path or "")
            if cut is not None and path is not None and (known is None or known.last.date <= cut.last.date):
                here[path] = cut
        gone = tuple(one for one in _cut((*self.by_path.values(), *self.gone), day) if one.last.is_removal)
        beside = tuple(one for one in _cut(self.gone_beside, day) if one.last.is_removal)
        return replace(self, by_path=dict(sorted(here.items())), gone=gone, gone_beside=beside)

    def _place(self, path: str, history: RecordHistory) -> str | None:
        """Where a file at `path` stands in the folder; None for one that came into it under another name."""
        if path.startswith(self.root):
            return path.removeprefix(self.root)
        inside = (one.path.removeprefix(self.root) for one in history.versions if one.path.startswith(self.root))
        first = next(inside, None)
        return first if first is not None and _name(first) == _name(path) else None

    def as_of(self, day: dt.date) -> dict[str, str]:
        """The blobs of the texts that stood in the folder at the end of a day, by their paths relative to it."""
        found = self.until(day).by_path
        return {path: one.last.blob for path, one in found.items() if one.last.blob}


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _cut(histories: Iterable[RecordHistory], day: dt.date) -> Iterator[RecordHistory]:
    return (cut for one in histories if (cut := one.until(day)) is not None)


NO_HISTORY = History()
