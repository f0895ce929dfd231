"""The first page: a written introduction, if there is one, and the state of all decisions in a few numbers."""

from roi_plugin.model.decision import Status
from roi_plugin.model.finding import Severity
from roi_plugin.pages.addresses import IN_FORCE, INDEX, RETIRED, RISKS
from roi_plugin.pages.book import Book, is_retired
from roi_plugin.pages.counts import Count, counts_strip
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.templates import render


def home_page(book: Book) -> Page:
    """The first page as it is without a written introduction; a written one keeps its text and gets the section."""
    return Page(
        path=INDEX,
        shelf=Shelf.LIST,
        title="Decisions",
        description="Technical decisions, what they are worth and what is risky about them.",
        lead=render(
            "list_lead.html", title="Decisions", text="What was decided, what it is worth, and what binds now."
        ),
        sections=(_now(book),),
    )


def _now(book: Book) -> Section:
    judged = book.assessment.judged
    statuses = [one.decision.status for one in judged]
    errors = sum(finding.severity is Severity.ERROR for finding in book.assessment.findings)
    flagged = sum(any(finding.severity is not Severity.INFO for finding in one.findings) for one in judged)
    counts = [
        _count(book, sum(one.binds for one in judged), "in force", IN_FORCE),
        _count(
            book, sum(status in (Status.DRAFT, Status.PROPOSED) for status in statuses), "not decided yet", IN_FORCE
        ),
        _count(book, sum(is_retired(one) for one in judged), "retired", RETIRED),
        _count(book, flagged, "flagged", RISKS),
    ]
    if errors:
        counts.append(_count(book, errors, "error" if errors == 1 else "errors", RISKS))
    html = counts_strip(counts, f"Decisions as of {book.assessment.today.isoformat()}")
    return Section(anchor="roi-now", title="As things stand", html=html)


def _count(book: Book, number: int, words: str, there: str) -> Count:
    return Count(number=number, words=words, href=book.addresses.href(INDEX, there))
