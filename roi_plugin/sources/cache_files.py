"""Writes the files of the cache, into a folder that git does not see in any project."""

from pathlib import Path

from roi_plugin.sources.git_history import is_tracked
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


def trusted_cache_of(root: Path) -> Path | None:
    """As `cache_of`, for what is published as it is read; None where the cache came with the repository.

    Whoever can add a record to a repository can add a file to `.cache/` too, and must not write pages with it.
    """
    folder = cache_of(root)
    return None if is_tracked(folder.parent) else folder
