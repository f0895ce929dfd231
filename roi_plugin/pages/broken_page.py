"""A record that could not be read as a decision still has a page: it says what is wrong and how to mend it."""

import posixpath

from roi_plugin.language import text
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Page, Shelf, one_line
from roi_plugin.pages.record_flags import flags_section
from roi_plugin.pages.templates import render
from roi_plugin.sources.record_files import RecordFile


def broken_page(file: RecordFile, book: Book) -> Page:
    """The page of a broken record; nothing of its content is shown but the lines at fault."""
    here = record_page(file.path)
    title = broken_title(file)
    section = flags_section(file.findings, here, book, title=text("What is wrong"), is_open=True)
    return Page(
        path=here,
        shelf=Shelf.RECORD,
        title=title,
        description=text("This record has errors and could not be read as a decision."),
        lead=render("broken_lead.html", path=file.shown, title=title, count=len(file.findings)),
        sections=(section,) if section else (),
        source=file.path,
    )


def broken_title(file: RecordFile) -> str:
    """What a broken record is called: its file's name without the ending."""
    return one_line(posixpath.splitext(posixpath.basename(file.path))[0])
