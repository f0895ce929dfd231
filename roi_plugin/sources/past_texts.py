"""What older texts of records say, by their blobs: kept on disk, and parsed only where it matters."""

import functools
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from roi_plugin.model.frozen_fields import FROZEN
from roi_plugin.model.success_criteria import CRITERIA
from roi_plugin.sources.characters import decoded
from roi_plugin.sources.frozen_text import digest_of
from roi_plugin.sources.git_history import Repository
from roi_plugin.sources.kept_file import keep, kept_part, newest, read_kept
from roi_plugin.sources.own_code import code_of
from roi_plugin.sources.record_reader import yaml_part
from roi_plugin.sources.schemas import fast_validator, schema_text
from roi_plugin.sources.yaml_source import MAX_YAML
from roi_plugin.sources.yaml_text import read_yaml

NAME = "frozen.json"
PARTS = {"forecast": FROZEN, "criteria": CRITERIA, "links": ("depends_on",)}
"""The fields of which texts are compared."""
_CODE = (
    *("sources/characters.py", "sources/front_matter.py", "sources/frozen_text.py", "sources/past_texts.py"),
    *("sources/record_reader.py", "sources/yaml_text.py"),
)

Data = Mapping[str, object]


class Question(Struct, frozen=True, kw_only=True):
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
        texts = kept_part(read_kept(self._path, code=_code()), "texts")
        self._stored: dict[str, dict[str, Any]] = {
            blob: entry for blob, entry in texts.items() if isinstance(entry, dict)
        }
        self._known = len(self._stored)
        self._used: dict[str, None] = {}

    def answers(self, questions: Collection[Question]) -> dict[tuple[str, str], Data]:
        """The data of the texts that were written otherwise, by blob and part; without what is no valid record.

        Raises:
            GitError: git could not be asked for the texts that are not known yet.
        """
        self._used |= dict.fromkeys(one.blob for one in questions)
        missing = [one for one in questions if self._is_missing(one)]
        if missing:
            self._learn(missing)
            kept = newest(self._stored, self._used, known=self._known)
            keep(self._path, {"code": _code(), "texts": kept})
        found: dict[tuple[str, str], Data] = {}
        for one in questions:
            entry = self._stored.get(one.blob)
            if entry is not None and entry.get("data") and entry.get(one.part) != one.now:
                found[one.blob, one.part] = entry["data"]
        return found

    def says_now(self, asked: Question) -> bool:
        """Whether a text that was asked for is known to say what is said now."""
        return self._stored.get(asked.blob, {}).get(asked.part) == asked.now

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


def _valid(yaml: str) -> Data | None:
    """The data of a text; None where it is no record by the schema of today."""
    read = read_yaml(yaml) if len(yaml) <= MAX_YAML else None
    if read is None or read.faults or read.refused or not isinstance(read.data, dict):
        return None
    return read.data if fast_validator("decision").is_valid(read.data) else None


@functools.cache
def _code() -> str:
    """All that the reading of a text depends on: our code, what is compared, and the schema."""
    said = json.dumps({part: list(fields) for part, fields in PARTS.items()})
    causes = (code_of(*_CODE), said, schema_text("decision"), schema_text("common"))
    return hashlib.sha256("\n".join(causes).encode()).hexdigest()
