"""How the mean net value of an option runs along one of its inputs.

Lines with a closed form run in closed form. The others are evaluated on the points with the input set to one value
after the other: the points of all other inputs are the same each time, so that their spread adds no noise.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from roi_plugin.economics.expectation import World
from roi_plugin.economics.importance import variables_in
from roi_plugin.economics.line_points import means_given, partners, told_by
from roi_plugin.economics.option_forms import line_forms, net
from roi_plugin.economics.polynomials import Polynomial, total
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.sample import Sample, Vector
from roi_plugin.economics.sampling import at_scores
from roi_plugin.economics.sections import section

EVERY = 2
"""One of so many points is used: these are a lattice too."""


class Course:
    """The lines of one option that has a net value, ready to be followed along any input."""

    def __init__(self, lines: Sequence[ResolvedLine], sample: Sample) -> None:
        self._sample, self._world = sample, sample.resolution.world
        self._lines = {line.stated.key: line for line in lines if line.flows}
        self._inputs = {key: frozenset(variables_in(line)) for key, line in self._lines.items()}
        forms = {key: _closed_form(line, self._world) for key, line in self._lines.items()}
        self._forms = {key: form for key, form in forms.items() if form is not None}

    @property
    def inputs(self) -> frozenset[str]:
        """The keys of the inputs that bear on the option."""
        return frozenset().union(*self._inputs.values())

    def on_points(self, key: str) -> frozenset[str]:
        """The keys of the lines that an input moves and that have no closed form along it."""
        tied = partners(key, self._sample)
        return frozenset(
            line
            for line, inputs in self._inputs.items()
            if (key in inputs and line not in self._forms) or (tied and not inputs.isdisjoint({key, *tied}))
        )

    def told(self, key: str, scores: Vector, weights: Vector) -> Vector:
        """The mean net value once the input is known to lie at each of these normal scores.

        What it tells about inputs that are correlated with it counts. By the `weights` of the scores the mean over all
        of them is that of the option.

        Raises:
            NoFigureError: it cannot be computed everywhere.
        """
        moved = self.on_points(key)
        result = self._rest(key, moved, scores)
        given = told_by(key, scores, self._sample, EVERY) if moved else {}
        for line in sorted(moved):
            course = _sign(self._lines[line]) * means_given(self._lines[line], self._sample, given, EVERY)
            result += course + (self._mean(line) - weights @ course)
        return result

    def _rest(self, key: str, moved: frozenset[str], scores: Vector) -> Vector:
        """The sum of all lines but those `moved`."""
        form = total([form for line, form in self._forms.items() if line not in moved])
        by_power = section(form, key, self._world).by_power
        others = [self._mean(line) for line in self._lines if line not in moved and line not in self._forms]
        result = np.full(len(scores), math.fsum([by_power.get(0, 0.0), *others]))
        if any(power for power in by_power):
            values = at_scores(self._world.variables[key].distribution, scores)
            result += _powers(by_power, values)
        return result

    def _mean(self, line: str) -> float:
        if line in self._forms:
            return self._world.mean(self._forms[line])
        return _sign(self._lines[line]) * self._sample.line_means[line]


def courses_of(sample: Sample) -> tuple[Course, ...]:
    """One for each option that has a net value, in the order of `Sample.npv`."""
    lines = {option[0].stated.option: option for option in sample.resolution.options if option}
    return tuple(Course(lines.get(option, ()), sample) for option in sample.npv)


def _powers(by_power: Mapping[int, float], values: Vector) -> Vector:
    result = np.zeros_like(values)
    for power, factor in sorted(by_power.items()):
        if power:
            result += factor * (values if power == 1 else values**power)
    return result


def _sign(line: ResolvedLine) -> float:
    return 1.0 if line.stated.side == "gain" else -1.0


def _closed_form(line: ResolvedLine, world: World) -> Polynomial | None:
    try:
        form = net(line_forms([line]))
        world.mean(form)
    except NoFigureError:
        return None
    return form
