"""When an option's money is expected to flow: mean amounts of each month and of single days, not discounted."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from roi_plugin.economics.cash_flows import discount_factor, stream_parts
from roi_plugin.economics.flow_means import flow_means
from roi_plugin.economics.resolution import Flow, Resolution, ResolvedLine
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.economics.terms import Terms
from roi_plugin.economics.timing import one_off_month, stream_span


class Piece(Struct, frozen=True, kw_only=True):
    """An amount that flows evenly from month `start` to month `end`, or on one day where these are the same.

    Positive where it comes in, negative where it goes out.
    """

    start: float
    end: float
    amount: float

    @property
    def middle(self) -> float:
        """The month at which it is discounted."""
        return (self.start + self.end) / 2


def option_pieces(resolution: Resolution, option: int, sample: Sample | None = None) -> tuple[Piece, ...]:
    """The mean flows of an option in time, gains of the same span added up, and costs; all within the horizon.

    Discounted and added up they are its net present value. What has no closed form comes from the `sample`.

    Raises:
        NoFigureError: a line has no mean.
    """
    parts = [part for line in resolution.options[option] for part in _line_pieces(line, resolution, sample)]
    sides = (merged(part for part in parts if (part.amount > 0) == comes_in) for comes_in in (False, True))
    return tuple(sorted((piece for side in sides for piece in side), key=lambda piece: (piece.start, piece.end)))


def _line_pieces(line: ResolvedLine, resolution: Resolution, sample: Sample | None) -> Iterator[Piece]:
    sign = 1.0 if line.stated.side == "gain" else -1.0
    for flow, mean in zip(line.flows, flow_means(line, resolution, sample), strict=True):
        for start, end, size in flow_pieces(line.stated, flow, resolution.terms):
            yield Piece(start=start, end=end, amount=sign * mean * size)


def merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces in time, those of the same span as one."""
    amounts: dict[tuple[float, float], list[float]] = defaultdict(list)
    for piece in pieces:
        amounts[piece.start, piece.end].append(piece.amount)
    return tuple(Piece(start=start, end=end, amount=math.fsum(amounts[start, end])) for start, end in sorted(amounts))


def discounted(pieces: Iterable[Piece], rate: float) -> tuple[Piece, ...]:
    """The same in money of today, at a yearly `rate`."""
    return tuple(
        Piece(start=piece.start, end=piece.end, amount=piece.amount * discount_factor(rate, piece.middle))
        for piece in pieces
    )


def by_month(pieces: Sequence[Piece], horizon_months: float) -> tuple[float, ...]:
    """The money of each month of the horizon, the last one perhaps a part; what falls on its last day is its last."""
    months = max(math.ceil(horizon_months), 1)
    amounts: list[list[float]] = [[] for _ in range(months)]
    for piece in pieces:
        amounts[min(math.floor(piece.start), months - 1)].append(piece.amount)
    return tuple(math.fsum(amount) for amount in amounts)


def flow_pieces(line: StatedLine, flow: Flow, terms: Terms) -> Iterator[tuple[float, float, float]]:
    """Start, end and size of what flows of 1 (once, or a year); nothing beyond the horizon."""
    if flow.formula.rate == 1:
        yield from stream_parts(*stream_span(line, terms), line.ramp)
    elif (month := one_off_month(line)) <= terms.horizon_months:
        yield month, month, 1.0
