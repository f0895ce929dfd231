"""All decisions weighed, in one file, so that who asks for nothing more waits for no engine.

Safe to delete at any time, to share between branches, and to use from two runs at once: the file is replaced whole,
and of two runs the later one's stands.
"""

import json
from collections.abc import Callable
from pathlib import Path

from roi_plugin.economics.weighing import Weighed
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.sources.appraisal_key import AppraisalKeys
from roi_plugin.sources.cache_files import write_cached
from roi_plugin.sources.record_files import RecordFile
from roi_plugin.sources.stored_values import plain, value_of

NAME = "weighed.json"
KEPT = 4
"""How many times as many entries are kept as one run used: those of other branches and of before an edit."""

Compute = Callable[[RecordFile, Decision], Weighed]


class WeighedCache:
    """Weighed decisions in a file of `folder`, which is made when the first is stored; what is missing is computed."""

    def __init__(self, folder: Path, policy: Policy, *, compute: Compute) -> None:
        self._path = folder / NAME
        self._keys = AppraisalKeys(policy)
        self._compute = compute
        self._stored = _read(self._path)
        self._known = len(self._stored)
        self._used: dict[str, object] = {}
        self._is_new = False

    def weighed(self, file: RecordFile, decision: Decision) -> Weighed:
        """The decision weighed, from the file where they stand there."""
        key = self._keys.of(file)
        found = _weighed(self._stored.get(key))
        if found is None:
            found = self._compute(file, decision)
            self._stored[key] = plain(found)
            self._is_new = True
        self._used[key] = self._stored[key]
        return found

    def close(self) -> None:
        """Writes the file where something was computed; the entries used last are kept longest."""
        if not self._is_new:
            return
        entries = {key: entry for key, entry in self._stored.items() if key not in self._used} | self._used
        # Whoever asks for an early day uses few: that pushes nothing out.
        kept = list(entries.items())[-max(KEPT * len(self._used), self._known) :]
        try:
            write_cached(self._path, json.dumps(dict(kept), separators=(",", ":")))
        except OSError:
            # A disk that is full or read-only costs time, not the result.
            return


def _read(path: Path) -> dict[str, object]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def _weighed(entry: object) -> Weighed | None:
    try:
        return None if entry is None else value_of(Weighed, entry)
    except ValueError:
        return None
