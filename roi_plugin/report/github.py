"""Findings as GitHub's workflow commands (annotations), and as a table for the step summary."""

import html
import re
from collections.abc import Iterator, Sequence

from roi_plugin.model.finding import Finding, Severity
from roi_plugin.report.counts import counts, in_words, records_in_words
from roi_plugin.report.terminal import safe
from roi_plugin.report.text import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ANNOTATIONS = 10
"""So many annotations of one type a step are shown by GitHub; the rest it drops without a word."""
_ROWS = 500
"""A step summary may hold 1 MiB."""


def render(findings: Sequence[Finding], *, records: int) -> str:
    """Workflow commands, the gravest first, at most ten of a type; then what was left out; then the summary line."""
    shown = [finding for severity in Severity for finding in _of(findings, severity)[:_ANNOTATIONS]]
    hidden = counts(finding for severity in Severity for finding in _of(findings, severity)[_ANNOTATIONS:])
    lines = [_command(finding) for finding in shown]
    if any(hidden.values()):
        lines.append(f"Not annotated, for GitHub shows {_ANNOTATIONS} of a type: {in_words(hidden)} more.")
    return "\n".join([*lines, summary(findings, records=records)]) + "\n"


def step_summary(findings: Sequence[Finding], *, records: int) -> str:
    """A Markdown table of all findings, the gravest first; nothing from a record is taken for Markdown or HTML."""
    head = f"{records_in_words(records)}: {in_words(counts(findings))}."
    if not findings:
        return f"{head}\n"
    ordered = [finding for severity in Severity for finding in _of(findings, severity)]
    rows = [_row(finding) for finding in ordered[:_ROWS]]
    left = len(ordered) - _ROWS
    more = [f"\n{left} more {'is' if left == 1 else 'are'} not shown."] if left > 0 else []
    heads = ["| place | finding | what is wrong | help |", "|---|---|---|---|"]
    return "\n".join([f"{head}\n", *heads, *rows, *more]) + "\n"


def _of(findings: Sequence[Finding], severity: Severity) -> list[Finding]:
    return [finding for finding in findings if finding.severity is severity]


def _command(finding: Finding) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in _properties(finding))
    said = "\n".join(safe(text) for text in (finding.message, finding.help) if text)
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(said)}"


def _properties(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "file", finding.path
    yield "line", str(finding.place.line)
    yield "col", str(finding.place.column)
    if finding.place.end_column is not None:
        yield "endColumn", str(finding.place.end_column)
    yield "title", finding.name


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(safe(text)).replace(":", "%3A").replace(",", "%2C")


def _row(finding: Finding) -> str:
    place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
    cells = (place, f"{finding.severity.value} {finding.name}", finding.message, finding.help or "")
    return f"| {' | '.join(_cell(text) for text in cells)} |"


def _cell(text: str) -> str:
    # A character reference is never read as Markdown, so every sign that Markdown could act on becomes one.
    escaped = html.escape(safe(text), quote=False)
    return re.sub(r"[\\`*_{}\[\]()|~@:!#$.]", lambda match: f"&#{ord(match[0])};", escaped)
