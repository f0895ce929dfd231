"""Internal rate of return: the yearly rate at which the mean flows are worth nothing, where there is exactly one.

Flows whose sign changes more than once may have several such rates, and a tool that prints one of them chooses by
chance. The modified rate (money paid is financed at one rate, money that comes in is put out at another) always exists
once money flows both ways; it is what can still be said then.
"""

import math
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.monthly_flows import Piece, merged
from roi_plugin.economics.single_figures import SingleFigure, single_figure

_REACH = math.log1p(1000.0) / 12
"""Growth a month at 100 000 % a year; a rate above says nothing but that the money comes back at once."""

_HALVINGS = 200
_ROUNDING = 1e-12
_TWICE = 2


def irr(pieces: Sequence[Piece]) -> SingleFigure:
    """The rate as a fraction a year; None with a reason where none or several fit.

    What comes in and what goes out over the same span counts as one flow.
    It is the only one where the flows change sign once (Descartes), and the only one above 0 where their running sum
    does so from below to above (C. J. Norstrom, A Sufficient Condition for a Unique Nonnegative Internal Rate of
    Return, 1972).
    """
    flows = [piece for piece in merged(pieces) if piece.amount]
    changes = _changes([piece.amount for piece in flows])
    if not changes:
        return SingleFigure(reason=_one_way(pieces))
    if flows[0].amount > 0:
        return SingleFigure(reason="money comes in before it goes out, so no rate of return is earned on it")
    if changes == 1:
        return _only_root(flows, -_REACH)
    balances = list(accumulate(piece.amount for piece in flows))
    nothing = _ROUNDING * sum(abs(piece.amount) for piece in flows)
    if balances[-1] > nothing and _changes([balance for balance in balances if abs(balance) > nothing]) == 1:
        return _only_root(flows, 0.0)
    if changes == _TWICE:
        return SingleFigure(reason="the signs of the flows change twice, so several rates may fit")
    return SingleFigure(reason=f"the signs of the flows change {changes} times, so several rates may fit")


def modified_irr(pieces: Sequence[Piece], finance_rate: float, reinvest_rate: float, months: float) -> SingleFigure:
    """The yearly rate from all that is paid, financed, to all that comes in, put out until `months`.

    None with a reason where money flows one way only. What flows over the same span counts as one flow.
    """
    flows = merged(pieces)
    paid = -_worth([piece for piece in flows if piece.amount < 0], _per_month(finance_rate))
    back = _worth([piece for piece in flows if piece.amount > 0], _per_month(reinvest_rate))
    if not (paid > 0 and back > 0 and months > 0):
        return SingleFigure(reason=_one_way(pieces))
    try:
        growth = math.log(back / paid) * 12 / months
        return _rate(growth + math.log1p(reinvest_rate))
    except (ArithmeticError, ValueError):
        return SingleFigure(reason=TOO_LARGE)


def _only_root(flows: Sequence[Piece], low: float) -> SingleFigure:
    """The root above `low`, by bisection: it is the only one there, and the flows are worth less than 0 beyond it."""

    def worth(growth: float) -> float:
        return _worth(flows, growth)

    try:
        if worth(_REACH) > 0:
            return SingleFigure(reason="it lies above 100 000 % a year: the money is back at once")
        if worth(low) < 0:
            return SingleFigure(reason="it lies near -100 % a year: almost nothing comes back")
        return _rate(_root(worth, low, _REACH) * 12)
    except OverflowError:
        return SingleFigure(reason=TOO_LARGE)


def _root(falling: Callable[[float], float], low: float, high: float) -> float:
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2


def _worth(flows: Sequence[Piece], growth: float) -> float:
    return math.fsum(piece.amount * math.exp(-growth * piece.middle) for piece in flows)


def _changes(amounts: Sequence[float]) -> int:
    return sum((one < 0) != (other < 0) for one, other in pairwise(amounts))


def _per_month(rate: float) -> float:
    return math.log1p(rate) / 12


def _rate(growth_a_year: float) -> SingleFigure:
    return single_figure(math.expm1(growth_a_year))


def _one_way(pieces: Sequence[Piece]) -> str:
    paid, back = any(piece.amount < 0 for piece in pieces), any(piece.amount > 0 for piece in pieces)
    if paid and back:
        if any(piece.amount < 0 for piece in merged(pieces)):
            return "at no time more comes back than is paid, so no rate of return is earned on it"
        return "at no time more is paid than comes back, so no rate of return is earned on it"
    if paid or back:
        return "nothing comes back" if paid else "nothing is paid"
    return "no money flows"
