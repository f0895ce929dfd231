"""What the pages about time know of each decision: when it was accepted, what replaced it, and how long it lived."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.model.acceptance import acceptance
from roi_plugin.model.lives import Life, accepted_on, life_of
from roi_plugin.model.status_counts import Step, status_steps
from roi_plugin.pages.book import Book


class LivedDecision(Struct, frozen=True, kw_only=True):
    """One decision and its life; `life` is None where it was never accepted. `steps` are its statuses by days."""

    judged: Judged
    life: Life | None
    steps: tuple[Step, ...] = ()


def pasts(book: Book) -> tuple[LivedDecision, ...]:
    """Every decision in the order of the numbers."""
    return tuple(past(judged, book) for judged in book.by_number)


def past(judged: Judged, book: Book) -> LivedDecision:
    """The life of one decision."""
    replaced = judged.links.successor is not None or judged.links.successor_withheld
    successors = _successors(judged, book)
    on = _first(accepted_on(one.decision, one.history) for one in successors)
    seen = _first(_seen_accepted(one) for one in successors)
    steps = status_steps(judged.history, replaced_on=seen) if judged.history is not None else ()
    life = life_of(judged.decision, judged.history, today=book.assessment.today, replaced=replaced, on=on)
    return LivedDecision(judged=judged, life=life, steps=tuple(steps))


def _successors(judged: Judged, book: Book) -> list[Judged]:
    """The decisions that replaced it as a whole."""
    links = (link for link in judged.links.superseded_by if link.in_effect and link.part is None)
    return [book.by_id[link.id] for link in links if link.id in book.by_id]


def _seen_accepted(one: Judged) -> dt.date | None:
    """The day on which git saw it accepted, whatever day it names itself."""
    version = acceptance(one.history)
    return version.date if version is not None else None


def _first(days: Iterable[dt.date | None]) -> dt.date | None:
    return min((day for day in days if day is not None), default=None)
