"""Every page and file of the site in one order."""

import posixpath
from collections.abc import Sequence

from roi_plugin.pages.book import Book
from roi_plugin.pages.broken_page import broken_page
from roi_plugin.pages.moved_pages import moved_pages
from roi_plugin.pages.number_order import number_order
from roi_plugin.pages.page import Page
from roi_plugin.pages.schema_pages import schema_files


def in_site_order(lists: Sequence[Page], decisions: Sequence[Page], book: Book) -> dict[str, Page | str]:
    """The lists, then the pages of all records, the broken ones included, by number; then schemas and what leads on."""
    records = [*decisions, *(broken_page(file, book) for file in book.assessment.broken)]
    ordered = (*lists, *sorted(records, key=_by_file_number))
    return {page.path: page for page in ordered} | schema_files() | dict(moved_pages(book))


def _by_file_number(page: Page) -> tuple[bool, int, str]:
    return (*number_order(posixpath.basename(page.path).partition("-")[0]), page.path)
