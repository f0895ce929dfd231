"""Appraisals on disk, by what they were computed from: the record, the policy and the engine itself.

Safe to delete at any time, to share between branches, and to use from two runs at once: an entry is written whole
under a name that is the digest of its causes, and one that cannot be read is computed again.
"""

import json
from collections.abc import Callable
from pathlib import Path

from roi_plugin.economics.appraisal import Appraisal, appraise
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.sources.appraisal_key import AppraisalKeys
from roi_plugin.sources.cache_files import write_cached
from roi_plugin.sources.record_files import RecordFile
from roi_plugin.sources.stored_values import plain, value_of

KEPT = 20_000
"""Entries that are kept at most; the oldest go first."""

Compute = Callable[[Decision, Policy], Appraisal]


class AppraisalCache:
    """Appraisals below `folder`, which is made when the first is stored; without a folder nothing is stored."""

    def __init__(self, folder: Path | None, policy: Policy, *, compute: Compute = appraise) -> None:
        self._folder = folder
        self._policy = policy
        self._compute = compute
        self._keys = AppraisalKeys(policy)
        self._stored = 0

    def appraisal(self, file: RecordFile, decision: Decision) -> Appraisal:
        """The decision's appraisal, from disk where it stands there."""
        if self._folder is None:
            return self._compute(decision, self._policy)
        path = self._folder / f"{self._keys.of(file)}.json"
        stored = _read(path)
        if stored is None:
            stored = self._compute(decision, self._policy)
            self._write(path, stored)
        return stored

    def close(self) -> None:
        """Drops the oldest entries where there are too many."""
        if not self._stored or self._folder is None:
            return
        entries = sorted(self._folder.glob("*.json"), key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
        for entry in entries[KEPT:]:
            entry.unlink(missing_ok=True)

    def _write(self, path: Path, appraisal: Appraisal) -> None:
        try:
            write_cached(path, json.dumps(plain(appraisal), separators=(",", ":")))
            self._stored += 1
        except OSError:
            # A disk that is full or read-only costs time, not the result.
            self._folder = None


def _read(path: Path) -> Appraisal | None:
    try:
        return value_of(Appraisal, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None
