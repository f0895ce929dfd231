import pytest


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("gain: 10k, cost: 1k..2k", None),
        ("gain: 10k, cost: 0..2k", "cost"),
        ("gain: 10k, cost: 0", "cost"),
        ("gain: 10k, costs: [{id: a, money: 0..2k}]", "costs"),
        ("gain: 10k, costs: [{id: a, money: 0..2k}, {id: b, money: 5k}]", None),
        ("gain: 10k, costs: [{id: a, money: 12k..25k}, {id: b, time: 0..0.01 person-weeks}]", None),
        ("gain: 10k, costs: [{id: a, money: 12k..25k}, {id: b, time: 0..90 person-weeks}]", "costs"),
        ("gain: 10k, risks: [{id: r, p: 0.2, impact: 5k}]", None),
        ("gain: 10k", None),
        ("gain: 0, cost: 0", None),
        ("gain: 0, cost: 0..2k", None),
        ("cost: 0..2k", None),
        ("gain: 10k, costs: [{id: a}]", None),
        ("scores: {potential: 4}", None),
    ],
)
def test_a_gain_has_a_cost_that_it_can_be_divided_by(fields, option, expected):
    text = f"{{economics: {{person_week: 2k..4k}}, options: [{{id: x, chosen: true, {option}}}]}}"
    found = fields("roi-not-meaningful", text)
    assert found == ([f"options[0].{expected}"] if expected else [])


@pytest.mark.parametrize(
    ("terms", "stay", "flagged"),
    [
        ("{}", "{id: do-nothing, cost: 40k}", True),
        ("{}", "{id: do-nothing, cost: 30k}", True),
        ("{}", "{id: do-nothing, cost: 20k}", False),
        ("{}", "{id: do-nothing}", False),
        ("{}", "{id: stay, cost: 40k}", False),
        ("{baseline: stay}", "{id: stay, cost: 40k}", True),
    ],
)
def test_an_option_that_costs_no_more_than_what_it_is_compared_with_has_no_return_on_the_difference(
    fields, terms, stay, flagged
):
    option = "{id: x, chosen: true, cost: 30k, gain: 10k}"
    found = fields("roi-not-meaningful", f"{{economics: {terms}, options: [{stay}, {option}]}}")
    assert found == (["options[1].cost"] if flagged else [])


def test_options_that_compare_by_cost_alone_promise_no_return(fields):
    options = "[{id: keep, kind: do-nothing, cost: 0..90k}, {id: move, chosen: true, cost: 0..50k}]"
    assert fields("roi-not-meaningful", f"options: {options}") == []


@pytest.mark.parametrize(
    ("head", "flagged"),
    [
        ("status: proposed", True),
        ("delivery: delivered", True),
        ("delivery: reverted", False),
        ("status: draft", False),
        ("status: deprecated", False),
    ],
)
def test_it_is_asked_of_what_is_live(fields, head, flagged):
    text = f"{{{head}, options: [{{id: x, chosen: true, gain: 10k, cost: 0..2k}}]}}"
    assert bool(fields("roi-not-meaningful", text)) is flagged


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            "[{id: x, chosen: true, gain: 10k, cost: 0..2k}]",
            "the range of the cost `cost` reaches zero; its net value is 9k EUR",
        ),
        (
            "[{id: do-nothing, cost: 40k}, {id: x, chosen: true, gain: 15k, cost: 30k}]",
            "-50 % on a cost that is 10k EUR less than that of `do-nothing`; its net value is -15k EUR",
        ),
    ],
)
def test_the_message_says_why_and_gives_the_net_value(record, problems_of, options, words):
    decision = record(f"options: {options}")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/roi-not-meaningful")
    assert message == f"the return of `x` in percent says little: {words}"
