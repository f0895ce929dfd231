"""Reads `policy.yml`: the rates and limits that every decision of a folder is judged with."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from roi_plugin.model.finding import Finding
from roi_plugin.model.policy import Policy
from roi_plugin.sources.file_text import read_text
from roi_plugin.sources.policy_data import policy_from_data
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.yaml_source import read_yaml_source

POLICY_NAME = "policy.yml"
_DEFAULTS = Policy()


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFile:
    """A policy, the text it was read from, and what is wrong with that; without a file the documented defaults."""

    source: SourceText
    policy: Policy = _DEFAULTS
    findings: tuple[Finding, ...] = ()


def read_policy(root: Path, *, shown_from: Path) -> PolicyFile:
    """The policy of the folder `root`.

    The documented defaults hold where there is no file. A symbolic link is not followed; the walk over the records
    reports it.
    """
    file = root / POLICY_NAME
    if not file.is_file() or file.is_symlink():
        return PolicyFile(source=SourceText(shown=_shown(file, shown_from), text=""))
    return read_policy_file(file, shown_from=shown_from)


def read_policy_file(file: Path, *, shown_from: Path) -> PolicyFile:
    """The policy of one file; the defaults hold in place of each entry that is wrong."""
    text, faults = read_text(file)
    source = SourceText(shown=_shown(file, shown_from), text=text)
    if faults:
        return PolicyFile(source=source, findings=tuple(source.fault_finding(fault) for fault in faults))
    if not text.strip():
        return PolicyFile(source=source)
    read = read_yaml_source(source, end=len(text), schema="policy")
    if read.readable is None:
        return PolicyFile(source=read.source, findings=read.findings)
    policy, problems = policy_from_data(read.readable.data)
    located = [replace(problem, field=read.readable.original(problem.field)) for problem in problems]
    findings = [*read.findings, *(read.source.finding(problem) for problem in located)]
    findings.sort(key=lambda finding: finding.sort_key)
    return PolicyFile(policy=policy, source=read.source, findings=tuple(findings))


def _shown(file: Path, shown_from: Path) -> str:
    return Path(os.path.relpath(file, shown_from)).as_posix()
