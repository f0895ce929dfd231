"""The files for programs: feeds to subscribe to, the reviews as a calendar, and the register as data."""

from msgspec import Struct

from roi_plugin.language import text
from roi_plugin.pages.addresses import (
    DATA,
    DECISIONS_CSV,
    DECISIONS_JSON,
    DECISIONS_SQLITE,
    FEED,
    REVIEWS_ICS,
    published_schema,
)
from roi_plugin.pages.book import Book
from roi_plugin.pages.feed_list import feeds_of
from roi_plugin.pages.page import BEHIND_DECISIONS, Page, Section, Shelf, one_line
from roi_plugin.pages.templates import render


class _File(Struct, frozen=True, kw_only=True):
    name: str
    href: str
    words: str
    download: bool = True


def data_page(book: Book) -> Page:
    """The page that leads to every file of the site that is not for reading."""
    sections = [
        Section(anchor="roi-data-files", title=text("Files"), html=render("data.html", files=_files(book))),
        _feeds(book),
    ]
    return Page(
        path=DATA,
        shelf=Shelf.LIST,
        search_boost=BEHIND_DECISIONS,
        title=text("Data and feeds"),
        description=text("The register as feeds, calendar, tables and JSON."),
        lead=render(
            "list_lead.html",
            title=text("Data and feeds"),
            text=text("The register for feed readers, calendars, spreadsheets and programs; made with each build."),
        ),
        sections=tuple(sections),
    )


def _files(book: Book) -> list[_File]:
    known = (
        (FEED, text("Atom feed: what was decided, delivered, reviewed and retired, and new flags."), False),
        (REVIEWS_ICS, text("Calendar: the day on which each review is due. Subscribe to it, and it rings."), True),
        (DECISIONS_CSV, text("Table for a spreadsheet: one row a decision."), True),
        (DECISIONS_SQLITE, text("SQLite database: decisions, options, links, findings, reviews and events."), True),
        (DECISIONS_JSON, text("JSON: the whole register, described by the schema below."), False),
        (published_schema("register"), text("JSON Schema of the register, and of each decision in it."), False),
    )
    return [
        _File(name=path, href=book.addresses.href(DATA, path), words=words, download=download)
        for path, words, download in known
    ]


def _feeds(book: Book) -> Section:
    names = (("owner", text("By owner")), ("area", text("By area")), ("tag", text("By tag")))
    kinds = []
    for kind, title in names:
        found = feeds_of(kind, book.assessment.judged)
        feeds = [(one_line(value), book.addresses.href(DATA, path), len(judged)) for value, path, judged in found]
        if feeds:
            kinds.append((title, feeds))
    return Section(anchor="roi-data-feeds", title=text("Feeds of a part"), html=render("feeds.html", kinds=kinds))
