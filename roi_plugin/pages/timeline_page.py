"""The timeline: all that happened to the decisions, newest first, by month; the oldest on pages of their years."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from roi_plugin.language import counted, noted, sentence, text
from roi_plugin.model.decision import Delivery, Status
from roi_plugin.model.events import Event, Kind
from roi_plugin.pages.addresses import TIMELINE, year_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.event_rows import EventRow, event_row
from roi_plugin.pages.history_banner import history_banner
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.script_words import script_forms, script_words
from roi_plugin.pages.templates import render
from roi_plugin.pages.timeline_since import since_section

NEWEST = 500
"""How many events the first page has; all of a year stand on its own page where there are more."""
YEAR_PART = 1000
"""How many events a page of a year has at most."""

_MONTHS = (
    noted("January"),
    noted("February"),
    noted("March"),
    noted("April"),
    noted("May"),
    noted("June"),
    noted("July"),
    noted("August"),
    noted("September"),
    noted("October"),
    noted("November"),
    noted("December"),
)
_CHOICES = (
    (noted("Status"), tuple((status.value, status.value) for status in Status)),
    (noted("Delivery"), tuple((one.value, one.value) for one in Delivery)),
    (
        noted("Record"),
        tuple((kind.value, kind.value) for kind in (Kind.ADDED, Kind.RENAMED, Kind.REMOVED, Kind.RESTORED)),
    ),
    (
        noted("Afterwards"),
        (
            (Kind.REVIEWED.value, noted("reviewed")),
            (Kind.AMENDED.value, noted("forecast amended")),
            (Kind.MOVED.value, noted("forecast moved, not amended")),
        ),
    ),
    (noted("Settings"), ((Kind.SETTINGS.value, noted("policy or assumptions changed")),)),
)
"""What can be chosen to be shown, in groups: a kind of event, and what it is called."""


class _Month(Struct, frozen=True, kw_only=True):
    anchor: str
    title: str
    rows: tuple[EventRow, ...]


class _YearLink(Struct, frozen=True, kw_only=True):
    href: str
    title: str
    count: int
    is_here: bool


class _YearPart(Struct, frozen=True, kw_only=True):
    path: str
    title: str
    events: tuple[Event, ...]


def timeline_pages(book: Book) -> list[Page]:
    """The newest events on the first page; where there are more, a page for each year that reaches further back."""
    events = book.events
    older = events[NEWEST:]
    parts = list(_year_parts(events, older[0].date.year)) if older else []
    first = Page(
        path=TIMELINE,
        shelf=Shelf.LIST,
        title=text("Timeline"),
        description=text("All that happened to the decisions on record, newest first."),
        lead=render(
            "timeline_lead.html",
            text=_sentence(book),
            has_events=bool(events),
            banner=history_banner(
                book.assessment.history, text("What the records say of themselves is told all the same.")
            ),
        ),
        sections=(since_section(book, TIMELINE), _events(events[:NEWEST], TIMELINE, parts, book)),
        wide=True,
    )
    return [first, *(_year(part, parts, book) for part in parts)]


def _sentence(book: Book) -> str:
    events = book.events
    if not events:
        return text("Nothing is known to have happened, as of %(day)s.", day=book.assessment.today)
    first, last = events[-1].date.isoformat(), events[0].date.isoformat()
    if first == last:
        return counted("%(num)s event, on %(day)s.", "%(num)s events, all on %(day)s.", len(events), day=first)
    return counted(
        "%(num)s event from %(first)s to %(last)s, newest first, each on its author's day.",
        "%(num)s events from %(first)s to %(last)s, newest first, each on its author's day.",
        len(events),
        first=first,
        last=last,
    )


def _year_parts(events: Sequence[Event], newest: int) -> Iterator[_YearPart]:
    for year, grouped in groupby(events, key=lambda event: event.date.year):
        if year > newest:
            continue
        inside = tuple(grouped)
        for part, start in enumerate(range(0, len(inside), YEAR_PART), 1):
            title = (
                f"{year:04}"
                if len(inside) <= YEAR_PART
                else text("%(year)s, part %(part)s", year=f"{year:04}", part=part)
            )
            yield _YearPart(path=year_page(year, part), title=title, events=inside[start : start + YEAR_PART])


def _year(part: _YearPart, parts: Sequence[_YearPart], book: Book) -> Page:
    back, title = book.addresses.href(part.path, TIMELINE), text("Timeline of %(year)s", year=part.title)
    return Page(
        path=part.path,
        shelf=Shelf.TIMELINE,
        title=title,
        description=text("All that happened to the decisions on record in %(year)s, newest first.", year=part.title),
        lead=render("timeline_year_lead.html", title=title, count=len(part.events), back=back),
        sections=(_events(part.events, part.path, parts, book),),
        search_boost=0.5,
        wide=True,
    )


def _events(events: Sequence[Event], here: str, parts: Sequence[_YearPart], book: Book) -> Section:
    by_month = groupby(events, key=lambda event: event.date.replace(day=1))
    months = [_month(month, inside, here, book) for month, inside in by_month]
    rows = [row for month in months for row in month.rows]
    html = render(
        "timeline_events.html",
        months=months,
        choices=_choices(rows),
        areas=_values(row.area for row in rows),
        owners=_values(row.owner for row in rows),
        oldest=events[-1].date.isoformat() if events else "",
        years=[_year_link(part, here, book) for part in parts],
        words=script_words(shown=script_forms("%(shown)s of %(num)s event", "%(shown)s of %(num)s events")),
    )
    return Section(anchor="roi-events", title=text("Events"), html=html)


def _month(month: dt.date, events: Iterator[Event], here: str, book: Book) -> _Month:
    return _Month(
        anchor=f"roi-{month:%Y-%m}",
        title=f"{sentence(_MONTHS[month.month - 1])} {month.year:04}",
        rows=tuple(event_row(event, here, book) for event in events),
    )


def _choices(rows: Sequence[EventRow]) -> list[tuple[str, list[tuple[str, str]]]]:
    there = {kind for row in rows for kind in row.kinds}
    groups = [(name, [choice for choice in choices if choice[0] in there]) for name, choices in _CHOICES]
    return [(name, choices) for name, choices in groups if choices]


def _values(texts: Iterator[str]) -> list[str]:
    return sorted({each for each in texts if each}, key=lambda each: (each.casefold(), each))


def _year_link(part: _YearPart, here: str, book: Book) -> _YearLink:
    return _YearLink(
        href=book.addresses.href(here, part.path),
        title=part.title,
        count=len(part.events),
        is_here=part.path == here,
    )
