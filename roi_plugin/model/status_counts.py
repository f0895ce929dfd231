"""How many decisions had which status on which day."""

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from roi_plugin.model.decision import Delivery, Status
from roi_plugin.model.history import RecordHistory, State

Step = tuple[dt.date, str | None]
"""From this day on a record has this status; None: there is no such record, or its text cannot be read yet.

What was accepted and then taken back counts as `reverted`, as everywhere else.
"""

MOST_DAYS = 48
"""How many days a reader can tell apart in a chart."""
_STOOD = (Status.ACCEPTED, Delivery.REVERTED)
_MONTHS_BETWEEN = (1, 3, 12, 60, 120)


class StatusCounts(Struct, frozen=True, kw_only=True):
    """How many decisions had each status at the end of a day; what is not named had none."""

    date: dt.date
    by_status: Mapping[str, int]


def status_steps(history: RecordHistory, *, replaced_on: dt.date | None = None) -> list[Step]:
    """The statuses of a record with the days from which they held, in the order of the days.

    They begin when the record came into git: what it was before, and what became of others then, nobody knows. From
    the day `replaced_on`, on which one that replaced it as a whole was accepted, an accepted or reverted one counts as
    superseded.
    """
    steps: list[Step] = []
    for version in history.versions:
        if version.is_removal:
            steps.append((version.date, None))
        elif version.state.status is not None:
            steps.append((version.date, _standing(version.state)))
    return steps if replaced_on is None else list(_replaced(steps, replaced_on))


def _standing(state: State) -> str | None:
    is_undone = state.status == Status.ACCEPTED and state.delivery == Delivery.REVERTED
    return Delivery.REVERTED.value if is_undone else state.status


def _replaced(steps: Sequence[Step], on: dt.date) -> Iterator[Step]:
    status = None
    is_told = False
    for day, after in steps:
        if not is_told and day > on:
            is_told = True
            if status in _STOOD:
                yield on, Status.SUPERSEDED
        yield day, Status.SUPERSEDED if after in _STOOD and day >= on else after
        status = after
    if not is_told and status in _STOOD and (not steps or steps[-1][0] < on):
        yield on, Status.SUPERSEDED


def status_counts(records: Iterable[Sequence[Step]], days: Sequence[dt.date]) -> tuple[StatusCounts, ...]:
    """The counts at the end of each of the `days`, which rise; a status of which there was none is left out."""
    moves: list[tuple[dt.date, str | None, str | None]] = []
    for steps in records:
        before: str | None = None
        for day, after in steps:
            moves.append((day, before, after))
            before = after
    moves.sort(key=lambda move: move[0])
    counts: Counter[str] = Counter()
    found, at = [], 0
    for day in days:
        while at < len(moves) and moves[at][0] <= day:
            _, before, after = moves[at]
            at += 1
            if before is not None:
                counts[before] -= 1
            if after is not None:
                counts[after] += 1
        found.append(StatusCounts(date=day, by_status={name: count for name, count in counts.items() if count}))
    return tuple(found)


def month_ends(first: dt.date, today: dt.date) -> tuple[dt.date, ...]:
    """The last days of the months from that of `first` on, and `today` as the last; of a long time only some of them.

    They are as many months apart (a quarter, a year, 5 or 10 years) as is needed to be few, counted back from today.
    """
    months = (today.year - first.year) * 12 + today.month - first.month
    apart = next((each for each in _MONTHS_BETWEEN if months // each < MOST_DAYS), _MONTHS_BETWEEN[-1])
    ends = (_month_end(today, back) for back in range(months - months % apart, 0, -apart))
    return (*ends, today)


def _month_end(today: dt.date, months_back: int) -> dt.date:
    year, month = divmod(today.year * 12 + today.month - 1 - months_back, 12)
    return dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
