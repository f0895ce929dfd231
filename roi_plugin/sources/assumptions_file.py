"""Reads `assumptions.yml`: what the decisions of a folder take for true together."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from roi_plugin.model.assumption import Assumption, Assumptions, AssumptionState
from roi_plugin.model.finding import Finding
from roi_plugin.sources.assumption_data import assumptions_from_data
from roi_plugin.sources.file_text import read_text
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.yaml_source import read_yaml_source
from roi_plugin.sources.yaml_text import Data

ASSUMPTIONS_NAME = "assumptions.yml"
_STATES = tuple(state.value for state in AssumptionState)
_UNREADABLE = Assumptions(is_readable=False)


def read_assumptions(root: Path, *, shown_from: Path) -> tuple[Assumptions, tuple[Finding, ...]]:
    """The shared assumptions of the folder `root`, and what is wrong with their file; none where there is no file.

    A symbolic link is not followed; the walk over the records reports it.
    """
    file = root / ASSUMPTIONS_NAME
    if not file.is_file() or file.is_symlink():
        return Assumptions(), ()
    text, faults = read_text(file)
    source = SourceText(shown=Path(os.path.relpath(file, shown_from)).as_posix(), text=text)
    if faults:
        return _UNREADABLE, tuple(source.fault_finding(fault) for fault in faults)
    if not text.strip():
        return Assumptions(), ()
    read = read_yaml_source(source, end=len(text), schema="assumptions")
    if read.readable is None:
        return _UNREADABLE, read.findings
    found, problems = assumptions_from_data(read.readable.data)
    located = [replace(problem, field=read.readable.original(problem.field)) for problem in problems]
    findings = [*read.findings, *(read.source.finding(problem) for problem in located)]
    assumptions = _with_doubts(found, dict(_states(read.raw)))
    return assumptions, tuple(sorted(findings, key=lambda finding: finding.sort_key))


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
