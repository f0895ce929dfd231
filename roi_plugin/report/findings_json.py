"""Findings as JSON, version 1 of the shape (`schema/findings.schema.json`)."""

from collections.abc import Sequence

from roi_plugin.model.finding import Finding
from roi_plugin.report.counts import counts
from roi_plugin.report.json_text import json_text


def render(findings: Sequence[Finding], *, records: int) -> str:
    """All findings in the order given, the number of records read, and the counts by severity."""
    objects = [finding_object(finding) for finding in findings]
    return json_text({"version": 1, "records": records, "findings": objects, "counts": counts(findings)})


def finding_object(finding: Finding) -> dict[str, object]:
    """One finding with every key of the shape; what is not known is `None`."""
    return {
        "path": finding.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "end_column": finding.place.end_column,
        "field": finding.field,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "decision": finding.decision,
    }
