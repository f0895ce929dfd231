"""What a feed tells: what became of the decisions, and which risks are flagged; newest first."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator

from msgspec import Struct

from roi_plugin.assess import Assessment, Judged
from roi_plugin.model.decision import Status
from roi_plugin.model.event_words import event_words
from roi_plugin.model.events import Event, Kind, register_events
from roi_plugin.model.finding import Finding, Severity, dotted
from roi_plugin.model.history import Axis

_NAMESPACE = uuid.UUID("6e0c5f0b-6f3f-5d0a-9d3c-2f6d1c8b7a42")
"""Ours alone: with it the same event has the same id for ever, whatever site tells it."""
_RISK = "risk/"


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that happened to one decision; `path` is that of its record. All texts are plain and untrusted."""

    id: str
    date: dt.date
    path: str
    title: str
    summary: str
    author: str | None = None
    category: str


def entries(assessment: Assessment, wanted: Callable[[Judged], bool] = lambda _: True) -> list[Entry]:
    """The entries about the `wanted` decisions, newest first; a removed record belongs to none.

    A flag that time raises, or an edit whose day git knows, is of the first day on which it held in this status. Of any
    other nobody notes when the rule begins to ask: it is of the day on which its record got its status, so that an edit
    tells no old flag as new.
    """
    judged = {one.decision.path: one for one in assessment.judged if wanted(one)}
    events = register_events({path: one.decision for path, one in judged.items()}, assessment.history)
    found = [_of_event(event, judged[event.path]) for event in events if event.path in judged and _tells(event)]
    found += [entry for one in judged.values() for entry in _flags(one)]
    return sorted(found, key=lambda entry: (entry.date, entry.id), reverse=True)


def newest(assessment: Assessment, wanted: Callable[[Judged], bool] = lambda _: True, *, most: int = 50) -> list[Entry]:
    """The newest of the entries, at most so many."""
    return entries(assessment, wanted)[:most]


def stable_id(*parts: str) -> str:
    """An id that depends on nothing but what it stands for."""
    return uuid.uuid5(_NAMESPACE, "\n".join(parts).encode("utf-8", "replace").decode()).urn


def _tells(event: Event) -> bool:
    """Whether something became of the decision: that its file moved is no news."""
    kinds = {Kind.RENAMED.value}
    return not event.is_gone and any(step.axis is not Axis.FILE or step.kind not in kinds for step in event.steps)


def _of_event(event: Event, judged: Judged) -> Entry:
    words = event_words(event)
    return Entry(
        id=stable_id(judged.decision.id, event.date.isoformat(), event.commit or "", *event.kinds),
        date=event.date,
        path=event.path,
        title=f"{name_of(judged)}: {words}",
        summary=judged.verdict.sentence.replace("`", ""),
        author=event.author,
        category="status",
    )


def _flags(judged: Judged) -> Iterator[Entry]:
    if judged.decision.status is not Status.PROPOSED and not judged.links.in_force:
        return
    found: dict[str, list[Finding]] = {}
    for finding in judged.findings:
        if finding.name.startswith(_RISK) and finding.severity is not Severity.INFO:
            found.setdefault(finding.name, []).append(finding)
    settled = _settled(judged)
    for name, several in found.items():
        yield Entry(
            id=stable_id(judged.decision.id, name),
            date=max(min(one.since or _written(one, judged) or settled for one in several), settled),
            path=judged.decision.path,
            title=f"{name_of(judged)}: flagged {name.removeprefix(_RISK)}",
            summary=several[0].message,
            category="flag",
        )


def _written(finding: Finding, judged: Judged) -> dt.date | None:
    """The day on which the value that is flagged came into the record, if that was after its acceptance."""
    for moved in judged.past.moved:
        place = dotted(moved.field)
        is_there = finding.field == place or (moved.is_entry and finding.field.startswith((f"{place}.", f"{place}[")))
        if is_there and moved.before is None and moved.after is not None:
            return moved.apart
    return None


def _settled(judged: Judged) -> dt.date:
    """The day on which its status was written last, by git; its own date where git does not know."""
    history, decision = judged.history, judged.decision
    entered = history.entered(decision.status) if history else None
    return decision.date if entered is None or entered.commit is None else entered.date


def name_of(judged: Judged) -> str:
    """A decision as a line of a list names it."""
    number = judged.decision.number
    return f"{number} {judged.decision.title}" if number else judged.decision.title
