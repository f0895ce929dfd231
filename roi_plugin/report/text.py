"""Findings as text for a terminal: place, what is wrong, the source line with carets, how to mend it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from roi_plugin.model.finding import Finding, Severity
from roi_plugin.report.counts import counts, in_words, records_in_words
from roi_plugin.report.source_line import caret_lines
from roi_plugin.report.terminal import painted, safe, safe_opening

_RULES = "risk/"
_NAMED = 3
_MANY = 20


def render(findings: Sequence[Finding], *, records: int, colour: bool = False, errors_only: bool = False) -> str:
    """The findings in the order given, a blank line after each; the summary line at the end counts them all."""
    told = [finding for finding in findings if finding.severity is Severity.ERROR or not errors_only]
    blocks = []
    for _, group in groupby(told, key=lambda finding: finding.path):
        of_one = list(group)
        said = ["".join(f"{line}\n" for line in _lines(finding, colour)) for finding in of_one]
        blocks += [f"{_head(of_one, colour)}\n{said[0]}", *said[1:]]
    last = [summary(findings, records=records), *_errors_among_many(told)]
    return "\n".join([*blocks, "".join(f"{line}\n" for line in last)])


def _errors_among_many(told: Sequence[Finding]) -> Iterator[str]:
    """Where errors are lost among many other findings: how to see them alone."""
    errors = sum(finding.severity is Severity.ERROR for finding in told)
    if len(told) > _MANY and 0 < errors < len(told):
        yield f"`roi check --quiet` tells only the {'error' if errors == 1 else f'{errors} errors'}."


def _head(findings: Sequence[Finding], colour: bool) -> str:  # noqa: FBT001 - passed on, never written as a literal
    """A record's file with what was found in it."""
    return painted(f"{safe_opening(findings[0].path)} - {in_words(counts(findings))}", "faint", on=colour)


def summary(findings: Sequence[Finding], *, records: int) -> str:
    """One line: how many records were read and what was found."""
    line = f"{records_in_words(records)}: {in_words(counts(findings))}."
    if not findings:
        return line
    return "\n".join([f"{line} `roi explain NAME` tells more.", *_clearing_most(findings)])


def _clearing_most(findings: Sequence[Finding]) -> Iterator[str]:
    """The rules whose answer would clear most findings, where some would clear more than others."""
    found = Counter(finding.name for finding in findings if finding.name.startswith(_RULES))
    if len(found) > _NAMED and max(found.values()) > 1:
        most = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_NAMED]
        named = ", ".join(f"{safe(name)} ({count})" for name, count in most)
        cleared = sum(count for _, count in most)
        yield f"Answering three rules would clear {cleared} of the {len(findings)}: {named}."


def _lines(finding: Finding, colour: bool) -> Iterator[str]:  # noqa: FBT001 - passed on, never written as a literal
    place, severity = finding.place, finding.severity.value
    where = painted(f"{safe_opening(finding.path)}:{place.line}:{place.column}:", "strong", on=colour)
    what = painted(f"{severity} {safe(finding.name)}:", severity, on=colour)
    yield f"{where} {what} {safe(finding.message)}"
    if finding.telling_line is not None:
        line, carets = caret_lines(finding.telling_line, place)
        bar = painted("|", "faint", on=colour)
        yield f"  {place.line} {bar} {line}".rstrip()
        yield f"  {' ' * len(str(place.line))} {bar} {painted(carets, severity, on=colour)}"
    if finding.help:
        yield f"  {painted('help:', 'help', on=colour)} {safe(finding.help)}"
