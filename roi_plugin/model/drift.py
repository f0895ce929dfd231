"""How the numbers and dates of a record moved through its texts: where each began, where it is now, which way."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from roi_plugin.model.acceptance import accepted_at
from roi_plugin.model.decision import Status
from roi_plugin.model.drift_amounts import Figures, figures
from roi_plugin.model.drift_fields import DriftKind, Leaves, kind_of
from roi_plugin.model.frozen_fields import Scalar
from roi_plugin.model.history import RecordHistory, Version
from roi_plugin.model.same_meaning import means_the_same

_CLOSE = 1e-9
_TIMES = (".from", ".to", ".when")


class Direction(StrEnum):
    """Which way a value moved, in words; the last three are told without a size."""

    LATER = "later"
    EARLIER = "earlier"
    DEARER = "dearer"
    CHEAPER = "cheaper"
    HIGHER = "higher"
    LOWER = "lower"
    LIKELIER = "likelier"
    LESS_LIKELY = "less likely"
    LONGER = "longer"
    SHORTER = "shorter"
    WIDER = "wider"
    NARROWER = "narrower"
    BACK = "back where it was"
    OTHER_UNIT = "in another unit"
    OTHERWISE = "computed otherwise"


class Move(Struct, frozen=True, kw_only=True):
    """One value that moved: what it said first and says last, the days from which it did, and how often it moved.

    `size` is never negative: days for a date, months for a duration, a difference of fractions for a probability,
    for all else the relative change of the middle. None where that cannot be computed.
    """

    key: str
    kind: DriftKind
    first: Scalar
    first_day: dt.date
    last: Scalar
    last_day: dt.date
    times: int
    direction: Direction
    size: float | None = None


class DriftStep(Struct, frozen=True, kw_only=True):
    """The values that one text moved, in the order of the record; `commit` and the like as those of a version."""

    day: dt.date
    keys: tuple[str, ...]
    commit: str | None = None
    author: str | None = None
    pull_request: str | None = None


class Drift(Struct, frozen=True, kw_only=True):
    """How the forecast of one record moved since a day: its acceptance, or its first proposal (not `is_accepted`).

    `kinds` are those that any of its texts states. `steps` are the texts that moved any value, oldest first.
    Of one that `is_cut_off` this clone does not hold the beginning: it was accepted or proposed by the day `since`.
    """

    since: dt.date
    is_accepted: bool
    kinds: frozenset[DriftKind]
    moves: tuple[Move, ...] = ()
    steps: tuple[DriftStep, ...] = ()
    is_cut_off: bool = False


class Text(Struct, frozen=True, kw_only=True):
    """What one text of a record says, from a day on; `version` is None for what is not committed yet."""

    day: dt.date
    leaves: Leaves
    version: Version | None = None


class Followed(Struct, frozen=True, kw_only=True):
    """From which version of a record on its forecast is followed."""

    versions: tuple[Version, ...]
    is_accepted: bool


def followed(history: RecordHistory) -> Followed | None:
    """The versions from the first accepted one on, else from the first proposed one; None for a mere draft.

    What moved before was still being written.
    """
    accepted = accepted_at(history)
    if accepted is not None:
        return Followed(versions=history.versions[accepted:], is_accepted=True)
    proposed = (at for at, version in enumerate(history.versions) if version.state.status == Status.PROPOSED)
    first = next(proposed, None)
    return None if first is None else Followed(versions=history.versions[first:], is_accepted=False)


def drift(texts: Sequence[Text], *, is_accepted: bool, is_cut_off: bool = False) -> Drift | None:
    """How the values moved through these texts, oldest first; None without any text.

    `is_cut_off` says that there are older texts, which nobody can read here.
    """
    if not texts:
        return None
    keys = dict.fromkeys(key for text in texts for key in text.leaves)
    kinds = {key: kind for key in keys if (kind := kind_of(key)) is not None}
    # Most texts of a record say the same numbers as the one before: no value moved between the two.
    apart = [texts[0], *(text for before, text in pairwise(texts) if text.leaves != before.leaves)]
    moved_by = {
        key: _moved_by(key, kind, [text for text in apart if key in text.leaves]) for key, kind in kinds.items()
    }
    return Drift(
        since=texts[0].day,
        is_accepted=is_accepted,
        kinds=frozenset(kinds.values()),
        moves=tuple(_move(key, kinds[key], told) for key, told in moved_by.items() if len(told) > 1),
        steps=tuple(_drift_steps(texts, moved_by)),
        is_cut_off=is_cut_off,
    )


def _drift_steps(texts: Sequence[Text], moved_by: Mapping[str, Sequence[Text]]) -> Iterator[DriftStep]:
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for key, told in moved_by.items():
        for text in told[1:]:
            keys[id(text)].append(key)
    for text in texts:
        if id(text) in keys:
            version = text.version
            yield DriftStep(
                day=text.day,
                keys=tuple(keys[id(text)]),
                commit=version.commit if version else None,
                author=version.author if version else None,
                pull_request=version.pull_request if version else None,
            )


def _moved_by(key: str, kind: DriftKind, texts: Sequence[Text]) -> list[Text]:
    """The first of the texts, and each that says something else than the one before."""
    told = [texts[0]]
    for text in texts[1:]:
        if not _same(key, kind, told[-1], text):
            told.append(text)
    return told


def _move(key: str, kind: DriftKind, told: Sequence[Text]) -> Move:
    first, last = told[0], told[-1]
    direction, size = _way(key, kind, first, last)
    return Move(
        key=key,
        kind=kind,
        first=first.leaves[key],
        first_day=first.day,
        last=last.leaves[key],
        last_day=last.day,
        times=len(told) - 1,
        direction=direction,
        size=size,
    )


def _same(key: str, kind: DriftKind, one: Text, other: Text) -> bool:
    before, after = figures(key, kind, one.leaves), figures(key, kind, other.leaves)
    if before is None or after is None:
        return means_the_same(key.rpartition(".")[2], one.leaves[key], other.leaves[key])
    pairs = ((before.low, after.low), (before.middle, after.middle), (before.high, after.high))
    return before.unit == after.unit and all(math.isclose(left, right, rel_tol=_CLOSE) for left, right in pairs)


def _way(key: str, kind: DriftKind, first: Text, last: Text) -> tuple[Direction, float | None]:
    if _same(key, kind, first, last):
        return Direction.BACK, 0.0
    before, after = figures(key, kind, first.leaves), figures(key, kind, last.leaves)
    if before is None or after is None:
        return Direction.OTHERWISE, None
    if before.unit != after.unit:
        return Direction.OTHER_UNIT, None
    if math.isclose(before.middle, after.middle, rel_tol=_CLOSE):
        is_wider = after.high - after.low > before.high - before.low
        return Direction.WIDER if is_wider else Direction.NARROWER, 0.0
    up, down = _words(key, kind)
    return up if after.middle > before.middle else down, _size(kind, before, after)


def _words(key: str, kind: DriftKind) -> tuple[Direction, Direction]:
    if kind is DriftKind.DATE or (kind is DriftKind.DURATION and key.endswith(_TIMES)):
        return Direction.LATER, Direction.EARLIER
    if kind is DriftKind.COST:
        return Direction.DEARER, Direction.CHEAPER
    if kind in {DriftKind.CHANCE, DriftKind.RISK}:
        return Direction.LIKELIER, Direction.LESS_LIKELY
    if kind is DriftKind.DURATION:
        return Direction.LONGER, Direction.SHORTER
    return Direction.HIGHER, Direction.LOWER


def _size(kind: DriftKind, before: Figures, after: Figures) -> float | None:
    change = abs(after.middle - before.middle)
    if kind in {DriftKind.DATE, DriftKind.DURATION, DriftKind.CHANCE, DriftKind.RISK}:
        return change
    share = change / abs(before.middle) if before.middle else math.inf
    return share if math.isfinite(share) else None
