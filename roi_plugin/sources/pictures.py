"""The pictures that stand beside records, for a site whose own folder does not hold the records."""

import os
from pathlib import Path

from roi_plugin.sources.active_files import is_active

_KINDS = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def pictures(root: Path) -> tuple[str, ...]:
    """The paths of all picture files below the folder, relative to it, with `/`, sorted.

    What is hidden, a symbolic link or active is left out, and what a linked folder leads to.
    """
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        kept = (Path(folder, name) for name in names if not name.startswith("."))
        found += [
            path.relative_to(root).as_posix()
            for path in kept
            if path.suffix.lower() in _KINDS and path.is_file() and not path.is_symlink() and not is_active(path)
        ]
    return tuple(sorted(found))
