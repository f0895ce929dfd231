import pytest

from roi_plugin.economics.returns import option_returns
from roi_plugin.model.policy import Policy
from roi_plugin.rules.stakes import stakes_level


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("{}", 0),
        ("options: [{id: x, chosen: true, cost: 12k..25k}]", 0),
        ("options: [{id: x, chosen: true, cost: 49k}]", 0),
        ("options: [{id: x, chosen: true, cost: 50k}]", 1),
        ("options: [{id: x, chosen: true, cost: 20k..60k}]", 1),
        ("options: [{id: x, chosen: true, cost: 250k}]", 1),
        ("options: [{id: x, chosen: true, cost: 251k}]", 2),
        ("options: [{id: x, chosen: true, cost: 5k}, {id: y, cost: 900k}]", 0),
        ("options: [{id: x, cost: 5k}, {id: y, cost: 900k}]", 2),
        ("options: [{id: x, chosen: true, costs: [{id: a, money: 40k}, {id: b, money: 40k}]}]", 1),
        ("options: [{id: x, chosen: true, costs: [{id: a, money: 60k}, {id: b, time: 5 person-weeks}]}]", 1),
        ("options: [{id: x, chosen: true, costs: [{id: b, time: 5 person-weeks}]}]", 0),
        ("reversibility: one-way", 2),
        ("reversibility: two-way", 0),
        ("personal_data: true", 2),
        ("personal_data: false", 0),
    ],
)
def test_money_one_way_doors_and_personal_data_raise_the_stakes(record, written, level):
    decision = record(written)
    assert stakes_level(decision, option_returns(decision, Policy()), Policy()) == level
