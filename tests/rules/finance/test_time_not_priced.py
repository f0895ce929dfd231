import pytest

from roi_plugin.model.estimate import Estimate
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.policy import Policy

PRICED = Policy(person_week=Estimate(text="4k", quantity=parse_quantity("4k")))
TIME, MONEY = "{id: work, time: 5..9 person-weeks}", "{id: bills, money: 10k..20k}"


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("cost: 12k..25k", ["options[0].cost"]),
        ("cost: 12 person-weeks", ["options[0].cost"]),
        ("cost: 12 persn-weeks", []),
        ("cost: 3..8 weeks", []),
        ("cost: 12 EUR/booking", []),
        ("costs: [{id: bills, money: 5 months}]", []),
        ("costs: [{id: bills, money: 5k EUR}]", ["options[0].costs[0].money"]),
        (f"costs: [{MONEY}]", ["options[0].costs[0].money"]),
        (f"costs: [{TIME}]", ["options[0].costs[0].time"]),
        (f"costs: [{TIME}, {MONEY}]", []),
        (f"cost: 12k..25k, costs: [{TIME}]", []),
        (f"costs: [{MONEY}, {{id: work, time: 0}}]", []),
        ("gain: 10k..20k", []),
        ("scores: {potential: 4}", []),
        (f"costs: [{TIME}, {{id: more, same_as: other.bills}}]", []),
        (f"costs: [{TIME}, {{id: more, same_as: bills}}]", []),
        ("costs: [{id: more, same_as: other.bills}]", ["options[0].costs[0].same_as"]),
        (f"costs: [{MONEY}, {{id: more, same_as: other.gone}}]", []),
        (f"costs: [{MONEY}, {{id: a, same_as: b}}, {{id: b, same_as: a}}]", []),
    ],
)
def test_the_cost_of_the_chosen_option_counts_time_and_money(fields, option, expected):
    record = f"options: [{{id: x, chosen: true, {option}}}, {{id: other, costs: [{MONEY}]}}]"
    assert fields("time-not-priced", record, policy=PRICED) == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (f"options: [{{id: x, chosen: true, costs: [{TIME}, {MONEY}]}}]", ["options[0].costs[0].time"]),
        (f"{{economics: {{person_week: 4k}}, options: [{{id: x, chosen: true, costs: [{TIME}, {MONEY}]}}]}}", []),
    ],
)
def test_time_needs_a_price_in_the_record_or_in_the_policy(fields, record, expected):
    assert fields("time-not-priced", record) == expected


@pytest.mark.parametrize(
    ("status", "chosen", "count"),
    [
        ("proposed", "true", 1),
        ("accepted", "true", 1),
        ("accepted", "false", 0),
        ("draft", "true", 0),
        ("rejected", "true", 0),
        ("deprecated", "true", 0),
    ],
)
def test_only_the_choice_of_a_live_decision_is_asked(fields, status, chosen, count):
    record = f"{{status: {status}, options: [{{id: x, chosen: {chosen}, cost: 5k..9k}}]}}"
    assert len(fields("time-not-priced", record)) == count
