"""How the forecasts of many records moved together."""

import datetime as dt

from roi_plugin.model.drift import Text, drift
from roi_plugin.model.drift_fields import DriftKind
from roi_plugin.model.drift_summary import kind_drifts, worst_moves


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
