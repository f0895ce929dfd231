"""What became of a decision, as JSON: every step for one decision, its statuses for a list."""

from roi_plugin.model.history import Axis, Change, RecordHistory


def steps(history: RecordHistory | None) -> list[dict[str, object]]:
    """The steps that git knows, oldest first; `commit`, `author` and `pull_request` are null for what is uncommitted.

    `from` and `to` are null for what was not there or not said; on the axis `file` they are paths.
    """
    return [_step(change) for change in history.changes()] if history is not None else []


def statuses(history: RecordHistory | None) -> list[dict[str, object]]:
    """The statuses that git knows of, oldest first, each with the day from which it held."""
    if history is None:
        return []
    return [{"date": one.date.isoformat(), "to": one.after} for one in history.changes(Axis.STATUS)]


def _step(change: Change) -> dict[str, object]:
    version = change.version
    return {
        "date": change.date.isoformat(),
        "commit": version.commit,
        "author": version.author,
        "axis": change.axis.value,
        "from": change.before,
        "to": change.after,
        "pull_request": version.pull_request,
    }
