"""Reads one file of the records folder into text, within bounds."""

import os
from pathlib import Path

from roi_plugin.sources.characters import decoded
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.merge_marks import merge_faults

MAX_FILE = 500_000

_NO_FOLLOWING = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_text(path: Path | str) -> tuple[str, tuple[Fault, ...]]:
    r"""A file's text with `\n` as line end, and what is wrong with it; nothing of a file that is too large."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_FOLLOWING)
        with open(descriptor, "rb") as file:  # noqa: PTH123
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        return "", (_unreadable(error),)
    return text_of(data)


def text_of(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file's bytes, in the same bounds."""
    if len(data) > MAX_FILE:
        return "", (too_large("the file", MAX_FILE),)
    text, faults = decoded(data)
    return text, faults or merge_faults(text)


def too_large(what: str, limit: int, start: int = 0) -> Fault:
    """The fault of a file or a part of one beyond its limit in bytes or characters."""
    return Fault(
        start=start,
        end=start,
        name="file/too-large",
        message=f"{what} is larger than {limit // 1000} KB: nothing here needs that",
        help="move the material into files of its own beside the record, and link to them",
    )


def _unreadable(error: OSError) -> Fault:
    return Fault(
        start=0,
        end=0,
        name="file/unreadable",
        message=f"the file cannot be read: {error.strerror}",
        help="give yourself the right to read it",
    )
