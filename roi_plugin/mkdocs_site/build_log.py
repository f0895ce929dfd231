"""What the build's log tells of the records: errors with their places, what is withheld, how long work goes on."""

import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

from roi_plugin.model.audience import withheld_words
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.report.terminal import safe, safe_opening

log = get_plugin_logger(__name__)

_TOLD_EVERY = 1000


def tell_errors(findings: Iterable[Finding], home: Path) -> None:
    """A warning for each error; its path, relative to `home`, is told as seen from where the build was started."""
    for finding in findings:
        if finding.severity is Severity.ERROR:
            path = Path(os.path.relpath(home / finding.path)).as_posix()
            place = f"{safe_opening(path)}:{finding.place.line}:{finding.place.column}"
            log.warning("%s: %s: %s", place, safe(finding.name), safe(finding.message))


def tell_withheld(records: int) -> None:
    """A line about the records that the public does not see, if there are any."""
    if records:
        log.info(withheld_words(records))


class LoggedProgress:
    """Tells of long work now and then."""

    def appraised(self, decisions: int) -> None:
        """Nothing: the build asks for this in one go."""

    def read(self, commits: int) -> None:
        """Nothing: as above."""

    def replayed(self, versions: int) -> None:
        """Every thousand earlier versions that were read."""
        if versions % _TOLD_EVERY == 0:
            log.info("%d earlier versions read; the next build finds them in .cache/", versions)

    def compared(self, texts: int) -> None:
        """Every thousand older texts whose forecasts were compared."""
        if texts % _TOLD_EVERY == 0:
            log.info("%d older texts compared; the next build finds them in .cache/", texts)
