"""What happened, in words."""

import posixpath
import re

from roi_plugin.language import noted, sentence, text
from roi_plugin.model.amended import names_any_link
from roi_plugin.model.events import Event, Kind, Step
from roi_plugin.model.history import Axis

_NUMBER = re.compile(r"[0-9]+(?=-)")
_IN_WORDS = {"draft": noted("a draft"), "planned": noted("planned"), "in-progress": noted("in progress")}
_SETTINGS = {"policy.yml": noted("rates or limits changed"), "assumptions.yml": noted("shared assumptions changed")}


def event_words(event: Event) -> str:
    """All that an event did in a few words without a full stop: "added as accepted, delivered".

    They hold what the record says, on one line only if that is on one line: who prints them makes them safe.
    """
    words: list[str] = []
    for step in event.steps:
        said = _step_words(step, event)
        if step.axis is Axis.STATUS and words == [sentence(Kind.ADDED.value)]:
            words = [text("added as %(status)s", status=said)]
        else:
            words.append(said)
    return ", ".join(words)


def _step_words(step: Step, event: Event) -> str:  # noqa: PLR0911 - one answer a kind
    match step.axis:
        case Axis.STATUS:
            word = sentence(_IN_WORDS.get(step.kind, step.kind))
            return (
                text("%(status)s (was %(before)s)", status=word, before=sentence(step.before)) if step.before else word
            )
        case Axis.DELIVERY:
            return (
                text("delivery no longer said") if step.after is None else sentence(_IN_WORDS.get(step.kind, step.kind))
            )
        case Axis.FILE:
            return _moved(step.before or "", step.after or "") if step.kind == Kind.RENAMED else sentence(step.kind)
    if step.kind == Kind.SETTINGS:
        return sentence(_SETTINGS.get(event.path, noted("changed")))
    if step.kind == Kind.DATED:
        return text("date of the record (%(day)s now)", day=step.after)
    if step.after is None:
        return sentence(step.kind)
    if step.kind == Kind.REVIEWED:
        return text("reviewed: %(what)s", what=sentence(step.after))
    if step.kind == Kind.MOVED:
        return text("forecast moved: %(what)s", what=step.after)
    if names_any_link(step.after):
        return text("confirmed: %(what)s", what=step.after)
    return text("forecast amended: %(what)s", what=step.after)


def _moved(before: str, after: str) -> str:
    """What of a path changed: its number, its name, or only its folder."""
    old, new = posixpath.basename(before), posixpath.basename(after)
    if old == new:
        return text("moved from %(folder)s", folder=posixpath.dirname(before) or text("the folder above all"))
    numbers = [found.group() if (found := _NUMBER.match(name)) else None for name in (old, new)]
    if numbers[0] and numbers[0] != numbers[1]:
        return text("renumbered from %(number)s", number=numbers[0])
    return text("renamed from %(name)s", name=old)
