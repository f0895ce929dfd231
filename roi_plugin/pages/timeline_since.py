"""What changed in the register since a day: how many decisions were accepted, retired, delivered, and which."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlencode

from msgspec import Struct

from roi_plugin.language import noted, sentence, text
from roi_plugin.model.decision import OVER, Delivery, Status
from roi_plugin.model.events import Event, Kind, steps_since
from roi_plugin.model.period import quarter_start
from roi_plugin.pages.book import Book
from roi_plugin.pages.event_rows import EventRow, event_row
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render

_MOST_NAMED = 5
_GROUPS: Sequence[tuple[str, frozenset[str]]] = (
    (noted("Added to the register"), frozenset({Kind.ADDED})),
    (noted("Proposed"), frozenset({Status.PROPOSED})),
    (noted("Accepted"), frozenset({Status.ACCEPTED})),
    (noted("Retired"), OVER),
    (noted("Delivered"), frozenset({Delivery.DELIVERED})),
    (noted("Reverted"), frozenset({Delivery.REVERTED})),
    (noted("Reviewed"), frozenset({Kind.REVIEWED})),
    (noted("Forecast amended"), frozenset({Kind.AMENDED})),
    (noted("Forecast moved without an amendment"), frozenset({Kind.MOVED})),
    (noted("Removed from the register"), frozenset({Kind.REMOVED})),
)


class _Group(Struct, frozen=True, kw_only=True):
    title: str
    rows: tuple[EventRow, ...]
    more: int
    address: str


def since_section(book: Book, here: str) -> Section:
    """What changed since the current quarter began, in the words of the register."""
    since = quarter_start(book.assessment.today)
    groups = list(_groups(since, here, book))
    html = render("timeline_since.html", groups=groups, since=since.isoformat())
    return Section(anchor="roi-since", title=text("Since the last quarter ended (since %(day)s)", day=since), html=html)


def _groups(since: dt.date, here: str, book: Book) -> Iterator[_Group]:
    recent = [event for event in book.events if event.date >= since]
    reached = [(event, _reached(event, since, book)) for event in recent]
    for title, kinds in _GROUPS:
        found = _each_once(event for event, those in reached if not kinds.isdisjoint(those))
        if found:
            rows = tuple(event_row(event, here, book) for event in found[:_MOST_NAMED])
            more = len(found) - len(rows)
            yield _Group(
                title=f"{sentence(title)} ({len(found)})", rows=rows, more=more, address=_filtered(kinds, since)
            )


def _filtered(kinds: frozenset[str], since: dt.date) -> str:
    """The events since then, of one kind where that can be chosen, as the filter of the page reads it."""
    chosen = {"kind": next(iter(kinds))} if len(kinds) == 1 else {}
    return f"?{urlencode(chosen | {'since': since.isoformat()})}"


def _reached(event: Event, since: dt.date, book: Book) -> set[str]:
    judged = book.by_path.get(event.path)
    return {step.kind for step in steps_since(event, judged.decision.date if judged else None, since)}


def _each_once(events: Iterable[Event]) -> list[Event]:
    """The newest event of each record, the newest first."""
    found: dict[tuple[str, bool], Event] = {}
    for event in events:
        found.setdefault((event.path, event.is_gone), event)
    return list(found.values())
