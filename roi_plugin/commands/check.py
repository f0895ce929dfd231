"""`roi check`: all findings, those against a base, or those of another policy."""

import argparse
import os
import sys
from pathlib import Path

from roi_plugin.assess import Assessment
from roi_plugin.build import compare, preview
from roi_plugin.commands.reading import CLEAN, FOUND, Progress, assessed, latest, noted, paints, records_folder, write
from roi_plugin.errors import BadSettingError
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.report.terminal import safe
from roi_plugin.today import today


def check(options: argparse.Namespace) -> int:
    """All findings, or those of the PATHs asked for; the whole register is always read."""
    if options.preview_policy:
        return _preview(options)
    assessment = assessed(options) if options.base is None else _compared(options)
    findings = _below(assessment, options)
    write(_said(options, findings, assessment))
    if options.format == "github":
        _summarise_job(findings, assessment.records)
    failing = Severity(options.fail_on).rank
    return FOUND if any(finding.severity.rank <= failing for finding in findings) else CLEAN


def _preview(options: argparse.Namespace) -> int:
    """What would change under another policy; 1 where that policy itself is at fault."""
    from roi_plugin.report import preview as report

    if options.base is not None:
        raise BadSettingError("--base and --preview-policy ask two things: run `roi check` once for each")
    if options.as_of:
        raise BadSettingError("--preview-policy tells of the records as they are now: leave --as-of out")
    if options.format not in {"text", "json"}:
        raise BadSettingError(f"--preview-policy speaks text and json, not {options.format}")
    now, then = preview(
        records_folder(options),
        Path(options.preview_policy),
        today=today(options.today),
        shown_from=Path.cwd(),
        progress=Progress(),
        now=latest(options),
    )
    asked = {finding.path for finding in (*_below(now, options), *_below(then, options))} & _records(now)
    found = [change for change in report.changes(now, then) if change.finding.path in asked]
    file = os.path.relpath(options.preview_policy).replace(os.sep, "/")
    at_fault = [finding for finding in then.findings if finding.path == file]
    for finding in at_fault:
        sys.stderr.write(f"roi: {safe(finding.path)}:{finding.place.line}: {safe(finding.message)}\n")
    write(report.json(found) if options.format == "json" else report.text(found, colour=paints(options)))
    return FOUND if any(finding.severity is Severity.ERROR for finding in at_fault) else CLEAN


def _compared(options: argparse.Namespace) -> Assessment:
    if options.as_of:
        raise BadSettingError("--base compares with the records as they are now: leave --as-of out")
    compared = compare(
        records_folder(options),
        options.base,
        today=today(options.today),
        shown_from=Path.cwd(),
        progress=Progress(),
        now=latest(options),
    )
    return noted(compared)


def _below(assessment: Assessment, options: argparse.Namespace) -> tuple[Finding, ...]:
    if not options.path:
        return assessment.findings
    folder = records_folder(options)
    wanted = [os.path.relpath(path).replace(os.sep, "/") for path in options.path]
    known = _records(assessment) | assessment.formerly | {finding.path for finding in assessment.findings}
    for path, asked in zip(wanted, options.path, strict=True):
        if not any(_is_below(shown, path) for shown in known) and not _stands_in(folder, asked):
            raise BadSettingError(f"no record stands at or below {asked}: name a file or folder of the records folder")
    return tuple(one for one in assessment.findings if any(_is_below(one.path, path) for path in wanted))


def _stands_in(folder: Path, asked: str) -> bool:
    """Whether it is a file of the folder: a hook names all that changed there, also pictures and the policy."""
    return Path(asked).is_file() and Path(asked).resolve().is_relative_to(folder.resolve())


def _records(assessment: Assessment) -> set[str]:
    return {file.shown for file in assessment.broken} | {one.file.shown for one in assessment.judged}


def _is_below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")


def _said(options: argparse.Namespace, findings: tuple[Finding, ...], assessment: Assessment) -> str:
    records = assessment.records
    match options.format:
        case "json":
            from roi_plugin.report.findings_json import render
        case "github":
            from roi_plugin.report.github import render
        case "gitlab":
            from roi_plugin.report.gitlab import render
        case "sarif":
            from roi_plugin.report.sarif import render
        case _:
            from roi_plugin.report.text import render as render_text

            return render_text(findings, records=records, colour=paints(options), errors_only=options.quiet)
    told = [finding for finding in findings if finding.severity is Severity.ERROR] if options.quiet else findings
    return render(told, records=records)


def _summarise_job(findings: tuple[Finding, ...], records: int) -> None:
    """The hosted job's summary page takes the whole table; annotations are limited to ten of a type."""
    from roi_plugin.report.github import step_summary

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with Path(file).open("a", encoding="utf-8") as page:
            page.write(step_summary(findings, records=records))
