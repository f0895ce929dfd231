"""`roi export`: the register as a file."""

import argparse
from pathlib import Path

from roi_plugin.commands.reading import CLEAN, assessed, records_folder, write
from roi_plugin.deepen import with_appraisals
from roi_plugin.report.terminal import safe


def export(options: argparse.Namespace) -> int:
    """The register as a file."""
    from roi_plugin.report.exports import form_of
    from roi_plugin.sources.whole_file import write_whole

    form = form_of(options.file)
    assessment = assessed(options)
    if form.needs_appraisals:
        assessment = with_appraisals(assessment, records_folder(options))
    write_whole(Path(options.file), form.render(assessment))
    count = len(assessment.judged)
    write(f"{count} {'decision' if count == 1 else 'decisions'} written to {safe(options.file)}.")
    return CLEAN
