"""A decision as lists of decisions show it: what it is called, who owns it, what it is worth, when to look again."""

from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.language import text
from roi_plugin.model.finding import Severity
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import one_line
from roi_plugin.pages.verdicts import verdict_on

OVERDUE = "risk/review-overdue"
"""The finding that names a review that nobody held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One decision; `owner` is empty where nobody is named, `review` where no day is. `tone` is that of the verdict."""

    page: PageLink
    owner: str
    verdict: str
    tone: str
    review: str
    is_overdue: bool
    errors: int
    warnings: int


def list_row(judged: Judged, here: str, book: Book) -> ListRow:
    """The decision as the page `here` lists it."""
    decision = judged.decision
    said = verdict_on(judged)
    is_overdue = any(finding.name == OVERDUE for finding in judged.findings)
    return ListRow(
        page=book.page_link(here, judged),
        owner=one_line(decision.owner or ""),
        verdict=said.sentence,
        tone=said.tone,
        review=_review(judged, is_overdue=is_overdue),
        is_overdue=is_overdue,
        errors=_count(judged, Severity.ERROR),
        warnings=_count(judged, Severity.WARNING),
    )


def _review(judged: Judged, *, is_overdue: bool) -> str:
    due = judged.decision.review_due
    last = max((review.date for review in judged.decision.reviews), default=None)
    if due is not None and is_overdue:
        return text("review overdue since %(day)s", day=due.isoformat())
    if last is not None and (due is None or last >= due):
        return text("reviewed on %(day)s", day=last.isoformat())
    return text("next review %(day)s", day=due.isoformat()) if due is not None else ""


def _count(judged: Judged, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in judged.findings)
