"""A period is written as a year, a quarter or a month."""

import datetime as dt

import pytest

from roi_plugin.model.period import period_of


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("0001-01", "0001-01-01", "0001-01-31"),
    ],
)
def test_all_its_days_are_in_it(text: str, start: str, end: str) -> None:
    found = period_of(text)
    assert found is not None
    assert (found.name, found.start, found.end) == (text, dt.date.fromisoformat(start), dt.date.fromisoformat(end))


@pytest.mark.parametrize(
    "text", ["", "26", "2026-", "2026-Q5", "2026-q1", "2026-13", "2026-1", "2026-09-01", "0000", "9999"]
)
def test_any_other_text_is_none(text: str) -> None:
    assert period_of(text) is None
