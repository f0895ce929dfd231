"""A year, quarter or month as people write it, and where a quarter begins."""

import datetime as dt
import re

from msgspec import Struct

_FORM = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?")
_QUARTER = 3
_YEAR = 12


class Period(Struct, frozen=True, kw_only=True):
    """The days from `start` to `end`, both of them in it; `name` is as it was written."""

    name: str
    start: dt.date
    end: dt.date


def period_of(text: str) -> Period | None:
    """The period that is written as `2026`, `2026-Q3` or `2026-09`; None for any other text."""
    match = _FORM.fullmatch(text)
    if match is None or not dt.MINYEAR <= int(match[1]) < dt.MAXYEAR:
        return None
    first, length = 1, _YEAR
    if match[2]:
        first, length = _QUARTER * (int(match[2]) - 1) + 1, _QUARTER
    elif match[3]:
        first, length = int(match[3]), 1
    start = dt.date(int(match[1]), first, 1)
    following = dt.date(start.year + (first + length > _YEAR), (first + length - 1) % _YEAR + 1, 1)
    return Period(name=text, start=start, end=following - dt.timedelta(days=1))


def quarter_start(day: dt.date) -> dt.date:
    """The first day of the quarter of the year that a day lies in."""
    return day.replace(month=day.month - (day.month - 1) % _QUARTER, day=1)
