"""Tornado: how far each input alone moves the mean net present value of an option.

An uncertain number goes from its 5th to its 95th percentile, an event from not happening to happening; everything else
stays as uncertain as stated. Exact, as the mean is a sum of products.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roi_plugin.economics.events import event_key, lines_with_events
from roi_plugin.economics.expectation import World
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.option_forms import LineForm, line_forms, net
from roi_plugin.economics.polynomials import Polynomial
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.sections import section


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
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


def tornado(resolution: Resolution, option: int) -> tuple[Swing, ...]:
    """The swings of an option's inputs and events, the largest first.

    Empty where its net value has no closed form; an input whose swing is too large to compute with is left out.
    """
    names = input_names(resolution)
    try:
        forms = line_forms(resolution.options[option])
        ends = (*_inputs(net(forms), resolution.world), *_events(forms, resolution))
    except NoFigureError:
        return ()
    swings = [
        Swing(input=names[key], at_low=at_low, at_high=at_high, low=low, high=high)
        for key, at_low, at_high, low, high in ends
        if math.isfinite(high - low)
    ]
    return tuple(sorted(swings, key=lambda swing: (-swing.size, swing.input)))


Ends = tuple[str, float, float, float, float]


def _inputs(form: Polynomial, world: World) -> Iterator[Ends]:
    for key in sorted({key for monomial in form for key, _ in monomial}):
        shape = world.variables[key].distribution
        if isinstance(shape, Certain):
            continue
        along = section(form, key, world)
        try:
            at_low, at_high = shape.percentile(0.05), shape.percentile(0.95)
            yield key, at_low, at_high, along.at(at_low), along.at(at_high)
        except (ArithmeticError, ValueError):
            continue


def _events(forms: Sequence[LineForm], resolution: Resolution) -> Iterator[Ends]:
    """Lines that share an event swing together."""
    world, keys = resolution.world, lines_with_events(resolution)
    whole = world.mean(net(forms))
    together: dict[str, list[str]] = defaultdict(list)
    for line, event in keys.items():
        together[event].append(line)
    for event, lines in together.items():
        hanging = [form for form in forms if form.hangs_on(lines)]
        if hanging:
            without = whole - math.fsum(world.mean(form.expected) for form in hanging)
            extra = math.fsum(world.mean(form.once(lines)) for form in hanging)
            yield event_key(event), 0.0, 1.0, without, without + extra
