import pytest

RULE = "offline-prevalence"
AT = ["options[0].model_outcomes.prevalence"]
COUNTS = "confusion: {tp: 3900, fp: 250, fn: 1100, tn: 4750}"


def model(outcomes, rest="owner: kim", option="chosen: true"):
    return f"{{{rest}, options: [{{id: x, {option}, model_outcomes: {{{outcomes}}}}}]}}"


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (COUNTS, AT),
        (f"{COUNTS}, prevalence: 7.6%", []),
        (f"{COUNTS}, prevalence: 50%", []),
        (f"{COUNTS}, prevalence: 5%..10%", []),
        ("rates: {tpr: 80%, fpr: 2%}", AT),
        ("paired: {tp: {tp: 570, fn: 50}}", AT),
        ("volume: 5k per year", []),
        ("matrix: [[2, 0], [1, 9]], values: [[1, 0], [0, 1]]", []),
    ],
)
def test_a_model_of_two_classes_says_how_many_are_positive_in_production(fields, outcomes, expected):
    assert fields(RULE, model(outcomes), stakes=1) == expected


def test_while_nothing_is_chosen_every_option_is_asked(fields):
    assert fields(RULE, model(COUNTS, option="kind: ml"), stakes=1) == AT
    other = f"{{options: [{{id: y, chosen: true}}, {{id: x, model_outcomes: {{{COUNTS}}}}}]}}"
    assert fields(RULE, other, stakes=1) == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: planned", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_while_there_is_a_production_or_will_be(fields, state, count):
    assert len(fields(RULE, model(COUNTS, state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, model(COUNTS), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, model(COUNTS), stakes=0) == []


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        (COUNTS, "50 % of the 10k cases tested are positive, and nothing says how many are positive in production"),
        ("confusion: {tp: 3900}", "the model is known by its test set, and nothing says how many are positive"),
        ("rates: {tpr: 80%, fpr: 2%}", "the model is known by its rates, and nothing says how many are positive"),
        ("paired: {tp: {tp: 570}}", "the model is known by its test set, and nothing says how many are positive"),
    ],
)
def test_the_message_says_the_share_of_the_test_set(record, problems_of, outcomes, words):
    found = problems_of(record(model(outcomes)), stakes=1)
    assert any(each.message.startswith(words) for each in found)
