"""What a line is worth on average on the points, with some of its inputs set to other values than theirs there."""

from collections.abc import Collection, Mapping

import numpy as np

from roi_plugin.economics.copula import score_correlation
from roi_plugin.economics.evaluate import Evaluator
from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.importance import variables_in
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.sample import Sample, Vector
from roi_plugin.economics.sampling import at_scores, sampled_scores
from roi_plugin.model.quantity import Node

Given = Mapping[str, Vector]
"""What inputs are set to in each of n cases: one number, shape (n, 1), or one at each point, shape (n, points)."""


def means_given(line: ResolvedLine, sample: Sample, given: Given, every: int = 1) -> Vector:
    """The mean present value of a line in each case, its probability counted, on one of `every` points.

    Raises:
        NoFigureError: in one of the cases the line divides by what may be zero, or leaves what a float holds.
    """
    flows = flows_given(line, sample, given, every)
    means: Vector = sum((flow.factor * mean for flow, mean in zip(line.flows, flows, strict=True)), start=np.zeros(1))
    return means


def flows_given(line: ResolvedLine, sample: Sample, given: Given, every: int = 1) -> tuple[Vector, ...]:
    """The mean of each of its flows in each case, not discounted; 0 for what lies behind the horizon.

    Without anything given there is one case. NoFigureError as above.
    """
    stated = {key: _stated(key, sample, every) for key in variables_in(line) if key not in given}
    at = Evaluator(sample.resolution.world, {**stated, **given})
    cases = (len(next(iter(given.values()), (0,))), len(range(0, sample.points, every)))
    with np.errstate(all="ignore"):
        chance = np.clip(at.of(line.p), 0.0, 1.0) if line.p else 1.0
        amounts = (at.of(flow.formula.node) * chance if flow.factor else 0.0 for flow in line.flows)
        means = tuple(np.broadcast_to(amount, cases).mean(axis=1) for amount in amounts)
    if not np.isfinite(means).all():
        raise NoFigureError(TOO_LARGE)
    return means


def mean_settled(line: ResolvedLine, sample: Sample, lines: Collection[str], *, happens: bool) -> float:
    """The mean present value of a line if the lines of these keys, itself perhaps among them, come true or do not."""
    at = Evaluator(sample.resolution.world, {key: _stated(key, sample, 1) for key in variables_in(line)})

    def chance(key: str, p: Node | None) -> float | Vector:
        if key in lines:
            return float(happens)
        return np.clip(at.of(p), 0.0, 1.0) if p else 1.0

    with np.errstate(all="ignore"):
        amount = sum((at.of(flow.formula.node) * flow.factor for flow in line.flows if flow.factor), start=0.0)
        if line.losses:
            lost = (at.of(loss.node) * chance(loss.gain, loss.p) for loss in line.losses)
            amount = sum(lost, start=0.0) * line.flows[0].factor
        return float(np.mean(amount * chance(line.stated.key, line.p)))


def partners(key: str, sample: Sample) -> tuple[str, ...]:
    """The keys of the sampled inputs that are correlated with this one."""
    correlations = sample.resolution.world.correlations
    return tuple(other for other in sample.keys if correlations and frozenset((key, other)) in correlations)


def told_by(key: str, scores: Vector, sample: Sample, every: int = 1) -> Given:
    """An input at these normal scores, and its partners in a correlation at what it then tells about them.

    Of a partner with the correlation r of scores, what is left beside r times the input's score is independent of it.
    """
    world = sample.resolution.world
    given = {key: at_scores(world.variables[key].distribution, scores)[:, None]}
    others = partners(key, sample)
    if others:
        drawn = sampled_scores(world, sample.keys, sample.shift)
        moved = scores[:, None] - drawn[key][None, ::every]
        for other in others:
            tie = score_correlation(world.correlations[frozenset((key, other))])
            given[other] = at_scores(world.variables[other].distribution, drawn[other][::every] + tie * moved)
    return given


def _stated(key: str, sample: Sample, every: int) -> float | Vector:
    if key in sample.values:
        return sample.values[key][::every]
    return sample.fixed[key] if key in sample.fixed else sample.resolution.world.variables[key].distribution.mean
