"""Writes a file whole or not at all: a reader sees the old text or the new one, also under two runs at once."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Puts `text` at `path`, making its folder where it is missing; OSError where that cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as part:
        part.write(text)
    os.replace(part.name, path)  # noqa: PTH105 - one step, on every system
