"""Evaluate formulas at points: each variable is a number or an array with one number a point."""

from collections.abc import Mapping

import numpy as np

from roi_plugin.economics.expectation import World
from roi_plugin.economics.formulas import left_chain
from roi_plugin.economics.metalog import Metalog
from roi_plugin.economics.normal_scores import Vector
from roi_plugin.economics.normal_shapes import LogitNormal, Lognormal
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.quantity import Constant, Name, Node

_NEAR_ZERO = 0.01
"""A divisor that may change its sign has to keep this share of its mean size at every point."""


class Evaluator:
    """Evaluates formulas in the same variables; what stands in several formulas is computed once."""

    def __init__(self, world: World, values: Mapping[str, float | Vector]) -> None:
        self._world = world
        self._values = values
        self._known: dict[int, tuple[Node, float | Vector]] = {}

    def of(self, node: Node) -> float | Vector:
        """The formula's value; NoFigureError where it divides by what may be zero. It may overflow to infinity."""
        steps, first = left_chain(node)
        result = first.value if isinstance(first, Constant) else self._variable(first)
        for step in steps:
            found = self._known.get(id(step))
            if found:
                result = found[1]
                continue
            right = self.of(step.right)
            if step.operator == "/":
                self._refuse_zero(step.right, right)
            result = _apply(step.operator, result, right)
            self._known[id(step)] = step, result
        return result

    def _variable(self, node: Node) -> float | Vector:
        if not isinstance(node, Name):
            raise TypeError(node)
        return self._values[node.name]

    def _refuse_zero(self, node: Node, divisor: float | Vector) -> None:
        size = np.abs(divisor)
        if isinstance(divisor, float | int):
            if divisor == 0:
                raise NoFigureError("it divides by zero")
            return
        if size.min() > 0 and self._surely_positive(node):
            return
        if size.min() < _NEAR_ZERO * size.mean() or divisor.min() * divisor.max() < 0:
            raise NoFigureError("it divides by a number that may be zero: its range comes too close")

    def _surely_positive(self, node: Node) -> bool:
        steps, first = left_chain(node)
        parts = (first, *(step.right for step in steps))
        if any(step.operator == "-" for step in steps):
            return False
        return all(self._positive_part(part) for part in parts)

    def _positive_part(self, node: Node) -> bool:
        if isinstance(node, Constant):
            return node.value > 0
        if isinstance(node, Name):
            shape = self._world.variables[node.name].distribution
            bounded = isinstance(shape, Lognormal | LogitNormal) or (
                isinstance(shape, Metalog) and shape.bounds != "none"
            )
            return bounded or shape.lowest > 0
        return self._surely_positive(node)


def _apply(operator: str, left: float | Vector, right: float | Vector) -> float | Vector:
    if operator == "*":
        return left * right
    if operator == "/":
        return left / right
    return left + right if operator == "+" else left - right
