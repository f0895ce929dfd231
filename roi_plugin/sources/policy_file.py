"""Reads `policy.yml`: the rates and limits that every decision of a folder is judged with."""

import os
from dataclasses import replace
from pathlib import Path

from roi_plugin.model.finding import Finding
from roi_plugin.model.policy import Policy
from roi_plugin.sources.file_text import read_text
from roi_plugin.sources.policy_data import policy_from_data
from roi_plugin.sources.source_text import SourceText
from roi_plugin.sources.yaml_source import read_yaml_source

POLICY_NAME = "policy.yml"


def read_policy(root: Path, *, shown_from: Path) -> tuple[Policy, tuple[Finding, ...]]:
    """The policy of the folder `root`, and what is wrong with its file.

    The documented defaults hold where there is no file, and in place of each entry that is wrong. A symbolic link is
    not followed; the walk over the records reports it.
    """
    file = root / POLICY_NAME
    if not file.is_file() or file.is_symlink():
        return Policy(), ()
    text, faults = read_text(file)
    source = SourceText(shown=Path(os.path.relpath(file, shown_from)).as_posix(), text=text)
    if faults:
        return Policy(), tuple(source.fault_finding(fault) for fault in faults)
    if not text.strip():
        return Policy(), ()
    read = read_yaml_source(source, end=len(text), schema="policy")
    if read.readable is None:
        return Policy(), read.findings
    policy, problems = policy_from_data(read.readable.data)
    located = [replace(problem, field=read.readable.original(problem.field)) for problem in problems]
    findings = [*read.findings, *(read.source.finding(problem) for problem in located)]
    return policy, tuple(sorted(findings, key=lambda finding: finding.sort_key))
