"""Converts lengths of time to months, the unit that all cash flows are computed in."""

import datetime as dt

_MONTHS = {
    "hour": 1 / 730.5,
    "day": 12 / 365.25,
    "week": 84 / 365.25,
    "month": 1.0,
    "quarter": 3.0,
    "year": 12.0,
}

UNITS_OF_TIME = tuple(f"{name}s" for name in _MONTHS)
"""The units that a length of time may have, as people write them."""


def months_in(unit: str | None) -> float | None:
    """How many months one `unit` is: 12 for `years`, 1 without a unit; None for what is no unit of time."""
    return 1.0 if unit is None else _MONTHS.get(unit.removesuffix("s"))


def months_between(start: dt.date, end: dt.date) -> float:
    """The months from one day to another: whole ones by the calendar, days over as parts of a mean month."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole + (end.day - start.day) * _MONTHS["day"]
