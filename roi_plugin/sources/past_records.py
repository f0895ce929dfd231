"""Gives the lives of all records, for a replay: what each version said, and what it was expected to bring."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from roi_plugin.model.history import History, RecordHistory, Version
from roi_plugin.model.record_then import RecordThen
from roi_plugin.model.replay import Stood
from roi_plugin.sources.record_names import bad_name, is_record
from roi_plugin.sources.version_cache import NAME, Key, Terms, read_versions


class PastLife(Struct, frozen=True, kw_only=True):
    """One record through time, as `replay` takes it: its versions, and the path where it stands or last stood."""

    path: str
    versions: tuple[Stood, ...]


def past_lives(  # noqa: PLR0913 - what is known of the records, and where to keep what is read
    root: Path,
    history: History,
    present: Mapping[str, RecordThen | None],
    terms: Terms,
    *,
    cache: Path,
    progress: Callable[[int], None] | None = None,
) -> list[PastLife]:
    """The lives of all records that stand or stood below `root`; the last version of each that stands is in `present`.

    `progress` is told how many versions were read so far, where they are not kept.
    """
    every = history.by_path.items()
    lives = [(path, one, path in present) for path, one in every if any(_is_record(each.path) for each in one.versions)]
    lives += [(_relative(one.last, history), one, False) for one in history.gone]
    wanted = {
        (version.blob, _relative(version, history))
        for _, one, stands in lives
        for version in (one.versions[:-1] if stands else one.versions)
        if version.blob and _is_record(version.path)
    }
    read = read_versions(root, wanted, terms, cache / NAME, progress)
    found = []
    for path, one, stands in lives:
        versions = list(_stood(one, history, read))
        if stands:
            versions[-1] = Stood(date=one.last.date, then=present[path])
        found.append(PastLife(path=path, versions=tuple(versions)))
    return found


def _stood(one: RecordHistory, history: History, read: Mapping[Key, RecordThen | None]) -> Iterator[Stood]:
    """What stood from version to version: no record before it had the name of one, and one not read after it."""
    was_record = False
    for version in one.versions:
        is_record_now = _is_record(version.path)
        was_record = was_record or is_record_now
        then = read.get((version.blob, _relative(version, history))) if is_record_now else None
        yield Stood(date=version.date, then=then, is_removal=version.is_removal or not was_record)


def _relative(version: Version, history: History) -> str:
    return version.path.removeprefix(history.root)


def _is_record(path: str) -> bool:
    name = path.rpartition("/")[2]
    return is_record(name) and bad_name(name) is None
