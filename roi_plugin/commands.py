"""What each command of `roi` does: assess, then say it; each returns an exit code."""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from roi_plugin.assess import Assessment, Judged
from roi_plugin.build import assess_folder, compare, preview
from roi_plugin.deepen import with_acceptance, with_appraisals, with_drift
from roi_plugin.errors import BadSettingError, GitError, NoDecisionsFolderError, UnknownDecisionError
from roi_plugin.model.decision import Decision
from roi_plugin.model.events import record_events
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.model.period import Period, period_of
from roi_plugin.report.terminal import safe
from roi_plugin.rule_packages import all_rules
from roi_plugin.today import day, past_day, today

if TYPE_CHECKING:
    from roi_plugin.report.period_markdown import Ending
    from roi_plugin.report.register_total import RegisterTotal

CLEAN, FOUND = 0, 1
"""Exit codes: nothing at or above --fail-on; something."""

_TOLD_EVERY = 200
_COMMITS_TOLD = 5000


def check(options: argparse.Namespace) -> int:
    """All findings, or those of the PATHs asked for; the whole register is always read."""
    if options.preview_policy:
        return _preview(options)
    assessment = _assessment(options) if options.base is None else _compared(options)
    findings = _below(assessment, options.path)
    _write(_said(options, findings, assessment))
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
        _root(options),
        Path(options.preview_policy),
        today=today(options.today),
        shown_from=Path.cwd(),
        progress=_Progress(),
    )
    asked = {finding.path for finding in (*_below(now, options.path), *_below(then, options.path))} & _records(now)
    found = [change for change in report.changes(now, then) if change.finding.path in asked]
    file = os.path.relpath(options.preview_policy).replace(os.sep, "/")
    at_fault = [finding for finding in then.findings if finding.path == file]
    for finding in at_fault:
        sys.stderr.write(f"roi: {safe(finding.path)}:{finding.place.line}: {safe(finding.message)}\n")
    _write(report.json(found) if options.format == "json" else report.text(found, colour=_colour(options)))
    return FOUND if any(finding.severity is Severity.ERROR for finding in at_fault) else CLEAN


def show(options: argparse.Namespace) -> int:
    """One decision."""
    assessment = _assessment(options)
    decision = _found(assessment, options)
    place = next(index for index, one in enumerate(assessment.judged) if one.decision is decision)
    root = _root(options)
    assessment = with_appraisals(assessment, root, wanted=assessment.judged[place : place + 1])
    assessment = with_drift(assessment, root, wanted=assessment.judged[place : place + 1], progress=_Progress())
    assessment = with_acceptance(assessment, root, wanted=assessment.judged[place : place + 1])
    judged = assessment.judged[place]
    if options.format == "json":
        from roi_plugin.report.decision_json import render as render_json

        _write(render_json(judged, assessment, explain=options.explain))
    else:
        from roi_plugin.report.decision_text import render as render_text

        _write(render_text(judged, assessment, colour=_colour(options), explain=options.explain))
    return CLEAN


def _found(assessment: Assessment, options: argparse.Namespace) -> Decision:
    try:
        return assessment.register.find(options.id)
    except UnknownDecisionError as error:
        if not options.as_of:
            raise
        raise UnknownDecisionError(f"{error}; with --as-of, as they stood on {options.as_of}") from None


def list_(options: argparse.Namespace) -> int:
    """The register, filtered."""
    from roi_plugin.report.explain_text import known_page

    if options.total and options.format == "csv":
        raise BadSettingError("--total speaks table and json, not csv")
    assessment = _assessment(options)
    options.flag = [known_page(name, assessment.rules).name for name in options.flag]
    chosen = tuple(one for one in assessment.judged if _wanted(one, options))
    total = _total(chosen, assessment, options) if options.total else None
    if options.format == "json":
        from roi_plugin.report.register_json import render as render_json

        _write(render_json(chosen, assessment, total=total.objects() if total else None))
    else:
        from roi_plugin.report import register_table

        if options.format == "csv":
            _write(register_table.csv(chosen, assessment))
        else:
            since = day(options.changed_since, option="--changed-since") if options.changed_since else None
            _write(register_table.table(chosen, assessment, total=total.line() if total else None, since=since))
    return CLEAN


def _total(chosen: Sequence[Judged], assessment: Assessment, options: argparse.Namespace) -> "RegisterTotal":
    # The engine and numpy are loaded here, so that a list without a total does not wait for them.
    from roi_plugin.report.register_total import register_total

    whole = with_appraisals(assessment, _root(options), wanted=chosen)
    paths = {one.decision.path for one in chosen}
    return register_total((one for one in whole.judged if one.decision.path in paths), whole.policy)


def export(options: argparse.Namespace) -> int:
    """The register as a file."""
    from roi_plugin.report.exports import form_of
    from roi_plugin.sources.whole_file import write_whole

    form = form_of(options.file)
    assessment = _assessment(options)
    if form.needs_appraisals:
        assessment = with_appraisals(assessment, _root(options))
    write_whole(Path(options.file), form.render(assessment))
    count = len(assessment.judged)
    _write(f"{count} {'decision' if count == 1 else 'decisions'} written to {safe(options.file)}.")
    return CLEAN


def report(options: argparse.Namespace) -> int:
    """What happened in a period, and how the register stood at its end."""
    from roi_plugin.report.period_markdown import render

    period = period_of(options.period)
    if period is None:
        raise BadSettingError(f"{options.period!r} is no period: write 2026, 2026-Q3 or 2026-09")
    known = _assessment(options)
    if period.start > known.today:
        raise BadSettingError(f"{period.name} has not begun on {known.today}")
    _write(render(period, known, _ending(known, period, options)))
    return CLEAN


