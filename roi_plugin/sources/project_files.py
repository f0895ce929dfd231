"""Whether a link out of the records folder leads to a file of the same project."""

import os
from collections.abc import Callable
from pathlib import Path

_MARKS = (".git", "mkdocs.yml", "pyproject.toml")


def project_folder(root: Path) -> Path:
    """The nearest folder above `root` that holds `.git`, `mkdocs.yml` or `pyproject.toml`, else the one right above."""
    folder = Path(os.path.abspath(root))  # noqa: PTH100 - `..` in a link means the folder above by name
    return next((above for above in folder.parents if any((above / mark).exists() for mark in _MARKS)), folder.parent)


def project_files(root: Path) -> Callable[[str], bool]:
    """A function that tells whether a path relative to `root` is there, inside the project around `root`.

    The project is the nearest folder above that holds `.git`, `mkdocs.yml` or `pyproject.toml`, else the folder right
    above: a record must not learn what lies elsewhere on the machine that builds the site.
    """
    folder = Path(os.path.abspath(root))  # noqa: PTH100 - `..` in a link means the folder above by name
    project = project_folder(root)

    def is_there(path: str) -> bool:
        target = os.path.normpath(folder / path)
        inside = target == str(project) or target.startswith(f"{project}{os.sep}")
        return inside and os.path.exists(target)  # noqa: PTH110 - names that no disk can hold are simply not there

    return is_there
