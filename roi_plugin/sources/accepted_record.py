"""Makes the text that was accepted into a record again, from its data."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from roi_plugin.model.assumption import Assumptions
from roi_plugin.model.finding import Severity
from roi_plugin.sources.decision_data import decision_from_data
from roi_plugin.sources.record_files import RecordFile
from roi_plugin.sources.shared_values import shared_values


def accepted_record(file: RecordFile, then: Mapping[str, Any], assumptions: Assumptions) -> RecordFile | None:
    """The record of `file` as its accepted data says it; None where that cannot be read as a decision any more."""
    shared = shared_values(dict(then), assumptions)
    # The prose of then moves no figure; a YAML record has it among its fields.
    body = "" if file.path.endswith(".md") else None
    decision, problems = decision_from_data(shared.data, path=file.path, body=body, numbers=shared.uses)
    if not shared.complete or any(one.severity is Severity.ERROR for one in problems):
        return None
    return replace(file, data=shared.data, decision=decision, findings=())
