"""Follows the forecast of each record through its texts, the one on disk included."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from roi_plugin.model.drift import Drift, Followed, Text, drift, followed
from roi_plugin.model.drift_fields import Leaves, drift_leaves
from roi_plugin.model.history import RecordHistory
from roi_plugin.sources.drift_texts import Told, stated_by
from roi_plugin.sources.record_files import RecordFile


class Asked(Struct, frozen=True, kw_only=True):
    """A record whose forecast is followed: its file now, and its history."""

    file: RecordFile
    history: RecordHistory


def read_drifts(
    asked: Iterable[Asked], *, folder: Path, cache: Path, today: dt.date, told: Told | None = None
) -> dict[str, Drift]:
    """How the forecasts below `folder` moved, by the paths of the records; without drafts.

    Git is asked once for all texts that were not read before. A text on disk that states something else than the last
    committed one counts from `today`.
    """
    followings = {one.file.path: (one, found) for one in asked if (found := followed(one.history)) is not None}
    names = {
        version.blob: version.path.rpartition("/")[2]
        for _, found in followings.values()
        for version in found.versions
        if version.blob
    }
    stated = stated_by(folder, names, cache=cache, told=told)
    drifts = {path: _drift(one, found, stated, today) for path, (one, found) in followings.items()}
    return {path: found for path, found in drifts.items() if found is not None}


def _drift(asked: Asked, found: Followed, stated: dict[str, Leaves], today: dt.date) -> Drift | None:
    texts = [
        Text(day=version.date, leaves=stated[version.blob], version=version)
        for version in found.versions
        if version.blob in stated
    ]
    last = found.versions[-1].blob
    is_committed = last in stated and last == _blob_of(asked.file.text)
    if asked.file.data is not None and not is_committed:
        now = drift_leaves(asked.file.data)
        if not texts or texts[-1].leaves != now:
            texts.append(Text(day=max(today, found.versions[0].date), leaves=now))
    is_cut_off = not asked.history.is_whole and found.versions[0] == asked.history.versions[0]
    return drift(texts, is_accepted=found.is_accepted, is_cut_off=is_cut_off)


def _blob_of(text: str) -> str:
    """How git names a file with this text, unless it stands there in other bytes or under longer digests."""
    data = text.encode("utf-8", "surrogatepass")
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
