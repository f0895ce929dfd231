"""What an `evidence` list names: entries of the record's own list, or plain words such as `survey` that are a kind."""

from collections.abc import Iterable

from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Evidence

TRIED = frozenset({"experiment", "pilot", "prototype"})
"""Kinds of evidence from having tried the very thing that is decided on."""
MEASURED = TRIED | {"contract", "data", "direct-metric", "invoice"}
"""Kinds of evidence in which somebody measured, or which fix the amount."""


def named_evidence(names: Iterable[str], decision: Decision) -> tuple[Evidence, ...]:
    """What stands behind these names, in their order; a word that is no id is evidence of the kind it says."""
    entries = {entry.id: entry for entry in decision.evidence}
    return tuple(entries.get(name) or Evidence(id=name, kind=name) for name in names)
