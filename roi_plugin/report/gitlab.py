"""Findings as GitLab's Code Quality report."""

from collections.abc import Sequence

from roi_plugin.model.finding import Finding, Severity
from roi_plugin.report.fingerprint import fingerprints
from roi_plugin.report.json_text import json_text
from roi_plugin.report.terminal import safe

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(findings: Sequence[Finding], *, records: int) -> str:  # noqa: ARG001 - all reporters are called alike
    """A list with one issue a finding; GitLab's format has no place for the number of records."""
    pairs = zip(findings, fingerprints(findings), strict=True)
    return json_text([_issue(finding, fingerprint) for finding, fingerprint in pairs])


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "description": safe(_on_one_line(finding)),
        "check_name": finding.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.place.line}},
    }


def _on_one_line(finding: Finding) -> str:
    if not finding.help:
        return finding.message
    end = "" if finding.message.endswith(("?", "!", ".")) else "."
    return f"{finding.message}{end} {finding.help[:1].upper()}{finding.help[1:]}"
