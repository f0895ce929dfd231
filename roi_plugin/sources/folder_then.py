"""Gives the records folder as it was at the end of a day, from the texts that git holds."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from roi_plugin.errors import GitError
from roi_plugin.model.history import History
from roi_plugin.sources.file_text import text_of
from roi_plugin.sources.folder_files import FolderFiles, Text
from roi_plugin.sources.git_history import open_repository
from roi_plugin.sources.record_names import is_record
from roi_plugin.sources.record_reader import ENDINGS


def folder_then(root: Path, history: History, day: dt.date, now: FolderFiles) -> FolderFiles:
    """The folder at the end of `day`; files that can be no records are those of `now`, for links alone lead there.

    Raises:
        GitError: git cannot tell what stood here then, or no record did.
    """
    blobs = history.as_of(day)
    _refuse_unknown(history, day, blobs)
    contents = dict(open_repository(root).texts(sorted(set(blobs.values()))))
    lost = next((path for path, blob in sorted(blobs.items()) if blob not in contents), None)
    if lost is not None:
        raise GitError(
            f"this clone does not hold the text of {lost} as of {day}: `git fetch --refetch --no-filter` gets it"
        )
    return _folder({path: text_of(contents[blob]) for path, blob in blobs.items()}, now)


def _refuse_unknown(history: History, day: dt.date, blobs: Iterable[str]) -> None:
    if history.missing is not None and not history.by_path:
        raise GitError(history.missing)
    every = (*history.by_path.values(), *history.gone)
    stood = any(is_record(path.rpartition("/")[2]) for path in blobs)
    cut = [one.versions[0].date for one in every if not one.is_whole and one.versions[0].date > day]
    if cut or (history.missing is not None and not stood):
        since = f" begins on {min(cut)} and" if cut else ""
        raise GitError(
            f"this is a shallow clone: its history{since} does not tell what stood here on {day} "
            "(`git fetch --unshallow` gets the rest)"
        )
    if not stood:
        texts = (version for one in every for version in one.versions if not version.is_removal)
        first = min((one.date for one in texts if is_record(one.path.rpartition("/")[2])), default=None)
        raise GitError(f"no record stood here on {day}" + (f": the first is of {first}" if first else ""))


def _folder(texts: Mapping[str, Text], now: FolderFiles) -> FolderFiles:
    folder = FolderFiles(shown=now.shown, text=texts.__getitem__)
    folder.files |= {path for path in now.files if not path.endswith(ENDINGS)}
    open_folders = {"": True}
    for path in sorted(texts):
        above, _, name = path.rpartition("/")
        seen = _opens(folder, above, open_folders) and not name.startswith(".")
        if seen and (not is_record(name) or folder.may_be_named(path)):
            folder.take(path)
    folder.records.sort()
    return folder


def _opens(folder: FolderFiles, path: str, known: dict[str, bool]) -> bool:
    """Whether all folders down to `path` would be walked; each that would not is noted once."""
    if path not in known:
        above, _, name = path.rpartition("/")
        visible = _opens(folder, above, known) and not name.startswith(".")
        known[path] = visible and folder.may_be_named(path) and folder.opens(f"{path}/")
    return known[path]