def _ending(known: Assessment, period: Period, options: argparse.Namespace) -> "Ending":
    """The register at the end of the period, which may be today."""
    from roi_plugin.report.period_markdown import Ending

    root, end = _root(options), period.end
    if end >= known.today:
        return Ending(assessment=with_appraisals(known, root))
    try:
        then = assess_folder(root, today=end, shown_from=Path.cwd(), progress=_Progress(), as_of=end)
    except GitError as error:
        return Ending(unknown=str(error))
    return Ending(assessment=with_appraisals(then, root))


def explain(options: argparse.Namespace) -> int:
    """A rule's or finding's page, or the list of all."""
    from roi_plugin.report.explain_text import render

    _write(render(options.name, all_rules()))
    return CLEAN


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": check,
    "show": show,
    "list": list_,
    "export": export,
    "report": report,
    "explain": explain,
}


def _assessment(options: argparse.Namespace) -> Assessment:
    as_of = past_day(options.as_of)
    judged_by = today(options.as_of if options.today is None else options.today)
    found = assess_folder(_root(options), today=judged_by, shown_from=Path.cwd(), progress=_Progress(), as_of=as_of)
    return _noted(found)


def _compared(options: argparse.Namespace) -> Assessment:
    if options.as_of:
        raise BadSettingError("--base compares with the records as they are now: leave --as-of out")
    day_of = today(options.today)
    return _noted(compare(_root(options), options.base, today=day_of, shown_from=Path.cwd(), progress=_Progress()))


def _noted(found: Assessment) -> Assessment:
    if found.history.missing is not None:
        sys.stderr.write(f"roi: {found.history.missing}\n")
    return found


class _Progress:
    """Tells of long work on standard error, where it is long enough to wonder."""

    def __init__(self) -> None:
        self._told = _COMMITS_TOLD

    def appraised(self, decisions: int) -> None:
        if decisions % _TOLD_EVERY == 0:
            sys.stderr.write(f"roi: {decisions} decisions appraised; the next run finds them in .cache/\n")

    def replayed(self, versions: int) -> None:
        if versions % _TOLD_EVERY == 0:
            sys.stderr.write(f"roi: {versions} earlier versions read; the next run finds them in .cache/\n")

    def read(self, commits: int) -> None:
        if commits >= self._told:
            self._told = commits + _COMMITS_TOLD
            sys.stderr.write(f"roi: {commits} commits read; the next run finds them in .cache/\n")

    def compared(self, texts: int) -> None:
        if texts % _COMMITS_TOLD == 0:
            sys.stderr.write(f"roi: {texts} older texts compared; the next run finds them in .cache/\n")


def _root(options: argparse.Namespace) -> Path:
    return Path(options.decisions) if options.decisions else _nearest_folder(Path.cwd())


def _nearest_folder(here: Path) -> Path:
    for folder in (here, *here.parents):
        for name in ("decisions", "docs/decisions"):
            if (folder / name).is_dir():
                return folder / name
    raise NoDecisionsFolderError(
        f"there is no folder `decisions` or `docs/decisions` in {here} or above it: name yours with --decisions DIR"
    )


def _below(assessment: Assessment, paths: Sequence[str]) -> tuple[Finding, ...]:
    if not paths:
        return assessment.findings
    wanted = [os.path.relpath(path).replace(os.sep, "/") for path in paths]
    known = _records(assessment) | assessment.formerly | {finding.path for finding in assessment.findings}
    for path, asked in zip(wanted, paths, strict=True):
        if not any(_is_below(shown, path) for shown in known):
            raise BadSettingError(f"no record stands at or below {asked}: name a file or folder of the records folder")
    return tuple(one for one in assessment.findings if any(_is_below(one.path, path) for path in wanted))


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

            return render_text(findings, records=records, colour=_colour(options), errors_only=options.quiet)
    told = [finding for finding in findings if finding.severity is Severity.ERROR] if options.quiet else findings
    return render(told, records=records)


def _summarise_job(findings: tuple[Finding, ...], records: int) -> None:
    """The hosted job's summary page takes the whole table; annotations are limited to ten of a type."""
    from roi_plugin.report.github import step_summary

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with Path(file).open("a", encoding="utf-8") as page:
            page.write(step_summary(findings, records=records))


def _wanted(one: Judged, options: argparse.Namespace) -> bool:
    decision = one.decision
    due_before = day(options.due_before, option="--due-before") if options.due_before else None
    since = None if options.changed_since is None else day(options.changed_since, option="--changed-since")
    flags = {finding.name for finding in one.findings}
    return (
        (not options.in_force or one.links.in_force)
        and (not options.status or decision.status in options.status)
        and (not options.owner or decision.owner in options.owner)
        and (not options.area or decision.area in options.area)
        and (not options.tag or not set(options.tag).isdisjoint(decision.tags))
        and (not options.objective or any(okr.objective in options.objective for okr in decision.okr))
        and (not options.flag or not flags.isdisjoint(options.flag))
        and (due_before is None or (decision.review_due is not None and decision.review_due < due_before))
        and (since is None or _changed(one, since))
    )


def _changed(one: Judged, since: dt.date) -> bool:
    return any(event.date >= since for event in record_events(one.decision.path, one.decision, one.history))


def _colour(options: argparse.Namespace) -> bool:
    return not options.no_color and not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def _write(text: str) -> None:
    # A terminal that cannot show a character must not end in a traceback.
    data = text if text.endswith("\n") else f"{text}\n"
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(data.encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()
