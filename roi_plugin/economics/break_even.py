"""Break-even: what an input would have to be for an option to be worth exactly its cost, or as much as another.

The mean net present value is a sum of products, so along one input it is a straight line (or one in 1 / input), and the
value where it crosses zero has a closed form; all other inputs stay as uncertain as they are. For the probability of
the only gain it is mean cost over mean gain if it comes. Where there is no closed form, it is found on the points.
"""

import math
from collections.abc import Mapping

from msgspec import Struct

from roi_plugin.economics.courses import Course
from roi_plugin.economics.crossings import crossing
from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.formulas import Variable
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.metalog import Metalog
from roi_plugin.economics.normal_shapes import LogitNormal
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.wording import number, percent

_NOTHING = 1e-12
"""Part of the larger figures below which a slope is rounding."""


class BreakEven(Struct, frozen=True, kw_only=True):
    """The value of an input, in the unit it is written in, at which the mean net value is 0; None has a reason."""

    input: str
    value: float | None = None
    reason: str | None = None


def break_evens(course: Course, resolution: Resolution) -> tuple[BreakEven, ...]:
    """The break-even of each input that bears on a course, by name."""
    names = input_names(resolution)
    found = (_break_even(course, key, resolution.world.variables[key], names) for key in course.inputs)
    return tuple(sorted(found, key=lambda each: each.input))


def _break_even(course: Course, key: str, variable: Variable, names: Mapping[str, str]) -> BreakEven:
    shape = variable.distribution
    try:
        if course.on_points(key):
            value = crossing(lambda values: course.along(key, values), shape)
        else:
            value = _root(course.by_power(key))
        _refuse_impossible(value, key, variable)
    except NoFigureError as reason:
        return BreakEven(input=names[key], reason=str(reason))
    return BreakEven(input=names[key], value=value)


def _root(by_power: Mapping[int, float]) -> float:
    size = max(abs(factor) for factor in by_power.values())
    powers = [power for power, factor in by_power.items() if power and abs(factor) > _NOTHING * size]
    if not powers:
        raise NoFigureError("the result does not depend on it")
    if powers not in ([1], [-1]):
        raise NoFigureError("it is multiplied by itself, so several values might do it")
    ratio = -by_power.get(0, 0.0) / by_power[powers[0]]
    if ratio == 0 and powers == [-1]:
        raise NoFigureError("no value does it")
    value = ratio if powers == [1] else 1.0 / ratio
    if not math.isfinite(value):
        raise NoFigureError(TOO_LARGE)
    return value


def _refuse_impossible(value: float, key: str, variable: Variable) -> None:
    shape = variable.distribution
    if value > variable.highest:
        raise NoFigureError(f"from {number(variable.highest)} on it makes no more difference")
    probability = key.endswith(":p")
    if value < 0 and (probability or shape.lowest >= 0):
        raise NoFigureError(f"it would have to be {percent(value) if probability else number(value)}, below 0")
    if value > 1 and (probability or _is_share(shape)):
        raise NoFigureError(f"it would have to be {percent(value)}, more than 100 %")


def _is_share(shape: Distribution) -> bool:
    return isinstance(shape, LogitNormal) or (isinstance(shape, Metalog) and shape.bounds == "share")
