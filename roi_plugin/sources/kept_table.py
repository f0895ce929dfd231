"""Results by the digest of their causes: in memory from build to build of one process, and in a file between them."""

from pathlib import Path

from roi_plugin.sources.kept_file import keep, newest, read_kept


class KeptTable:
    """A table of JSON values at `path`, read when the first is asked for; without a path in memory alone."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._stored: dict[str, object] | None = None
        self._known = 0
        self._used: dict[str, None] = {}
        self._is_new = False

    def get(self, key: str) -> object:
        """The value under a key, which may be anything that somebody wrote there; None where there is none."""
        self._used[key] = None
        return self._entries().get(key)

    def use(self, key: str) -> None:
        """Notes that a value is still wanted, though nobody reads it now."""
        self._used[key] = None

    def put(self, key: str, value: object) -> None:
        """Keeps a value under a key."""
        self._used[key] = None
        self._entries()[key] = value
        self._is_new = True

    def save(self) -> None:
        """Writes the file where something is new; the entries that were used last are kept longest."""
        if self._is_new:
            self._stored = newest(self._entries(), self._used, known=self._known)
            self._known = len(self._stored)
            if self._path:
                keep(self._path, self._stored)
        self._used = {}
        self._is_new = False

    def _entries(self) -> dict[str, object]:
        if self._stored is None:
            self._stored = read_kept(self._path) if self._path else {}
            self._known = len(self._stored)
        return self._stored
