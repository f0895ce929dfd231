"""The register over time: statuses by month, how long decisions live, what replaced what, and what is stuck."""

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from roi_plugin.language import noted, sentence, text
from roi_plugin.model.history import History
from roi_plugin.model.status_counts import month_ends, status_counts, status_steps
from roi_plugin.pages.addresses import ANY_DAY, AS_OF, OVER_TIME
from roi_plugin.pages.book import Book
from roi_plugin.pages.history_banner import history_banner
from roi_plugin.pages.over_time_chains import chains_section
from roi_plugin.pages.over_time_lists import stuck_section
from roi_plugin.pages.over_time_lives import lives_section
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.past_lives import LivedDecision, pasts
from roi_plugin.pages.status_chart import status_chart
from roi_plugin.pages.templates import render

_UNKNOWN = noted(
    "Until then there are no counts by month, and days are those that the records name: their own dates, "
    "their reviews and their successors."
)
_CUT_OFF = noted("Until then what was before is not counted.")


def over_time_page(book: Book) -> Page:
    """What git and the records tell of time; without git, what the records tell alone."""
    every = pasts(book)
    sections = (
        _statuses(every, book),
        lives_section(every, book),
        chains_section(every, book),
        stuck_section(every, book) if every else None,
    )
    history, today = book.assessment.history, book.assessment.today
    lead = text(
        "How the decisions came to where they stand on %(day)s: which status how many had, how long they live, "
        "what replaced what, and what is stuck.",
        day=today,
    )
    return Page(
        path=OVER_TIME,
        shelf=Shelf.LIST,
        title=text("Over time"),
        description=text("Statuses by month, how long decisions live, what replaced what, and what is stuck."),
        lead=render("list_lead.html", title=text("Over time"), text=lead, below=_missing(history)),
        sections=tuple(section for section in sections if section),
    )


def _missing(history: History) -> Markup:
    return history_banner(history, sentence(_CUT_OFF if history.by_path else _UNKNOWN))


def _statuses(every: Sequence[LivedDecision], book: Book) -> Section | None:
    """The counts by month from git; None where git knows nothing."""
    history, today = book.assessment.history, book.assessment.today
    steps = [one.steps for one in every] + [status_steps(one) for one in history.gone]
    days = [day for record in steps for day, _ in record]
    if not days:
        return None
    counts = status_counts(steps, month_ends(max(min(days), _known_from(history) or dt.date.min), today))
    page = book.addresses.href(OVER_TIME, AS_OF)
    known = book.assessment.past is not None and book.assessment.past.days
    html = status_chart(counts, as_of=(lambda day: f"{page}?as-of={day}#{ANY_DAY}") if known else None)
    return Section(anchor="roi-statuses", title=text("Decisions by status"), html=html) if html else None


def _known_from(history: History) -> dt.date | None:
    """The day before which a shallow clone knows nothing; None where the history is whole."""
    known = (one.versions[0].date for one in (*history.by_path.values(), *history.gone) if not one.is_whole)
    return max(known, default=None)
