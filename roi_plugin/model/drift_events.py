"""Tells the days on which the forecast of an accepted decision moved and no amendment says why."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from roi_plugin.model.amended import names_key
from roi_plugin.model.decision import Decision
from roi_plugin.model.drift import Drift, DriftStep
from roi_plugin.model.events import Event, Kind, Step


def drift_events(decision: Decision, drift: Drift | None) -> Iterator[Event]:
    """An event for each text that moved a value without a word, oldest first; none before the acceptance."""
    if drift is None or not drift.is_accepted:
        return
    days = _days(drift)
    for moved in drift.steps:
        silent = [key for key in moved.keys if not _is_told(key, moved.day, days[key], decision)]
        if silent:
            yield _event(decision, moved, silent)


def _days(drift: Drift) -> dict[str, list[dt.date]]:
    """For each value that moved, where it began and the days on which it moved, each once."""
    found: dict[str, list[dt.date]] = {}
    for moved in drift.steps:
        for key in moved.keys:
            days = found.setdefault(key, [drift.since])
            days += [moved.day] if moved.day != days[-1] else []
    return found


def _is_told(key: str, day: dt.date, days: list[dt.date], decision: Decision) -> bool:
    """Whether an amendment from after the move before it until the one after it names the value."""
    before = next((earlier for earlier, later in pairwise(days) if later == day), None)
    after = next((later for earlier, later in pairwise(days) if earlier == day), None)
    return any(
        (before is None or before < one.date or one.date == day) and (after is None or one.date < after)
        for one in decision.amendments
        if names_key(one.field, key)
    )


def _event(decision: Decision, moved: DriftStep, keys: list[str]) -> Event:
    more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
    return Event(
        date=moved.day,
        path=decision.path,
        title=decision.title,
        steps=(Step(axis=None, kind=Kind.MOVED.value, after=f"{keys[0]}{more}"),),
        author=moved.author,
        commit=moved.commit,
        pull_request=moved.pull_request,
    )
