"""Which older texts of a record have to be compared with its present one, and why."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from roi_plugin.model.acceptance import acceptance
from roi_plugin.model.amended import names_links
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import ONCE_ACCEPTED, OVER, Decision, Delivery, Status
from roi_plugin.model.first_results import first_results
from roi_plugin.model.history import Axis, History, RecordHistory, Version
from roi_plugin.model.register import Register
from roi_plugin.sources.frozen_text import digest_of
from roi_plugin.sources.past_texts import PARTS, Data, Question
from roi_plugin.sources.record_files import RecordFile
from roi_plugin.sources.record_reader import yaml_part


class PresentText:
    """The text of a record that could be read as a decision, as it is now."""

    def __init__(self, file: RecordFile) -> None:
        if file.decision is None:
            raise ValueError(f"{file.path} is no decision")
        self.file = file
        self.decision = file.decision

    @property
    def data(self) -> Data:
        """Its data as it is written, without the values of shared assumptions in place."""
        written = self.file.source.data
        return written if isinstance(written, dict) else {}

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of each part that is compared."""
        yaml = yaml_part(self.file.path, self.file.text) or ""
        return {part: digest_of(yaml, fields) for part, fields in PARTS.items()}

    def question(self, version: Version | None, part: str) -> Question | None:
        """Whether it says of a part what it said in a version; None where that has no text in git."""
        if version is None or not version.blob:
            return None
        return Question(blob=version.blob, name=version.path, part=part, now=self.digests[part])


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A metric, the day of its first result, and what asks for the record's text of that day."""

    metric: str
    day: dt.date
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """A decision in `depends_on`: `since` is the day on which it was last counted on, `question` asks for its text.

    `again` is the day on which it was accepted once more since then, after it had ended.
    """

    index: int
    since: dt.date
    present: PresentText
    question: Question | None
    again: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that is asked of one record's past; `accepted` is the day of its acceptance, None where git knows none."""

    accepted: dt.date | None = None
    forecast: Question | None = None
    measured: tuple[Measured, ...] = ()
    needed: tuple[Needed, ...] = ()

    @property
    def questions(self) -> Iterator[Question]:
        """All questions to the texts."""
        if self.forecast is not None:
            yield self.forecast
        yield from (one.question for one in self.measured)
        yield from (one.question for one in self.needed if one.question is not None)


def asked_of(  # noqa: PLR0913, PLR0917 - one decision among all
    present: PresentText,
    history: History,
    register: Register,
    others: Mapping[str, PresentText],
    written: Mapping[int, dt.date],
    today: dt.date,
) -> Asked:
    """What is asked of a record; `others` are all records by their paths.

    `written` are the days on which links of `depends_on` were written, by index, where that was after the acceptance.
    """
    decision = present.decision
    known = history.of(decision.path)
    accepted = acceptance(known) if decision.status in ONCE_ACCEPTED else None
    if known is None or accepted is None:
        return Asked()
    needs = _needed(decision, accepted.date, history, register, others, written, today)
    return Asked(
        accepted=accepted.date,
        forecast=present.question(accepted, "forecast"),
        measured=tuple(_measured(present, known, today)),
        needed=tuple(needs),
    )


def _measured(present: PresentText, known: RecordHistory, today: dt.date) -> Iterator[Measured]:
    for metric, day in sorted(first_results(present.decision).items()):
        question = present.question(known.as_of(day), "criteria") if day <= today else None
        if question is not None:
            yield Measured(metric=metric, day=day, question=question)


def _needed(  # noqa: PLR0913, PLR0917 - one decision among all
    decision: Decision,
    accepted: dt.date,
    history: History,
    register: Register,
    others: Mapping[str, PresentText],
    written: Mapping[int, dt.date],
    today: dt.date,
) -> Iterator[Needed]:
    if decision.status is not Status.ACCEPTED or decision.delivery is Delivery.REVERTED:
        return
    for index, reference in enumerate(decision.depends_on):
        needed = register.resolve(reference.target)
        known = history.of(needed.path) if needed is not None else None
        since = _counted_on(decision, index, max(accepted, written.get(index, accepted)), today)
        if needed is None or known is None or needed.path == decision.path or since >= today:
            continue
        there = others[needed.path]
        yield Needed(
            index=index,
            since=since,
            present=there,
            question=there.question(known.as_of(since), "forecast"),
            again=_accepted_again(known, since),
        )


def _counted_on(decision: Decision, index: int, written: dt.date, today: dt.date) -> dt.date:
    """The last day on which somebody looked at the decision and at what it stands on."""
    confirmed = [review.date for review in decision.reviews]
    confirmed += [one.date for one in decision.amendments if says(one.why) and names_links(one, index)]
    return max([written, *(day for day in confirmed if day <= today)])


def _accepted_again(known: RecordHistory, since: dt.date) -> dt.date | None:
    again = None
    for change in known.changes(Axis.STATUS):
        if change.date > since and change.after == Status.ACCEPTED and change.before in OVER:
            again = change.date
    return again
