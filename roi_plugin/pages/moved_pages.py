"""Pages at addresses that records had before: each leads to where the record is now."""

import posixpath
import re
from collections.abc import Iterator

from roi_plugin.assess import Judged
from roi_plugin.language import text
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.catalogues import catalogue
from roi_plugin.pages.page import one_line
from roi_plugin.pages.templates import render

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,150}")
"""Names that can stand in an address as they are; others lead nowhere."""


def moved_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The file and the whole HTML of each page that only leads on, for a site that serves pages as the book says.

    Of two records that had one address, the one with the smaller number keeps it; a page of now is never replaced.
    """
    taken = {record_page(judged.decision.path) for judged in book.by_number}
    taken |= {record_page(file.path) for file in book.assessment.broken}
    for judged in book.by_number:
        for old in _addresses(judged, book.assessment.history.root):
            if old not in taken:
                taken.add(old)
                yield book.addresses.file(old), _leading(old, judged, book)


def _addresses(judged: Judged, root: str) -> Iterator[str]:
    """The pages that a record had: under its earlier paths, as git knows them, and under its other names."""
    folder = posixpath.dirname(judged.decision.path)
    for version in judged.history.versions if judged.history else ():
        path = version.path.removeprefix(root) if version.path.startswith(root) else ""
        if path and all(_PLAIN.fullmatch(part) for part in path.split("/")):
            yield record_page(path)
    for alias in judged.decision.aliases:
        if _PLAIN.fullmatch(alias):
            yield posixpath.join(folder, f"{alias}.md")


def _leading(old: str, judged: Judged, book: Book) -> str:
    href = book.addresses.href(old, record_page(judged.decision.path))
    title = one_line(judged.decision.title)
    language = book.language if catalogue(book.language) else "en"
    return render("moved.html", href=href, title=title, said=text("This decision has moved:"), language=language) + "\n"
