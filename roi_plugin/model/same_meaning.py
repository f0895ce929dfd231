"""Whether two values of one field mean the same, however they are written."""

import math

from msgspec import Struct
from msgspec.structs import astuple, replace

from roi_plugin.model.durations import months_in
from roi_plugin.model.grammar import QuantityError, parse_quantity
from roi_plugin.model.quantity import Expression, Name, Node, Operation, Period, Quantity, plain_unit
from roi_plugin.model.typo_fixes import is_typo_fix

_PROSE = frozenset(
    {
        "chosen_because",
        "constraint",
        "knowledge",
        "needed_for",
        "not_applicable",
        "performance",
        "problem",
        "process",
        "realised_as",
        "rejected_because",
        "request",
        "stands_for",
        "text",
        "title",
        "tools",
        "what",
        "why",
        "willingness_to_learn",
    }
)
"""Fields that hold sentences: there a typo may be mended."""
_DURATIONS = frozenset({"delay", "expected_life", "horizon"})
_ANSWERS = {True: "yes", False: "no"}
_CLOSE = 1e-9


def means_the_same(name: str, before: str | float, after: str | float) -> bool:
    """Whether two written values of the field `name` say the same: `80k..200k` is `80000..200000`.

    Sentences may differ in case, punctuation and mended typos, names and days in nothing.
    """
    if before == after and isinstance(before, bool) == isinstance(after, bool):
        return True
    if name in _PROSE and isinstance(before, str) and isinstance(after, str):
        return is_typo_fix(before, after)
    one, other = _quantity(before), _quantity(after)
    if one is not None and other is not None:
        return _equal(_meaning(one, name), _meaning(other, name))
    return _text(before) == _text(after)


def is_same_value(before: str | None, after: str | None) -> bool:
    """Whether two written quantities, either of which may be missing, are worth the same."""
    if before is None or after is None:
        return before is after
    return means_the_same("value", before, after)


def _text(value: str | float) -> str:
    if isinstance(value, bool):
        return _ANSWERS[value]
    return " ".join(str(value).split())


def _quantity(value: str | float) -> Quantity | None:
    if isinstance(value, bool):
        return None
    try:
        return parse_quantity(value)
    except QuantityError:
        return None


class _Meaning(Struct, frozen=True, kw_only=True):
    """A quantity without what only its spelling adds: the percent sign, the places of names, the unit of time."""

    kind: type
    unit: str | None
    period: Period | None
    numbers: tuple[float, ...]
    root: Node | None = None


def _meaning(quantity: Quantity, name: str) -> _Meaning:
    unit = plain_unit(quantity)
    if isinstance(quantity, Expression):
        root = _placeless(quantity.root)
        return _Meaning(kind=Expression, unit=unit, period=quantity.period, numbers=(), root=root)
    numbers = tuple([number for number in astuple(quantity) if isinstance(number, float)])
    months = months_in(unit) if name in _DURATIONS else None
    if months is not None:
        unit, numbers = None, tuple([number * months for number in numbers])
    period = quantity.period
    if period is not None:
        # The engine spreads a rate evenly over the year, whatever it is per.
        period, numbers = Period.YEAR, tuple([number * period.per_year for number in numbers])
    return _Meaning(kind=type(quantity), unit=unit, period=period, numbers=numbers)


def _equal(one: _Meaning, other: _Meaning) -> bool:
    numbers = zip(one.numbers, other.numbers, strict=False)
    same_numbers = all(math.isclose(left, right, rel_tol=_CLOSE) for left, right in numbers)
    return same_numbers and replace(one, numbers=()) == replace(other, numbers=())


def _placeless(node: Node) -> Node:
    if isinstance(node, Name):
        return replace(node, offset=0)
    if isinstance(node, Operation):
        return replace(node, left=_placeless(node.left), right=_placeless(node.right))
    return node
