"""`roi report`: what happened in a period."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from roi_plugin.assess import Assessment
from roi_plugin.build import assess_folder
from roi_plugin.commands.reading import CLEAN, Progress, assessed, latest, records_folder, write
from roi_plugin.deepen import with_appraisals
from roi_plugin.errors import BadSettingError, GitError
from roi_plugin.model.period import Period, period_of

if TYPE_CHECKING:
    from roi_plugin.report.period_markdown import Ending


def report(options: argparse.Namespace) -> int:
    """What happened in a period, and how the register stood at its end."""
    from roi_plugin.report.period_markdown import render

    period = period_of(options.period)
    if period is None:
        raise BadSettingError(f"{options.period!r} is no period: write 2026, 2026-Q3 or 2026-09")
    known = assessed(options)
    if period.start > known.today:
        raise BadSettingError(f"{period.name} has not begun on {known.today}")
    write(render(period, known, _ending(known, period, options)))
    return CLEAN


def _ending(known: Assessment, period: Period, options: argparse.Namespace) -> "Ending":
    """The register at the end of the period, which may be today."""
    from roi_plugin.report.period_markdown import Ending

    root, end = records_folder(options), period.end
    if end >= known.today:
        return Ending(assessment=with_appraisals(known, root))
    if known.history.missing is not None and not known.history.by_path:
        # Who could not tell the history is not waited for once more.
        return Ending(unknown=known.history.missing)
    try:
        then = assess_folder(
            root, today=end, shown_from=Path.cwd(), progress=Progress(), as_of=end, now=latest(options)
        )
    except GitError as error:
        return Ending(unknown=str(error))
    return Ending(assessment=with_appraisals(then, root))
