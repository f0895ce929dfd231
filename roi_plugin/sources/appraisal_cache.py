"""Appraisals on disk, by what they were computed from: the record, the policy and the engine itself.

Safe to delete at any time, to share between branches, and to use from two runs at once: an entry is written whole
under a name that is the digest of its causes, and one that cannot be read is computed again.
"""

import functools
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from roi_plugin.economics.appraisal import Appraisal, appraise
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
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
        self._common = f"{_engine()}\n{policy!r}\n"
        self._stored = 0

    def appraisal(self, file: RecordFile, decision: Decision) -> Appraisal:
        """The decision's appraisal, from disk where it stands there."""
        if self._folder is None:
            return self._compute(decision, self._policy)
        path = self._folder / f"{self._key(file)}.json"
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

    def _key(self, file: RecordFile) -> str:
        # Prose is no cause of a figure: only the data counts, in one order of its keys.
        data = {key: value for key, value in (file.data or {}).items() if key != "reasoning"}
        causes = self._common + json.dumps(data, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(causes.encode()).hexdigest()

    def _write(self, path: Path, appraisal: Appraisal) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as part:
                json.dump(plain(appraisal), part, separators=(",", ":"))
            os.replace(part.name, path)  # noqa: PTH105 - one step: a reader sees the whole entry or none
            self._stored += 1
        except OSError:
            # A disk that is full or read-only costs time, not the result.
            self._folder = None


def _read(path: Path) -> Appraisal | None:
    try:
        return value_of(Appraisal, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None


@functools.cache
def _engine() -> str:
    """The engine's own text: a change of any formula is a new engine."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for folder in ("economics", "model"):
        for path in sorted((package / folder).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
