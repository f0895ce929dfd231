"""Why a decision no longer binds, in the words of its record."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.governance import Review
from roi_plugin.model.lives import ENDING_OUTCOMES
from roi_plugin.pages.page import one_line


def why_retired(decision: Decision) -> str:
    """The first word on it: of the review that ended it, of the latest one, or of who rejected it; else nothing."""
    return one_line(next((words for words in _told(decision) if words.strip()), ""))


def _told(decision: Decision) -> Iterator[str]:
    if decision.status is Status.REJECTED:
        yield from (option.chosen_because or "" for option in decision.options if option.chosen)
        yield from (option.rejected_because or "" for option in decision.options if not option.chosen)
    newest_first = sorted(decision.reviews, key=lambda review: review.date, reverse=True)
    for review in sorted(newest_first, key=lambda review: review.outcome not in ENDING_OUTCOMES):
        yield from _words(review)


def _words(review: Review) -> Iterator[str]:
    yield from review.lessons
    if review.process is not None:
        yield review.process.surprise or ""
        yield review.process.note or ""
    yield review.note or ""
