"""The files of the site for programs: feeds, a calendar, tables; the same that `roi export` writes."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from msgspec import Struct

from roi_plugin.assess import Assessment, Judged
from roi_plugin.pages.addresses import (
    DECISIONS_CSV,
    DECISIONS_SQLITE,
    FEED,
    REVIEWS_ICS,
    Addresses,
    record_page,
)
from roi_plugin.pages.book import Book
from roi_plugin.pages.feed_list import KINDS, feeds_of
from roi_plugin.pages.repository_links import RepositoryLinks
from roi_plugin.report.atom import atom
from roi_plugin.report.feed_entries import Entry, entries
from roi_plugin.report.register_sqlite import register_sqlite
from roi_plugin.report.register_table import csv
from roi_plugin.report.review_calendar import review_calendar

_NEWEST = 50
_NEWEST_OF_ONE = 15
"""A feed about one owner, area or tag holds fewer: there are many of them."""


class Site(Struct, frozen=True, kw_only=True):
    """The settings of a site: its name, its address (empty where nobody said), the folder of the records in it.

    `repository` is the address at which commits can be looked at, if any, `language` a code as the theme has it.
    """

    name: str
    url: str = ""
    prefix: str = ""
    addresses: Addresses
    repository: str = ""
    language: str = "en"

    def book(self, assessment: Assessment) -> Book:
        """What the pages of this site are written from."""
        return Book(
            assessment=assessment,
            addresses=self.addresses,
            repository=RepositoryLinks(self.repository),
            language=self.language,
        )

    def link_from(self, here: str) -> Callable[[str], str]:
        """Gives the address of a record's page: a whole one where the site's is known, else as seen from `here`."""
        if not self.url:
            return lambda path: self.addresses.href(here, record_page(path))
        top = self._top()
        return lambda path: top + self.addresses.href("", record_page(path)).removeprefix("./")

    def address(self, path: str) -> str:
        """The whole address of a file; empty where that of the site is not known."""
        return self._top() + path if self.url else ""

    def _top(self) -> str:
        return urljoin(self.url, self.prefix or ".")


def site_data(assessment: Assessment, site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Each file with its path relative to the folder of the records."""
    yield DECISIONS_CSV, csv(assessment.judged, assessment)
    yield DECISIONS_SQLITE, register_sqlite(assessment)
    yield REVIEWS_ICS, review_calendar(assessment, site.link_from(REVIEWS_ICS) if site.url else None)
    every = entries(assessment)
    yield FEED, _feed(every[:_NEWEST], site.name, FEED, assessment, site)
    by_path: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in every:
        by_path[entry.path].append(entry)
    for kind in KINDS:
        for value, path, judged in feeds_of(kind, assessment.judged):
            found = _newest_of(judged, by_path)
            yield path, _feed(found, f"{site.name}: {kind} {value}", path, assessment, site)


def _newest_of(judged: list[Judged], by_path: dict[str, list[Entry]]) -> list[Entry]:
    found = [entry for one in judged for entry in by_path.get(one.decision.path, ())[:_NEWEST_OF_ONE]]
    return sorted(found, key=lambda entry: (entry.date, entry.id), reverse=True)[:_NEWEST_OF_ONE]


def _feed(found: list[Entry], title: str, path: str, assessment: Assessment, site: Site) -> str:
    return atom(
        found,
        title=title,
        key=path,
        today=assessment.today,
        link=site.link_from(path),
        home=site.address(""),
        address=site.address(path),
    )
