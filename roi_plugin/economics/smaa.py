"""How often an option ranks first when nobody knows how much the criteria should weigh.

Every set of weights that adds up to 1 counts as likely as any other; an option's share is the part of all weights at
which its weighted sum is the largest (SMAA; Lahdelma and Salminen 2001, Operations Research 49:444). No chance is
involved: the space of weights, a simplex, is cut where two options tie, and the pieces are measured.
"""

import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

_SMALLEST = 1e-5
"""A piece below this share of all weights, times the rivals that may cut it, is not cut further but goes to the option
that is first at its middle."""

Corner = tuple[float, ...]
"""A set of weights; also the values of an option by criterion."""


class _Piece(Struct, frozen=True, kw_only=True):
    """A simplex of weights, its share of all weights, and which option is first throughout."""

    corners: tuple[Corner, ...]
    share: float
    first: int


def first_shares(options: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """The share of weights at which each option ranks first, 0 to 1, in the order given; together 1.

    An option is its values by criterion, each the more the better, on scales that weights can compare; all options
    have the same criteria, at least one. Options with the same values share what is theirs. The result is exact for
    two options and depends on no order.
    """
    given = [tuple(map(float, values)) for values in options]
    counted = Counter(given)
    rivals = _rivals(counted)
    shares = dict.fromkeys(counted, 0.0)
    for piece in _pieces(rivals):
        shares[rivals[piece.first]] += piece.share
    return tuple(shares[values] / counted[values] for values in given)


def _rivals(options: Iterable[Corner]) -> list[Corner]:
    """The options that may be first somewhere, the strongest at equal weights before the others."""
    rivals: list[Corner] = []
    for option in sorted(options, key=lambda values: (sum(values), values), reverse=True):
        if not any(all(own <= theirs for own, theirs in zip(option, rival, strict=True)) for rival in rivals):
            rivals.append(option)
    return rivals


def _pieces(rivals: Sequence[Corner]) -> list[_Piece]:
    if not rivals:
        return []
    count = len(rivals[0])
    corners = tuple(tuple(float(row == column) for column in range(count)) for row in range(count))
    pieces = [_Piece(corners=corners, share=1.0, first=0)]
    for challenger in range(1, len(rivals)):
        pieces = [part for piece in pieces for part in _contested(piece, challenger, rivals)]
    return pieces


def _contested(piece: _Piece, challenger: int, rivals: Sequence[Corner]) -> Iterator[_Piece]:
    """The piece, cut where the challenger and the option that is first so far tie."""
    lead = [new - old for new, old in zip(rivals[challenger], rivals[piece.first], strict=True)]
    leads = [sum(map(operator.mul, lead, corner)) for corner in piece.corners]
    if max(leads) <= 0:
        yield piece
    elif min(leads) >= 0 or (piece.share < _SMALLEST * len(rivals) and sum(leads) > 0):
        yield _Piece(corners=piece.corners, share=piece.share, first=challenger)
    elif piece.share < _SMALLEST * len(rivals):
        yield piece
    else:
        yield from _cut(piece, leads, challenger)


def _cut(piece: _Piece, leads: list[float], challenger: int) -> Iterator[_Piece]:
    """Cut through one edge that crosses the tie: both halves are simplices, and the cut point has no lead."""
    up, down = leads.index(max(leads)), leads.index(min(leads))
    if leads[up] <= 0 or leads[down] >= 0:
        first = challenger if leads[up] > 0 else piece.first
        yield _Piece(corners=piece.corners, share=piece.share, first=first)
        return
    part = leads[up] / (leads[up] - leads[down])
    tie = tuple(
        part * low + (1 - part) * high for low, high in zip(piece.corners[down], piece.corners[up], strict=True)
    )
    for replaced, share in ((down, part), (up, 1 - part)):
        corners = (*piece.corners[:replaced], tie, *piece.corners[replaced + 1 :])
        rest = [*leads[:replaced], 0.0, *leads[replaced + 1 :]]
        yield from _cut(_Piece(corners=corners, share=piece.share * share, first=piece.first), rest, challenger)
