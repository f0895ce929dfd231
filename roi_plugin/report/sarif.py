"""Findings as SARIF 2.1.0, with the page of every rule that found something."""

from collections.abc import Sequence
from urllib.parse import quote

from roi_plugin.model.finding import Finding, Severity
from roi_plugin.report.fingerprint import fingerprints
from roi_plugin.report.json_text import json_text
from roi_plugin.report.name_pages import NamePage, name_page
from roi_plugin.report.terminal import safe

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

_SNIPPET = 500
"""A longer source line tells a reader nothing and makes a report that hosts refuse."""


def render(findings: Sequence[Finding], *, records: int) -> str:
    """One run; the rules in the order of their names, the results in the order given."""
    names = sorted({finding.name for finding in findings})
    pairs = zip(findings, fingerprints(findings), strict=True)
    run = {
        "tool": {"driver": {"name": "roi", "fullName": "mkdocs-roi", "rules": [_rule(name) for name in names]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, names.index(finding.name), digest) for finding, digest in pairs],
        "properties": {"records": records},
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str) -> dict[str, object]:
    page = name_page(name) or NamePage(name=name, title=name, text=f"`roi explain {name}` tells more.")
    return {
        "id": name,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.title},
        "help": {"text": page.text},
    }


def _result(finding: Finding, rule: int, fingerprint: str) -> dict[str, object]:
    said = "\n".join(safe(text) for text in (finding.message, finding.help) if text)
    location = {
        "artifactLocation": {"uri": _uri(finding.path)},
        "region": _region(finding),
    }
    return {
        "ruleId": finding.name,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _without_links(said)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"roiFinding/v1": fingerprint},
    }


def _uri(path: str) -> str:
    uri = quote(path, safe="/", errors="surrogatepass")
    return f".{uri}" if uri.startswith("//") else uri


def _region(finding: Finding) -> dict[str, object]:
    place = finding.place
    region: dict[str, object] = {"startLine": place.line, "startColumn": place.column}
    if place.end_column is not None and place.end_column > place.column:
        region["endColumn"] = place.end_column
    if finding.excerpt and len(finding.excerpt) <= _SNIPPET:
        region["snippet"] = {"text": finding.excerpt}
    return region


def _without_links(text: str) -> str:
    # A viewer makes a link of `[text](target)` unless its brackets are escaped (SARIF 2.1.0, section 3.11.6).
    return text.replace("[", r"\[").replace("]", r"\]") if "](" in text else text
