"""A value that moved, as a row of a table."""

from msgspec import Struct

from roi_plugin.economics.drift_words import move_words
from roi_plugin.language import text
from roi_plugin.model.drift import Direction, Drift, Move
from roi_plugin.model.drift_fields import DriftKind
from roi_plugin.model.drift_summary import RecordMove, is_worse
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import one_line


class DriftRow(Struct, frozen=True, kw_only=True):
    """Plain texts; `first_when` goes before `first_day`; `page` is None on the page of the decision itself.

    `anchor` is the id of a row that something leads to.
    """

    key: str
    first: str
    first_when: str
    first_day: str
    last: str
    last_day: str
    moved: str
    times: int
    is_worse: bool
    page: PageLink | None = None
    anchor: str = ""


def moves_anchor(kind: DriftKind, direction: Direction) -> str:
    """The id of the first row of the moves of a kind that went one way."""
    return f"roi-moves-{kind.value}-{direction.value.replace(' ', '-')}"


def drift_row(move: Move, drift: Drift, page: PageLink | None = None, anchor: str = "") -> DriftRow:
    """The row of one of the moves of a drift."""
    return DriftRow(
        key=one_line(move.key),
        first=one_line(str(move.first)),
        first_when=_when(move, drift),
        first_day=move.first_day.isoformat(),
        last=one_line(str(move.last)),
        last_day=move.last_day.isoformat(),
        moved=move_words(move),
        times=move.times,
        is_worse=is_worse(move),
        page=page,
        anchor=anchor,
    )


def linked_row(one: RecordMove, drift: Drift, here: str, book: Book, anchor: str = "") -> DriftRow:
    """The row of one move with its decision, as named on the page `here`."""
    return drift_row(one.move, drift, book.page_link(here, book.by_path[one.path]), anchor)


def _when(move: Move, drift: Drift) -> str:
    if move.first_day != drift.since:
        return text("first stated")
    if drift.is_cut_off:
        return text("on or before")
    return text("when accepted") if drift.is_accepted else text("when proposed")
