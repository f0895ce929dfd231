"""Writes a file whole or not at all: a reader sees the old text or the new one, also under two runs at once."""

import secrets
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Puts a text, or bytes, at `path`, making its folder where it is missing; OSError where that cannot be."""
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.parent / f".{path.name[:100]}.{secrets.token_hex(8)}"
    try:
        with part.open("xb") as file:
            file.write(data)
        part.replace(path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            # Nobody knows the file by the name that it has until it is whole.
            error.filename = str(path)
        raise
