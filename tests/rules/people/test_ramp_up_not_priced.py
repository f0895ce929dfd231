import pytest

RULE = "ramp-up-not-priced"
AT = "options[0].capability.ramp_up"
COSTS = "costs: [{id: build, time: 20..60 person-weeks}]"


def option(capability, rest=COSTS):
    return f"options: [{{id: sota, chosen: true, capability: {{{capability}}}, {rest}}}]"


@pytest.mark.parametrize(
    ("capability", "expected"),
    [
        ("knowledge: [sequence models]", [AT]),
        ("knowledge: [sequence models], ramp_up: 3..8 person-weeks", [AT]),
        ("ramp_up: 3..8 person-weeks", [AT]),
        ("knowledge: [sequence models], ramp_up: 3..8 person-weeks, priced_in: build", []),
        ("knowledge: [sequence models], priced_in: build", []),
        ("knowledge: [sequence models], ramp_up: 0", []),
        ("knowledge: []", []),
        ("experts_needed: 2", []),
    ],
)
def test_what_has_to_be_learnt_is_in_a_cost_line(fields, capability, expected):
    assert fields(RULE, option(capability), stakes=1) == expected


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("costs: [{id: ramp_up, time: 3..8 person-weeks}]", 0),
        ("costs: [{id: b, title: Training for the team, money: 10k}]", 0),
        ("costs: [{id: hiring, money: 20k}]", 0),
        ("costs: [{id: machine-learning, money: 20k}]", 1),
        ("cost: 20k..40k", 1),
        ("gain: 20k..40k", 0),
        (f"{COSTS}, risks: [{{id: ramp-up, category: people, priced_in: build}}]", 0),
        (f"{COSTS}, risks: [{{id: late, category: technical, priced_in: build}}]", 1),
        (f"{COSTS}, risks: [{{id: ramp-up, category: people}}]", 1),
    ],
)
def test_a_line_for_learning_or_a_risk_priced_in_counts(fields, rest, count):
    assert len(fields(RULE, option("knowledge: [sequence models]", rest), stakes=1)) == count


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(fields(RULE, option("knowledge: [x]"), stakes=stakes)) == count


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_until_the_work_is_done(fields, state, count):
    assert len(fields(RULE, f"{{{state}, {option('knowledge: [x]')}}}", stakes=1)) == count


@pytest.mark.parametrize(
    ("capability", "words"),
    [
        ("ramp_up: 3..8 person-weeks", "learning takes 3..8 person-weeks, and no cost line holds that"),
        ("ramp_up: 3..8", "learning takes 3..8 person-weeks, and no cost line holds that"),
        ("knowledge: [Rust]", "\u201cRust\u201d is not known yet, and neither a time nor a cost is stated"),
        ("knowledge: [Rust, Go]", "\u201cRust\u201d and \u201cGo\u201d are not known yet, and neither"),
    ],
)
def test_the_message_says_what_is_missing(record, problems_of, capability, words):
    assert any(words in each.message for each in problems_of(record(option(capability)), stakes=1))
