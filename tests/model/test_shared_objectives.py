"""Objectives that several decisions serve."""

import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.measurement import KeyResult, Okr
from roi_plugin.model.shared_objectives import shared_objectives


def _decision(path: str, *okr: Okr) -> Decision:
    return Decision(
        id=path, path=path, number=None, title=path, status=Status.ACCEPTED, date=dt.date(2026, 1, 1), okr=okr
    )


def _result(name: str, now: float | None, updated: str | None = None, goal: float = 10.0) -> KeyResult:
    day = dt.date.fromisoformat(updated) if updated else None
    return KeyResult(id=name, from_=0.0, to=goal, now=now, updated=day)


def test_the_key_results_of_all_decisions_make_the_progress_of_an_objective():
    found = shared_objectives(
        [
            _decision("a", Okr(objective="Grow", key_results=(_result("KR1", 10.0),))),
            _decision("b", Okr(objective="Save"), Okr(objective="Grow", key_results=(_result("KR2", 4.0),))),
        ]
    )
    assert [(one.objective, [each.path for each in one.decisions]) for one in found] == [
        ("Grow", ["a", "b"]),
        ("Save", ["b"]),
    ]
    grow, save = found
    assert grow.share == pytest.approx(0.7)
    assert grow.reached == 1
    assert save.share is None


@pytest.mark.parametrize(
    ("other", "now"),
    [
        (_result("KR1", 6.0, "2026-03-01"), 6.0),
        (_result("KR1", 6.0, "2026-01-01"), 4.0),
        (_result("KR1", 6.0), 4.0),
        (_result("KR1", None, "2026-03-01"), 4.0),
    ],
)
def test_a_key_result_that_several_decisions_tell_counts_once_as_it_was_seen_last(other, now):
    first = _result("KR1", 4.0, "2026-02-01")
    decisions = (_decision(str(at), Okr(objective="Grow", key_results=(one,))) for at, one in enumerate((first, other)))
    (found,) = shared_objectives(decisions)
    assert [one.now for one in found.key_results] == [now]
    assert found.share == pytest.approx(now / 10.0)


def test_key_results_that_end_elsewhere_are_two():
    one, other = _result("KR1", 4.0), _result("KR1", 4.0, goal=20.0)
    (found,) = shared_objectives([_decision("a", Okr(objective="Grow", key_results=(one, other)))])
    assert len(found.key_results) == 2


def test_an_objective_that_a_decision_names_twice_has_it_once():
    (found,) = shared_objectives([_decision("a", Okr(objective="Grow"), Okr(objective="Grow"))])
    assert len(found.decisions) == 1
