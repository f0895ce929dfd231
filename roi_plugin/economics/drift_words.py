"""How a forecast moved, in words."""

from roi_plugin.economics.wording import days, months, number, percent
from roi_plugin.language import counted, sentence, text
from roi_plugin.model.drift import Drift, Move
from roi_plugin.model.drift_fields import DriftKind


def move_words(move: Move) -> str:
    """Which way and by how much: `later by 41 days`, `dearer by 20 %`, `likelier by 5 points`; the way alone."""
    if not move.size:
        return sentence(move.direction.value)
    return text("%(way)s by %(size)s", way=sentence(move.direction.value), size=size_words(move.kind, move.size))


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
    if drift.is_cut_off and drift.is_accepted:
        return text("Since %(day)s, where this clone begins (it was accepted on or before that day)", day=drift.since)
    if drift.is_cut_off:
        return text(
            "Since %(day)s, where this clone begins (it was first proposed on or before that day)", day=drift.since
        )
    if drift.is_accepted:
        return text("Since it was accepted (%(day)s)", day=drift.since)
    return text("Since it was first proposed (%(day)s)", day=drift.since)


def _points(said: str) -> str:
    return counted("%(num)s point", "%(num)s points", 1 if said == "1" else 2, num=said)
