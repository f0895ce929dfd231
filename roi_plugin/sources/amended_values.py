"""Reads how each value that changed came to what it is, to hold amendments against it and to know since when."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.frozen_fields import leaves
from roi_plugin.model.history import History, Version
from roi_plugin.model.last_moves import Said, with_last_moves
from roi_plugin.model.moved_fields import LeavesOf
from roi_plugin.model.record_past import MovedField, RecordPast
from roi_plugin.model.success_criteria import criteria_leaves
from roi_plugin.sources.past_questions import Asked, PresentText, questions_since
from roi_plugin.sources.past_texts import Data, PastTexts, Question

_LEAVES: Mapping[str, LeavesOf] = {"forecast": leaves, "criteria": criteria_leaves}


class Decided(Struct, frozen=True, kw_only=True):
    """A record as it is, what was asked of its past, and what is known of it so far."""

    present: PresentText
    asked: Asked
    past: RecordPast

    @property
    def frozen(self) -> Iterator[Question]:
        """What asks for the texts from which on values that changed were frozen."""
        if self.past.moved and self.asked.forecast is not None:
            yield self.asked.forecast
        days = {late.measured for late in self.past.late}
        yield from {one.question: None for one in self.asked.measured if one.day in days}


def with_amended_values(
    decided: Mapping[str, Decided], history: History, texts: PastTexts, today: dt.date
) -> dict[str, RecordPast]:
    """The pasts by path, with how each value that changed moved; its last move is told of records with amendments.

    Raises:
        GitError: git could not be asked for the texts that are not known yet.
    """
    since = {
        (path, frozen): tuple(questions_since(one.present, history, path, frozen))
        for path, one in decided.items()
        for frozen in one.frozen
    }
    answers = texts.answers([question for asked in since.values() for _, question in asked])
    said = {
        (path, frozen): [*_said(asked, answers, texts), Said(day=today, data=None, on_disk=True)]
        for (path, frozen), asked in since.items()
    }
    return {path: _with_moves(path, one, said) for path, one in decided.items()}


def _said(
    asked: Iterable[tuple[Version, Question]], answers: Mapping[tuple[str, str], Data], texts: PastTexts
) -> Iterator[Said]:
    """What the versions said; one that cannot be read is passed over."""
    for version, question in asked:
        data = answers.get((question.blob, question.part))
        if data is not None or texts.says_now(question):
            yield Said(day=version.date, data=data)


def _with_moves(path: str, one: Decided, said: Mapping[tuple[str, Question], list[Said]]) -> RecordPast:
    def followed(moved: tuple[MovedField, ...], frozen: Question | None) -> tuple[MovedField, ...]:
        texts = said.get((path, frozen)) if frozen is not None else None
        if texts is None or frozen is None:
            return moved
        found = with_last_moves(moved, texts, one.present.data, _LEAVES[frozen.part])
        is_amended = bool(one.present.decision.amendments)
        return found if is_amended else tuple([replace(each, last=None) for each in found])

    questions = {measured.day: measured.question for measured in one.asked.measured}
    late = [replace(each, moved=followed((each.moved,), questions.get(each.measured))[0]) for each in one.past.late]
    return replace(one.past, moved=followed(one.past.moved, one.asked.forecast), late=tuple(late))
