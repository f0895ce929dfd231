"""How events are treated on the points: enumerated, drawn, or counted with their probability."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct

from roi_plugin.economics import lattice
from roi_plugin.economics.events import event_key
from roi_plugin.economics.importance import ranked
from roi_plugin.economics.line_samples import LineSample
from roi_plugin.economics.normal_scores import Vector
from roi_plugin.economics.sample import Event

MOST_EVENTS = 8
"""How many events are enumerated: 256 scenarios."""


class EventPlan(Struct, frozen=True, kw_only=True, eq=False):
    """How each event is treated: `enumerated` ones span the scenarios, the rest stand in the points by key.

    `happening` holds 1 or 0 at each point for events that are drawn on a dimension of their own, and the probability
    for those that count with their expectation.
    """

    enumerated: tuple[Event, ...]
    happening: Mapping[str, float | Vector]
    drawn: tuple[str, ...]
    expected: tuple[str, ...]


def plan_events(lines: Iterable[LineSample], first_free: int, shift: int) -> EventPlan:
    """Enumerate the events that move most, draw the next ones on free dimensions, and expect the rest."""
    events, sizes = _sizes(lines)
    order = ranked({key: size for key, size in sizes.items() if size > 0})
    enumerated, rest = order[:MOST_EVENTS], order[MOST_EVENTS:]
    free = max(0, lattice.DIMENSIONS - first_free)
    drawn, expected = rest[:free], rest[free:]
    happening: dict[str, float | Vector] = {key: events[key].p for key in expected}
    for dimension, key in enumerate(drawn, first_free):
        happening[key] = (lattice.shares(dimension, shift) < events[key].p).astype(np.float64)
    return EventPlan(
        enumerated=tuple(events[key] for key in enumerated),
        happening=happening,
        drawn=tuple(drawn),
        expected=tuple(expected),
    )


def notes_on(plan: EventPlan, names: Mapping[str, str]) -> tuple[str, ...]:
    """What was not enumerated, in words; `names` are those of all inputs and events by key."""
    notes = []
    if plan.drawn:
        named = _listed(plan.drawn, names)
        notes.append(f"more than {MOST_EVENTS} events: {named} move least and are sampled, not enumerated")
    if plan.expected:
        named = _listed(plan.expected, names)
        notes.append(f"more events than the points hold: {named} move least and count as probability times amount")
    return tuple(notes)


def _listed(lines: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(f"`{names[event_key(line)]}`" for line in lines)


def _sizes(lines: Iterable[LineSample]) -> tuple[dict[str, Event], dict[str, float]]:
    """Each event with the spread that it alone gives to the money of its lines."""
    events: dict[str, Event] = {}
    parts: dict[str, list[float]] = {}
    for line in lines:
        chances = [float(np.mean(event.p)) for event in line.events]
        size = float(np.mean(np.abs(line.amount))) * math.prod(chances) if chances else 0.0
        for event, p in zip(line.events, chances, strict=True):
            events.setdefault(event.key, event)
            parts.setdefault(event.key, []).append(size * math.sqrt((1.0 - p) / p))
    return events, {key: math.fsum(values) for key, values in parts.items()}
