import pytest

from roi_plugin.model.policy import Policy, RuleLimits

GAIN = "gain: 40k per year"
BUILD = "{id: build, money: 60k}"


@pytest.mark.parametrize(
    ("costs", "flagged"),
    [
        (f"costs: [{BUILD}]", True),
        ("cost: 60k", True),
        (f"costs: [{BUILD}, {{id: run, money: 2k per year}}]", False),
        (f"costs: [{BUILD}, {{id: run, money: 2k, per: month}}]", False),
        (f"costs: [{BUILD}, {{id: run, time: 2 person-weeks per year}}]", False),
        (f"costs: [{BUILD}, {{id: run, money: 0 per year}}]", False),
        (f"costs: [{BUILD}, {{id: run, money: n * each, inputs: {{n: 4 per month, each: 20}}}}]", False),
        (f"costs: [{BUILD}, {{id: licence, kind: run, money: 9k}}]", False),
        (f"costs: [{BUILD}, {{id: run, same_as: other.run}}]", False),
        (f"costs: [{BUILD}, {{id: more, same_as: other.once}}]", True),
        (f"costs: [{BUILD}, {{id: more, same_as: other.gone}}]", False),
        ("cost: 60k per year", False),
        ("scores: {potential: 4}", False),
        ("risks: [{id: r, p: 0.2, impact: 9k}]", False),
    ],
)
def test_what_earns_for_long_has_a_cost_that_recurs(fields, costs, flagged):
    other = "{id: other, costs: [{id: run, money: 2k per year}, {id: once, money: 2k}]}"
    text = f"options: [{{id: x, chosen: true, {GAIN}, {costs}}}, {other}]"
    assert fields("no-run-cost", text, stakes=1) == (["options[0].costs"] if flagged else [])


@pytest.mark.parametrize(
    ("gain", "flagged"),
    [
        ("gain: 40k", False),
        ("gains: [{id: g, value: 40k per year, to: 6}]", False),
        ("gains: [{id: g, value: 40k per year, to: 7}]", True),
        ("gains: [{id: g, value: 40k per year, from: 6}]", False),
        ("gains: [{id: g, value: 40k per year, from: 5}]", True),
        ("gains: [{id: g, value: 40k per year, from: 5, to: 90}]", True),
        ("gains: [{id: g, value: 4k, per: month}]", True),
        ("gains: [{id: g, value: 0 per year}]", False),
        ("gains: [{id: g, metric: joy}]", False),
        ("gains: [{id: g, value: n * each, inputs: {n: 4k per month, each: 2}}]", True),
        ("gains: [{id: g, same_as: other.g}]", True),
        ("scores: {potential: 4}", False),
    ],
)
def test_a_gain_counts_when_it_flows_for_longer_than_six_months_of_the_horizon(fields, gain, flagged):
    text = (
        f"options: [{{id: x, chosen: true, {gain}, cost: 60k}}, {{id: other, gains: [{{id: g, value: 1k per year}}]}}]"
    )
    assert bool(fields("no-run-cost", text, stakes=1)) is flagged


@pytest.mark.parametrize(("months", "flagged"), [(11, True), (12, False)])
def test_the_policy_says_how_long_is_long(fields, months, flagged):
    policy = Policy(limits=RuleLimits(run_cost_months=months))
    text = f"options: [{{id: x, chosen: true, {GAIN}, cost: 60k}}]"
    assert bool(fields("no-run-cost", text, stakes=1, policy=policy)) is flagged


@pytest.mark.parametrize(
    ("kind", "flagged"), [("ml", True), ("buy", True), ("hire", True), ("process", False), ("do-nothing", False)]
)
def test_where_nothing_runs_nothing_is_asked(fields, kind, flagged):
    text = f"options: [{{id: x, kind: {kind}, chosen: true, {GAIN}, cost: 60k}}]"
    assert bool(fields("no-run-cost", text, stakes=1)) is flagged


@pytest.mark.parametrize(
    ("head", "stakes", "flagged"),
    [
        ("status: proposed", 1, True),
        ("delivery: delivered", 1, True),
        ("delivery: reverted", 1, False),
        ("status: draft", 1, False),
        ("status: rejected", 1, False),
        ("status: accepted", 0, False),
    ],
)
def test_it_is_asked_of_what_is_live_and_not_small(fields, head, stakes, flagged):
    text = f"{{{head}, options: [{{id: x, chosen: true, {GAIN}, cost: 60k}}]}}"
    assert bool(fields("no-run-cost", text, stakes=stakes)) is flagged


def test_the_message_names_the_longest_gain(record, problems_of):
    gains = "[{id: short, value: 9k per year, to: 7}, {id: long, value: 9k per year, from: 2}]"
    decision = record(f"options: [{{id: x, chosen: true, gains: {gains}, cost: 60k}}]")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/no-run-cost")
    assert message == "`long` earns for 10 months, and no cost recurs: who keeps it running?"
