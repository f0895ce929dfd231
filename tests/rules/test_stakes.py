import pytest

from roi_plugin.economics.returns import option_returns
from roi_plugin.model.policy import Policy
from roi_plugin.rules.stakes import stakes_in_words, stakes_level


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


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("options: [{id: x, chosen: true, cost: 300k}]", "it may cost 300k EUR"),
        ("{economics: {currency: USD}, options: [{id: x, cost: 300k}]}", "it may cost 300k USD"),
        ("{reversibility: one-way, options: [{id: x, cost: 13k}]}", "it cannot be taken back"),
        ("{personal_data: true, options: [{id: x, cost: 13k}]}", "it concerns personal data"),
        (
            "{reversibility: one-way, personal_data: true, options: [{id: x, cost: 300k}]}",
            "it cannot be taken back, concerns personal data and may cost 300k EUR",
        ),
    ],
)
def test_the_words_say_what_it_is_that_makes_a_decision_large(record, written, words):
    decision = record(written)
    assert stakes_in_words(decision, option_returns(decision, Policy()), Policy()) == words
