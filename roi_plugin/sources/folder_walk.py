"""Walks the records folder on disk once; hidden files stay out and no link is followed."""

import os
from pathlib import Path

from roi_plugin.model.finding import Severity
from roi_plugin.sources.file_text import read_text
from roi_plugin.sources.folder_files import FolderFiles
from roi_plugin.sources.record_names import is_record


def walk(root: Path, *, shown_from: Path) -> FolderFiles:
    """All files below `root` except hidden ones, named as people in the folder `shown_from` see them."""
    shown = Path(os.path.relpath(root, shown_from)).as_posix()
    folder = FolderFiles(shown=shown, text=lambda path: read_text(f"{root}/{path}"))
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        if not folder.opens(prefix):
            continue
        try:
            with os.scandir(root / prefix) as entries:
                seen = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            _note_unreadable(folder, prefix, error)
            continue
        waiting += [f"{prefix}{entry.name}/" for entry in seen if _take(folder, entry, prefix)]
    folder.records.sort()
    return folder


def _take(folder: FolderFiles, entry: os.DirEntry[str], prefix: str) -> bool:
    """Files an entry; true when it is a folder to walk."""
    path = prefix + entry.name
    if entry.is_symlink():
        message = "a symbolic link is not followed: it could publish any file of this machine"
        folder.note(path, "file/symlink", Severity.ERROR, message, "put the file itself here")
        return False
    is_folder = entry.is_dir(follow_symlinks=False)
    named = is_record(entry.name)
    if (is_folder or named) and not folder.may_be_named(path):
        return False
    if is_folder:
        return True
    if entry.is_file(follow_symlinks=False):
        folder.take(path)
    elif named:
        folder.note(path, "file/unreadable", Severity.ERROR, "this is no regular file", "put a file here")
    return False


def _note_unreadable(folder: FolderFiles, path: str, error: OSError) -> None:
    message = f"the folder cannot be read: {error.strerror}"
    folder.note(path.rstrip("/"), "file/unreadable", Severity.ERROR, message, "give yourself the right to read it")
