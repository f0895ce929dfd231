"""Groups of decisions and their order."""

import datetime as dt

import pytest
from msgspec import structs

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.portfolio import member
from roi_plugin.economics.portfolio_groups import grouped, ranked
from roi_plugin.model.decision import Status
from roi_plugin.model.measurement import Okr
from roi_plugin.model.policy import Policy


@pytest.fixture
def decided(decision):
    def build(identifier, gain, cost, *, in_force=True, currency="EUR", **fields):
        record = decision({"id": "a", "gain": gain, "cost": cost, "chosen": True}, currency=currency)
        record = structs.replace(record, id=identifier, path=f"{identifier}.md", **fields)
        return member(record, appraise(record, Policy()), Policy(), in_force=in_force)

    return build


def names(rows):
    return [(row.name, row.total.count, round(row.total.npv.mean)) for row in rows]


def test_decisions_stand_by_expected_npv_not_by_roi(decided):
    # C4.5: 10 -> 30 returns 200 %, 1000 -> 2000 only 100 %, and is worth fifty times as much.
    small, large = decided("0001", 30, 10), decided("0002", 2000, 1000)
    assert [each.decision.id for each in ranked([small, large])] == ["0002", "0001"]
    assert small.counted.roi.mean > large.counted.roi.mean


def test_decisions_of_each_currency_stand_together_and_ties_go_by_id(decided):
    members = [
        decided("0003", 9, 1),
        decided("0001", 9, 1),
        decided("0002", 99, 1, currency="USD"),
        decided("0004", 99, 1),
    ]
    assert [each.decision.id for each in ranked(members)] == ["0004", "0001", "0003", "0002"]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("owner", [("kim", 2, 101), (None, 1, 20)]),
        ("area", [(None, 2, 120), ("search", 1, 1)]),
        ("tag", [("ml", 2, 101), ("cost", 1, 100), (None, 1, 20)]),
        ("objective", [("Grow", 1, 100), (None, 2, 21)]),
        ("year", [("2026", 2, 120), ("2025", 1, 1)]),
        ("status", [("accepted", 2, 101), ("rejected", 1, 20)]),
        ("in-force", [("in force", 2, 101), ("not in force", 1, 20)]),
    ],
)
def test_groups_stand_by_expected_npv(decided, by, expected):
    members = [
        decided("0001", 3, 2, owner="kim", area="search", tags=("ml",), date=dt.date(2025, 1, 1)),
        decided("0002", 150, 50, owner="kim", tags=("ml", "cost", "ml"), okr=(Okr(objective="Grow"),)),
        decided("0003", 30, 10, in_force=False, status=Status.REJECTED),
    ]
    assert names(grouped(members, by)) == expected
    assert names(grouped(members[::-1], by)) == expected


def test_groups_are_parted_by_currency_and_those_without_a_figure_stand_last(decided, decision):
    record = structs.replace(decision(), owner="lee")
    silent = member(record, appraise(record, Policy()), Policy(), in_force=True)
    members = [decided("0001", 3, 9, owner="kim"), decided("0002", 3, 2, owner="kim", currency="USD"), silent]
    found = [(row.total.currency, row.name, row.total.npv.mean is None) for row in grouped(members, "owner")]
    assert found == [("EUR", "kim", False), ("EUR", "lee", True), ("USD", "kim", False)]
