"""Adds to the history what is on disk and not committed yet: it counts from today."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from roi_plugin.model.history import History, RecordHistory, State, Version
from roi_plugin.sources.folder_files import FolderFiles
from roi_plugin.sources.record_files import RecordFile
from roi_plugin.sources.record_reader import OWN_RECORDS


def with_present(
    history: History, records: Iterable[RecordFile], today: dt.date, *, files: FolderFiles | None = None
) -> History:
    """The history with the records as they are on disk as its last versions, and without those that are not there.

    What stands among the `files` and is not read as a record, for its name or otherwise, is there: nothing of it is
    known from today on. Without any history at all it stays as it is: that a record was written today would be
    invented.
    """
    if history.missing is not None and not history.by_path:
        return history
    present = {file.path: _state(file) for file in records}
    left = {path: one for path, one in history.by_path.items() if _is_record(path) and path not in present}
    by_path = {path: one for path, one in history.by_path.items() if path not in left}
    for path, state in present.items():
        known = history.by_path.get(path) or _renamed(state, left)
        by_path[path] = _continued(known, state, f"{history.root}{path}", today)
    by_path |= _unread(left, files, history.root, today) if files is not None else {}
    removed = (_ended(one, today) for one in left.values())
    return replace(history, by_path=dict(sorted(by_path.items())), gone=(*history.gone, *removed))


def _unread(left: dict[str, RecordHistory], files: FolderFiles, root: str, today: dt.date) -> dict[str, RecordHistory]:
    """Those of the records left that are there still, where they were or under a name of no record; takes them out."""
    found = {path: left.pop(path) for path in sorted(left) if _is_noted(path, files)}
    for path in sorted(files.noted & files.files) if left else ():
        name = path.rpartition("/")[2]
        known = _renamed(OWN_RECORDS.state(name, files.text(path)[0]), left)
        found |= {} if known is None else {path: known}
    return {path: _with_unread(known, f"{root}{path}", today) for path, known in found.items()}


def _is_noted(path: str, files: FolderFiles) -> bool:
    parts = path.split("/")
    return any("/".join(parts[:end]) in files.noted for end in range(1, len(parts) + 1))


def _with_unread(known: RecordHistory, path: str, today: dt.date) -> RecordHistory:
    now = Version(date=max(today, known.last.date), path=path)
    return replace(known, versions=(*known.versions, now))


def _is_record(path: str) -> bool:
    return OWN_RECORDS.is_record(path.rpartition("/")[2])


def _state(file: RecordFile) -> State:
    decision = file.decision
    if decision is None or file.data is None:
        return OWN_RECORDS.state(file.path.rpartition("/")[2], file.text)
    written = file.data.get("id")
    return State(
        status=decision.status.value,
        delivery=decision.delivery.value if decision.delivery else None,
        id=None if written is None else str(written),
        title=decision.title,
        confidentiality=decision.confidentiality,
    )


def _renamed(state: State, left: dict[str, RecordHistory]) -> RecordHistory | None:
    """The one committed record that is not on disk and has the same written id, or else the same title."""
    for key in ("id", "title"):
        said = getattr(state, key)
        same = [old for old, one in left.items() if said and getattr(one.last.state, key) == said]
        if len(same) == 1:
            return left.pop(same[0])
    return None


def _continued(known: RecordHistory | None, state: State, path: str, today: dt.date) -> RecordHistory:
    last = known.last if known is not None else None
    if known is None or last is None:
        return RecordHistory(versions=(Version(date=today, path=path, state=state),))
    same = (last.path, last.state.status, last.state.delivery) == (path, state.status, state.delivery)
    # Of two texts one of which nobody could read, nobody knows what changed.
    is_unknown = state.status is None or last.state.status is None
    if same or (is_unknown and last.path == path):
        return known
    now = Version(date=max(today, last.date), path=path, state=state)
    return replace(known, versions=(*known.versions, now))


def _ended(known: RecordHistory, today: dt.date) -> RecordHistory:
    now = Version(date=max(today, known.last.date), path=known.last.path, is_removal=True)
    return replace(known, versions=(*known.versions, now))
