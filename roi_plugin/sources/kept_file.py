"""A file of the cache that holds one JSON object: read with suspicion, replaced whole, and never grown without end.

Safe to delete at any time, to share between branches, and to use from two runs at once: of two runs the later one's
stands.
"""

import contextlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from roi_plugin.sources.cache_files import write_cached

KEPT = 4
"""How many times as many entries are kept as one run used: those of other branches and of before an edit."""

Entry = TypeVar("Entry")


def read_kept(path: Path, *, code: str | None = None) -> dict[str, Any]:
    """What a file holds; nothing where there is none, where it is spoilt, or where it was kept for another `code`."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    is_ours = isinstance(stored, dict) and (code is None or stored.get("code") == code)
    return stored if is_ours else {}


def kept_part(stored: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The object under a name of what was read; empty where there is none."""
    part = stored.get(name)
    return part if isinstance(part, dict) else {}


def keep(path: Path, entries: Mapping[str, object]) -> None:
    """Puts these in place of what the file held."""
    # A disk that is full or read-only costs time, not the result; so does a number that is too long to be written.
    with contextlib.suppress(OSError, ValueError):
        write_cached(path, json.dumps(entries, separators=(",", ":")))


def newest(entries: Mapping[str, Entry], used: Iterable[str], *, known: int) -> dict[str, Entry]:
    """The entries to keep, those that were `used` last; `known` is how many there were before this run.

    Whoever uses few of them, as a single record or an early day does, pushes nothing out.
    """
    now = {key: entries[key] for key in used if key in entries}
    ordered = {key: entry for key, entry in entries.items() if key not in now} | now
    return dict(list(ordered.items())[-max(KEPT * len(now), known, 1) :])
