"""What decisions can be chosen by, with the values that a decision has of it."""

from collections.abc import Callable, Iterable, Mapping

from roi_plugin.model.decision import Decision

FACETS: Mapping[str, Callable[[Decision], tuple[str, ...]]] = {
    "owner": lambda decision: () if decision.owner is None else (decision.owner,),
    "area": lambda decision: () if decision.area is None else (decision.area,),
    "tag": lambda decision: decision.tags,
    "objective": lambda decision: tuple(okr.objective for okr in decision.okr),
}


def known_values(facet: str, decisions: Iterable[Decision]) -> list[str]:
    """All values that any of the decisions has of a facet, in order."""
    return sorted({value for decision in decisions for value in FACETS[facet](decision)})
