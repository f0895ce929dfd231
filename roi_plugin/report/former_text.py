"""What became of a record that a name once meant, as a line for a terminal."""

import datetime as dt

from roi_plugin.model.former_names import Former
from roi_plugin.model.register import Register, stem
from roi_plugin.report.terminal import safe

_SHORT = 8


def former_text(name: str, former: Former, register: Register) -> str:
    """That the record is gone, since when and by which commit, or which name it has now; and how to see it."""
    if former.path is None:
        return f"`{safe(name)}` was removed {_when(former)}{_as_it_stood(name, former)}"
    now = next((one.id for one in register.decisions if one.path == former.path), stem(former.path))
    return f"`{safe(name)}` is now `{safe(now)}`, since it was renamed {_when(former)}: `roi show {safe(now)}`"


def _when(former: Former) -> str:
    lost = former.lost
    if lost.commit is None:
        return "on disk, which is not committed yet"
    by = f" by {safe(lost.author)}" if lost.author else ""
    return f"on {lost.date}{by} in commit {safe(lost.commit[:_SHORT])}"


def _as_it_stood(name: str, former: Former) -> str:
    """How to see it; nothing where it came and went on one day, and no end of a day saw it."""
    day = former.lost.date - dt.timedelta(days=1)
    return f": `roi show {safe(name)} --as-of {day}` tells how it stood" if former.held.date <= day else ""
