"""Turn an estimate into a formula in named variables: money once or a year, or weeks of work.

Every rate becomes one a year and every working time person-weeks, by constants in the formula; a variable keeps the
unit it was written in. Adding a yearly and a one-off amount, or multiplying two rates, is refused.
"""

import math

from msgspec import Struct

from roi_plugin.economics.distributions import Distribution, distribution
from roi_plugin.economics.names import PERSON_WEEK
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.units import currency_of, is_share, weeks_of_work
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.quantity import Constant, Name, Node, Operation


class Variable(Struct, frozen=True, kw_only=True):
    """An uncertain number, the same wherever its key stands; from `highest` on more of it makes no difference."""

    key: str
    distribution: Distribution
    estimate: Estimate
    highest: float = math.inf


class Formula(Struct, frozen=True, kw_only=True):
    """A tree whose names are keys of variables.

    `rate` is 1 for an amount a year and 0 for one that is paid once; `work` is 1 for person-weeks and 0 for money or
    plain numbers.
    """

    node: Node
    rate: int = 0
    work: int = 0


def variable(key: str, estimate: Estimate, *, share: bool = False) -> Variable:
    """The variable of an estimate that is not an expression; NoFigureError if it has no distribution."""
    try:
        shape = distribution(estimate.quantity, estimate.dist, share=share)
    except NoFigureError as reason:
        raise NoFigureError(f"`{estimate.text}`: {reason}") from None
    return Variable(key=key, distribution=shape, estimate=estimate)


def leaf(key: str, estimate: Estimate, currency: str) -> Formula:
    """The formula of one variable, in person-weeks, money or plain numbers, a year or once."""
    quantity = estimate.quantity
    _refuse_foreign_currency(estimate, currency)
    weeks = weeks_of_work(quantity.unit)
    factor = (1.0 if weeks is None else weeks) * (quantity.period.per_year if quantity.period else 1.0)
    formula = Formula(node=Name(name=key, offset=0), rate=int(quantity.period is not None), work=int(weeks is not None))
    return times(formula, factor)


def refuse_unless_amount(estimate: Estimate, field: str, currency: str) -> None:
    """Whether a line's own number is money or working time; a plain number is the one its field is for."""
    quantity = estimate.quantity
    _refuse_foreign_currency(estimate, currency)
    if weeks_of_work(quantity.unit) is not None:
        return
    if field == "time":
        if quantity.unit is None:
            return
        raise NoFigureError(f"`{estimate.text}` is no working time, expected for example `6..14 person-weeks`")
    if quantity.unit is None or (currency_of(quantity.unit) and "/" not in quantity.unit):
        return
    kind = "a share" if is_share(quantity.unit) else f"in `{quantity.unit}`"
    raise NoFigureError(f"`{estimate.text}` is {kind}, expected {currency} or person-weeks")


def combine(operator: str, left: Formula, right: Formula) -> Formula:
    """`left operator right`, with the dimensions of the result; NoFigureError if they do not fit."""
    node = Operation(operator=operator, left=left.node, right=right.node)
    if operator == "*":
        return Formula(node=node, rate=left.rate + right.rate, work=left.work + right.work)
    if operator == "/":
        return Formula(node=node, rate=left.rate - right.rate, work=left.work - right.work)
    if left.node == Constant(value=0.0):
        return Formula(node=node, rate=right.rate, work=right.work)
    if right.node == Constant(value=0.0):
        return Formula(node=node, rate=left.rate, work=left.work)
    if left.rate != right.rate:
        raise NoFigureError("an amount with a period and one without are added or subtracted")
    if left.work != right.work:
        raise NoFigureError("working time and another kind of number are added or subtracted")
    return Formula(node=node, rate=left.rate, work=left.work)


def times(formula: Formula, factor: float) -> Formula:
    """The formula times a plain number."""
    if factor == 1.0:
        return formula
    node = Operation(operator="*", left=formula.node, right=Constant(value=factor))
    return Formula(node=node, rate=formula.rate, work=formula.work)


def priced(formula: Formula) -> Formula:
    """The formula in money: working time times the price of a person-week."""
    if formula.work == 0:
        return formula
    node = Operation(operator="*", left=formula.node, right=Name(name=PERSON_WEEK, offset=0))
    return Formula(node=node, rate=formula.rate, work=0)


def left_chain(node: Node) -> tuple[list[Operation], Node]:
    """`a + b - c` as its operations from left to right and the operand they begin with: long sums need no recursion."""
    steps: list[Operation] = []
    while isinstance(node, Operation):
        steps.append(node)
        node = node.left
    return steps[::-1], node


def _refuse_foreign_currency(estimate: Estimate, currency: str) -> None:
    unit = currency_of(estimate.quantity.unit)
    if unit and unit != currency:
        raise NoFigureError(f"`{estimate.text}` is in {unit}, but this decision counts in {currency}: convert it")
