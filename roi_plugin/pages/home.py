"""The first page: a written introduction, if there is one, then what needs somebody, what binds and what changed."""

from roi_plugin.language import counted, text
from roi_plugin.pages.addresses import INDEX, REGISTER, RETIRED, RISKS
from roi_plugin.pages.book import Book
from roi_plugin.pages.counts import Count, counts_strip
from roi_plugin.pages.home_binding import BINDING, binding_section
from roi_plugin.pages.home_changes import changes_section
from roi_plugin.pages.home_needs import NEEDS, Need, needs, needs_section, number_waiting
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.risks_page import flagged_records
from roi_plugin.pages.standing import is_retired
from roi_plugin.pages.templates import render


def home_page(book: Book) -> Page:
    """The first page as it is without a written introduction; a written one keeps its text and gets the sections.

    The counts are the first section: on a written page they go on from its first words, without a heading.
    """
    title = text("Decisions")
    waiting = needs(book)
    binding = binding_section(book)
    counts = _now(book, waiting)
    sections = (needs_section(waiting), binding, changes_section(book)) if waiting else (binding, changes_section(book))
    return Page(
        path=INDEX,
        shelf=Shelf.LIST,
        title=title,
        description=text("Technical decisions, what they are worth and what is risky about them."),
        lead=render(
            "list_lead.html",
            title=title,
            text=text("What was decided, what it is worth, and what binds now."),
        ),
        sections=(counts, *sections),
    )


def _now(book: Book, waiting: list[Need]) -> Section:
    judged = book.assessment.judged
    binding = sum(one.binds for one in judged)
    retired = sum(is_retired(one) for one in judged)
    needing = number_waiting(waiting)
    href = book.addresses.href
    counts = [
        Count(number=binding, words=text("in force"), href=f"#{BINDING}"),
        Count(number=flagged_records(book), words=text("flagged"), href=href(INDEX, RISKS)),
        Count(number=retired, words=text("retired"), href=href(INDEX, RETIRED)),
        Count(
            number=len(judged) + len(book.assessment.broken),
            words=text("on record"),
            href=href(INDEX, REGISTER),
        ),
    ]
    if needing:
        words = counted("needs somebody", "need somebody", needing)
        counts.insert(1, Count(number=needing, words=words, href=f"#{NEEDS}"))
    day = book.assessment.today.isoformat()
    html = render("home_now.html", counts=counts_strip(counts, text("Decisions as of %(day)s", day=day)))
    return Section(anchor="roi-now", title=text("As things stand on %(day)s", day=day), html=html)
