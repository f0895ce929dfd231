import pytest

from roi_plugin.model.policy import Policy, RuleLimits

BIG = "{id: big, money: 100k..200k}"


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("cost: 100k", ["options[0].cost"]),
        ("cost: 80k..120k", []),
        ("cost: 100k, gain: 200k per year", ["options[0].gain", "options[0].cost"]),
        ("cost: 80k < 90k < 120k", []),
        (f"costs: [{BIG}, {{id: small, money: 5k}}]", []),
        (f"costs: [{BIG}, {{id: small, money: 25k}}]", ["options[0].costs[1].money"]),
        (f"costs: [{BIG}, {{id: work, time: 20 person-weeks}}]", ["options[0].costs[1].time"]),
        (f"costs: [{BIG}, {{id: a, money: n * price, inputs: {{n: 40, price: 2k}}}}]", ["options[0].costs[1].money"]),
        (f"costs: [{BIG}, {{id: a, money: n * price, inputs: {{n: 40, price: 1k..3k}}}}]", []),
        (f"costs: [{BIG}], risks: [{{id: r, p: 50%, impact: 200k}}]", ["options[0].risks[0].impact"]),
        (f"costs: [{BIG}], risks: [{{id: r, p: 1%, impact: 200k}}]", []),
        (f"costs: [{BIG}], risks: [{{id: r, p: 50%, impact: 200k, priced_in: big}}]", []),
        (f"cost: 90k, costs: [{BIG}]", ["options[0].cost"]),
        (f"cost: 9k, costs: [{BIG}]", []),
        (f"costs: [{BIG}], gains: [{{id: g, value: 0}}]", []),
        (f"costs: [{BIG}], gains: [{{id: g, value: 50k per year}}]", ["options[0].gains[0].value"]),
        ("cost: {value: 100k, evidence: invoice}", []),
        ("cost: {value: 100k, evidence: [offer, bill-2025]}", []),
        ("cost: {value: 100k, evidence: offer}", ["options[0].cost"]),
        (
            f"costs: [{BIG}, {{id: a, money: n * price, inputs: {{n: 40, price: {{value: 2k, evidence: contract}}}}}}]",
            ["options[0].costs[1].money"],
        ),
        ("cost: 100k, costs: [{id: dark, money: unknown_name}]", []),
    ],
)
def test_a_large_share_of_the_money_is_a_range_or_fixed_by_a_paper(fields, option, expected):
    evidence = "evidence: [{id: bill-2025, kind: invoice}, {id: offer, kind: quote}]"
    record = f"{{economics: {{person_week: 4k}}, {evidence}, options: [{{id: x, chosen: true, {option}}}]}}"
    assert fields("point-estimate", record, stakes=1) == expected


def test_while_nothing_is_chosen_every_option_is_asked(fields):
    record = "{status: proposed, options: [{id: a, cost: 100k}, {id: b, cost: 90k}]}"
    assert fields("point-estimate", record) == ["options[0].cost", "options[1].cost"]


def test_a_small_decision_is_not_asked(fields):
    assert fields("point-estimate", "options: [{id: x, chosen: true, cost: 20k}]") == []


@pytest.mark.parametrize(("share", "count"), [(0.10, 1), (0.20, 1), (0.30, 0)])
def test_the_policy_says_what_share_counts(fields, share, count):
    record = "options: [{id: x, chosen: true, costs: [{id: a, money: 25k}, {id: b, money: 70k..80k}]}]"
    assert (
        len(fields("point-estimate", record, stakes=1, policy=Policy(limits=RuleLimits(point_estimate_share=share))))
        == count
    )


def test_the_message_says_how_much_it_weighs(record, problems_of):
    decision = record("options: [{id: x, chosen: true, cost: 100k}]")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/point-estimate")
    assert message == "`100k` is a single number and makes 100 % of the expected cost: how far off may it be?"


@pytest.mark.parametrize(
    ("cost", "told"),
    [
        ("cost: 45k", "`low..high`, or name the invoice or contract: `{value: 45k, evidence: contract}`"),
        ("cost: 1.4M per year", "`low..high per year`"),
        ("costs: [{id: work, time: 30 person-weeks}]", "`low..high person-weeks`"),
        ("costs: [{id: bills, money: n * 2k, inputs: {n: 30}}]", "for each part that is unsure"),
    ],
)
def test_the_help_shows_the_form_of_the_range(record, problems_of, cost, told):
    decision = record(f"{{economics: {{person_week: 4k}}, options: [{{id: x, chosen: true, {cost}}}]}}")
    found = next(each for each in problems_of(decision, stakes=1) if each.name == "risk/point-estimate")
    assert told in found.help
