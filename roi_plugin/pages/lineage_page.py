"""The lineage page: which decision replaced which, which depends on which, as a picture and in words."""

from collections.abc import Sequence

from markupsafe import Markup

from roi_plugin.language import text
from roi_plugin.model.columns import places
from roi_plugin.model.lineage import TieKind
from roi_plugin.pages.addresses import LINEAGE, REGISTER
from roi_plugin.pages.book import Book
from roi_plugin.pages.embedded_json import embedded_json
from roi_plugin.pages.lineage import Lineage
from roi_plugin.pages.lineage_outline import OutlineArea, outline
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.script_words import script_forms, script_text
from roi_plugin.pages.templates import render

_UNFOLDED = 60
"""As many decisions are told in words without folding their areas."""

_KINDS = tuple(TieKind)


def lineage_page(book: Book) -> Page:
    """The ties of all decisions; the picture is drawn by our script from places computed here."""
    lineage = Lineage(book=book)
    return Page(
        path=LINEAGE,
        shelf=Shelf.LIST,
        title=text("Lineage"),
        description=text("Which decision replaced which, which depends on which, and which are related."),
        lead=render(
            "lineage_lead.html",
            tied=len(lineage.tied),
            untied=len(book.by_number) - len(lineage.tied),
            every=book.addresses.href(LINEAGE, REGISTER),
        ),
        sections=_sections(lineage) if lineage.ties else (),
        wide=True,
    )


def _sections(lineage: Lineage) -> tuple[Section, ...]:
    areas = outline(lineage)
    picture = render("lineage_picture.html", data=_data(lineage, areas))
    words = render("lineage_outline.html", areas=areas, folded=len(lineage.tied) > _UNFOLDED)
    return (
        Section(anchor="roi-picture", title=text("Picture"), html=Markup(), working=picture),
        Section(anchor="roi-outline", title=text("In words"), html=Markup(), working=words),
    )


def _words() -> dict[str, str | list[str]]:
    return {
        "shown": script_text("%(shown)s of %(all)s decisions"),
        "decisions": script_forms("%(num)s decision", "%(num)s decisions"),
        "part": script_text("%(tied)s of %(all)s"),
        "drawn": script_text("%(drawn)s drawn"),
        "inside": script_forms("%(num)s link inside", "%(num)s links inside"),
        "out": script_text("%(out)s out"),
        "focus": script_text("In focus:"),
    }


def _data(lineage: Lineage, areas: Sequence[OutlineArea]) -> Markup:
    """What the script draws: decisions by their places in the outline, and ties between those.

    `places` are `[decision, family, column]`, `ties` are `[kind, before, after, in effect]`; as many decisions as
    `unfolded` are told in words without folding.
    """
    at = {path: place for place, path in enumerate(row.path for area in areas for row in area.rows)}
    paths = [judged.decision.path for judged in lineage.tied]
    arrows = [(tie.before, tie.after) for tie in lineage.ties if tie.kind is not TieKind.RELATED]
    bonds = [(tie.before, tie.after) for tie in lineage.ties if tie.kind is TieKind.RELATED]
    return embedded_json(
        {
            "places": [[at[one.name], one.family, one.column] for one in places(paths, arrows, bonds)],
            "unfolded": _UNFOLDED,
            "words": _words(),
            "ties": [
                [_KINDS.index(tie.kind), at[tie.before], at[tie.after], int(tie.in_effect)] for tie in lineage.ties
            ],
        }
    )
