"""Tornado: how far each input alone moves the mean net present value of an option.

An uncertain number goes from its 5th to its 95th percentile, an event from not happening to happening; everything else
stays as uncertain as stated. Exact where the mean is a sum of products, else on the points.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
from msgspec import Struct

from roi_plugin.economics.courses import Course
from roi_plugin.economics.events import event_key, lines_with_events
from roi_plugin.economics.expectation import World
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution


class Swing(Struct, frozen=True, kw_only=True):
    """The mean net present value with an input at its low and at its high end.

    `at_low` and `at_high` are these ends in the unit they are written in: percentiles, or 0 and 1 of an event.
    """

    input: str
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def size(self) -> float:
        """How far it moves the result, in money."""
        return abs(self.high - self.low)


def tornado(course: Course, resolution: Resolution) -> tuple[Swing, ...]:
    """The swings of an option's inputs and events, the largest first.

    An input whose swing is too large to compute with is left out.
    """
    names = input_names(resolution)
    ends = (*_inputs(course, resolution.world), *_events(course, lines_with_events(resolution)))
    swings = [
        Swing(input=names[key], at_low=at_low, at_high=at_high, low=low, high=high)
        for key, at_low, at_high, low, high in ends
        if math.isfinite(high - low)
    ]
    return tuple(sorted(swings, key=lambda swing: (-swing.size, swing.input)))


Ends = tuple[str, float, float, float, float]


def _inputs(course: Course, world: World) -> Iterator[Ends]:
    for key in sorted(course.inputs):
        shape = world.variables[key].distribution
        if isinstance(shape, Certain):
            continue
        try:
            at_low, at_high = shape.percentile(0.05), shape.percentile(0.95)
            low, high = course.along(key, np.array([at_low, at_high])).tolist()
        except (NoFigureError, ArithmeticError, ValueError):
            continue
        yield key, at_low, at_high, low, high


def _events(course: Course, keys: Mapping[str, str]) -> Iterator[Ends]:
    """Lines that share an event swing together."""
    together: dict[str, list[str]] = defaultdict(list)
    for line, event in keys.items():
        together[event].append(line)
    for event, lines in together.items():
        if any(part.hangs_on(lines) for part in course.parts):
            low, high = (course.settled(lines, happens=happens) for happens in (False, True))
            yield event_key(event), 0.0, 1.0, low, high
