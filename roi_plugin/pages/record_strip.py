"""The strip below the title of a decision: the few facts that most readers ask for, each in a word or two."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.terms import months_if_known
from roi_plugin.economics.wording import months
from roi_plugin.language import sentence, text
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.next_review import next_review
from roi_plugin.pages.addresses import REVIEWS


class StripFact(Struct, frozen=True, kw_only=True):
    """A name and its value, both plain text; `more` stands behind the value as a mark, `href` leads to the details."""

    name: str
    value: str
    more: str = ""
    href: str = ""


def strip_facts(judged: Judged, today: dt.date) -> tuple[StripFact, ...]:
    """What the record states of: who decided, when it is looked at again, how it went, whether it can be undone."""
    return tuple(fact for fact in _facts(judged, today) if fact.value)


def _facts(judged: Judged, today: dt.date) -> Iterator[StripFact]:
    decision = judged.decision
    yield StripFact(name=text("Decided by"), value=", ".join(decision.deciders))
    yield _review(judged, today)
    yield _last_review(decision, today)
    yield StripFact(name=text("Reversibility"), value=sentence(decision.reversibility or ""))
    yield StripFact(name=text("Trigger"), value=sentence(decision.trigger or ""))
    yield StripFact(name=text("Expected life"), value=_life(decision.expected_life))


def _life(stated: Estimate | None) -> str:
    """In months, which is what a bare number means; else as it is written."""
    known = months_if_known(stated)
    return months(known) if known is not None else stated.text if stated is not None else ""


def _review(judged: Judged, today: dt.date) -> StripFact:
    """The day of the next look; one that passed without a look says so."""
    review = next_review(judged, today)
    if review is None:
        return StripFact(name="", value="")
    more = text("overdue") if review.is_overdue else text("not held yet") if review.is_past else ""
    return StripFact(name=text("Review due"), value=review.day.isoformat(), more=more)


def _last_review(decision: Decision, today: dt.date) -> StripFact:
    held = [review for review in decision.reviews if review.date <= today]
    if not held:
        return StripFact(name="", value="")
    last = max(held, key=lambda review: review.date)
    return StripFact(
        name=text("Reviewed"), value=last.date.isoformat(), more=sentence(last.outcome or ""), href=f"#{REVIEWS}"
    )
