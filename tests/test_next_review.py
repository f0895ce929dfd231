"""When a decision is looked at again."""

import datetime as dt

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.next_review import NextReview, next_review
from roi_plugin.pages.site import pages
from roi_plugin.report.review_calendar import review_calendar
from tests.pages.words import words
from tests.pages.written_records import record

TODAY = dt.date(2026, 11, 23)
HELD_EARLY = "review_due: 2026-06-01\nreviews: [{date: 2026-05-05, outcome: kept}]\n"
TOO_EARLY = HELD_EARLY.replace("kept", "too-early")


def _judged(tmp_path, more, status="accepted"):
    (tmp_path / "0001-a.md").write_text(record("A", status, more), encoding="utf-8")
    return assess_folder(tmp_path, today=TODAY, shown_from=tmp_path)


@pytest.mark.parametrize(
    ("more", "status", "expected"),
    [
        ("review_due: 2027-01-01\n", "accepted", ("2027-01-01", False, False)),
        ("review_due: 2027-01-01\n", "proposed", ("2027-01-01", False, False)),
        ("review_due: 2026-11-21\n", "accepted", ("2026-11-21", True, False)),
        ("review_due: 2026-06-01\n", "accepted", ("2026-06-01", True, True)),
        ("review_due: 2026-06-01\n", "proposed", ("2026-06-01", True, False)),
        (TOO_EARLY, "accepted", ("2026-06-01", True, True)),
        (HELD_EARLY, "accepted", None),
        ("review_due: 2026-06-01\n", "deprecated", None),
        ("", "accepted", None),
    ],
)
def test_it_is_the_day_for_which_no_review_counts(tmp_path, more, status, expected):
    day, is_past, is_overdue = expected or ("2026-01-01", False, False)
    found = NextReview(day=dt.date.fromisoformat(day), is_past=is_past, is_overdue=is_overdue)
    assert next_review(_judged(tmp_path, more, status).judged[0], TODAY) == (found if expected else None)


@pytest.mark.parametrize(
    ("more", "page", "home", "rings"),
    [
        (HELD_EARLY, "Reviewed 2026-05-05 kept", "reviewed on 2026-05-05", ""),
        (
            "review_due: 2026-11-21\n",
            "Review due 2026-11-21 not held yet",
            "review was due on 2026-11-21",
            "SUMMARY:Review decision 1 A\r\n",
        ),
        (
            "review_due: 2026-06-01\n",
            "Review due 2026-06-01 overdue",
            "review overdue since 2026-06-01",
            "SUMMARY:Review decision 1 A (overdue since 2026-06-01)\r\n",
        ),
    ],
)
def test_the_page_the_first_page_and_the_calendar_give_one_answer(tmp_path, more, page, home, rings):
    assessment = _judged(tmp_path, more)
    site = pages(assessment)
    assert words(str(site["0001-a.md"].lead)).endswith(page)
    index = words(" ".join(str(section.html) for section in site["index.md"].sections))
    assert home in index
    assert ("Reviews overdue" in index) is ("overdue" in page)
    calendar = review_calendar(assessment)
    assert rings in calendar if rings else "SUMMARY" not in calendar
