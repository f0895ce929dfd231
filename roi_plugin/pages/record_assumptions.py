"""The shared assumptions that one decision rests on, each with its state and the numbers that it stands in."""

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import text
from roi_plugin.model.assumption import Assumption, AssumptionUse
from roi_plugin.model.finding import dotted
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.templates import render


class _Row(Struct, frozen=True, kw_only=True):
    id: str
    href: str
    statement: str
    state: str
    value: str
    stated: str
    fields: tuple[str, ...]


def assumptions_section(judged: Judged, book: Book) -> Section | None:
    """The assumptions that the record names and the folder knows; nothing when there are none."""
    uses, known = judged.decision.assumptions, book.assessment.assumptions
    rows = [
        _row(known[name], href, [use for use in uses if use.id == name])
        for name, href in book.assumption_links(judged).items()
    ]
    if not rows:
        return None
    html = render("record_assumptions.html", rows=rows)
    return Section(anchor="roi-assumptions", title=text("Rests on assumptions"), html=html)


def _row(one: Assumption, href: str, uses: list[AssumptionUse]) -> _Row:
    return _Row(
        id=one.id,
        href=href,
        statement=one_line(one.statement),
        state=one.state.value,
        value=one.value.text if one.value else "",
        stated=", ".join(dict.fromkeys(one_line(use.stated) for use in uses if use.stated)),
        fields=tuple(dotted(use.field[:-1]) for use in uses if use.field[0] != "assumptions"),
    )
