"""EVPPI: what it is worth to know one input exactly before deciding; ranks what to measure next.

The expected value of partial perfect information: the mean of the best option once the input is known, less the best
option as of now. It is exact where the conditional means have a closed form. Elsewhere they come from the points, in
such a way that from one value of the input to the next, and from an event to its absence, nothing else differs.
"""

import math
from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from roi_plugin.economics.conditional_means import Split, sampled_split
from roi_plugin.economics.courses import courses_of
from roi_plugin.economics.events import event_key, lines_with_events
from roi_plugin.economics.exact_means import Forms, exact_split, option_forms
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.line_points import partners
from roi_plugin.economics.profiles import Profile, profile
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample import Sample

A_CHOICE = 2
"""Fewer options leave nothing to decide."""

_ROUNDING = 1e-9


class InputValue(Struct, frozen=True, kw_only=True):
    """What it is worth, in money, to know an input or the outcome of an event before deciding; None has a reason."""

    input: str
    value: float | None = None
    reason: str | None = None


def evppi(sample: Sample, evpi: float = math.inf) -> tuple[InputValue, ...]:
    """The value of each sampled input and each event that bears on an option that is compared, the largest first.

    Knowing one input is never worth more than knowing all, `evpi`; where rounding of the sampled one says otherwise,
    it is cut there. Empty where fewer than two options can be compared.
    """
    if len(sample.npv) < A_CHOICE:
        return ()
    names = input_names(sample.resolution)
    found = (*_of_inputs(sample), *_of_events(sample, option_forms(sample)))
    values = [_input_value(names[key], worth, evpi) for key, worth in found]
    return tuple(sorted(values, key=lambda each: (each.value is None, -(each.value or 0.0), each.input)))


def _input_value(name: str, worth: float | str, evpi: float) -> InputValue:
    return (
        InputValue(input=name, reason=worth)
        if isinstance(worth, str)
        else InputValue(input=name, value=min(worth, evpi))
    )


def event_split(sample: Sample, forms: Forms | None, event: str) -> Split | None:
    """The options' means on both sides of an event, by its key; None where it is certain or moves nothing."""
    if forms is not None:
        hanging = [line for line, key in lines_with_events(sample.resolution).items() if key == event]
        exact = exact_split(forms, hanging, sample.resolution.world)
        if exact is not None:
            return exact
    place = next((index for index, each in enumerate(sample.events) if each.key == event), None)
    return None if place is None else sampled_split(sample, place)


def worth_of_profile(along: Profile) -> float:
    """The value of knowing an input."""
    now = (along.means * along.weights).sum(axis=1).max()
    known = (along.means.max(axis=0) * along.weights).sum()
    return _worth(float(known) - _bends(along), float(now), along.means)


def worth_of_split(sides: Split) -> float:
    """The value of knowing whether an event happens."""
    known = sides.p * sides.happens.max() + (1.0 - sides.p) * sides.fails.max()
    return _worth(float(known), float(sides.overall.max()), np.stack([sides.happens, sides.fails]))


def _bends(along: Profile) -> float:
    """What the trapezoid rule counts too much where the best option changes between two moments (Euler, Maclaurin)."""
    best = along.means.argmax(axis=0)
    before = np.flatnonzero(best[1:] != best[:-1])
    old, new, after = best[before], best[before + 1], before + 1
    ahead = along.means[old, before] - along.means[new, before]
    behind = along.means[new, after] - along.means[old, after]
    weights = (along.weights[before] + along.weights[after]) / 2
    turn = ahead + behind
    return float((weights * (ahead * behind / (2 * turn) - turn / 12)).sum())


def _of_inputs(sample: Sample) -> Iterator[tuple[str, float | str]]:
    courses = courses_of(sample)
    bearing = set().union(*(course.inputs for course in courses))
    for key in sample.keys:
        if not bearing.isdisjoint({key, *partners(key, sample)}):
            try:
                yield key, worth_of_profile(profile(courses, key))
            except NoFigureError as reason:
                yield key, str(reason)


def _of_events(sample: Sample, forms: Forms | None) -> Iterator[tuple[str, float]]:
    for event in sorted(set(lines_with_events(sample.resolution).values())):
        sides = event_split(sample, forms, event)
        if sides is not None:
            yield event_key(event), worth_of_split(sides)


def _worth(known: float, now: float, means: np.ndarray) -> float:
    """The difference, 0 where it is rounding."""
    worth = known - now
    return worth if worth > _ROUNDING * float(np.abs(means).mean()) else 0.0
