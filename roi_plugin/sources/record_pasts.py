"""Compares the records with what they said when they were accepted, when they were measured, and when counted on."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from roi_plugin.errors import GitError
from roi_plugin.model.assumption import Assumption
from roi_plugin.model.frozen_fields import changed_leaves, forecast_leaves, leaves
from roi_plugin.model.history import History
from roi_plugin.model.moved_fields import moved_fields
from roi_plugin.model.record_past import ChangedNeed, LateCriterion, MovedField, RecordPast
from roi_plugin.model.register import Register
from roi_plugin.model.shared_swaps import with_swaps
from roi_plugin.model.success_criteria import criteria_leaves
from roi_plugin.sources.amended_values import Decided, with_amended_values
from roi_plugin.sources.git_history import open_repository
from roi_plugin.sources.link_days import link_days
from roi_plugin.sources.past_questions import Asked, Measured, Needed, PresentText, asked_of
from roi_plugin.sources.past_texts import Data, PastTexts, Question
from roi_plugin.sources.record_files import RecordFile

_NONE: Mapping[str, Assumption] = MappingProxyType({})
Answers = Mapping[tuple[str, str], Data]


def read_pasts(  # noqa: PLR0913 - the records, what is known of them, and where to read and keep the rest
    records: Iterable[RecordFile],
    history: History,
    *,
    folder: Path,
    cache: Path,
    today: dt.date,
    assumptions: Mapping[str, Assumption] = _NONE,
) -> dict[str, RecordPast]:
    """What changed of each record below `folder` after it was decided, by path; without those of which git knows none.

    Git is asked only for texts that were not read before, and for all of them at once; what they say is kept in
    `cache`. Where it cannot be asked, nothing is said.
    """
    present = {one.path: PresentText(one) for one in records if one.decision is not None}
    register = Register(one.decision for one in present.values())
    texts = PastTexts(cache, lambda: open_repository(folder))
    try:
        written = link_days(present, history, texts, today)
        asked = {
            path: asked_of(one, history, register, present, written.get(path, {}), today)
            for path, one in present.items()
        }
        questions = [question for one in asked.values() for question in one.questions]
        answers = texts.answers(questions)
        decided = {
            path: Decided(present=present[path], asked=one, past=_past(one, present[path], answers, assumptions))
            for path, one in asked.items()
            if one.accepted is not None
        }
        return _with_days(with_amended_values(decided, history, texts, today), asked)
    except GitError:
        return {}


def _with_days(pasts: Mapping[str, RecordPast], asked: Mapping[str, Asked]) -> dict[str, RecordPast]:
    """The pasts with the days on which what they depend on began to change, as the pasts of these tell it."""
    found = dict(pasts)
    for path, past in pasts.items():
        if past.needs:
            needed = {one.index: one.present.decision.path for one in asked[path].needed}
            needs = [replace(each, changed=_changed_on(each, pasts.get(needed[each.index]))) for each in past.needs]
            found[path] = replace(past, needs=tuple(needs))
    return found


def _changed_on(need: ChangedNeed, past: RecordPast | None) -> dt.date | None:
    """The first day, since it was last counted on, on which one of its values moved; None where that is not known."""
    moved = [] if past is None else [one for one in past.moved if any(_is_in(leaf.key, one) for leaf in need.changes)]
    days = [day for one in moved for day in (one.apart, one.last and one.last.day) if day and day >= need.since]
    return min([*days, *([need.again] if need.again else [])], default=None)


def _is_in(key: str, moved: MovedField) -> bool:
    return key == moved.key or (moved.is_entry and key.startswith(f"{moved.key}."))


def _past(asked: Asked, present: PresentText, answers: Answers, assumptions: Mapping[str, Assumption]) -> RecordPast:
    then = _answer(asked.forecast, answers) if asked.forecast is not None else None
    moved = moved_fields(then, present.data, leaves) if then is not None else ()
    moved = with_swaps(moved, lambda name: _value_then(assumptions.get(name), asked.accepted))
    late = [found for one in asked.measured for found in _late(one, present, answers)]
    needs = [found for one in asked.needed if (found := _changed_need(one, answers)) is not None]
    return RecordPast(
        accepted=asked.accepted,
        moved=moved,
        late=tuple(late),
        needs=tuple(needs),
        then=then if then is not None and moved else {},
    )


def _value_then(assumption: Assumption | None, accepted: dt.date | None) -> str | None:
    """What an assumption was worth at the acceptance, or else when it was first written down."""
    if assumption is None or accepted is None:
        return None
    value = assumption.value_on(accepted) or next(iter(assumption.values), None)
    return value.text if value is not None else None


def _answer(question: Question, answers: Answers) -> Data | None:
    return answers.get((question.blob, question.part))


def _late(measured: Measured, present: PresentText, answers: Answers) -> list[LateCriterion]:
    then = _answer(measured.question, answers)
    if then is None:
        return []
    moved = moved_fields(then, present.data, criteria_leaves)
    return [
        LateCriterion(moved=one, measured=measured.day)
        for one in moved
        if one.after is not None and measured.metric in _metrics(one, present.data)
    ]


def _metrics(moved: MovedField, data: Data) -> set[object]:
    """The metric that a criterion is about: the name of its entry, or the metric of a key result."""
    entry: object = data
    found: set[object] = set()
    for part in moved.field:
        if isinstance(entry, dict):
            entry = entry.get(part) if part != "okr" or isinstance(entry.get("okr"), list) else [entry["okr"]]
        elif isinstance(entry, list) and isinstance(part, int) and part < len(entry):
            entry = entry[part]
        if isinstance(entry, dict):
            found |= {entry.get("id"), entry.get("metric")}
    return found


def _changed_need(needed: Needed, answers: Answers) -> ChangedNeed | None:
    then = _answer(needed.question, answers) if needed.question is not None else None
    changes = () if then is None else changed_leaves(forecast_leaves(then), forecast_leaves(needed.present.data))
    if not changes and needed.again is None:
        return None
    return ChangedNeed(index=needed.index, since=needed.since, changes=changes, again=needed.again)
