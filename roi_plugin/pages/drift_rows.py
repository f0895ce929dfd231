"""A value that moved, as a row of a table."""

from dataclasses import dataclass

from roi_plugin.economics.drift_words import move_words
from roi_plugin.model.drift import Move
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftRow:
    """Plain texts; `page` is None on the page of the decision itself."""

    key: str
    first: str
    first_day: str
    last: str
    last_day: str
    moved: str
    times: int
    page: PageLink | None = None


def drift_row(move: Move, page: PageLink | None = None) -> DriftRow:
    """The row of one move."""
    return DriftRow(
        key=one_line(move.key),
        first=one_line(str(move.first)),
        first_day=move.first_day.isoformat(),
        last=one_line(str(move.last)),
        last_day=move.last_day.isoformat(),
        moved=move_words(move),
        times=move.times,
        page=page,
    )


def linked_row(path: str, move: Move, here: str, book: Book) -> DriftRow:
    """The row of one move with its decision, as named on the page `here`."""
    return drift_row(move, book.page_link(here, book.by_path[path]))
