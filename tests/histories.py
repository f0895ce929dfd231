"""Histories for tests of what is asked of them: the versions of records as git would tell of them."""

import datetime as dt

from roi_plugin.model.history import History, RecordHistory, State, Version


def record_history(*versions: tuple[str, ...], path: str = "0001-cache.md", is_whole: bool = True) -> RecordHistory:
    """A history of (day, status) or (day, status, delivery), oldest first; a day with a `*` behind is not committed."""
    return RecordHistory(
        versions=tuple(
            Version(
                date=dt.date.fromisoformat(day.rstrip("*")),
                path=path,
                commit=None if day.endswith("*") else "c0ffee",
                state=State(status=said[0] or None, delivery=said[1] if len(said) > 1 else None),
            )
            for day, *said in versions
        ),
        is_whole=is_whole,
    )


def history(*versions: tuple[str, ...], path: str = "0001-cache.md", is_whole: bool = True) -> History:
    """What git knows of a folder with one record."""
    return History(by_path={path: record_history(*versions, path=path, is_whole=is_whole)})
