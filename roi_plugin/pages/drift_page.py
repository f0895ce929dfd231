"""How the forecasts of all decisions moved since they were accepted or proposed."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from roi_plugin.economics.drift_words import size_words
from roi_plugin.economics.wording import percent
from roi_plugin.model.drift import Direction, Drift, Move
from roi_plugin.model.drift_fields import DriftKind
from roi_plugin.model.drift_summary import SIDES, KindDrift, RecordMove, all_moves, kind_drifts, worst_moves
from roi_plugin.pages.addresses import DRIFT
from roi_plugin.pages.book import Book
from roi_plugin.pages.drift_chart import Strip, drift_chart
from roi_plugin.pages.drift_rows import linked_row
from roi_plugin.pages.history_banner import history_banner
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.templates import render

_WORST = 10
_NAMES = {
    DriftKind.DATE: "planned dates",
    DriftKind.COST: "costs",
    DriftKind.GAIN: "gains",
    DriftKind.CHANCE: "chances of a gain",
    DriftKind.RISK: "chances of a loss",
}

_CHARTS = (
    ("roi-drift-days", "Planned dates that moved later (right) or earlier (left)", (DriftKind.DATE,), "days", 1.0),
    (
        "roi-drift-shares",
        "Costs and gains that became larger (right) or smaller (left)",
        (DriftKind.COST, DriftKind.GAIN),
        "percent of the first value",
        100.0,
    ),
)
_UP = frozenset({Direction.LATER, Direction.DEARER, Direction.HIGHER})


def drift_page(book: Book) -> Page:
    """What moved to the worse and by how much, the worst ten, then all that moved."""
    drifts = {one.decision.path: one.drift for one in book.by_number if one.drift is not None}
    sections = (
        _charts(drifts),
        _table("roi-worst", "The worst", worst_moves(drifts)[:_WORST], book),
        _table("roi-moves", "All that moved", all_moves(drifts), book),
    )
    return Page(
        path=DRIFT,
        shelf=Shelf.LIST,
        title="Forecast drift",
        description="How the dates, costs, gains and chances of the decisions moved since they were accepted.",
        lead=render(
            "drift_lead.html",
            sentences=list(_sentences(drifts)) if drifts or not book.assessment.history.missing else [],
            banner=history_banner(book.assessment.history),
        ),
        sections=tuple(section for section in sections if section),
        wide=True,
    )


def _sentences(drifts: dict[str, Drift]) -> Iterator[str]:
    sums = kind_drifts(drifts)
    if not sums:
        yield "No decision was written again since it was accepted or proposed, so no forecast has moved yet."
        return
    yield from (_sentence(one) for one in sums)
    yield "A forecast is followed from the acceptance of its decision, or from its first proposal where it is not yet."


def _sentence(one: KindDrift) -> str:
    worse, better = (direction.value for direction in SIDES[one.kind])
    share = f" ({percent(one.worse / one.followed)})" if one.is_told else ""
    middle = f", by {size_words(one.kind, one.median)} in the middle" if one.median else ""
    decisions = "1 decision" if one.followed == 1 else f"{one.followed} decisions"
    few = "" if one.is_told else " Too few to tell a share."
    name = _NAMES[one.kind]
    verb = "moved" if one.kind is DriftKind.DATE else "made"
    moved = f"{one.worse or 'none'} {verb} one {worse}{share if one.worse else ''}{middle}"
    return f"Of {decisions} with {name}, {moved}; {one.better or 'none'} {better}.{few}"


def _charts(drifts: dict[str, Drift]) -> Section | None:
    """The sizes of all moves: dates in days, amounts in percent, since they share no axis."""
    moves = [one.move for one in all_moves(drifts)]
    html = Markup("")
    for name, title, kinds, unit, scale in _CHARTS:
        found = {kind: tuple(_signed(one) * scale for one in moves if one.kind is kind and one.size) for kind in kinds}
        strips = [Strip(name=_NAMES[kind].capitalize(), moves=sizes) for kind, sizes in found.items() if sizes]
        html += drift_chart(name, title, strips, unit)
    return Section(anchor="roi-sizes", title="How far they moved", html=html) if html else None


def _signed(move: Move) -> float:
    return (move.size or 0.0) * (1 if move.direction in _UP else -1)


def _table(anchor: str, title: str, moves: Iterable[RecordMove], book: Book) -> Section | None:
    rows = [linked_row(one.path, one.move, DRIFT, book) for one in moves]
    if not rows:
        return None
    return Section(anchor=anchor, title=title, html=render("drift_table.html", rows=rows, label=title, note=""))
