"""Lengths of time in months."""

import datetime as dt

import pytest

from roi_plugin.model.durations import UNITS_OF_TIME, months_between, months_in


@pytest.mark.parametrize(
    ("unit", "months"),
    [(None, 1.0), ("month", 1.0), ("months", 1.0), ("quarters", 3.0), ("year", 12.0), ("years", 12.0)],
)
def test_a_unit_of_time_has_a_length_in_months(unit: str | None, months: float) -> None:
    assert months_in(unit) == months


@pytest.mark.parametrize(("unit", "in_a_year"), [("days", 365.25), ("weeks", 365.25 / 7), ("hours", 8766.0)])
def test_short_units_fill_a_year_of_365_and_a_quarter_days(unit: str, in_a_year: float) -> None:
    months = months_in(unit)
    assert months is not None
    assert months * in_a_year == pytest.approx(12.0, rel=1e-12)


@pytest.mark.parametrize("unit", ["", "EUR", "person-weeks", "decades", "Months", "%"])
def test_what_is_no_unit_of_time_has_no_length(unit: str) -> None:
    assert months_in(unit) is None


def test_every_unit_that_is_named_to_people_has_a_length() -> None:
    assert all(months_in(unit) for unit in UNITS_OF_TIME)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2026-03-02", "2026-03-02", 0.0),
        ("2025-03-02", "2026-03-02", 12.0),
        ("2025-03-02", "2026-03-01", 12 - 12 / 365.25),
        ("2026-03-02", "2026-09-03", 6 + 12 / 365.25),
        ("2026-03-02", "2026-01-02", -2.0),
        ("0001-01-01", "9999-01-01", 9998 * 12.0),
    ],
)
def test_whole_months_are_counted_by_the_calendar(start: str, end: str, months: float) -> None:
    assert months_between(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) == pytest.approx(months, rel=1e-12)
