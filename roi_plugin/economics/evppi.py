"""EVPPI: what it is worth to know one input exactly before deciding; ranks what to measure next.

The expected value of partial perfect information: the mean of the best option once the input is known, less the best
option as of now. It is exact where the conditional means have a closed form. Elsewhere they come from 64 bins of the
points sorted by the input, or from the scenarios of an event.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from roi_plugin.economics.conditional_means import Profile, Split, binned, point_means, sampled_split
from roi_plugin.economics.events import event_key, lines_with_events
from roi_plugin.economics.exact_means import Forms, exact_profile, exact_split, option_forms
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.sample import Sample

A_CHOICE = 2
"""Fewer options leave nothing to decide."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class InputValue:
    """What it is worth, in money, to know an input or the outcome of an event before deciding."""

    input: str
    value: float


def evppi(sample: Sample, evpi: float = math.inf) -> tuple[InputValue, ...]:
    """The value of each sampled input and each event, the largest first.

    Knowing one input is never worth more than knowing all, `evpi`; where rounding of the sampled one says otherwise,
    it is cut there. Empty where fewer than two options can be compared.
    """
    if len(sample.npv) < A_CHOICE:
        return ()
    names = input_names(sample.resolution)
    forms = option_forms(sample)
    found = (*_of_inputs(sample, forms), *_of_events(sample, forms))
    values = [InputValue(input=names[key], value=min(value, evpi)) for key, value in found]
    return tuple(sorted(values, key=lambda each: (-each.value, each.input)))


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
    return _worth(float(known) - (_bends(along) if along.smooth else 0.0), float(now), along.means)


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


def _of_inputs(sample: Sample, forms: Forms | None) -> Iterator[tuple[str, float]]:
    world = sample.resolution.world
    exact = {key: exact_profile(forms, key, world) for key in sample.keys} if forms is not None else {}
    means = None
    for key in sample.keys:
        along = exact.get(key)
        if along is None:
            means = point_means(sample) if means is None else means
            along = binned(sample.values[key], means)
        yield key, worth_of_profile(along)


def _of_events(sample: Sample, forms: Forms | None) -> Iterator[tuple[str, float]]:
    for event in sorted(set(lines_with_events(sample.resolution).values())):
        sides = event_split(sample, forms, event)
        if sides is not None:
            yield event_key(event), worth_of_split(sides)


def _worth(known: float, now: float, means: np.ndarray) -> float:
    """The difference, 0 where it is rounding."""
    worth = known - now
    return worth if worth > _ROUNDING * float(np.abs(means).mean()) else 0.0
