"""How the forecasts moved, from the texts that git holds: what each text states is kept on disk, by its blob.

Safe to delete at any time, to share between branches, and to use from two runs at once: the file is replaced whole,
and of two runs the later one's stands.
"""

import contextlib
import functools
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from roi_plugin.errors import GitError
from roi_plugin.model.drift_fields import Leaves, drift_leaves
from roi_plugin.sources.cache_files import write_cached
from roi_plugin.sources.characters import decoded
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.front_matter import find_front_matter
from roi_plugin.sources.git_history import open_repository
from roi_plugin.sources.yaml_source import MAX_YAML
from roi_plugin.sources.yaml_text import read_yaml

NAME = "drift.json"
KEPT = 4
"""How many times as many texts are kept as one run asked for: those of other branches and of before an edit."""

Told = Callable[[int], None]
Stored = dict[str, Leaves | None]


def stated_by(folder: Path, names: Mapping[str, str], *, cache: Path, told: Told | None = None) -> dict[str, Leaves]:
    """What these blobs state; `names` are their files' names. Those that cannot be read are left out.

    Git is asked once, for all that is not kept in `cache`; where it cannot be asked, they are left out too. `told` is
    told how many were read so far.
    """
    stored = _read(cache / NAME)
    missing = [blob for blob in names if blob not in stored]
    if missing:
        with contextlib.suppress(GitError):
            for count, (blob, content) in enumerate(open_repository(folder).texts(missing), 1):
                stored[blob] = _stated(names[blob], content)
                if told:
                    told(count)
        _store(cache / NAME, stored, names)
    return {blob: leaves for blob in names if (leaves := stored.get(blob)) is not None}


def _stated(name: str, content: bytes) -> Leaves | None:
    text, faults = decoded(content)
    if name.endswith(".md"):
        matter = find_front_matter(text)
        text = "" if isinstance(matter, Fault) else text[matter.start : matter.end]
    if faults or not text or len(text) > MAX_YAML:
        return None
    read = read_yaml(text)
    return drift_leaves(read.data) if isinstance(read.data, dict) and not read.faults else None


def _store(path: Path, stored: Stored, used: Iterable[str]) -> None:
    now = {blob: stored[blob] for blob in used if blob in stored}
    entries = {blob: leaves for blob, leaves in stored.items() if blob not in now} | now
    kept = dict(list(entries.items())[-max(KEPT * len(now), 1) :])
    # A disk that is full or read-only costs time, not the result.
    with contextlib.suppress(OSError, ValueError):
        write_cached(path, json.dumps({"code": _code(), "texts": kept}, separators=(",", ":")))


def _read(path: Path) -> Stored:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    texts = stored.get("texts") if isinstance(stored, dict) and stored.get("code") == _code() else None
    if not isinstance(texts, dict):
        return {}
    return {blob: leaves for blob, leaves in texts.items() if leaves is None or _is_flat(leaves)}


def _is_flat(leaves: object) -> bool:
    return isinstance(leaves, dict) and all(isinstance(value, str | int | float) for value in leaves.values())


@functools.cache
def _code() -> str:
    """The text of the modules that read what a text states: a change of any is another reading."""
    here = Path(__file__).parent
    model = here.parent / "model"
    files = [here / name for name in ("drift_texts.py", "characters.py", "front_matter.py", "yaml_text.py")]
    files += [model / "drift_fields.py", model / "frozen_fields.py"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
