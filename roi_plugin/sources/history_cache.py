"""The history of a folder on disk, by the commit it was read at, and what each text says, by its blob."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from roi_plugin.model.history import History, State
from roi_plugin.sources.characters import decoded
from roi_plugin.sources.git_history import Repository
from roi_plugin.sources.kept_file import keep, kept_part, read_kept
from roi_plugin.sources.own_code import code_of
from roi_plugin.sources.record_reader import RecordReader
from roi_plugin.sources.stored_values import plain, sound_value

NAME = "history.json"
_CODE = (
    "model/history.py",
    "model/same_records.py",
    "sources/commit_days.py",
    "sources/git_log.py",
    "sources/history_cache.py",
    "sources/record_histories.py",
    "sources/record_reader.py",
    "sources/version_tables.py",
)
"""The modules that make a history: a change of any is a new history."""


class HistoryCache:
    """The kept history of one folder, read by one reader on the day `now`."""

    def __init__(self, folder: Path, repository: Repository, reader: RecordReader, now: dt.date) -> None:
        self.now = now
        self._path = folder / NAME
        self._repository = repository
        self._reader = reader
        self._code = f"{reader.name} {code_of(*_CODE)}"
        self._key = _key(repository)
        self._stored = read_kept(self._path, code=self._code)
        self._states: dict[str, State] = {}

    @property
    def history(self) -> History | None:
        """The history as of the repository's HEAD, if that was read before."""
        # Where commits claim days that have not come, what is told of them depends on the day.
        causes = (self._key, self._read_on(self._stored.get("newest")))
        is_known = causes == (self._stored.get("key"), self._stored.get("read_on"))
        return sound_value(History, self._stored.get("history")) if is_known else None

    def _read_on(self, newest: object) -> str:
        """The day that a history depends on; empty where no commit claims to be younger than now."""
        day = self.now.isoformat()
        return day if isinstance(newest, str) and newest > day else ""

    def states(self, names: Mapping[str, str]) -> dict[str, State]:
        """What these blobs say; `names` are their files' names. Those that are not known are read in one pass."""
        known = kept_part(self._stored, "states")
        self._states = {blob: state for blob in names if (state := sound_value(State, known.get(blob))) is not None}
        wanted = [blob for blob in names if blob not in self._states]
        for blob, content in self._repository.texts(wanted):
            text, _ = decoded(content)
            self._states[blob] = self._reader.state(names[blob], text)
        return self._states

    def store(self, history: History, *, newest: str) -> History:
        """Keeps what was read of commits up to the day that the `newest` claims, and gives it back."""
        states = {blob: plain(state) for blob, state in self._states.items()}
        causes = {"code": self._code, "key": self._key, "newest": newest, "read_on": self._read_on(newest)}
        keep(self._path, {**causes, "history": plain(history), "states": states})
        return history


def _key(repository: Repository) -> str:
    """All that the history depends on beside the code: the commit, the folder, where the clone ends, the names."""
    try:
        mailmap = (repository.top / ".mailmap").read_bytes()
    except OSError:
        mailmap = b""
    causes = json.dumps([repository.head, repository.prefix, sorted(repository.shallow)]).encode()
    return hashlib.sha256(causes + mailmap).hexdigest()
