"""How the forecasts moved, from the texts that git holds: what each text states is kept on disk, by its blob."""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path

from roi_plugin.errors import GitError
from roi_plugin.model.drift_fields import Leaves, drift_leaves
from roi_plugin.sources.characters import decoded
from roi_plugin.sources.git_history import open_repository
from roi_plugin.sources.kept_file import keep, kept_part, newest, read_kept
from roi_plugin.sources.own_code import code_of
from roi_plugin.sources.record_reader import yaml_part
from roi_plugin.sources.yaml_source import MAX_YAML
from roi_plugin.sources.yaml_text import read_yaml

NAME = "drift.json"
_CODE = (
    *("model/drift_fields.py", "model/frozen_fields.py", "sources/characters.py", "sources/drift_texts.py"),
    *("sources/front_matter.py", "sources/record_reader.py", "sources/yaml_text.py"),
)
"""The modules that read what a text states: a change of any is another reading."""

Told = Callable[[int], None]
Stored = dict[str, Leaves | None]


def stated_by(folder: Path, names: Mapping[str, str], *, cache: Path, told: Told | None = None) -> dict[str, Leaves]:
    """What these blobs state; `names` are their files' names. Those that cannot be read are left out.

    Git is asked once, for all that is not kept in `cache`; where it cannot be asked, they are left out too. `told` is
    told how many were read so far.
    """
    path = cache / NAME
    stored = _known(path)
    known = len(stored)
    missing = [blob for blob in names if blob not in stored]
    if missing:
        with contextlib.suppress(GitError):
            for count, (blob, content) in enumerate(open_repository(folder).texts(missing), 1):
                stored[blob] = _stated(names[blob], content)
                if told:
                    told(count)
        keep(path, {"code": code_of(*_CODE), "texts": newest(stored, names, known=known)})
    return {blob: leaves for blob in names if (leaves := stored.get(blob)) is not None}


def _stated(name: str, content: bytes) -> Leaves | None:
    text, faults = decoded(content)
    yaml = yaml_part(name, text)
    if faults or not yaml or len(yaml) > MAX_YAML:
        return None
    read = read_yaml(yaml)
    return drift_leaves(read.data) if isinstance(read.data, dict) and not read.faults else None


def _known(path: Path) -> Stored:
    texts = kept_part(read_kept(path, code=code_of(*_CODE)), "texts")
    return {blob: leaves for blob, leaves in texts.items() if leaves is None or _is_flat(leaves)}


def _is_flat(leaves: object) -> bool:
    return isinstance(leaves, dict) and all(isinstance(value, str | int | float) for value in leaves.values())
