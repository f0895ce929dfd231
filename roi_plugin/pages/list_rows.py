"""A decision as lists of decisions show it: what it is called, who owns it, what it is worth, when to look again."""

import datetime as dt

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import text
from roi_plugin.model.finding import Severity
from roi_plugin.next_review import NextReview, next_review
from roi_plugin.pages.addresses import OPTIONS, record_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import one_line
from roi_plugin.pages.verdicts import verdict_on


class ListRow(Struct, frozen=True, kw_only=True):
    """One decision; `owner` is empty where nobody is named, `review` where no day is. `tone` is that of the verdict.

    `how` leads to how the verdict was computed; it is empty where nothing was.
    """

    page: PageLink
    owner: str
    verdict: str
    tone: str
    how: str
    review: str
    is_overdue: bool
    errors: int
    warnings: int


def list_row(judged: Judged, here: str, book: Book) -> ListRow:
    """The decision as the page `here` lists it."""
    decision = judged.decision
    said = verdict_on(judged)
    review = next_review(judged, book.assessment.today)
    is_computed = any(option.npv.mean is not None or option.cost.mean is not None for option in judged.returns.options)
    return ListRow(
        page=book.page_link(here, judged),
        owner=one_line(decision.owner or ""),
        verdict=said.sentence,
        tone=said.tone,
        how=book.addresses.href(here, record_page(decision.path), OPTIONS) if is_computed else "",
        review=_review(judged, review, book.assessment.today),
        is_overdue=review is not None and review.is_overdue,
        errors=_count(judged, Severity.ERROR),
        warnings=_count(judged, Severity.WARNING),
    )


def _review(judged: Judged, review: NextReview | None, today: dt.date) -> str:
    if review is not None and review.is_overdue:
        return text("review overdue since %(day)s", day=review.day)
    if review is not None and review.is_past:
        return text("review was due on %(day)s", day=review.day)
    if review is not None:
        return text("next review %(day)s", day=review.day)
    last = max((one.date for one in judged.decision.reviews if one.date <= today), default=None)
    return text("reviewed on %(day)s", day=last) if last is not None else ""


def _count(judged: Judged, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in judged.findings)
