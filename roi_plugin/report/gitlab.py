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
    said = [finding.message, finding.help] if finding.help else [finding.message]
    return {
        "description": safe(". ".join(text.rstrip(".") for text in said)),
        "check_name": finding.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.place.line}},
    }
