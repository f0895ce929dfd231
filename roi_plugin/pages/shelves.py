"""The lists of decisions: what is in force, the retired shelf, and all by number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.economics.verdict import verdict
from roi_plugin.model.decision import Delivery, Status
from roi_plugin.model.finding import Severity
from roi_plugin.pages.addresses import ALL, IN_FORCE, RETIRED, record_page
from roi_plugin.pages.book import RETIRED_STATUSES, Book, PageLink, is_reverted
from roi_plugin.pages.broken_page import broken_title
from roi_plugin.pages.page import Page, Section, Shelf, one_line
from roi_plugin.pages.templates import render

_WITHOUT_AREA = "Without an area"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    page: PageLink
    owner: str
    verdict: str
    tone: str
    review: tuple[str, str] | None
    errors: int
    warnings: int
    successors: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _BrokenRow:
    href: str
    title: str
    errors: int


def in_force_page(book: Book) -> Page:
    """What binds now, by area, the newest first."""
    binding = [judged for judged in book.assessment.judged if judged.binds]
    by_area: dict[str, list[Judged]] = {}
    for judged in sorted(binding, key=lambda one: (one.decision.date, one.decision.path), reverse=True):
        by_area.setdefault(one_line(judged.decision.area or "") or _WITHOUT_AREA, []).append(judged)
    areas = sorted(by_area, key=lambda area: (area == _WITHOUT_AREA, area.casefold()))
    waiting = [one for one in book.by_number if one.decision.status in (Status.DRAFT, Status.PROPOSED)]
    sections = [_section(number, area, by_area[area], IN_FORCE, book) for number, area in enumerate(areas, start=1)]
    if waiting:
        sections.append(_section(0, "Not decided yet", waiting, IN_FORCE, book))
    return Page(
        path=IN_FORCE,
        shelf=Shelf.LIST,
        title="In force",
        description=f"The {_decisions(len(binding))} that {'binds' if len(binding) == 1 else 'bind'} now.",
        lead=render(
            "list_lead.html",
            title="In force",
            text=f"{_decisions(len(binding)).capitalize()} {'binds' if len(binding) == 1 else 'bind'} now, "
            f"as of {book.assessment.today.isoformat()}.",
        ),
        sections=tuple(sections),
    )


def retired_page(book: Book) -> Page:
    """What no longer binds or never did: superseded, deprecated, reverted and rejected, each with its successors."""
    shelves = {
        status.value: [one for one in book.by_number if one.decision.status is status] for status in RETIRED_STATUSES
    }
    shelves[Delivery.REVERTED.value] = [one for one in book.by_number if is_reverted(one)]
    sections = [
        _section(number, name.capitalize(), judged, RETIRED, book, retired=True)
        for number, (name, judged) in enumerate(shelves.items(), start=1)
        if judged
    ]
    count = sum(len(judged) for judged in shelves.values())
    return Page(
        path=RETIRED,
        shelf=Shelf.LIST,
        title="Retired",
        description="Decisions that no longer bind, with what replaced them.",
        lead=render(
            "list_lead.html",
            title="Retired",
            text=f"{_decisions(count).capitalize()} no longer {'binds' if count == 1 else 'bind'}. "
            "They stay here for their reasons, with what replaced them.",
        ),
        sections=tuple(sections),
    )


def all_page(book: Book) -> Page:
    """Every record by number, the broken ones included."""
    rows = [_row(judged, ALL, book) for judged in book.by_number]
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


def _section(  # noqa: PLR0913 - a section is its number, name and rows on a page of a book
    number: int, title: str, judged: Iterable[Judged], here: str, book: Book, *, retired: bool = False
) -> Section:
    rows = [_row(one, here, book) for one in judged]
    return Section(
        anchor=f"roi-list-{number}", title=title, html=render("decision_list.html", rows=rows, retired=retired)
    )


def _row(judged: Judged, here: str, book: Book) -> _Row:
    decision = judged.decision
    said = verdict(judged.returns, judged.figures, rejected=decision.status is Status.REJECTED)
    return _Row(
        page=book.page_link(here, judged),
        owner=decision.owner or "",
        verdict=said.sentence,
        tone=said.tone,
        review=_review(judged),
        errors=_count(judged, Severity.ERROR),
        warnings=_count(judged, Severity.WARNING),
        successors=_first(book.successors(judged), here, book),
    )


def _review(judged: Judged) -> tuple[str, str] | None:
    """What is to be said of reviews, and the day it is about."""
    due = judged.decision.review_due
    last = max((review.date for review in judged.decision.reviews), default=None)
    if any(finding.name == "risk/review-overdue" for finding in judged.findings) and due is not None:
        return "review overdue since", due.isoformat()
    if last is not None and (due is None or last >= due):
        return "reviewed", last.isoformat()
    return ("review due", due.isoformat()) if due is not None else None


def _first(generations: Sequence[Sequence[Judged]], here: str, book: Book) -> tuple[PageLink, ...]:
    return tuple(book.page_link(here, one) for one in generations[0]) if generations else ()


def _count(judged: Judged, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in judged.findings)


def _decisions(count: int) -> str:
    return f"{count or 'no'} {'decision' if count == 1 else 'decisions'}"
