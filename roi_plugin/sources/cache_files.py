"""Writes the files of the cache, into a folder that git does not see in any project."""

from pathlib import Path

from roi_plugin.sources.project_files import project_folder
from roi_plugin.sources.whole_file import write_whole

IGNORE = ".gitignore"
_EVERYTHING = "*\n"


def write_cached(path: Path, content: str | bytes) -> None:
    """Puts a text, or bytes, at `path`, whole; a folder that is new first hides itself from git.

    Raises:
        OSError: that cannot be.
    """
    if not path.parent.exists():
        write_whole(path.parent / IGNORE, _EVERYTHING)
    write_whole(path, content)


def cache_of(root: Path) -> Path:
    """The folder in which what is computed for the records below `root` is kept."""
    return project_folder(root) / ".cache" / "roi"
