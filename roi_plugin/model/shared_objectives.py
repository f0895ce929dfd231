"""Objectives that several decisions serve: their key results, told once, and how far they have come."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from roi_plugin.model.decision import Decision
from roi_plugin.model.measurement import KeyResult, Okr
from roi_plugin.model.progress import objective_progress, progress

_REACHED = 1.0


class SharedObjective(Struct, frozen=True, kw_only=True):
    """An objective with the decisions that serve it, in their order, and their key results, each told once.

    `share` is its progress from 0 to 1, None where a key result that counts has none.
    """

    objective: str
    decisions: tuple[Decision, ...]
    key_results: tuple[KeyResult, ...]
    share: float | None

    @property
    def reached(self) -> int:
        """How many key results have come the whole way."""
        return sum(progress(each) == _REACHED for each in self.key_results)


def shared_objectives(decisions: Iterable[Decision]) -> tuple[SharedObjective, ...]:
    """The objectives in the order of their names."""
    found: dict[str, list[tuple[Decision, Okr]]] = {}
    for decision in decisions:
        for okr in decision.okr:
            found.setdefault(okr.objective, []).append((decision, okr))
    return tuple(_shared(objective, found[objective]) for objective in sorted(found))


def _shared(objective: str, served: Sequence[tuple[Decision, Okr]]) -> SharedObjective:
    results = _told_once(result for _, okr in served for result in okr.key_results)
    return SharedObjective(
        objective=objective,
        decisions=tuple({decision.path: decision for decision, _ in served}.values()),
        key_results=results,
        share=objective_progress(Okr(objective=objective, key_results=results)),
    )


def _told_once(results: Iterable[KeyResult]) -> tuple[KeyResult, ...]:
    """Of key results with one name, one start and one end, that which was looked at last."""
    found: dict[tuple[object, ...], KeyResult] = {}
    for result in results:
        key = (result.id, result.text, result.metric, result.from_, result.to)
        if key not in found or _looked_at(result) > _looked_at(found[key]):
            found[key] = result
    return tuple(found.values())


def _looked_at(result: KeyResult) -> tuple[bool, dt.date]:
    return result.now is not None, result.updated or dt.date.min
