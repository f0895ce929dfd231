"""The page of a date: a reader moves through time and sees what was in force, proposed and retired, and its worth."""

from markupsafe import Markup

from roi_plugin.assess import RegisterPast
from roi_plugin.language import counted, noted, opening, sentence, text
from roi_plugin.pages.addresses import ANY_DAY, AS_OF
from roi_plugin.pages.as_of_days import ORDER, days_json, quarters, record_links
from roi_plugin.pages.book import Book
from roi_plugin.pages.history_banner import history_banner
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.templates import render

_BY_AUTHORS = noted("A change counts from the day on which its author made it, also where it was merged later.")


def as_of_page(book: Book) -> Page:
    """The register on every day of its history; without a history, why there is none."""
    past = book.assessment.past
    known = past if past is not None and past.days else None
    return Page(
        path=AS_OF,
        shelf=Shelf.LIST,
        title=text("As of a date"),
        description=text("Which decisions were in force, proposed and retired at any date, and what they were worth."),
        lead=render(
            "as_of_lead.html",
            text=_sentence(known, book),
            banner=history_banner(book.assessment.history),
            known=known,
        ),
        sections=_sections(known, book) if known else (),
        wide=True,
    )


def _sentence(past: RegisterPast | None, book: Book) -> str:
    if past is None:
        return text("How the register stood before %(day)s is not known.", day=book.assessment.today)
    first, last = past.days[0].date.isoformat(), past.days[-1].date.isoformat()
    if any(not one.is_whole for one in book.assessment.history.by_path.values()):
        told = text(
            "The register as it stood on any day from %(first)s on, where this clone begins: what stood then was there "
            "on or before that day.",
            first=first,
        )
    elif first == last:
        told = text("The register as it stood on any day: all that git knows of changed on %(day)s.", day=first)
    else:
        told = counted(
            "The register as it stood on any day: git knows of %(num)s day on which something changed, "
            "from %(first)s to %(last)s.",
            "The register as it stood on any day: git knows of %(num)s days on which something changed, "
            "from %(first)s to %(last)s.",
            len(past.days),
            first=first,
            last=last,
        )
    return f"{told} {sentence(_BY_AUTHORS)}"


def _sections(past: RegisterPast, book: Book) -> tuple[Section, ...]:
    records, today = record_links(past, book), book.assessment.today
    control = render(
        "as_of_control.html",
        data=days_json(past, records),
        first=past.days[0].date.isoformat(),
        last=today.isoformat(),
        standings=[standing.value for standing in ORDER],
    )
    rows = quarters(past, records, today)
    shown = [place for place in range(len(ORDER)) if any(row.counts[place] for row in rows)]
    heads = [opening(ORDER[place].value) for place in shown]
    table = render("as_of_quarters.html", rows=rows, shown=shown, heads=heads, any_day=ANY_DAY)
    return (
        Section(anchor=ANY_DAY, title=text("Any day"), html=Markup(), working=control),
        Section(anchor="roi-quarters", title=text("At the end of each quarter"), html=Markup(), working=table),
    )
