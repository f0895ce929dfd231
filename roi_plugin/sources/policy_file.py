"""Reads `policy.yml`: the rates and limits that every decision of a folder is judged with."""

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from roi_plugin.model.finding import Finding
from roi_plugin.model.policy import Policy
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.file_text import read_text
from roi_plugin.sources.folder_files import FolderFiles
from roi_plugin.sources.policy_data import policy_from_data
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.typed_file import read_typed_file

POLICY_NAME = "policy.yml"
_DEFAULTS = Policy()


class PolicyFile(Struct, frozen=True, kw_only=True):
    """A policy, the text it was read from, and what is wrong with that; without a file the documented defaults."""

    source: SourceText
    policy: Policy = _DEFAULTS
    findings: tuple[Finding, ...] = ()


def read_policy(folder: FolderFiles) -> PolicyFile:
    """The policy of a folder; the documented defaults hold where there is no such regular file."""
    text, faults = folder.text(POLICY_NAME) if POLICY_NAME in folder.files else ("", ())
    return _read(SourceText(shown=folder.shown_path(POLICY_NAME), text=text), faults)


def read_policy_file(file: Path, *, shown_from: Path) -> PolicyFile:
    """The policy of one file on disk, wherever it stands."""
    text, faults = read_text(file)
    return _read(SourceText(shown=Path(os.path.relpath(file, shown_from)).as_posix(), text=text), faults)


def _read(source: SourceText, faults: Sequence[Fault]) -> PolicyFile:
    """The defaults hold in place of each entry that is wrong."""
    read = read_typed_file(source, faults, schema="policy", typed=policy_from_data)
    return PolicyFile(source=read.source, policy=read.value or _DEFAULTS, findings=read.findings)
