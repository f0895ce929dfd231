"""The register: one table of all records to choose from and to sort, and plain lists by status beside it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.language import counted, opening, text
from roi_plugin.pages.addresses import OPTIONS, REGISTER, status_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.figure_cells import Cell, rate, share, single
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.register_data import STATUSES, currencies_of, facet_values, register_data, tells_apart
from roi_plugin.pages.register_rows import BROKEN, RegisterRow, register_rows
from roi_plugin.pages.templates import render

NEWEST = 200
"""How many rows stand in the page itself; our script draws the others."""
WINDOW = 100
"""How many rows our script draws at once."""
LIST_PART = 1000
"""How many decisions a plain list has at most."""


class _TableRow(Struct, frozen=True, kw_only=True):
    row: RegisterRow
    href: str
    npv: Cell
    roi: Cell
    loss: Cell
    cost: Cell


class _Part(Struct, frozen=True, kw_only=True):
    """A plain list of one status; of a status with too many for a page, one of its parts."""

    path: str
    title: str
    rows: tuple[RegisterRow, ...]


def register_pages(book: Book) -> list[Page]:
    """The page of the table, then the plain lists by status, each with at most `LIST_PART` records."""
    rows = register_rows(book)
    parts = list(_parts(rows))
    broken = sum(row.status == BROKEN for row in rows)
    page = Page(
        path=REGISTER,
        shelf=Shelf.LIST,
        title=text("Register"),
        description=text("Every decision on record, with its status and what it is worth."),
        lead=render(
            "register_lead.html",
            decisions=len(rows) - broken,
            broken=broken,
            broken_href=book.addresses.href(REGISTER, status_page(BROKEN, 1)),
        ),
        sections=_sections(rows, parts, book) if rows else (),
        wide=True,
    )
    return [page, *(_list(part, book) for part in parts)]


def _sections(rows: Sequence[RegisterRow], parts: Sequence[_Part], book: Book) -> tuple[Section, ...]:
    def href(path: str) -> str:
        return book.addresses.href(REGISTER, path)

    values = facet_values(rows)
    currencies = currencies_of(rows)
    table = render(
        "register_table.html",
        facets=[(name, label, tells_apart(name, rows)) for name, label in _labels().items()],
        rows=[_table_row(row, href(row.path)) for row in rows[:NEWEST]],
        left=max(0, len(rows) - NEWEST),
        newest=NEWEST,
        options=OPTIONS,
        currency=next(iter(currencies), ""),
        mixed=len(currencies) > 1,
        data=register_data(rows, values, href, window=WINDOW),
    )
    lists = render("register_lists.html", parts=[(href(part.path), part.title, len(part.rows)) for part in parts])
    return (
        Section(anchor="roi-all", title=text("All decisions"), html=Markup(), working=table),
        Section(anchor="roi-lists", title=text("Plain lists by status"), html=Markup(), working=lists),
    )


def _labels() -> dict[str, str]:
    return {
        "status": text("Status"),
        "delivery": text("Delivery"),
        "owner": text("Owner"),
        "area": text("Area"),
        "tag": text("Tag"),
        "type": text("Type"),
        "flags": text("Flags"),
        "objective": text("Objective"),
        "year": text("Year"),
    }


def _table_row(row: RegisterRow, href: str) -> _TableRow:
    figures = row.figures
    return _TableRow(
        row=row,
        href=href,
        npv=single(figures.npv),
        roi=rate(figures.roi),
        loss=share(figures.loss),
        cost=single(figures.cost),
    )


def _parts(rows: Sequence[RegisterRow]) -> Iterator[_Part]:
    for status in STATUSES:
        inside = [row for row in rows if row.status == status]
        starts = range(0, len(inside), LIST_PART)
        for part, start in enumerate(starts, 1):
            title = opening(status)
            if len(starts) > 1:
                title = text("%(status)s, part %(part)s", status=title, part=part)
            yield _Part(path=status_page(status, part), title=title, rows=tuple(inside[start : start + LIST_PART]))


def _list(part: _Part, book: Book) -> Page:
    html = render("register_list.html", rows=[(book.addresses.href(part.path, row.path), row) for row in part.rows])
    count = counted("%(num)s record, newest first.", "%(num)s records, newest first.", len(part.rows))
    return Page(
        path=part.path,
        shelf=Shelf.REGISTER,
        title=part.title,
        description=count,
        lead=render(
            "register_list_lead.html", title=part.title, count=count, back=book.addresses.href(part.path, REGISTER)
        ),
        sections=(Section(anchor="roi-records", title=text("Records"), html=Markup(), working=html),),
        search_boost=0.5,
        wide=True,
    )
