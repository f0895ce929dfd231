"""What is stuck, was short-lived or was taken back: lists with a line for each decision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.economics.wording import months
from roi_plugin.model.decision import Delivery
from roi_plugin.model.durations import months_between
from roi_plugin.model.lives import Ending, TakenBack, ending_by_review, taken_back
from roi_plugin.pages.addresses import OVER_TIME, rule_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import Section
from roi_plugin.pages.past_lives import LivedDecision
from roi_plugin.pages.templates import render
from roi_plugin.rules.runner import PREFIX

_FLAGGED = (
    ("Short-lived", "short-lived-decision"),
    ("Proposed for too long", "proposed-too-long"),
    ("Accepted and not delivered", "accepted-not-delivered"),
)
_TAKEN_BACK = ("Delivered and later reverted", "reverted-without-reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    title: str
    rule: str
    href: str
    rows: tuple[tuple[PageLink, str], ...]


def stuck_section(every: Sequence[LivedDecision], book: Book) -> Section:
    """Four lists; an empty one says so."""
    judged = [one.judged for one in every]
    groups = [_group(title, name, tuple(_flagged(name, judged, book)), book) for title, name in _FLAGGED]
    title, name = _TAKEN_BACK
    groups.append(_group(title, name, tuple(_reverted(name, judged, book)), book))
    return Section(anchor="roi-stuck", title="Stuck and taken back", html=render("stuck_lists.html", groups=groups))


def _group(title: str, name: str, rows: tuple[tuple[PageLink, str], ...], book: Book) -> _Group:
    href = book.addresses.href(OVER_TIME, rule_page(name))
    return _Group(title=title, rule=name, href=href, rows=rows)


def _flagged(name: str, judged: Sequence[Judged], book: Book) -> Iterator[tuple[PageLink, str]]:
    for one in judged:
        for finding in one.findings:
            if finding.name == f"{PREFIX}{name}":
                yield book.page_link(OVER_TIME, one), finding.message


def _reverted(name: str, judged: Sequence[Judged], book: Book) -> Iterator[tuple[PageLink, str]]:
    for one in judged:
        known = taken_back(one.history)
        if one.decision.delivery is Delivery.REVERTED and not known.never_ran:
            told = _in_words(known, ending_by_review(one.decision, book.assessment.today))
            unanswered = any(finding.name == f"{PREFIX}{name}" for finding in one.findings)
            yield book.page_link(OVER_TIME, one), f"{told}, and no review says why" if unanswered else told


def _in_words(known: TakenBack, review: Ending | None) -> str:
    if known.reverted is None:
        return f"{review.how} by the review of {review.date}" if review else "reverted on a day that nobody knows"
    if known.delivered is None:
        return f"reverted on {known.reverted}; since when it was delivered is not known"
    ran = int(months_between(known.delivered, known.reverted))
    days = (known.reverted - known.delivered).days
    after = months(ran) if ran >= 1 else f"{days} {'day' if days == 1 else 'days'}"
    return f"delivered on {known.delivered} and reverted on {known.reverted}, after {after}"
