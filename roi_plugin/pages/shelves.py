"""The list of all decisions by number."""

from dataclasses import dataclass

from roi_plugin.model.finding import Severity
from roi_plugin.pages.addresses import ALL, record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.broken_page import broken_title
from roi_plugin.pages.list_rows import list_row
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.templates import render


@dataclass(frozen=True, slots=True, kw_only=True)
class _BrokenRow:
    href: str
    title: str
    errors: int


def all_page(book: Book) -> Page:
    """Every record by number, the broken ones included."""
    rows = [list_row(judged, ALL, book) for judged in book.by_number]
    broken = tuple(
        _BrokenRow(
            href=book.addresses.href(ALL, record_page(file.path)),
            title=broken_title(file),
            errors=sum(finding.severity is Severity.ERROR for finding in file.findings),
        )
        for file in book.assessment.broken
    )
    sections = [Section(anchor="roi-all", title="By number", html=render("all_table.html", rows=rows))] if rows else []
    if broken:
        html = render("broken_list.html", rows=broken)
        sections.insert(0, Section(anchor="roi-broken", title="Records with errors", html=html))
    return Page(
        path=ALL,
        shelf=Shelf.LIST,
        title="All decisions",
        wide=True,
        description="Every decision on record, by number, with its status.",
        lead=render(
            "list_lead.html",
            title="All decisions",
            text=f"{_decisions(len(rows)).capitalize()} by number"
            + (f", and {len(broken)} that cannot be read yet." if broken else "."),
        ),
        sections=tuple(sections),
    )


def _decisions(count: int) -> str:
    return f"{count or 'no'} {'decision' if count == 1 else 'decisions'}"
