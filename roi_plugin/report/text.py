"""Findings as text for a terminal: place, what is wrong, the source line with carets, how to mend it."""

from collections.abc import Iterator, Sequence

from roi_plugin.model.finding import Finding, Severity
from roi_plugin.report.counts import counts, in_words, records_in_words
from roi_plugin.report.source_line import caret_lines
from roi_plugin.report.terminal import painted, safe, safe_opening


def render(findings: Sequence[Finding], *, records: int, colour: bool = False, errors_only: bool = False) -> str:
    """The findings in the order given, a blank line after each; the summary line at the end counts them all."""
    told = [finding for finding in findings if finding.severity is Severity.ERROR or not errors_only]
    blocks = ["".join(f"{line}\n" for line in _lines(finding, colour)) for finding in told]
    return "\n".join([*blocks, summary(findings, records=records) + "\n"])


def summary(findings: Sequence[Finding], *, records: int) -> str:
    """One line: how many records were read and what was found."""
    line = f"{records_in_words(records)}: {in_words(counts(findings))}."
    return f"{line} `roi explain NAME` tells more." if findings else line


def _lines(finding: Finding, colour: bool) -> Iterator[str]:  # noqa: FBT001 - passed on, never written as a literal
    place, severity = finding.place, finding.severity.value
    where = painted(f"{safe_opening(finding.path)}:{place.line}:{place.column}:", "strong", on=colour)
    what = painted(f"{severity} {safe(finding.name)}:", severity, on=colour)
    yield f"{where} {what} {safe(finding.message)}"
    if finding.excerpt and finding.excerpt.strip():
        line, carets = caret_lines(finding.excerpt, place)
        bar = painted("|", "faint", on=colour)
        yield f"  {place.line} {bar} {line}".rstrip()
        yield f"  {' ' * len(str(place.line))} {bar} {painted(carets, severity, on=colour)}"
    if finding.help:
        yield f"  {painted('help:', 'help', on=colour)} {safe(finding.help)}"
