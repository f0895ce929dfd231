"""Finds the records that once had a name: by what git knows of those that have another one now, or are gone."""

from collections.abc import Iterator

from msgspec import Struct

from roi_plugin.model.history import History, RecordHistory, Version
from roi_plugin.model.register import ENDINGS, plain_number, stem


class Former(Struct, frozen=True, kw_only=True):
    """A record that had a name until `lost`, the version that gave it another one or removed it.

    `path` is where it stands now, relative to the records folder; None where it is gone. `held` is the last version
    with the name.
    """

    path: str | None
    held: Version
    lost: Version


def formerly(name: str, history: History) -> tuple[Former, ...]:
    """The records that had a name (an id, a number or a file) and have it no more, who lost it last first."""
    plain = name.strip().replace("\\", "/")
    asked = stem(plain) if plain.lower().endswith(ENDINGS) else plain
    here = ((path, one) for path, one in history.by_path.items())
    gone = ((None, one) for one in history.gone)
    found = [former for path, one in (*here, *gone) for former in _former(asked, path, one)]
    return tuple(sorted(found, key=lambda one: (one.lost.date, one.held.path), reverse=True))


def _former(name: str, path: str | None, known: RecordHistory) -> Iterator[Former]:
    holding = [index for index, version in enumerate(known.versions) if _has(version, name)]
    if holding and holding[-1] + 1 < len(known.versions):
        yield Former(path=path, held=known.versions[holding[-1]], lost=known.versions[holding[-1] + 1])


def _has(version: Version, name: str) -> bool:
    if version.is_removal:
        return False
    own = stem(version.path)
    number = own.partition("-")[0]
    is_number = name.isascii() and name.isdecimal() and number.isascii() and number.isdecimal()
    return name in {version.state.id, own} or (is_number and plain_number(number) == plain_number(name))
