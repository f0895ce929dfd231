"""What all commands of `roi` share: which records are read and as of when, and where words go."""

import argparse
import datetime as dt
import os
import sys
from pathlib import Path

from roi_plugin.assess import Assessment
from roi_plugin.build import assess_folder
from roi_plugin.errors import NoDecisionsFolderError
from roi_plugin.model.audience import Audience
from roi_plugin.today import past_day, today

CLEAN, FOUND = 0, 1
"""Exit codes: nothing at or above --fail-on; something."""

_TOLD_EVERY = 200
_COMMITS_TOLD = 5000


def assessed(options: argparse.Namespace) -> Assessment:
    """The records that the options name, judged as of the day that they name."""
    as_of = past_day(options.as_of)
    judged_by = today(options.as_of if options.today is None else options.today)
    found = assess_folder(
        records_folder(options),
        today=judged_by,
        shown_from=Path.cwd(),
        progress=Progress(),
        as_of=as_of,
        now=latest(options),
        audience=Audience(getattr(options, "audience", Audience.INTERNAL)),
    )
    return noted(found)


def latest(options: argparse.Namespace) -> dt.date:
    """The last day that a commit can be of: today, or the later day that the options judge by."""
    return max(today(), today(options.today))


def noted(found: Assessment) -> Assessment:
    """The same, once standard error has told what git could not tell."""
    if found.history.missing is not None:
        sys.stderr.write(f"roi: {found.history.missing}\n")
    return found


class Progress:
    """Tells of long work on standard error, where it is long enough to wonder."""

    def __init__(self) -> None:
        self._told = _COMMITS_TOLD

    def appraised(self, decisions: int) -> None:
        """Every two hundred decisions."""
        if decisions % _TOLD_EVERY == 0:
            sys.stderr.write(f"roi: {decisions} decisions appraised; the next run finds them in .cache/\n")

    def replayed(self, versions: int) -> None:
        """Every two hundred versions."""
        if versions % _TOLD_EVERY == 0:
            sys.stderr.write(f"roi: {versions} earlier versions read; the next run finds them in .cache/\n")

    def read(self, commits: int) -> None:
        """Every five thousand commits."""
        if commits >= self._told:
            self._told = commits + _COMMITS_TOLD
            sys.stderr.write(f"roi: {commits} commits read; the next run finds them in .cache/\n")

    def compared(self, texts: int) -> None:
        """Every five thousand texts."""
        if texts % _COMMITS_TOLD == 0:
            sys.stderr.write(f"roi: {texts} older texts compared; the next run finds them in .cache/\n")


def records_folder(options: argparse.Namespace) -> Path:
    """The records folder: the one that is named, or the nearest here or above."""
    return Path(options.decisions) if options.decisions else _nearest_folder(Path.cwd())


def _nearest_folder(here: Path) -> Path:
    for folder in (here, *here.parents):
        for name in ("decisions", "docs/decisions"):
            if (folder / name).is_dir():
                return folder / name
    raise NoDecisionsFolderError(
        f"there is no folder `decisions` or `docs/decisions` in {here} or above it: name yours with --decisions DIR"
    )


def paints(options: argparse.Namespace) -> bool:
    """Whether to paint: on a terminal, unless somebody asked for plain text."""
    return not options.no_color and not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def write(text: str) -> None:
    """Puts a text on standard output, with a line end after it."""
    # A terminal that cannot show a character must not end in a traceback.
    data = text if text.endswith("\n") else f"{text}\n"
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(data.encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()
