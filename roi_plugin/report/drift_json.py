"""How the forecast of a decision moved, as JSON."""

from roi_plugin.model.drift import Drift
from roi_plugin.report.json_numbers import finite


def moves(drift: Drift | None) -> list[dict[str, object]]:
    """The values that moved, in the order of the record; `size` is null where it cannot be computed."""
    return [
        {
            "key": move.key,
            "kind": move.kind.value,
            "first": move.first,
            "first_date": move.first_day.isoformat(),
            "last": move.last,
            "last_date": move.last_day.isoformat(),
            "times": move.times,
            "direction": move.direction.value,
            "size": None if move.size is None else finite(move.size),
        }
        for move in (drift.moves if drift else ())
    ]
