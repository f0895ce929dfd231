"""How far key results have come, and how much of their time has passed; all are shares from 0 to 1."""

import datetime as dt
import math

from roi_plugin.model.measurement import KeyResult, Okr


def progress(result: KeyResult) -> float | None:
    """(now - from) / (to - from), not below 0 and not above 1; None without all three, or where there is no way to go.

    Source: Google, re:Work, "Set goals with OKRs", which scores key results from 0.0 to 1.0.
    """
    come = way_come(result)
    return None if come is None else _share(come)


def way_come(result: KeyResult) -> float | None:
    """The same as it is counted: below 0 where it went back, above 1 where it went beyond the goal."""
    start, goal, now = result.from_, result.to, result.now
    if start is None or goal is None or now is None or start == goal:
        return None
    return (now - start) / (goal - start)


def objective_progress(okr: Okr) -> float | None:
    """The mean progress of the key results by their weights, of which one left out is 1.

    None where a key result that counts has no progress: a mean of the others would look better than is known.
    """
    weighed = [(1.0 if each.weight is None else each.weight, progress(each)) for each in okr.key_results]
    counted = [(weight, share) for weight, share in weighed if weight > 0]
    known = [(weight, share) for weight, share in counted if share is not None]
    if not counted or len(known) < len(counted):
        return None
    return math.fsum(weight * share for weight, share in known) / math.fsum(weight for weight, _ in known)


def elapsed_share(start: dt.date, due: dt.date, day: dt.date) -> float:
    """How much of the time from `start` to `due` has passed on a day; all of it from `due` on, even without a span."""
    if day >= due:
        return 1.0
    return _share((day - start) / (due - start)) if start < due else 0.0


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
