"""What happened, in words."""

import posixpath
import re

from roi_plugin.model.amended import names_any_link
from roi_plugin.model.events import Event, Kind, Step
from roi_plugin.model.history import Axis

_NUMBER = re.compile(r"[0-9]+(?=-)")
_IN_WORDS = {"draft": "a draft", "planned": "planned", "in-progress": "in progress"}
_SETTINGS = {"policy.yml": "rates or limits changed", "assumptions.yml": "shared assumptions changed"}


def event_words(event: Event) -> str:
    """All that an event did in a few words without a full stop: "added as accepted, delivered".

    They hold what the record says, on one line only if that is on one line: who prints them makes them safe.
    """
    words: list[str] = []
    for step in event.steps:
        said = _step_words(step, event)
        if step.axis is Axis.STATUS and words == [Kind.ADDED.value]:
            words = [f"added as {said}"]
        else:
            words.append(said)
    return ", ".join(words)


def _step_words(step: Step, event: Event) -> str:  # noqa: PLR0911 - one answer a kind
    match step.axis:
        case Axis.STATUS:
            word = _IN_WORDS.get(step.kind, step.kind)
            return f"{word} (was {step.before})" if step.before else word
        case Axis.DELIVERY:
            return "delivery no longer said" if step.after is None else _IN_WORDS.get(step.kind, step.kind)
        case Axis.FILE:
            return _moved(step.before or "", step.after or "") if step.kind == Kind.RENAMED else step.kind
    if step.kind == Kind.SETTINGS:
        return _SETTINGS.get(event.path, "changed")
    if step.kind == Kind.DATED:
        return f"date of the record ({step.after} now)"
    if step.after is None:
        return step.kind
    if step.kind == Kind.REVIEWED:
        return f"reviewed: {step.after}"
    if step.kind == Kind.MOVED:
        return f"forecast moved: {step.after}"
    return f"{'confirmed' if names_any_link(step.after) else 'forecast amended'}: {step.after}"


def _moved(before: str, after: str) -> str:
    """What of a path changed: its number, its name, or only its folder."""
    old, new = posixpath.basename(before), posixpath.basename(after)
    if old == new:
        return f"moved from {posixpath.dirname(before) or 'the folder above all'}"
    numbers = [found.group() if (found := _NUMBER.match(name)) else None for name in (old, new)]
    if numbers[0] and numbers[0] != numbers[1]:
        return f"renumbered from {numbers[0]}"
    return f"renamed from {old}"
