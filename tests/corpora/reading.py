"""Clones a bundle, finds the folder of its decisions, and reads their history."""

import os
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from roi_plugin.model.history import Axis, History, RecordHistory
from roi_plugin.sources.record_histories import read_history
from roi_plugin.sources.record_reader import RecordReader
from tests.corpora.hand_checked import renames


class Corpus(Struct, frozen=True, kw_only=True):
    """One folder of decisions: the histories of its records of today, by path in the repository, and the cost."""

    name: str
    folder: str
    records: dict[str, RecordHistory]
    missing: str | None
    seconds: float

    @property
    def figures(self) -> tuple[int, int, int, int, int]:
        """How many records, versions, renames, changes of status after the first, texts without a readable status."""
        told = self.records.values()
        return (
            len(told),
            sum(len(one.versions) for one in told),
            sum(renames(one) for one in told),
            sum(1 for one in told for change in one.changes(Axis.STATUS) if change.before is not None),
            sum(1 for one in told for text in one.versions if text.state.status is None and not text.is_removal),
        )


def read_corpus(bundle: Path, clone: Path, reader: RecordReader) -> Corpus:
    """The decisions of a bundle, cloned to `clone`; the time is that of the reading alone, with nothing kept."""
    git("clone", "--quiet", str(bundle.resolve()), str(clone))
    listed = git("-C", str(clone), "ls-files", "-z").split("\0")
    folder = decision_folder(path for path in listed if reader.is_record(path.rpartition("/")[2]))
    start = time.perf_counter()
    history = read_history(clone / folder, cache=clone.with_suffix(".cache"), reader=reader)
    seconds = time.perf_counter() - start
    return Corpus(
        name=bundle.stem,
        folder=folder,
        records=_records(history, reader),
        missing=history.missing,
        seconds=seconds,
    )


def decision_folder(records: Iterable[str]) -> str:
    """The deepest folder that holds all these files; empty for the whole repository."""
    return os.path.commonpath([*folders]) if (folders := {path.rpartition("/")[0] for path in records}) else ""


def _records(history: History, reader: RecordReader) -> dict[str, RecordHistory]:
    found = history.by_path.items()
    return {history.root + path: one for path, one in found if reader.is_record(path.rpartition("/")[2])}


def git(*arguments: str) -> str:
    """What git answers, with nobody's settings.

    Raises:
        SystemExit: it failed.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], env=environment, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"git {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode(errors="replace")
