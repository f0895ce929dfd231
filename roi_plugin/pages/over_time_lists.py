"""What is stuck, was short-lived or was taken back: lists with a line for each decision."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.wording import days, months
from roi_plugin.language import noted, sentence, text
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
    (noted("Short-lived"), "short-lived-decision"),
    (noted("Proposed for too long"), "proposed-too-long"),
    (noted("Accepted and not delivered"), "accepted-not-delivered"),
)
_TAKEN_BACK = (noted("Delivered and later reverted"), "reverted-without-reason")


class _Group(Struct, frozen=True, kw_only=True):
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
    return Section(
        anchor="roi-stuck", title=text("Stuck and taken back"), html=render("stuck_lists.html", groups=groups)
    )


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
            yield (
                book.page_link(OVER_TIME, one),
                text("%(what)s, and no review says why", what=told) if unanswered else told,
            )


def _in_words(known: TakenBack, review: Ending | None) -> str:
    if known.reverted is None:
        if review:
            return text("%(how)s by the review of %(day)s", how=sentence(review.how), day=review.date)
        return text("reverted on a day that nobody knows")
    if known.delivered is None:
        return text("reverted on %(day)s; since when it was delivered is not known", day=known.reverted)
    ran = int(months_between(known.delivered, known.reverted))
    after = months(ran) if ran >= 1 else days((known.reverted - known.delivered).days)
    return text(
        "delivered on %(start)s and reverted on %(end)s, after %(time)s",
        start=known.delivered,
        end=known.reverted,
        time=after,
    )
