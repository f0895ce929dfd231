"""What older texts of records say, by their blobs: kept on disk, and parsed only where it matters.

Safe to delete at any time, to share between branches, and to use from two runs at once: the file is replaced whole,
and of two runs the later one's stands.
"""

import contextlib
import functools
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from roi_plugin.model.frozen_fields import FROZEN
from roi_plugin.model.success_criteria import CRITERIA
from roi_plugin.sources.cache_files import write_cached
from roi_plugin.sources.characters import decoded
from roi_plugin.sources.frozen_text import digest_of
from roi_plugin.sources.git_history import Repository
from roi_plugin.sources.record_reader import yaml_part
from roi_plugin.sources.schemas import fast_validator, schema_folder
from roi_plugin.sources.yaml_source import MAX_YAML
from roi_plugin.sources.yaml_text import read_yaml

NAME = "frozen.json"
KEPT = 4
"""How many times as many texts are kept as one run asked for: those of other branches and of before an edit."""
PARTS = {"forecast": FROZEN, "criteria": CRITERIA}
"""The fields of which texts are compared."""

Data = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether a blob, the text of the file `name`, says of a part what a text with the digest `now` says."""

    blob: str
    name: str
    part: str
    now: str


class PastTexts:
    """The texts of one folder's history; the repository is opened only for those that are not known yet."""

    def __init__(self, folder: Path, repository: Callable[[], Repository]) -> None:
        self._path = folder / NAME
        self._repository = repository
        self._stored = _read(self._path)

    def answers(self, questions: Collection[Question]) -> dict[tuple[str, str], Data]:
        """The data of the texts that were written otherwise, by blob and part; without what is no valid record.

        Raises:
            GitError: git could not be asked for the texts that are not known yet.
        """
        missing = [one for one in questions if self._is_missing(one)]
        if missing:
            self._learn(missing)
            self._store(one.blob for one in questions)
        found: dict[tuple[str, str], Data] = {}
        for one in questions:
            entry = self._stored.get(one.blob)
            if entry is not None and entry.get("data") and entry.get(one.part) != one.now:
                found[one.blob, one.part] = entry["data"]
        return found

    def _is_missing(self, asked: Question) -> bool:
        entry = self._stored.get(asked.blob)
        return entry is None or (entry.get(asked.part) != asked.now and "data" not in entry)

    def _learn(self, missing: Iterable[Question]) -> None:
        by_blob: defaultdict[str, list[Question]] = defaultdict(list)
        for one in missing:
            by_blob[one.blob].append(one)
        for blob, content in self._repository().texts(sorted(by_blob)):
            asked = by_blob[blob]
            text, _ = decoded(content)
            yaml = yaml_part(asked[0].name, text) or ""
            entry: dict[str, Any] = {part: digest_of(yaml, fields) for part, fields in PARTS.items()}
            if any(entry[one.part] != one.now for one in asked):
                entry["data"] = _valid(yaml)
            self._stored[blob] = entry

    def _store(self, blobs: Iterable[str]) -> None:
        used = {blob: self._stored[blob] for blob in blobs if blob in self._stored}
        entries = {blob: entry for blob, entry in self._stored.items() if blob not in used} | used
        kept = list(entries.items())[-KEPT * len(used) :]
        # A disk that is full or read-only costs time, not the result.
        with contextlib.suppress(OSError):
            write_cached(self._path, json.dumps({"code": _code(), "texts": dict(kept)}, separators=(",", ":")))


def _valid(yaml: str) -> Data | None:
    """The data of a text; None where it is no record by the schema of today."""
    read = read_yaml(yaml) if len(yaml) <= MAX_YAML else None
    if read is None or read.faults or read.refused or not isinstance(read.data, dict):
        return None
    return read.data if fast_validator("decision").is_valid(read.data) else None


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    texts = stored.get("texts") if isinstance(stored, dict) and stored.get("code") == _code() else None
    if not isinstance(texts, dict):
        return {}
    return {blob: entry for blob, entry in texts.items() if isinstance(entry, dict)}


@functools.cache
def _code() -> str:
    """The text of the modules that read a record, and of its schema: a change of any is another reading."""
    here = Path(__file__).parent
    digest = hashlib.sha256(json.dumps({part: list(fields) for part, fields in PARTS.items()}).encode())
    for name in ("past_texts.py", "frozen_text.py", "front_matter.py", "characters.py", "yaml_text.py"):
        digest.update((here / name).read_bytes())
    for name in ("decision", "common"):
        digest.update((schema_folder() / f"{name}.schema.json").read_bytes())
    return digest.hexdigest()
