"""The many pages that stand in no list: those of the rules and of the schemas, each written from little."""

from collections.abc import Iterator

from roi_plugin.pages.book import Book
from roi_plugin.pages.late import Draft
from roi_plugin.pages.rule_pages import rule_pages
from roi_plugin.pages.schema_pages import schema_pages


def reference_pages(book: Book) -> Iterator[Draft]:
    """A page for each rule, and one for each schema."""
    yield from rule_pages(book)
    yield from schema_pages(book.addresses)
