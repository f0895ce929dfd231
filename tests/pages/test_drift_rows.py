"""A value that moved, as a row."""

import datetime as dt

import pytest

from roi_plugin.model.drift import Text, drift
from roi_plugin.pages.drift_rows import drift_row


@pytest.mark.parametrize(
    ("is_accepted", "is_cut_off", "when"),
    [(True, False, "when accepted"), (False, False, "when proposed"), (True, True, "on or before")],
)
def test_a_row_says_what_its_first_day_is(is_accepted, is_cut_off, when):
    texts = [Text(day=dt.date(2026, 1, day), leaves={"review_due": f"2027-01-0{day}"}) for day in (1, 2)]
    found = drift(texts, is_accepted=is_accepted, is_cut_off=is_cut_off)
    row = drift_row(found.moves[0], found)
    assert (row.first_when, row.first_day) == (when, "2026-01-01")
