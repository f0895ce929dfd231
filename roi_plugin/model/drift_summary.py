"""How the forecasts of a register moved: how many got worse, by how much in the middle, and which one most."""

import statistics
from collections.abc import Iterable, Mapping

from msgspec import Struct

from roi_plugin.model.drift import Direction, Drift, Move
from roi_plugin.model.drift_fields import DriftKind

FEWEST = 5
"""Below so many followed records a share tells nothing."""

SIDES = {
    DriftKind.DATE: (Direction.LATER, Direction.EARLIER),
    DriftKind.COST: (Direction.DEARER, Direction.CHEAPER),
    DriftKind.GAIN: (Direction.LOWER, Direction.HIGHER),
    DriftKind.CHANCE: (Direction.LESS_LIKELY, Direction.LIKELIER),
    DriftKind.RISK: (Direction.LIKELIER, Direction.LESS_LIKELY),
}
"""For the kinds that are counted: which way is worse, and which is better."""

_KINDS = tuple(DriftKind)
_WAYS = tuple(Direction)
_PLANS = frozenset({DriftKind.DATE, DriftKind.COST})


class RecordMove(Struct, frozen=True, kw_only=True):
    """A move with the path of its record."""

    path: str
    move: Move


class KindDrift(Struct, frozen=True, kw_only=True):
    """Of the `followed` records that state values of a kind: how many have one that got worse, or better.

    A record with both counts on both sides. `median` is that of the sizes of all moves to the worse, `worst` the
    largest of them; both None where there is none with a size.
    """

    kind: DriftKind
    followed: int
    worse: int
    better: int
    median: float | None = None
    worst: RecordMove | None = None

    @property
    def is_told(self) -> bool:
        """Whether enough records are followed for a share to mean something."""
        return self.followed >= FEWEST


def kind_drifts(drifts: Mapping[str, Drift]) -> tuple[KindDrift, ...]:
    """The sums over records by path, a kind each; without the kinds that no followed record states."""
    return tuple(_of_kind(kind, drifts) for kind in SIDES if any(kind in one.kinds for one in drifts.values()))


class Moved(Struct, frozen=True, kw_only=True):
    """Of the `followed` records that state a planned date or a cost: how many have one that got later or dearer."""

    followed: int
    moved: int


def later_or_dearer(drifts: Mapping[str, Drift]) -> Moved:
    """The records by path whose dates or costs got worse; a record with both counts once."""
    stating = [one for one in drifts.values() if one.kinds & _PLANS]
    moved = [one for one in stating if any(move.kind in _PLANS and is_worse(move) for move in one.moves)]
    return Moved(followed=len(stating), moved=len(moved))


def is_worse(move: Move) -> bool:
    """Whether a move went to the worse side of its kind; of kinds that are not counted none does."""
    return move.kind in SIDES and move.direction is SIDES[move.kind][0]


def worst_moves(drifts: Mapping[str, Drift]) -> tuple[RecordMove, ...]:
    """All moves to the worse that have a size, the largest of each kind first, kinds taking turns.

    Days, shares and points cannot be put into one order: so the worst of each kind stand before the second worst.
    """
    moves = [one for kind in SIDES for one in enumerate(_worse_of(kind, drifts))]
    return tuple(move for _, move in sorted(moves, key=lambda pair: pair[0]))


def all_moves(drifts: Mapping[str, Drift]) -> tuple[RecordMove, ...]:
    """Every move, in the order of the records and of their fields."""
    return tuple(RecordMove(path=path, move=move) for path, one in drifts.items() for move in one.moves)


def moves_by_kind(drifts: Mapping[str, Drift]) -> tuple[RecordMove, ...]:
    """Every move, one kind after the other; of each those to the worse, those to the better, then the others by way."""
    return tuple(
        sorted(
            all_moves(drifts),
            key=lambda one: (_KINDS.index(one.move.kind), _side(one.move), _WAYS.index(one.move.direction)),
        )
    )


def _side(move: Move) -> int:
    sides = SIDES.get(move.kind, ())
    return sides.index(move.direction) if move.direction in sides else len(SIDES)


def _of_kind(kind: DriftKind, drifts: Mapping[str, Drift]) -> KindDrift:
    stating = {path: one for path, one in drifts.items() if kind in one.kinds}
    worse, better = SIDES[kind]
    moved = _worse_of(kind, stating)
    return KindDrift(
        kind=kind,
        followed=len(stating),
        worse=_count(stating.values(), kind, worse),
        better=_count(stating.values(), kind, better),
        median=statistics.median(one.move.size or 0.0 for one in moved) if moved else None,
        worst=moved[0] if moved else None,
    )


def _worse_of(kind: DriftKind, drifts: Mapping[str, Drift]) -> list[RecordMove]:
    worse = SIDES[kind][0]
    of_kind = [one for one in all_moves(drifts) if one.move.kind is kind and one.move.direction is worse]
    sized = [one for one in of_kind if one.move.size is not None]
    return sorted(sized, key=lambda one: (-(one.move.size or 0.0), one.path, one.move.key))


def _count(drifts: Iterable[Drift], kind: DriftKind, direction: Direction) -> int:
    return sum(any(move.kind is kind and move.direction is direction for move in one.moves) for one in drifts)
