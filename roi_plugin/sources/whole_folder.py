"""Writes a folder whole or not at all, in place of the one that was written there before."""

import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from roi_plugin.errors import BadSettingError

MARK = ".written-by-roi"
"""The file by which a folder is known as one that may be replaced."""


def write_folder(folder: Path, files: Mapping[str, bytes], copied: Mapping[str, Path]) -> None:
    """Puts `files`, and those `copied` from elsewhere, into a folder by their relative paths.

    Raises:
        BadSettingError: something stands there that was not written here.
        OSError: it cannot be written; then what stood there before still does.
    """
    ours = (folder / MARK).is_file()
    if folder.is_symlink() or (folder.exists() and not ours and (not folder.is_dir() or any(folder.iterdir()))):
        raise BadSettingError(f"{folder} holds files that were not rendered: name an empty folder, or a new one")
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.parent / f".{folder.name[:100]}.{secrets.token_hex(8)}"
    try:
        _fill(part, files, copied)
        _replace(folder, part)
    except OSError as error:
        # Nobody knows the folder by the name that it has until it is whole.
        error.filename = str(folder)
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, bytes], copied: Mapping[str, Path]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for path, source in copied.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target, follow_symlinks=False)
    (folder / MARK).write_text("This folder is replaced by each `roi render`.\n", encoding="utf-8")


def _replace(folder: Path, part: Path) -> None:
    if not folder.exists():
        part.replace(folder)
        return
    old = folder.parent / f"{part.name}.old"
    folder.replace(old)
    try:
        part.replace(folder)
    except OSError:
        old.replace(folder)
        raise
    shutil.rmtree(old)
