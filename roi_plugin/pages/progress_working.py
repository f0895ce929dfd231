"""How the progress of key results is counted, figure by figure, in words that can be checked by hand."""

import datetime as dt
from collections.abc import Sequence

from roi_plugin.economics.wording import number, percent
from roi_plugin.language import text
from roi_plugin.model.measurement import KeyResult, Okr
from roi_plugin.model.progress import progress, way_come


def way_counted(result: KeyResult) -> str:
    """`(5.1 - 5) / (5.5 - 5) = 20 %`; empty where the progress is not known."""
    come, start, goal, now = way_come(result), result.from_, result.to, result.now
    if come is None or start is None or goal is None or now is None:
        return ""
    first, last, reached = number(start), number(goal), number(now)
    return f"({reached} - {_taken_off(first)}) / ({last} - {_taken_off(first)}) = {percent(round(come, 2))}"


def time_counted(result: KeyResult, start: dt.date, today: dt.date) -> str:
    """`88 of 100 days from 2026-02-03 to 2026-05-14`; empty without a due day, and where there is no day to count."""
    if result.due is None or result.due <= start:
        return ""
    whole = (result.due - start).days
    passed = min(max((today - start).days, 0), whole)
    return text(
        "%(passed)s of %(whole)s days from %(start)s to %(due)s have passed",
        passed=passed,
        whole=whole,
        start=start,
        due=result.due,
    )


def objective_counted(okr: Okr) -> str:
    """`(20 % + 33 %) / 2`, with the weights where they differ; what has no weight counts as 1."""
    weights = [1.0 if each.weight is None else each.weight for each in okr.key_results]
    terms = [
        (weight, percent(round(share, 2)))
        for weight, share in zip(weights, map(progress, okr.key_results), strict=True)
        if weight > 0 and share is not None
    ]
    return f"({' + '.join(_weighed(terms))}) / {number(sum(weight for weight, _ in terms))}"


def _weighed(terms: Sequence[tuple[float, str]]) -> list[str]:
    if all(weight == 1 for weight, _ in terms):
        return [share for _, share in terms]
    return [f"{number(weight)} x {share}" for weight, share in terms]


def _taken_off(said: str) -> str:
    return f"({said})" if said.startswith("-") else said
