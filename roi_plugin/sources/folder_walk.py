"""Walks the records folder once: which files there are, which are records, what is refused."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from roi_plugin.model.finding import Finding, Place, Severity
from roi_plugin.sources.meant_as_record import meant_as_record
from roi_plugin.sources.record_names import Skipped, bad_name, is_record, shown_name, skipped

MAX_FOLDER_DEPTH = 32


@dataclass(slots=True, kw_only=True)
class FolderFiles:
    """What a folder holds: regular `files`, the `records` among them, findings; paths are relative, with `/`."""

    shown: str
    files: set[str] = field(default_factory=set)
    records: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def shown_path(self, path: str) -> str:
        """A path of the folder as people see it."""
        return shown_name(path if self.shown == "." else f"{self.shown}/{path}")

    def note(self, path: str, name: str, severity: Severity, message: str, mend: str) -> None:
        """Adds a finding about a whole file or folder."""
        self.findings.append(
            Finding(
                path=self.shown_path(path) if path else shown_name(self.shown),
                place=Place(),
                field="",
                name=name,
                severity=severity,
                message=message,
                help=mend,
            )
        )


def walk(root: Path, *, shown: str) -> FolderFiles:
    """All files below `root` except hidden ones; no link is followed. `shown` is the folder as people see it."""
    folder = FolderFiles(shown=shown)
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        if prefix.count("/") > MAX_FOLDER_DEPTH:
            message = f"the folder stands more than {MAX_FOLDER_DEPTH} levels deep"
            folder.note(prefix.rstrip("/"), "file/too-deep", Severity.ERROR, message, "move its records up")
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
    reason = bad_name(entry.name) if is_folder or named else None
    if reason is not None:
        folder.note(
            path, "file/bad-name", Severity.ERROR, f"the name {reason}", "rename it with letters, digits and `-`"
        )
        return False
    if is_folder:
        return True
    if not entry.is_file(follow_symlinks=False):
        if named:
            folder.note(path, "file/unreadable", Severity.ERROR, "this is no regular file", "put a file here")
        return False
    folder.files.add(path)
    if named:
        folder.records.append(path)
    elif other := skipped(entry.name):
        _note_skipped(folder, path, other, meant=meant_as_record(entry.path))
    return False


def _note_skipped(folder: FolderFiles, path: str, other: Skipped, *, meant: bool) -> None:
    message = f"not read as a record: {other.why}"
    if meant:
        message = f"this has the fields of a record and is not read as one: {other.why}"
    folder.note(path, "file/skipped", Severity.ERROR if meant else Severity.WARNING, message, other.mend)


def _note_unreadable(folder: FolderFiles, path: str, error: OSError) -> None:
    message = f"the folder cannot be read: {error.strerror}"
    folder.note(path.rstrip("/"), "file/unreadable", Severity.ERROR, message, "give yourself the right to read it")
