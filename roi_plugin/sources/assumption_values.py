"""Adds to the shared assumptions what git knows of their values: a change moves forecasts that were accepted before."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from roi_plugin.errors import GitError
from roi_plugin.model.assumption import Assumption, FormerValue
from roi_plugin.model.history import RecordHistory
from roi_plugin.model.same_meaning import is_same_value
from roi_plugin.sources.characters import decoded
from roi_plugin.sources.git_history import open_repository
from roi_plugin.sources.kept_file import keep, kept_part, newest, read_kept
from roi_plugin.sources.own_code import code_of
from roi_plugin.sources.yaml_source import MAX_YAML
from roi_plugin.sources.yaml_text import read_yaml

NAME = "assumptions.json"
_CODE = ("sources/assumption_values.py", "sources/characters.py", "sources/yaml_text.py")

Said = Mapping[str, str | None]
"""The written value of each assumption by its id, None for one without a value."""


def with_values(
    assumptions: Mapping[str, Assumption], history: RecordHistory | None, *, root: Path, cache: Path, today: dt.date
) -> Mapping[str, Assumption]:
    """The assumptions of the folder `root` with the values that they had; `history` is that of their file.

    Git is asked once for all texts of the file that were not read before. Where it cannot be asked, they stay as they
    are. A value on disk that is not committed counts from `today`.
    """
    if history is None or not assumptions:
        return assumptions
    blobs = dict.fromkeys(version.blob for version in history.versions if version.blob)
    try:
        said = _said(blobs, root, cache)
    except GitError:
        return assumptions
    texts = [(version.date, said[version.blob]) for version in history.versions if version.blob in said]
    return {name: _told(one, texts, today) for name, one in assumptions.items()}


def _told(assumption: Assumption, texts: Iterable[tuple[dt.date, Said]], today: dt.date) -> Assumption:
    now = assumption.value.text if assumption.value is not None else None
    values: list[FormerValue] = []
    for day, said in (*texts, (today, {assumption.id: now})):
        if assumption.id in said and not (values and is_same_value(values[-1].text, said[assumption.id])):
            values.append(FormerValue(date=day, text=said[assumption.id]))
    written = assumption.changed
    seen = values[-1].date if len(values) > 1 else None
    changed = max((day for day in (written, seen) if day is not None), default=None)
    return replace(assumption, changed=changed, values=tuple(values))


def _said(blobs: Collection[str], root: Path, cache: Path) -> dict[str, Said]:
    """What these texts say, by their blobs; those that are not known are read in one pass, and kept."""
    path, code = cache / NAME, code_of(*_CODE)
    stored = kept_part(read_kept(path, code=code), "texts")
    known = {blob: entry for blob, entry in stored.items() if isinstance(entry, dict)}
    missing = [blob for blob in blobs if blob not in known]
    if missing:
        before = len(known)
        for blob, content in open_repository(root).texts(missing):
            known[blob] = _values(decoded(content)[0])
        keep(path, {"code": code, "texts": newest(known, blobs, known=before)})
    return {blob: known[blob] for blob in blobs if blob in known}


def _values(text: str) -> dict[str, str | None]:
    read = read_yaml(text) if len(text) <= MAX_YAML else None
    data = read.data if read is not None and not read.faults else None
    entries = data.get("assumptions") if isinstance(data, dict) else None
    listed = entries if isinstance(entries, list) else []
    named = [entry for entry in listed if isinstance(entry, dict) and isinstance(entry.get("id"), str)]
    return {str(entry["id"]): _written(entry.get("value")) for entry in reversed(named)}


def _written(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("value", value.get("range"))
    return str(value) if isinstance(value, str | int | float) else None
