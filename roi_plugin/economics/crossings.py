"""Where a course that has no closed form crosses zero.

Most such courses are straight in the input or in 1 / input all the same (`a` in `a / (b + 1)`), and their crossing
follows from three values. Any other is looked for in a wide range, by narrowing it down.
"""

from collections.abc import Callable

import numpy as np

from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample import Vector
from roi_plugin.economics.wording import number

_STRAIGHT = 1e-9
_STEPS = 32
_FINER = 8
_ROUNDS = 5
_WIDER = 100.0

Means = Callable[[Vector], Vector]
"""The mean at each of some values of the input."""


def crossing(means: Means, shape: Distribution) -> float:
    """The value of an input of this shape at which the mean is 0.

    Raises:
        NoFigureError: there is none, or there are several, in the range from a hundredth of its lower end to a
            hundred times its upper end.
    """
    probes = _probes(shape)
    found = means(probes)
    if np.ptp(found) <= _STRAIGHT * np.abs(found).max():
        raise NoFigureError("the result does not depend on it")
    for turned in (probes, 1.0 / probes) if np.all(probes > 0) else (probes,):
        root = _straight(turned, found)
        if root is not None:
            return root if turned is probes else _inverse(root)
    return _narrowed(means, shape)


def _probes(shape: Distribution) -> Vector:
    if isinstance(shape, Certain):
        return shape.value * np.array([0.5, 1.0, 1.5]) if shape.value else np.array([-1.0, 0.0, 1.0])
    return np.array([shape.percentile(level) for level in (0.05, 0.5, 0.95)])


def _straight(values: Vector, means: Vector) -> float | None:
    """Where the straight line through the three values is 0; None if they do not lie on one."""
    slope = (means[2] - means[0]) / (values[2] - values[0])
    bend = means[1] - means[0] - slope * (values[1] - values[0])
    if abs(bend) > _STRAIGHT * np.abs(means).max():
        return None
    return float(values[0] - means[0] / slope)


def _inverse(root: float) -> float:
    if root == 0:
        raise NoFigureError("no value does it")
    return 1.0 / root


def _narrowed(means: Means, shape: Distribution) -> float:
    low, high = _around(means, _range(shape))
    for _ in range(_ROUNDS):
        low, high = _around(means, np.linspace(low, high, _FINER + 1))
    return (low + high) / 2


def _around(means: Means, values: Vector) -> tuple[float, float]:
    """The two values in a row between which the mean changes its sign."""
    places = np.flatnonzero(np.diff(np.signbit(means(values))))
    if len(places) == 0:
        raise NoFigureError(f"no value between {number(values[0])} and {number(values[-1])} does it")
    if len(places) > 1:
        raise NoFigureError("several values do it")
    return float(values[places[0]]), float(values[places[0] + 1])


def _range(shape: Distribution) -> Vector:
    low, *_, high = _probes(shape)
    if low > 0:
        return np.geomspace(low / _WIDER, high * _WIDER, _STEPS + 1)
    width = high - low
    return np.linspace(low - width * _WIDER, high + width * _WIDER, _STEPS + 1)
