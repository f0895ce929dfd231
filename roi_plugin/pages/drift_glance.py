"""How the forecasts of all decisions moved, at a glance: a row for each kind of forecast."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from roi_plugin.economics.drift_words import move_words, size_words
from roi_plugin.economics.wording import percent
from roi_plugin.model.drift import Drift
from roi_plugin.model.drift_fields import DriftKind
from roi_plugin.model.drift_summary import FEWEST, SIDES, KindDrift, kind_drifts, later_or_dearer
from roi_plugin.pages.addresses import DRIFT
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.templates import render

KIND_NAMES = {
    DriftKind.DATE: "Planned dates",
    DriftKind.COST: "Costs",
    DriftKind.GAIN: "Gains",
    DriftKind.CHANCE: "Chances of a gain",
    DriftKind.RISK: "Chances of a loss",
}
"""What the kinds of forecast that are counted are called, at the beginning of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceRow:
    """Plain texts; `worst` names the decision of the largest move to the worse, None where there is no such move."""

    name: str
    followed: int
    worse: str
    better: str
    median: str
    worst: PageLink | None
    worst_move: str


def headline(drifts: Mapping[str, Drift]) -> str:
    """One sentence: of how many decisions the plans moved later or dearer."""
    found = later_or_dearer(drifts)
    if not found.followed:
        return "No proposed or accepted decision states a planned date or a cost yet, so there is nothing to follow."
    decisions = "1 decision" if found.followed == 1 else f"{found.followed} decisions"
    if not found.moved:
        return f"Of {decisions} with a planned date or a cost, none has moved later or become dearer."
    verb = "has" if found.moved == 1 else "have"
    return (
        f"Of {decisions} with a planned date or a cost, {found.moved}{_share(found.moved, found.followed)} {verb} one "
        "that moved later or became dearer."
    )


def glance(drifts: Mapping[str, Drift], book: Book) -> Markup:
    """The table; empty where no followed record states a forecast."""
    sums = kind_drifts(drifts)
    if not sums:
        return Markup()
    rows = [_row(one, book) for one in sums]
    return render("drift_glance.html", rows=rows, fewest=FEWEST, is_short=any(not one.is_told for one in sums))


def _row(one: KindDrift, book: Book) -> GlanceRow:
    worse, better = (direction.value for direction in SIDES[one.kind])
    return GlanceRow(
        name=KIND_NAMES[one.kind],
        followed=one.followed,
        worse=f"{one.worse} {worse}{_share(one.worse, one.followed)}" if one.worse else f"none {worse}",
        better=f"{one.better} {better}" if one.better else f"none {better}",
        median=size_words(one.kind, one.median) if one.median else "",
        worst=book.page_link(DRIFT, book.by_path[one.worst.path]) if one.worst else None,
        worst_move=move_words(one.worst.move) if one.worst else "",
    )


def _share(part: int, whole: int) -> str:
    return f" ({percent(part / whole)})" if part and whole >= FEWEST else ""
