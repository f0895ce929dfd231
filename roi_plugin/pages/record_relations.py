"""How a decision hangs together with others: every link both ways."""

from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import noted, text
from roi_plugin.model.links import Link
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import Section
from roi_plugin.pages.record_lineage import record_lineage
from roi_plugin.pages.standing import standing
from roi_plugin.pages.templates import render


class _Related(Struct, frozen=True, kw_only=True):
    page: PageLink
    standing: str
    part: str | None
    note: str


class _Relation(Struct, frozen=True, kw_only=True):
    name: str
    links: tuple[_Related, ...]


def relations_section(judged: Judged, book: Book) -> Section | None:
    """The links of one decision, named from its own side; nothing when it stands alone."""
    links = judged.links
    here = record_page(judged.decision.path)
    every = (
        (noted("Supersedes"), links.supersedes, text("takes effect when this decision is accepted")),
        (noted("Superseded by"), links.superseded_by, text("takes effect when that decision is accepted")),
        (noted("Depends on"), links.depends_on, ""),
        (noted("Needed by"), links.dependents, ""),
        (noted("Related"), links.related, ""),
    )
    relations = [_relation(name, found, waiting, here, book) for name, found, waiting in every]
    known = [relation for relation in relations if relation.links]
    if not known:
        return None
    html = (record_lineage(judged, book) or Markup()) + render("record_links.html", relations=known)
    return Section(anchor="roi-links", title=text("Links"), html=html)


def _relation(name: str, links: Iterable[Link], waiting: str, here: str, book: Book) -> _Relation:
    return _Relation(
        name=name,
        links=tuple(
            _Related(
                page=book.page_link(here, book.by_id[link.id]),
                standing=standing(book.by_id[link.id]),
                part=link.part,
                note=waiting if waiting and not link.in_effect else "",
            )
            for link in links
            if link.id in book.by_id
        ),
    )
