"""Reads `assumptions.yml`: what the decisions of a folder take for true together."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from roi_plugin.model.assumption import Assumption, Assumptions, AssumptionState
from roi_plugin.model.finding import Finding
from roi_plugin.sources.assumption_data import assumptions_from_data
from roi_plugin.sources.folder_files import FolderFiles
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.typed_file import read_typed_file
from roi_plugin.sources.yaml_text import Data

ASSUMPTIONS_NAME = "assumptions.yml"
_STATES = tuple(state.value for state in AssumptionState)
_UNREADABLE = Assumptions(is_readable=False)


def read_assumptions(folder: FolderFiles) -> tuple[Assumptions, tuple[Finding, ...]]:
    """The shared assumptions of a folder, and what is wrong with their file; none where there is no regular file."""
    if ASSUMPTIONS_NAME not in folder.files:
        return Assumptions(), ()
    text, faults = folder.text(ASSUMPTIONS_NAME)
    source = SourceText(shown=folder.shown_path(ASSUMPTIONS_NAME), text=text)
    read = read_typed_file(source, faults, schema="assumptions", typed=assumptions_from_data)
    if read.value is None:
        return _UNREADABLE if read.findings else Assumptions(), read.findings
    return _with_doubts(read.value, dict(_states(read.raw))), read.findings


def _with_doubts(found: Mapping[str, Assumption], written: Mapping[str, Data]) -> Assumptions:
    """The assumptions, with what stands in the file and could not be read; a state that is none is no good news."""
    by_id = {
        name: one if written[name] in _STATES else replace(one, state=AssumptionState.UNCERTAIN)
        for name, one in found.items()
    }
    return Assumptions(by_id=by_id, unread=frozenset(written).difference(found))


def _states(data: Data) -> Iterator[tuple[str, Data]]:
    """Each id that stands in the file with its state, be the rest of its entry well formed or not."""
    entries = data.get("assumptions") if isinstance(data, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        name = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(entry, dict) and isinstance(name, str):
            yield name, entry.get("state", AssumptionState.HOLDS.value)
