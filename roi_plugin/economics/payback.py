"""Payback: when the money that was paid is back, on the mean flows, plain or discounted."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from roi_plugin.economics.monthly_flows import Piece
from roi_plugin.economics.single_figures import SingleFigure, single_figure
from roi_plugin.economics.wording import months

_ROUNDING = 1e-12
"""Part of all money moved that counts as nothing."""

Moment = tuple[float, float]
"""A month, and what has flowed by then."""


def payback(pieces: Sequence[Piece], horizon_months: float) -> SingleFigure:
    """The month from which on the money that has flowed is never again below zero.

    0 where it never is; None with a reason where nothing is paid, or where it is still below zero at the horizon.
    """
    if not any(piece.amount < 0 for piece in pieces):
        return SingleFigure(reason="nothing is paid, so nothing has to come back")
    moments = _moments(pieces)
    nothing = _ROUNDING * sum(abs(piece.amount) for piece in pieces)
    behind = [index for index, (_, balance) in enumerate(moments) if balance < -nothing]
    if not behind:
        return SingleFigure(value=0.0)
    if behind[-1] == len(moments) - 1:
        return SingleFigure(reason=f"it is not paid back within {months(horizon_months)}")
    (before, debt), (after, balance) = moments[behind[-1] : behind[-1] + 2]
    return single_figure(before + (after - before) * (-debt / (max(balance, 0.0) - debt)))


def _moments(pieces: Sequence[Piece]) -> list[Moment]:
    """The balance whenever a flow begins or ends, on a day of single payments before and after them.

    Between two of them it runs straight.
    """
    edges = sorted({edge for piece in pieces for edge in (piece.start, piece.end)})
    paid, streamed = _on_days(pieces), _between(pieces, edges)
    moments: list[Moment] = []
    balance = 0.0
    for index, edge in enumerate(edges):
        if index:
            balance += streamed[index - 1]
            moments.append((edge, balance))
        if edge in paid:
            balance += paid[edge]
            moments.append((edge, balance))
    return moments


def _on_days(pieces: Sequence[Piece]) -> dict[float, float]:
    paid: dict[float, float] = defaultdict(float)
    for piece in pieces:
        if piece.start == piece.end:
            paid[piece.start] += piece.amount
    return paid


def _between(pieces: Sequence[Piece], edges: Sequence[float]) -> list[float]:
    """What flows from each edge to the next."""
    spans = list(pairwise(edges))
    streamed = [0.0] * len(spans)
    for piece in pieces:
        for index in range(bisect_left(edges, piece.start), bisect_left(edges, piece.end)):
            first, last = spans[index]
            streamed[index] += piece.amount * ((last - first) / (piece.end - piece.start))
    return streamed
