"""What an `evidence` list names: entries of the record's own list, or plain words such as `survey` that are a kind."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Evidence

NO_EVIDENCE = "none"
"""The kind of evidence that is a guess, and says so."""
TRIED = frozenset({"experiment", "pilot", "prototype"})
"""Kinds of evidence from having tried the very thing that is decided on."""
MEASURED = TRIED | {"contract", "data", "direct-metric", "invoice"}
"""Kinds of evidence in which somebody measured, or which fix the amount."""


def evidence_by(decision: Decision, today: dt.date) -> tuple[Evidence, ...]:
    """The record's list of evidence; what is dated after `today` is not there yet, and no more than a guess."""
    return tuple(
        replace(entry, kind=NO_EVIDENCE) if entry.date is not None and entry.date > today else entry
        for entry in decision.evidence
    )


def named_evidence(names: Iterable[str], decision: Decision, today: dt.date) -> tuple[Evidence, ...]:
    """What stands behind these names by `today`, in their order; a word that is no id is a kind.

    A word that only keeps a place free (`TBD`) is of the kind `none`.
    """
    entries = {entry.id: entry for entry in evidence_by(decision, today)}
    return tuple(entries.get(name) or Evidence(id=name, kind=name if says(name) else NO_EVIDENCE) for name in names)
