import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.governance import Review
from roi_plugin.model.lives import Life, life_of
from tests.histories import record_history

TODAY = dt.date(2026, 9, 10)


def day(text):
    return dt.date.fromisoformat(text) if text else None


def life(status, *versions, said="2025-03-02", delivery=None, reviews=(), is_whole=True, **view):
    decision = Decision(
        id="0001",
        path="0001-cache.md",
        number="1",
        title="Cache",
        status=Status(status),
        delivery=Delivery(delivery) if delivery else None,
        date=day(said),
        reviews=tuple(Review(date=day(date), outcome=outcome) for date, outcome in reviews),
    )
    known = record_history(*versions, is_whole=is_whole) if versions else None
    return life_of(decision, known, today=TODAY, **({"on": None} | view))


def alive(start):
    return Life(start=day(start))


def over(start, end=None):
    return Life(start=day(start), is_over=True, end=day(end))


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ((), alive("2025-03-02")),
        ((("2025-01-01", "proposed"), ("2025-04-01", "accepted")), alive("2025-04-01")),
        ((("2026-01-01", "accepted"),), alive("2025-03-02")),
        ((("2025-01-01", "accepted"),), alive("2025-01-01")),
        ((("2025-01-01", ""), ("2025-04-01", "accepted")), alive("2025-03-02")),
        ((("2025-01-01", ""),), alive("2025-03-02")),
        ((("2025-01-01", "draft"), ("2025-04-01", "accepted"), ("2025-05-01", "accepted")), alive("2025-04-01")),
    ],
)
def test_it_begins_on_the_day_it_was_first_accepted(versions, expected):
    """A record that came into git as an accepted one was accepted before, on the day that it says."""
    assert life("accepted", *versions) == expected


@pytest.mark.parametrize(
    ("status", "versions"),
    [
        ("draft", ()),
        ("proposed", (("2025-03-02", "accepted"), ("2025-04-02", "proposed"))),
        ("rejected", (("2025-03-02", "proposed"), ("2025-04-02", "rejected"))),
        ("rejected", ()),
        ("deprecated", (("2025-03-02", "draft"), ("2025-04-02", "deprecated"))),
    ],
)
def test_what_never_was_accepted_or_is_open_again_has_no_life(status, versions):
    assert life(status, *versions) is None


BEGAN = ("2025-03-02", "accepted", "delivered")
RETIRED = ("2025-09-03", "deprecated")


@pytest.mark.parametrize(
    ("status", "delivery", "versions", "expected"),
    [
        ("deprecated", None, (BEGAN, RETIRED), over("2025-03-02", "2025-09-03")),
        ("superseded", None, (BEGAN, ("2025-09-03", "superseded")), over("2025-03-02", "2025-09-03")),
        ("rejected", None, (BEGAN, ("2025-09-03", "rejected")), over("2025-03-02", "2025-09-03")),
        ("accepted", "reverted", (BEGAN, ("2025-09-03", "accepted", "reverted")), over("2025-03-02", "2025-09-03")),
        (
            "deprecated",
            "reverted",
            (BEGAN, ("2025-09-03", "accepted", "reverted"), ("2025-10-03", "deprecated", "reverted")),
            over("2025-03-02", "2025-09-03"),
        ),
        (
            "deprecated",
            None,
            (BEGAN, RETIRED, ("2025-10-03", "accepted"), ("2025-11-03", "deprecated")),
            over("2025-03-02", "2025-11-03"),
        ),
        ("accepted", None, (BEGAN, RETIRED, ("2025-10-03", "accepted")), alive("2025-03-02")),
        ("deprecated", None, (RETIRED,), over("2025-03-02")),
        ("superseded", None, (), over("2025-03-02")),
        (
            "deprecated",
            None,
            (BEGAN, ("2025-08-03", ""), RETIRED),
            over("2025-03-02", "2025-09-03"),
        ),
    ],
)
def test_it_ends_on_the_day_git_saw_it_end_and_nobody_invents_one(status, delivery, versions, expected):
    assert life(status, *versions, delivery=delivery) == expected


@pytest.mark.parametrize(
    ("replaced", "expected"),
    [
        ({"replaced": True, "on": day("2025-09-03")}, over("2025-03-02", "2025-09-03")),
        ({"replaced": True, "on": None}, over("2025-03-02")),
        ({"replaced": True, "on": day("2025-03-01")}, over("2025-03-02")),
        ({"replaced": True, "on": day("2026-09-11")}, over("2025-03-02")),
        ({"replaced": False, "on": day("2025-09-03")}, alive("2025-03-02")),
    ],
)
def test_its_successor_ends_it_whatever_its_own_record_says(replaced, expected):
    assert life("accepted", **replaced) == expected


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ((RETIRED,), over("2025-03-02", "2025-09-03")),
        ((RETIRED, ("2025-10-03", "kept")), over("2025-03-02")),
        ((("2025-10-03", "reverted"), ("2025-09-03", "kept")), over("2025-03-02", "2025-10-03")),
        ((("2026-10-03", "deprecated"),), over("2025-03-02")),
    ],
)
def test_a_review_tells_the_end_too(reviews, expected):
    assert life("deprecated", reviews=reviews) == expected


def test_what_a_shallow_clone_does_not_hold_is_taken_from_the_record():
    assert life("deprecated", ("2025-06-01", "proposed"), RETIRED, is_whole=False) == over("2025-03-02")
