"""How the forecasts of all decisions moved, at a glance: a row for each kind of forecast."""

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.economics.drift_words import move_words, size_words
from roi_plugin.economics.wording import percent
from roi_plugin.language import counted, noted, sentence, text
from roi_plugin.model.drift import Drift
from roi_plugin.model.drift_fields import DriftKind
from roi_plugin.model.drift_summary import FEWEST, SIDES, KindDrift, kind_drifts, later_or_dearer
from roi_plugin.pages.addresses import DRIFT
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.drift_rows import moves_anchor
from roi_plugin.pages.templates import render

KIND_NAMES = {
    DriftKind.DATE: noted("Planned dates"),
    DriftKind.COST: noted("Costs"),
    DriftKind.GAIN: noted("Gains"),
    DriftKind.CHANCE: noted("Chances of a gain"),
    DriftKind.RISK: noted("Chances of a loss"),
}
"""What the kinds of forecast that are counted are called, at the beginning of a line."""


class GlanceRow(Struct, frozen=True, kw_only=True):
    """Plain texts; `worst` names the decision of the largest move to the worse, None where there is no such move.

    The counts lead to `worse_href` and `better_href`, which are empty where none moved.
    """

    name: str
    followed: int
    worse: str
    worse_href: str
    better: str
    better_href: str
    median: str
    worst: PageLink | None
    worst_move: str


def headline(drifts: Mapping[str, Drift]) -> str:
    """One sentence: of how many decisions the plans moved later or dearer."""
    found = later_or_dearer(drifts)
    if not found.followed:
        return text(
            "No proposed or accepted decision states a planned date or a cost yet, so there is nothing to follow."
        )
    if not found.moved:
        return counted(
            "Of %(num)s decision with a planned date or a cost, none has moved later or become dearer.",
            "Of %(num)s decisions with a planned date or a cost, none has moved later or become dearer.",
            found.followed,
        )
    return counted(
        "Of %(decisions)s with a planned date or a cost, %(num)s%(share)s has one that moved later or became dearer.",
        "Of %(decisions)s with a planned date or a cost, %(num)s%(share)s have one that moved later or became dearer.",
        found.moved,
        decisions=counted("%(num)s decision", "%(num)s decisions", found.followed),
        share=_share(found.moved, found.followed),
    )


def glance(drifts: Mapping[str, Drift], book: Book) -> Markup:
    """The table; empty where no followed record states a forecast."""
    sums = kind_drifts(drifts)
    if not sums:
        return Markup()
    rows = [_row(one, book) for one in sums]
    return render("drift_glance.html", rows=rows, fewest=FEWEST, is_short=any(not one.is_told for one in sums))


def _row(one: KindDrift, book: Book) -> GlanceRow:
    worse, better = (sentence(direction.value) for direction in SIDES[one.kind])
    to_worse, to_better = (f"#{moves_anchor(one.kind, direction)}" for direction in SIDES[one.kind])
    return GlanceRow(
        name=sentence(KIND_NAMES[one.kind]),
        followed=one.followed,
        worse=f"{one.worse} {worse}{_share(one.worse, one.followed)}" if one.worse else text("none %(way)s", way=worse),
        worse_href=to_worse if one.worse else "",
        better=f"{one.better} {better}" if one.better else text("none %(way)s", way=better),
        better_href=to_better if one.better else "",
        median=size_words(one.kind, one.median) if one.median else "",
        worst=book.page_link(DRIFT, book.by_path[one.worst.path]) if one.worst else None,
        worst_move=move_words(one.worst.move) if one.worst else "",
    )


def _share(part: int, whole: int) -> str:
    return f" ({percent(part / whole)})" if part and whole >= FEWEST else ""
