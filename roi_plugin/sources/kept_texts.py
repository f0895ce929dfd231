"""Texts in a folder of the cache, each under the digest of all that it was written from; packed, and held in memory.

Safe to delete at any time, to share between branches, and to use from two runs at once: a text is written whole, and
one that is spoilt is told from a sound one by its checksum, and is not there.
"""

import contextlib
import os
import zlib
from pathlib import Path

from roi_plugin.sources.cache_files import write_cached
from roi_plugin.sources.kept_file import KEPT

_FAST = 1


class KeptTexts:
    """The texts below `folder`, which is made when the first is put into it; without a folder there is only memory.

    What was used since the last `settle` stays in memory as well, so that a server that builds again reads no file.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory: dict[str, bytes] = {}
        self._used: set[str] = set()
        self._is_new = False

    def get(self, key: str) -> str | None:
        """The text of this key; None where there is none, or a spoilt one."""
        packed = self._memory.get(key)
        try:
            if packed is None:
                packed = (self._folder / key).read_bytes() if self._folder else b""
            text = zlib.decompress(packed).decode()
        except (OSError, ValueError, zlib.error):
            return None
        self._hold(key, packed)
        return text

    def use(self, key: str) -> None:
        """Notes that a text is still wanted, though nobody reads it now."""
        self._used.add(key)

    def put(self, key: str, text: str) -> None:
        """Keeps a text; ASCII is best."""
        packed = zlib.compress(text.encode(), _FAST)
        self._hold(key, packed)
        if self._folder is None:
            return
        try:
            write_cached(self._folder / key, packed)
            self._is_new = True
        except OSError:
            # A disk that is full or read-only costs time, not the result.
            self._folder = None

    def settle(self) -> None:
        """Forgets what was not used since the last time; of the files, the oldest where there are too many."""
        self._memory = {key: packed for key, packed in self._memory.items() if key in self._used}
        if self._is_new and self._folder is not None:
            self._prune(self._folder)
        self._used, self._is_new = set(), False

    def _hold(self, key: str, packed: bytes) -> None:
        self._memory[key] = packed
        self._used.add(key)

    def _prune(self, folder: Path) -> None:
        with contextlib.suppress(OSError):
            names = os.listdir(folder)  # noqa: PTH208 - of thousands
            spare = [name for name in names if name not in self._used and "." not in name]
            most = (KEPT - 1) * len(self._used)
            if len(spare) <= most:
                return
            for _, name in sorted(((folder / name).stat().st_mtime_ns, name) for name in spare)[: len(spare) - most]:
                (folder / name).unlink(missing_ok=True)
