"""How the forecasts of many records moved together."""

import datetime as dt

from roi_plugin.model.drift import Text, drift
from roi_plugin.model.drift_fields import DriftKind
from roi_plugin.model.drift_summary import Moved, is_worse, kind_drifts, later_or_dearer, worst_moves


def _drift(*texts):
    found = [Text(day=dt.date(2026, 1, day), leaves=leaves) for day, leaves in enumerate(texts, 1)]
    return drift(found, is_accepted=True)


def _due(*days):
    return _drift(*({"review_due": f"2026-03-{day:02}"} for day in days))


def test_records_are_counted_and_moves_to_the_worse_measured():
    drifts = {"a": _due(1, 3), "b": _due(1, 11), "c": _due(1, 5), "d": _due(9, 2), "e": _due(1, 1), "once": _due(1)}
    (dates,) = kind_drifts(drifts)
    assert (dates.kind, dates.followed, dates.worse, dates.better) == (DriftKind.DATE, 6, 3, 1)
    assert (dates.median, dates.worst.path, dates.worst.move.size, dates.is_told) == (4, "b", 10, True)


def test_a_handful_is_too_few_for_a_share():
    (dates,) = kind_drifts({str(name): _due(1, 2) for name in range(4)})
    assert (dates.followed, dates.worse, dates.is_told) == (4, 4, False)


def test_a_record_counts_only_for_the_kinds_that_it_states():
    drifts = {"a": _due(1, 2), "b": _drift({"options[x].cost": 1}, {"options[x].cost": 2, "options[x].gain": 3})}
    assert [(one.kind.value, one.followed, one.worse) for one in kind_drifts(drifts)] == [
        ("date", 1, 1),
        ("cost", 1, 1),
        ("gain", 1, 0),
    ]


def test_a_lower_gain_and_a_likelier_risk_are_worse():
    texts = [
        {"options[x].gain": 10, "options[x].risks[r].p": 0.1, "options[x].gains[g].p": 0.5},
        {"options[x].gain": 5, "options[x].risks[r].p": 0.2, "options[x].gains[g].p": 0.6},
    ]
    assert [(one.kind.value, one.worse, one.better) for one in kind_drifts({"a": _drift(*texts)})] == [
        ("gain", 1, 0),
        ("chance", 0, 1),
        ("risk", 1, 0),
    ]


def test_the_worst_of_each_kind_stand_before_the_second_worst():
    drifts = {
        "a": _due(1, 2),
        "b": _due(1, 9),
        "c": _drift({"options[x].cost": 1}, {"options[x].cost": 2}),
        "d": _drift({"options[x].cost": 0}, {"options[x].cost": 2}),
    }
    assert [one.path for one in worst_moves(drifts)] == ["b", "c", "a"]


def test_later_dates_and_dearer_costs_are_counted_together_and_a_record_once():
    drifts = {
        "both": _drift(
            {"review_due": "2026-03-01", "options[x].cost": 1}, {"review_due": "2026-03-02", "options[x].cost": 2}
        ),
        "earlier": _due(2, 1),
        "gain": _drift({"options[x].gain": 2}, {"options[x].gain": 1}),
        "still": _due(1),
    }
    assert later_or_dearer(drifts) == Moved(followed=3, moved=1)


def test_a_kind_that_is_not_counted_has_no_worse_side():
    (longer,) = _drift({"expected_life": "12 months"}, {"expected_life": "18 months"}).moves
    (later,) = _due(1, 2).moves
    assert (is_worse(longer), is_worse(later)) == (False, True)
