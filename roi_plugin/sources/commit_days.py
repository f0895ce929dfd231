"""Settles the day of every commit, where a clock that was wrong says a day that cannot be."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Sequence

from roi_plugin.sources.git_log import Commit

_PLAY = 3600
"""Seconds by which the clocks of two machines may differ without being wrong."""


def settle_days(commits: Sequence[Commit], *, now: dt.date, cut_off: Collection[str] = ()) -> None:
    """Gives a commit that claims a later day than it can have the last day that it can.

    The commits come newest first, each before its parents. Nothing is written after `now`, and no text after somebody
    committed it or what follows it. A commit is made when it says, unless more of the others say otherwise: those
    believed are the most that can be put into their order; of two that contradict each other, the later one.

    A commit at which a shallow clone is `cut_off` seems to make all texts, though others made most of them before: it
    gets the day on which it was committed, by which all of them were there.
    """
    believed = _believed(commits, now)
    bound: Commit | None = None
    for place, commit in enumerate(commits):
        if place in believed:
            bound = commit
        is_cut_off = commit.id in cut_off
        day, time = (commit.committed_on, commit.committed) if is_cut_off else (commit.date, commit.written)
        known = day if bound is None or time <= bound.committed + _PLAY else bound.committed_on
        commit.date = min(known, now.isoformat())


def newest_day(commits: Sequence[Commit]) -> str:
    """The latest day that any commit claims, as `YYYY-MM-DD`; empty without commits."""
    return max((day for commit in commits for day in (commit.date, commit.committed_on)), default="")


def _believed(commits: Sequence[Commit], now: dt.date) -> set[int]:
    """The places of the longest run of commits none of which was committed after one that follows it."""
    ends: list[int] = []
    times: list[int] = []
    before: dict[int, int | None] = {}
    for place, commit in enumerate(commits):
        if commit.committed_on > now.isoformat():
            continue
        at = bisect_right(times, -commit.committed)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1], times[at : at + 1] = [place], [-commit.committed]
    found = set()
    here = ends[-1] if ends else None
    while here is not None:
        found.add(here)
        here = before[here]
    return found
