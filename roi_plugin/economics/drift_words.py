"""How a forecast moved, in words."""

from roi_plugin.economics.wording import days, months, number, percent
from roi_plugin.model.drift import Drift, Move
from roi_plugin.model.drift_fields import DriftKind


def move_words(move: Move) -> str:
    """Which way and by how much: `later by 41 days`, `dearer by 20 %`, `likelier by 5 points`; the way alone."""
    if not move.size:
        return move.direction.value
    return f"{move.direction.value} by {size_words(move.kind, move.size)}"


def size_words(kind: DriftKind, size: float) -> str:
    """The size of a move of a kind: days, months, percentage points, or a share of what it was."""
    if kind is DriftKind.DATE:
        return days(round(size))
    if kind is DriftKind.DURATION:
        return months(size)
    if kind in {DriftKind.CHANCE, DriftKind.RISK}:
        return _points(number(size * 100))
    return percent(size)


def since_words(drift: Drift) -> str:
    """From when on it is followed: `Since it was accepted (2026-02-01)`."""
    how = "accepted" if drift.is_accepted else "first proposed"
    if drift.is_cut_off:
        return f"Since {drift.since.isoformat()}, where this clone begins (it was {how} on or before that day)"
    return f"Since it was {how} ({drift.since.isoformat()})"


def _points(text: str) -> str:
    return f"{text} point" if text == "1" else f"{text} points"
