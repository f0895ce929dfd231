"""Which older texts of a record have to be compared with its present one, and why."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from roi_plugin.model.acceptance import acceptance
from roi_plugin.model.amended import names_links
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import OVER, Decision, Delivery, Status
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


def questions_since(
    present: PresentText, history: History, path: str, first: Question
) -> Iterator[tuple[Version, Question]]:
    """The versions of a record from the text that `first` asks for on, each with what asks the same of it."""
    known = history.of(path)
    has_begun = False
    for version in known.versions if known is not None else ():
        has_begun = has_begun or version.blob == first.blob
        question = present.question(version, first.part) if has_begun else None
        if question is not None:
            yield version, question


class Measured(Struct, frozen=True, kw_only=True):
    """A metric, the day of its first result, and what asks for the record's text of that day."""

    metric: str
    day: dt.date
    question: Question


class Needed(Struct, frozen=True, kw_only=True):
    """A decision in `depends_on`: `since` is the day on which it was last counted on, `question` asks for its text.

    `again` is the day on which it was accepted once more since then, after it had ended.
    """

    index: int
    since: dt.date
    present: PresentText
    question: Question | None
    again: dt.date | None


class Asked(Struct, frozen=True, kw_only=True):
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
    accepted = acceptance(known)
    if known is None or accepted is None:
        return Asked()
    needs = _needed(decision, accepted, history, register, others, written, today)
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
    accepted: Version,
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
        looked = [day for day in _confirmed(decision, index) if day <= today]
        since = max([accepted.date, written.get(index, accepted.date), *looked])
        if needed is None or known is None or needed.path == decision.path:
            continue
        only_accepted = since == accepted.date and index not in written and since not in looked
        beside = _beside(accepted, known) if only_accepted else None
        if since >= today and beside is None:
            continue
        there = others[needed.path]
        yield Needed(
            index=index,
            since=since,
            present=there,
            question=there.question(beside or known.as_of(since), "forecast"),
            again=_accepted_again(known, since),
        )


def _confirmed(decision: Decision, index: int) -> Iterator[dt.date]:
    """The days on which somebody looked at the decision and at what it stands on."""
    yield from (review.date for review in decision.reviews)
    yield from (one.date for one in decision.amendments if says(one.why) and names_links(one, index))


def _beside(accepted: Version, known: RecordHistory) -> Version | None:
    """What the commit of the acceptance made of another record: what came later that day came after it."""
    made = (one for one in known.versions if one.commit is not None and one.commit == accepted.commit)
    return next((one for one in made if one.blob), None)


def _accepted_again(known: RecordHistory, since: dt.date) -> dt.date | None:
    again = None
    for change in known.changes(Axis.STATUS):
        if change.date > since and change.after == Status.ACCEPTED and change.before in OVER:
            again = change.date
    return again
