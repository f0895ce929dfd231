"""What the pages about time know of each decision: when it was accepted, what replaced it, and how long it lived."""

import datetime as dt
from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.model.lives import Life, accepted_on, life_of
from roi_plugin.model.status_counts import Step, status_steps
from roi_plugin.pages.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class LivedDecision:
    """One decision and its life; `life` is None where it was never accepted. `steps` are its statuses by days."""

    judged: Judged
    life: Life | None
    steps: tuple[Step, ...] = ()


def pasts(book: Book) -> tuple[LivedDecision, ...]:
    """Every decision in the order of the numbers."""
    return tuple(_past(judged, book) for judged in book.by_number)


def _past(judged: Judged, book: Book) -> LivedDecision:
    replaced = judged.links.successor is not None
    on = _replaced_on(judged, book)
    steps = status_steps(judged.history, judged.decision, replaced_on=on) if judged.history is not None else ()
    life = life_of(judged.decision, judged.history, today=book.assessment.today, replaced=replaced, on=on)
    return LivedDecision(judged=judged, life=life, steps=tuple(steps))


def _replaced_on(judged: Judged, book: Book) -> dt.date | None:
    """The day on which the first that replaced it as a whole was accepted."""
    links = (link for link in judged.links.superseded_by if link.in_effect and link.part is None)
    newer = (book.by_id[link.id] for link in links if link.id in book.by_id)
    days = (accepted_on(one.decision, one.history) for one in newer)
    return min((day for day in days if day is not None), default=None)
