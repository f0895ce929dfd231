"""How the mean net value of an option runs along one of its inputs.

Lines with a closed form run in closed form. The others are evaluated on the points with the input set to one value
after the other: the points of all other inputs are the same each time, so that their spread adds no noise.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from roi_plugin.economics.course_parts import Part, part_of
from roi_plugin.economics.expectation import World
from roi_plugin.economics.line_points import Given, mean_settled, means_given, partners, told_by
from roi_plugin.economics.polynomials import Polynomial
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.sample import Sample, Vector
from roi_plugin.economics.sampling import at_scores
from roi_plugin.economics.sections import section

EVERY = 2
"""Of so many points one is used where an input runs through its whole range: these are a lattice too."""


class Course:
    """The net value of an option, or how much more that is than another's, ready to be followed along any input.

    `parts` are the lines that count, `mean` is their sum.
    """

    def __init__(
        self,
        lines: Sequence[ResolvedLine],
        world: World,
        sample: Sample | None = None,
        *,
        against: Sequence[ResolvedLine] = (),
    ) -> None:
        """NoFigureError: one of the lines has neither a closed form nor a place on the points."""
        self._world, self._sample = world, sample
        more = [part_of(line, world, sample) for line in lines if line.flows or line.fatal]
        less = [part_of(line, world, sample) for line in against if line.flows or line.fatal]
        self.parts = (*more, *(part.turned for part in less))
        self.mean = math.fsum(part.mean for part in self.parts)

    @property
    def inputs(self) -> set[str]:
        """The keys of the inputs that bear on it; what the two sides share cancels out."""
        closed = _inputs_in([part.expected for part in self.parts if part.expected is not None])
        return closed.union(*(part.inputs for part in self.parts if part.expected is None))

    def on_points(self, key: str) -> tuple[Part, ...]:
        """The parts that an input moves and that have no closed form."""
        return tuple(part for part in self.parts if part.expected is None and key in part.inputs)

    def by_power(self, key: str, *, without: Sequence[Part] = ()) -> Mapping[int, float]:
        """The sum of all parts in powers of one input, others on average; `without` those that have no such form."""
        sums: dict[int, list[float]] = defaultdict(list)
        for part in self.parts:
            if part in without:
                continue
            if part.expected is None or key not in part.inputs:
                sums[0].append(part.mean)
                continue
            for power, factor in section(part.expected, key, self._world).items():
                sums[power].append(factor)
        return {power: math.fsum(factors) for power, factors in sums.items()}

    def along(self, key: str, values: Vector) -> Vector:
        """The mean if the input has each of these values and all others are as stated.

        Raises:
            NoFigureError: it cannot be computed for one of them.
        """
        moved = self.on_points(key)
        result = _at(self.by_power(key, without=moved), values)
        for part in moved:
            result += self._evaluated(part, {key: values[:, None]}, 1)
        return result

    def settled(self, lines: Collection[str], *, happens: bool) -> float:
        """The mean if these lines, by key, come true, or if they do not."""
        return math.fsum(
            self._settled(part, lines, happens=happens) if part.hangs_on(lines) else part.mean for part in self.parts
        )

    def tells(self, key: str) -> tuple[Part, ...]:
        """The parts to be evaluated on the points where what an input tells about others counts."""
        tied = partners(key, self._sample) if self._sample else ()
        if not tied:
            return self.on_points(key)
        return tuple(part for part in self.parts if not part.inputs.isdisjoint({key, *tied}))

    def told(self, key: str, scores: Vector, weights: Vector) -> Vector:
        """The mean once the input is known to lie at each of these normal scores.

        What it tells about the inputs that it is correlated with counts. The mean over the scores by their `weights`
        is that of the whole.

        Raises:
            NoFigureError: it cannot be computed for one of them.
        """
        moved = self.tells(key)
        result = _at(self.by_power(key, without=moved), at_scores(self._world.variables[key].distribution, scores))
        given = told_by(key, scores, self._sample, EVERY) if moved and self._sample else {}
        for part in moved:
            course = self._evaluated(part, given, EVERY)
            result += course + (part.mean - weights @ course)
        return result

    def _settled(self, part: Part, lines: Collection[str], *, happens: bool) -> float:
        if part.forms is None:
            return part.sign * mean_settled(part.line, self._known_sample(part), lines, happens=happens)
        left = part.forms if happens else [form for form in part.forms if not form.hangs_on(lines)]
        return part.turn * math.fsum(self._world.mean(form.once(lines)) for form in left)

    def _evaluated(self, part: Part, given: Given, every: int) -> Vector:
        return part.sign * means_given(part.line, self._known_sample(part), given, every)

    def _known_sample(self, part: Part) -> Sample:
        if self._sample is None:
            raise NoFigureError(f"`{part.line.stated.id}` has no closed form")
        return self._sample


def courses_of(sample: Sample) -> tuple[Course, ...]:
    """One for each option that has a net value, in the order of `Sample.npv`."""
    lines = {option[0].stated.option: option for option in sample.resolution.options if option}
    return tuple(Course(lines.get(option, ()), sample.resolution.world, sample) for option in sample.npv)


def _inputs_in(parts: Sequence[Polynomial]) -> set[str]:
    factors = defaultdict(list)
    for part in parts:
        for monomial, factor in part.items():
            factors[monomial].append(factor)
    return {key for monomial, found in factors.items() if math.fsum(found) for key, _ in monomial}


def _at(by_power: Mapping[int, float], values: Vector) -> Vector:
    result = np.full_like(values, by_power.get(0, 0.0))
    with np.errstate(all="ignore"):
        for power, factor in sorted(by_power.items()):
            if power:
                result += factor * (values if power == 1 else values**power)
    return result
