"""How the forecast of a decision moved, as lines for a terminal."""

from collections.abc import Iterator

from roi_plugin.economics.drift_words import move_words, since_words
from roi_plugin.model.drift import Drift, Move
from roi_plugin.report.table import indented
from roi_plugin.report.terminal import safe


def drift_lines(drift: Drift | None) -> Iterator[str]:
    """The values that moved under a heading, one a line; nothing where none did."""
    if drift is None or not drift.moves:
        return
    yield "How the forecast moved"
    yield f"  {since_words(drift)}:"
    yield from indented([_row(move) for move in drift.moves])


def _row(move: Move) -> tuple[str, str, str, str]:
    often = "" if move.times == 1 else f", in {move.times} steps"
    return (
        safe(move.key),
        f"{safe(str(move.first))} -> {safe(str(move.last))}",
        move_words(move) + often,
        move.last_day.isoformat(),
    )
