"""Progress of key results: the specification's E3.1."""

import datetime as dt

import pytest

from roi_plugin.model.measurement import KeyResult, Okr
from roi_plugin.model.progress import elapsed_share, objective_progress, progress, way_come

BOOKINGS = KeyResult(from_=5.0, to=5.5, now=5.1)
DEAD_ENDS = KeyResult(from_=14, to=11, now=13.4)
DEPLOYS = KeyResult(from_=6, to=3, now=5)


def test_the_flagship_objective_has_come_a_quarter_of_the_way():
    shares = [progress(result) for result in (BOOKINGS, DEAD_ENDS, DEPLOYS)]
    assert shares == pytest.approx([0.2, 0.2, 1 / 3], rel=1e-9)  # E3.1
    assert objective_progress(Okr(objective="o", key_results=(BOOKINGS, DEAD_ENDS, DEPLOYS))) == pytest.approx(
        0.2444, abs=5e-5
    )


def test_three_of_six_features_are_half_of_the_way():
    assert progress(KeyResult(from_=0, to=6, now=3)) == 0.5  # re:Work, "Set goals with OKRs"


@pytest.mark.parametrize(
    ("start", "goal", "now", "share"),
    [
        (0, 10, 12, 1.0),
        (0, 10, -3, 0.0),
        (10, 0, 12, 0.0),
        (10, 0, -1, 1.0),
        (0, 10, 0, 0.0),
        (5, 5, 5, None),
        (None, 5, 3, None),
        (0, None, 3, None),
        (0, 5, None, None),
    ],
)
def test_progress_stays_between_nothing_and_all(start, goal, now, share):
    assert progress(KeyResult(from_=start, to=goal, now=now)) == share


@pytest.mark.parametrize(("now", "come"), [(12, 1.2), (-3, -0.3), (None, None)])
def test_the_way_is_counted_as_it_is_also_beyond_its_ends(now, come):
    assert way_come(KeyResult(from_=0, to=10, now=now)) == come


DONE, IDLE, UNKNOWN = KeyResult(from_=0, to=1, now=1), KeyResult(from_=0, to=1, now=0), KeyResult(text="Launch")


def weighing(result, weight):
    return KeyResult(from_=result.from_, to=result.to, now=result.now, weight=weight)


@pytest.mark.parametrize(
    ("results", "share"),
    [
        ((DONE, IDLE), 0.5),
        ((weighing(DONE, 3), IDLE), 0.75),
        ((weighing(DONE, 0), IDLE), 0.0),
        ((DONE, UNKNOWN), None),
        ((DONE, weighing(UNKNOWN, 0)), 1.0),
        ((weighing(DONE, 0),), None),
        ((), None),
    ],
)
def test_an_objective_counts_its_key_results_by_weight(results, share):
    assert objective_progress(Okr(objective="o", key_results=results)) == share


@pytest.mark.parametrize(
    ("start", "due", "day", "share"),
    [
        ("2026-01-01", "2026-04-11", "2026-01-26", 0.25),
        ("2026-01-01", "2026-04-11", "2025-12-01", 0.0),
        ("2026-01-01", "2026-04-11", "2026-04-11", 1.0),
        ("2026-01-01", "2026-04-11", "2027-01-01", 1.0),
        ("2026-05-01", "2026-04-11", "2026-04-12", 1.0),
        ("2026-05-01", "2026-04-11", "2026-04-01", 0.0),
    ],
)
def test_time_passes_from_the_decision_to_the_due_day(start, due, day, share):
    assert elapsed_share(*map(dt.date.fromisoformat, (start, due, day))) == share
