"""Multiply a formula out into a sum of products of powers of its variables."""

import math
from collections.abc import Mapping

from roi_plugin.economics.formulas import left_chain
from roi_plugin.economics.reasons import NoFigureError, NotKnownError
from roi_plugin.model.quantity import Constant, Name, Node

MAX_TERMS = 500

Monomial = tuple[tuple[str, int], ...]
"""Variables with their powers, by key; no power is 0; the empty one is the number 1."""

Polynomial = Mapping[Monomial, float]
"""The factor of each product."""

ONE: Polynomial = {(): 1.0}


def expand(node: Node) -> Polynomial:
    """The formula as a sum of products; NoFigureError where it divides by a sum or grows too long."""
    return _expand(node, {})


def total(parts: list[Polynomial]) -> Polynomial:
    """The sum."""
    result: dict[Monomial, float] = {}
    for part in parts:
        for monomial, factor in part.items():
            result[monomial] = result.get(monomial, 0.0) + factor
    if len(result) > MAX_TERMS:
        raise NotKnownError(f"multiplied out, it has more than {MAX_TERMS} parts")
    return result


def scaled(polynomial: Polynomial, by: float) -> Polynomial:
    """Times a number."""
    return {monomial: factor * by for monomial, factor in polynomial.items()}


def product(left: Polynomial, right: Polynomial) -> Polynomial:
    """The product, multiplied out."""
    if len(left) * len(right) > MAX_TERMS:
        raise NotKnownError(f"multiplied out, it has more than {MAX_TERMS} parts")
    return total([{_times(a, b): left[a] * right[b]} for a in left for b in right])


def quotient(left: Polynomial, right: Polynomial) -> Polynomial:
    """The quotient by a single product; NoFigureError where `right` is a sum or zero."""
    if len(right) != 1:
        raise NotKnownError("it divides by a sum, so its mean has no closed form")
    (monomial, factor), *_ = right.items()
    if factor == 0:
        raise NoFigureError("it divides by zero")
    inverse = tuple((key, -power) for key, power in monomial)
    return product(left, {inverse: 1.0 / factor})


def _expand(node: Node, known: dict[int, Polynomial]) -> Polynomial:
    """Parts that stand in several places of the formula are the same object and are multiplied out once."""
    if id(node) in known:
        return known[id(node)]
    steps, first = left_chain(node)
    if isinstance(first, Constant):
        result: Polynomial = {(): first.value}
    elif isinstance(first, Name):
        result = {((first.name, 1),): 1.0}
    for step in steps:
        if id(step) in known:
            result = known[id(step)]
            continue
        right = _expand(step.right, known)
        result = _apply(step.operator, result, right)
        known[id(step)] = result
    return result


def _apply(operator: str, left: Polynomial, right: Polynomial) -> Polynomial:
    if operator == "*":
        result = product(left, right)
    elif operator == "/":
        result = quotient(left, right)
    else:
        result = total([left, scaled(right, -1.0 if operator == "-" else 1.0)])
    if not all(math.isfinite(factor) for factor in result.values()):
        raise NoFigureError("its numbers are too large to compute with")
    return result


def _times(left: Monomial, right: Monomial) -> Monomial:
    powers = dict(left)
    for key, power in right:
        powers[key] = powers.get(key, 0) + power
    return tuple(sorted((key, power) for key, power in powers.items() if power))
