"""How the forecasts of all decisions moved since they were accepted or proposed."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from roi_plugin.language import noted, sentence, text
from roi_plugin.model.drift import Direction, Drift, Move
from roi_plugin.model.drift_fields import DriftKind
from roi_plugin.model.drift_summary import all_moves, moves_by_kind, worst_moves
from roi_plugin.pages.addresses import DRIFT
from roi_plugin.pages.book import Book
from roi_plugin.pages.drift_chart import Strip, drift_chart
from roi_plugin.pages.drift_glance import KIND_NAMES, glance, headline
from roi_plugin.pages.drift_rows import DriftRow, linked_row, moves_anchor
from roi_plugin.pages.history_banner import history_banner
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.templates import render

_WORST = 10
_Drifts = dict[str, Drift]
_CHARTS = (
    (
        "roi-drift-days",
        noted("Planned dates that moved later (right) or earlier (left)"),
        (DriftKind.DATE,),
        noted("days"),
        1.0,
    ),
    (
        "roi-drift-shares",
        noted("Costs and gains that became larger (right) or smaller (left)"),
        (DriftKind.COST, DriftKind.GAIN),
        noted("percent of the first value"),
        100.0,
    ),
)
_UP = frozenset({Direction.LATER, Direction.DEARER, Direction.HIGHER})


def drift_page(book: Book) -> Page:
    """How many moved to the worse and by how much, how far each went, the worst ten, then all that moved."""
    drifts = {one.decision.path: one.drift for one in book.by_number if one.drift is not None}
    sections = (
        _glance(drifts, book),
        _charts(drifts),
        _table("roi-worst", text("The worst"), _worst(drifts, book)),
        _table("roi-moves", text("All that moved"), list(_all(drifts, book))),
    )
    return Page(
        path=DRIFT,
        shelf=Shelf.LIST,
        title=text("Forecast drift"),
        description=text("How the dates, costs, gains and chances of the decisions moved since they were accepted."),
        lead=render(
            "drift_lead.html",
            sentence=headline(drifts) if drifts or not book.assessment.history.missing else "",
            banner=history_banner(book.assessment.history),
        ),
        sections=tuple(section for section in sections if section),
        wide=True,
    )


def _glance(drifts: _Drifts, book: Book) -> Section | None:
    html = glance(drifts, book)
    return Section(anchor="roi-glance", title=text("At a glance"), html=html) if html else None


def _charts(drifts: _Drifts) -> Section | None:
    """The sizes of all moves: dates in days, amounts in percent, since they share no axis."""
    moves = [one.move for one in all_moves(drifts)]
    html = Markup("")
    for name, title, kinds, unit, scale in _CHARTS:
        found = {kind: tuple(_signed(one) * scale for one in moves if one.kind is kind and one.size) for kind in kinds}
        strips = [Strip(name=sentence(KIND_NAMES[kind]), moves=sizes) for kind, sizes in found.items() if sizes]
        html += drift_chart(name, sentence(title), strips, sentence(unit))
    return Section(anchor="roi-sizes", title=text("How far they moved"), html=html) if html else None


def _signed(move: Move) -> float:
    return (move.size or 0.0) * (1 if move.direction in _UP else -1)


def _worst(drifts: _Drifts, book: Book) -> list[DriftRow]:
    return [linked_row(one, drifts[one.path], DRIFT, book) for one in worst_moves(drifts)[:_WORST]]


def _all(drifts: _Drifts, book: Book) -> Iterator[DriftRow]:
    """The first row of each way that a kind went has an id: the counts at a glance lead there."""
    before = ""
    for one in moves_by_kind(drifts):
        anchor = moves_anchor(one.move.kind, one.move.direction)
        yield linked_row(one, drifts[one.path], DRIFT, book, anchor if anchor != before else "")
        before = anchor


def _table(anchor: str, title: str, rows: Sequence[DriftRow]) -> Section | None:
    if not rows:
        return None
    return Section(anchor=anchor, title=title, html=render("drift_table.html", rows=rows, label=title, note=""))
