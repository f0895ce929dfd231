"""Two things of one kind never share an id unnoticed."""

import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.duplicate_names import duplicate_names
from roi_plugin.model.estimate import Evidence
from roi_plugin.model.finding import dotted
from roi_plugin.model.measurement import Metric
from roi_plugin.model.option import Cost, Gain, Option, Risk


def decision(**fields):
    day = dt.date(2026, 1, 1)
    return Decision(id="1-a", path="1-a.md", number="1", title="A", status=Status.DRAFT, date=day, **fields)


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"options": (Option(id="a"), Option(id="b"))}, []),
        ({"options": (Option(id="a"), Option(id="a"), Option(id="a"))}, ["options[1].id", "options[2].id"]),
        ({"options": (Option(id="a", gains=(Gain(id="x"),)), Option(id="b", gains=(Gain(id="x"),)))}, []),
        ({"options": (Option(id="a", gains=(Gain(id="x"),), costs=(Cost(id="x"),)),)}, ["options[0].costs[0].id"]),
        ({"options": (Option(id="a", costs=(Cost(id="x"),), risks=(Risk(id="x"),)),)}, ["options[0].risks[0].id"]),
        ({"metrics": (Metric(id="m"), Metric(id="m"))}, ["metrics[1].id"]),
        ({"evidence": (Evidence(id="e"), Evidence(id="e"))}, ["evidence[1].id"]),
    ],
)
def test_the_later_of_two_equal_ids_is_found(fields, places):
    assert [dotted(problem.field) for problem in duplicate_names(decision(**fields))] == places
