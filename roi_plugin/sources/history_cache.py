"""The history of a folder on disk, by the commit it was read at, and what each text says, by its blob.

Safe to delete at any time, and to use from two runs at once: the file is replaced whole, and of two runs the later
one's stands.
"""

import contextlib
import functools
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from roi_plugin.model.history import History, State
from roi_plugin.sources.cache_files import write_cached
from roi_plugin.sources.characters import decoded
from roi_plugin.sources.git_history import Repository
from roi_plugin.sources.record_reader import RecordReader
from roi_plugin.sources.stored_values import plain, value_of

NAME = "history.json"


class HistoryCache:
    """The kept history of one folder, read by one reader."""

    def __init__(self, folder: Path, repository: Repository, reader: RecordReader) -> None:
        self._path = folder / NAME
        self._repository = repository
        self._reader = reader
        self._code = f"{reader.name} {_code()}"
        self._key = _key(repository)
        self._stored = _read(self._path, self._code)
        self._states: dict[str, State] = {}

    @property
    def history(self) -> History | None:
        """The history as of the repository's HEAD, if that was read before."""
        entry = self._stored.get("history")
        try:
            return value_of(History, entry) if self._stored.get("key") == self._key else None
        except ValueError:
            return None

    def states(self, names: Mapping[str, str]) -> dict[str, State]:
        """What these blobs say; `names` are their files' names. Those that are not known are read in one pass."""
        stored = self._stored.get("states")
        known = stored if isinstance(stored, dict) else {}
        self._states = {blob: state for blob in names if (state := _state(known.get(blob))) is not None}
        wanted = [blob for blob in names if blob not in self._states]
        for blob, content in self._repository.texts(wanted):
            text, _ = decoded(content)
            self._states[blob] = self._reader.state(names[blob], text)
        return self._states

    def store(self, history: History) -> History:
        """Keeps what was read, and gives it back."""
        states = {blob: plain(state) for blob, state in self._states.items()}
        entries = {"code": self._code, "key": self._key, "history": plain(history), "states": states}
        # A disk that is full or read-only costs time, not the result.
        with contextlib.suppress(OSError):
            write_cached(self._path, json.dumps(entries, separators=(",", ":")))
        return history


def _read(path: Path, code: str) -> dict[str, object]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) and stored.get("code") == code else {}


def _state(entry: object) -> State | None:
    try:
        return None if entry is None else value_of(State, entry)
    except ValueError:
        return None


def _key(repository: Repository) -> str:
    """All that the history depends on beside the code: the commit, the folder, where the clone ends, the names."""
    try:
        mailmap = (repository.top / ".mailmap").read_bytes()
    except OSError:
        mailmap = b""
    causes = json.dumps([repository.head, repository.prefix, sorted(repository.shallow)]).encode()
    return hashlib.sha256(causes + mailmap).hexdigest()


@functools.cache
def _code() -> str:
    """The text of the modules that make a history: a change of any is a new history."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for name in ("git_log.py", "history_cache.py", "record_histories.py", "record_reader.py", "version_tables.py"):
        digest.update((here / name).read_bytes())
    digest.update((here.parent / "model" / "history.py").read_bytes())
    return digest.hexdigest()
