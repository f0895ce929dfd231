"""One event as a page shows it: plain texts and relative addresses."""

import posixpath

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import noted, sentence
from roi_plugin.model.decision import Status
from roi_plugin.model.event_words import event_words
from roi_plugin.model.events import SETTINGS, Event, Kind
from roi_plugin.pages.addresses import ASSUMPTIONS, record_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import one_line

_SHORT = 8
_SETTINGS = {"policy.yml": noted("Policy"), "assumptions.yml": noted("Shared assumptions")}


class EventRow(Struct, frozen=True, kw_only=True):
    """An event in words; whatever is not known is empty, and every address to which there is no page.

    `dated` is the day that a record says of itself, where it came in on a later one; `commit` the beginning of an id.
    """

    day: str
    href: str
    number: str
    title: str
    words: str
    successors: tuple[PageLink, ...]
    dated: str
    author: str
    pull_request: str
    pull_request_href: str
    commit: str
    commit_href: str
    is_uncommitted: bool
    kinds: tuple[str, ...]
    area: str
    owner: str


def event_row(event: Event, here: str, book: Book) -> EventRow:
    """The event as it is told on the page `here`."""
    judged = None if event.is_gone else book.by_path.get(event.path)
    decision = judged.decision if judged else None
    number, title, href = _named(event, judged, here, book)
    return EventRow(
        day=event.date.isoformat(),
        href=href,
        number=number,
        title=title,
        words=one_line(event_words(event)),
        successors=_successors(event, judged, here, book),
        dated=_dated(event, judged),
        author=one_line(event.author or ""),
        pull_request=one_line(event.pull_request or ""),
        pull_request_href=book.repository.pull_request(event.pull_request),
        commit=one_line(event.commit or "")[:_SHORT],
        commit_href=book.repository.commit(event.commit),
        is_uncommitted=event.commit is None and not event.is_own,
        kinds=tuple(dict.fromkeys(event.kinds)),
        area=one_line(decision.area or "") if decision else "",
        owner=one_line(decision.owner or "") if decision else "",
    )


def _named(event: Event, judged: Judged | None, here: str, book: Book) -> tuple[str, str, str]:
    if judged is not None:
        link = book.page_link(here, judged)
        return link.number, one_line(link.title), link.href
    if event.path in SETTINGS:
        href = book.addresses.href(here, ASSUMPTIONS) if event.path == "assumptions.yml" else ""
        return "", sentence(_SETTINGS[event.path]), href
    stem = one_line(posixpath.splitext(posixpath.basename(event.path))[0])
    if event.is_gone:
        return "", one_line(event.title or stem), ""
    return "", stem, book.addresses.href(here, record_page(event.path))


def _successors(event: Event, judged: Judged | None, here: str, book: Book) -> tuple[PageLink, ...]:
    """What replaced the decision, where this event made it superseded and it still is."""
    if judged is None or judged.decision.status is not Status.SUPERSEDED or Status.SUPERSEDED not in event.kinds:
        return ()
    generations = book.successors(judged)
    return tuple(book.page_link(here, one) for one in generations[0]) if generations else ()


def _dated(event: Event, judged: Judged | None) -> str:
    # A later date is that of a status which the record got afterwards.
    if judged is None or Kind.ADDED not in event.kinds or judged.decision.date >= event.date:
        return ""
    return judged.decision.date.isoformat()
