"""`roi list`: the register, filtered."""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from roi_plugin.assess import Assessment, Judged
from roi_plugin.commands.reading import CLEAN, assessed, records_folder, write
from roi_plugin.commands.unknown_filters import unknown_filters
from roi_plugin.deepen import with_appraisals
from roi_plugin.errors import BadSettingError
from roi_plugin.model.events import record_events
from roi_plugin.model.facets import FACETS
from roi_plugin.next_review import next_review
from roi_plugin.report.terminal import safe
from roi_plugin.today import day

if TYPE_CHECKING:
    from roi_plugin.report.register_total import RegisterTotal


def list_(options: argparse.Namespace) -> int:
    """The register, filtered."""
    from roi_plugin.report.explain_text import known_page

    if options.total and options.format == "csv":
        raise BadSettingError("--total speaks table and json, not csv")
    assessment = assessed(options)
    options.flag = [known_page(name, assessment.rules).name for name in options.flag]
    chosen = tuple(one for one in assessment.judged if _wanted(one, assessment.today, options))
    for note in unknown_filters([one.decision for one in assessment.judged], _facets_asked(options)):
        sys.stderr.write(f"roi: {safe(note)}\n")
    total = _total(chosen, assessment, options) if options.total else None
    if options.format == "json":
        from roi_plugin.report.register_json import render as render_json

        write(render_json(chosen, assessment, total=total.objects() if total else None))
    else:
        from roi_plugin.report import register_table

        if options.format == "csv":
            write(register_table.csv(chosen, assessment))
        else:
            since = day(options.changed_since, option="--changed-since") if options.changed_since else None
            write(register_table.table(chosen, assessment, total=total.line() if total else None, since=since))
    return CLEAN


def _total(chosen: Sequence[Judged], assessment: Assessment, options: argparse.Namespace) -> "RegisterTotal":
    # The engine and numpy are loaded here, so that a list without a total does not wait for them.
    from roi_plugin.report.register_total import register_total

    whole = with_appraisals(assessment, records_folder(options), wanted=chosen)
    paths = {one.decision.path for one in chosen}
    return register_total((one for one in whole.judged if one.decision.path in paths), whole.policy)


def _wanted(one: Judged, today: dt.date, options: argparse.Namespace) -> bool:
    decision = one.decision
    due_before = day(options.due_before, option="--due-before") if options.due_before else None
    since = None if options.changed_since is None else day(options.changed_since, option="--changed-since")
    flags = {finding.name for finding in one.findings}
    return (
        (not options.in_force or one.binds)
        and (not options.status or decision.status in options.status)
        and all(not set(values).isdisjoint(FACETS[name](decision)) for name, values in _facets_asked(options).items())
        and (not options.flag or not flags.isdisjoint(options.flag))
        and (due_before is None or ((due := next_review(one, today)) is not None and due.day < due_before))
        and (since is None or _changed(one, since))
    )


def _facets_asked(options: argparse.Namespace) -> dict[str, list[str]]:
    return {name: values for name in FACETS if (values := getattr(options, name))}


def _changed(one: Judged, since: dt.date) -> bool:
    return any(event.date >= since for event in record_events(one.decision.path, one.decision, one.history))
