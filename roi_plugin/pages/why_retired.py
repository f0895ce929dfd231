"""Why a decision no longer binds, in the words of its record, else of the commit that retired it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.returns import DO_NOTHING, kind_of
from roi_plugin.language import text
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.governance import Review
from roi_plugin.model.lives import ENDING_OUTCOMES
from roi_plugin.model.retirement import retiring_change
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import one_line

_STANDING_FIELDS = ("status", "delivery")
_SHORT = 8


class Why(Struct, frozen=True, kw_only=True):
    """The words, under what they are said: a reason, or only what was learned. Empty where the record is silent.

    Then `commit` is the beginning of the id of the commit that retired it, by whom (`author`) and on which `day`; all
    are empty where git does not know.
    """

    name: str
    words: str = ""
    day: str = ""
    author: str = ""
    commit: str = ""
    href: str = ""


def why_retired(judged: Judged, book: Book) -> Why:
    """The first word on it: of who rejected it or amended its status, of the reviews that ended it, of any other."""
    return next((why for why in _told(judged.decision) if why.words), None) or _by_commit(judged, book)


def _by_commit(judged: Judged, book: Book) -> Why:
    change = retiring_change(judged.decision, judged.history)
    version = change.version if change else None
    if version is None or version.commit is None:
        return Why(name=text("Why"))
    # What nobody may see here may be named by a commit that touches what everybody may see.
    subject = "" if book.assessment.withheld else one_line(version.subject).strip()
    return Why(
        name=text("The commit that retired it") if subject else text("Why"),
        words=subject,
        day=version.date.isoformat(),
        author=one_line(version.author or ""),
        commit=one_line(version.commit)[:_SHORT],
        href=book.repository.commit(version.commit),
    )


def _told(decision: Decision) -> Iterator[Why]:
    if decision.status is Status.REJECTED:
        yield from _rejected(decision)
    amendments = sorted(decision.amendments, key=lambda one: one.date, reverse=True)
    yield from _reasons(one.why for one in amendments if one.field in _STANDING_FIELDS)
    newest_first = sorted(decision.reviews, key=lambda review: review.date, reverse=True)
    yield from _said([review for review in newest_first if review.outcome in ENDING_OUTCOMES])
    yield from _said([review for review in newest_first if review.outcome not in ENDING_OUTCOMES])


def _rejected(decision: Decision) -> Iterator[Why]:
    """Of what is done instead and of what was refused; who rejects a proposal often leaves it marked as chosen.

    What then speaks for the chosen option and against the others may be what the proposal said for itself.
    """
    chosen = next((option for option in decision.options if option.chosen), None)
    if chosen is not None and kind_of(chosen) != DO_NOTHING:
        yield Why(name=text("Why the chosen option"), words=one_line(chosen.chosen_because or "").strip())
        return
    yield from _reasons([chosen.chosen_because] if chosen else [])
    yield from _reasons(option.rejected_because for option in decision.options if not option.chosen)


def _said(reviews: list[Review]) -> Iterator[Why]:
    """What surprised tells a reason best, a bare note worst: it may be about anything."""
    yield from _reasons(review.process.surprise for review in reviews if review.process)
    yield from _reasons(review.process.note for review in reviews if review.process)
    for review in reviews:
        for lesson in review.lessons:
            yield Why(name=text("What was learned"), words=one_line(lesson).strip())
    for review in reviews:
        yield Why(name=text("Note of the review"), words=one_line(review.note or "").strip())


def _reasons(words: Iterable[str | None]) -> Iterator[Why]:
    for one in words:
        yield Why(name=text("Why"), words=one_line(one or "").strip())
