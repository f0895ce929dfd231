"""The key results that rules ask about: those that can still be changed."""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath
from roi_plugin.model.measurement import KeyResult, Okr

SHOWN_AT_MOST = 50


def open_objectives(decision: Decision, today: dt.date) -> Iterator[tuple[int, Okr]]:
    """The objectives that are not over, each with its index; one is over when all its key results are past due."""
    for index, okr in enumerate(decision.okr):
        if not okr.key_results or any(is_open(result, today) for result in okr.key_results):
            yield index, okr


def open_key_results(decision: Decision, today: dt.date) -> Iterator[tuple[FieldPath, KeyResult]]:
    """The key results that are not past due, each with its place."""
    for index, okr in enumerate(decision.okr):
        for at, result in enumerate(okr.key_results):
            if is_open(result, today):
                yield ("okr", index, "key_results", at), result


def is_open(result: KeyResult, today: dt.date) -> bool:
    """Whether its day has not passed; one without a day has none to pass."""
    return result.due is None or result.due >= today


def called(result: KeyResult) -> str:
    """What a message calls it: its id, else its words, shortened."""
    if result.id:
        return f"`{result.id}`"
    words = " ".join((result.text or result.metric or "").split())
    if not words:
        return "the key result"
    return f"\u201c{words if len(words) <= SHOWN_AT_MOST else f'{words[: SHOWN_AT_MOST - 3].rstrip()}...'}\u201d"
