"""What happened to the records: each commit's changes of each record, and the dated entries that records keep."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from roi_plugin.model.decision import Decision
from roi_plugin.model.history import Axis, Change, History, RecordHistory, Version

SETTINGS = ("policy.yml", "assumptions.yml")
"""Files whose every change may change every verdict."""


class Kind(StrEnum):
    """What a step is; one that gave a status or a delivery has that word as its kind instead."""

    ADDED = "added"
    RENAMED = "renamed"
    REMOVED = "removed"
    RESTORED = "restored"
    UNSAID = "unsaid"
    DATED = "dated"
    REVIEWED = "reviewed"
    AMENDED = "amended"
    MOVED = "forecast-moved"
    SETTINGS = "settings"


class Step(Struct, frozen=True, kw_only=True):
    """One thing that an event did; `kind` is one of `Kind`, a status or a delivery.

    `before` and `after` are statuses, deliveries or paths relative to the project; for what the record itself keeps,
    `after` is the outcome of a review or the amended field, for a forecast that moved what of it did. None for what was
    not there or is not said.
    """

    axis: Axis | None
    kind: str
    before: str | None = None
    after: str | None = None


class Event(Struct, frozen=True, kw_only=True):
    """What one commit did to one record, or what the record itself says of a day.

    `path` is relative to the records folder; of a record that `is_gone` it is where the record was last. `title` is
    that of now, None where none can be read. `author` is whoever did it, as git or the record has it. `commit` is None
    for what is not committed yet, and for what `is_own`: said by the record, not by git.
    """

    date: dt.date
    path: str
    title: str | None
    steps: tuple[Step, ...]
    author: str | None = None
    commit: str | None = None
    pull_request: str | None = None
    is_own: bool = False
    is_gone: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """What its steps are, in their order."""
        return tuple(step.kind for step in self.steps)


def register_events(
    records: Mapping[str, Decision | None], history: History, *, also: Iterable[Event] = ()
) -> tuple[Event, ...]:
    """All events of all records, the removed ones too, newest first, with what `also` is known.

    `records` holds the decisions by the paths of their files, None for one that cannot be read.
    """
    found = [*also]
    found += [event for path, one in records.items() for event in record_events(path, one, history.of(path))]
    for gone in history.gone:
        found += _events_of_gone(gone, history.root)
    found += [event for path in SETTINGS if (one := history.of(path)) for event in _settings_events(path, one)]
    # Within one day nobody knows what came first but among the changes of one record, which keep their order.
    return tuple(reversed(sorted(found, key=lambda event: (event.date, event.path))))  # noqa: C413 - not the same order


def steps_since(event: Event, decided: dt.date | None, since: dt.date) -> tuple[Step, ...]:
    """What of an event happened since a day: of a record that was `decided` before it, only that it came in late."""
    if Kind.ADDED not in event.kinds or decided is None or decided >= since:
        return event.steps
    return tuple(step for step in event.steps if step.axis is Axis.FILE)


def record_events(
    path: str, decision: Decision | None, history: RecordHistory | None, *, also: Iterable[Event] = ()
) -> tuple[Event, ...]:
    """The events of one record that is there, oldest first, with what `also` is known; of a day, those of git first."""
    title = decision.title if decision is not None else None
    found = list(git_events(path, title, history)) if history is not None else []
    found += also
    if decision is not None:
        found += _own_events(decision, is_known=history is not None)
    return tuple(sorted(found, key=lambda event: event.date))


def git_events(path: str, title: str | None, history: RecordHistory, *, is_gone: bool = False) -> Iterator[Event]:
    """What git, and the disk, know of one record: an event for each commit that changed it, oldest first."""
    first = history.versions[0]
    for _, grouped in groupby(history.changes(), key=lambda change: change.version):
        changes = tuple(grouped)
        version = changes[0].version
        yield Event(
            date=version.date,
            path=path,
            title=title,
            steps=tuple(_step(change, first) for change in changes),
            author=version.author,
            commit=version.commit,
            pull_request=version.pull_request,
            is_gone=is_gone,
        )


def _step(change: Change, first: Version) -> Step:
    kind = change.after or Kind.UNSAID.value
    if change.axis is Axis.FILE:
        kind = Kind.RENAMED
        if change.after is None:
            kind = Kind.REMOVED
        elif change.before is None:
            kind = Kind.ADDED if change.version is first else Kind.RESTORED
    return Step(axis=change.axis, kind=str(kind), before=change.before, after=change.after)


def _events_of_gone(history: RecordHistory, root: str) -> Iterator[Event]:
    titles = [version.state.title for version in history.versions if version.state.title]
    inside = history.last.path.removeprefix(root)
    yield from git_events(inside, titles[-1] if titles else None, history, is_gone=True)


def _settings_events(path: str, history: RecordHistory) -> Iterator[Event]:
    for at, version in enumerate(history.versions):
        if at or history.is_whole:
            yield Event(
                date=version.date,
                path=path,
                title=None,
                steps=(Step(axis=None, kind=Kind.SETTINGS.value),),
                author=version.author,
                commit=version.commit,
                pull_request=version.pull_request,
            )


def _own_events(decision: Decision, *, is_known: bool) -> Iterator[Event]:
    """What the record keeps; its own date only where git does not know how it began."""
    if not is_known:
        step = Step(axis=None, kind=Kind.DATED.value, after=decision.status.value)
        yield _own(decision, decision.date, step, None)
    for amendment in decision.amendments:
        step = Step(axis=None, kind=Kind.AMENDED.value, after=amendment.field)
        yield _own(decision, amendment.date, step, amendment.by)
    for review in decision.reviews:
        step = Step(axis=None, kind=Kind.REVIEWED.value, after=review.outcome)
        yield _own(decision, review.date, step, ", ".join(review.by))


def _own(decision: Decision, date: dt.date, step: Step, by: str | None) -> Event:
    return Event(date=date, path=decision.path, title=decision.title, steps=(step,), author=by or None, is_own=True)
