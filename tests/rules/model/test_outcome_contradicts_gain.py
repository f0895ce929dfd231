"""The model's numbers are those of the specification's section A2.5: 100 800 a year, 4 343 to 197 257."""

import pytest

RULE = "outcome-contradicts-gain"
OUTCOMES = (
    "{volume: 1.2M per year, confusion: {tp: 620, fp: 180, fn: 140, tn: 9060}, value: {tp: 12, fp: -4, fn: 0, tn: 0}, "
    "baseline: {confusion: {tp: 560, fp: 210, fn: 200, tn: 9030}}}"
)
TOTAL = ["options[0].gain"]


def model(gain, rest="owner: kim", outcomes=OUTCOMES, option="chosen: true"):
    return f"{{{rest}, options: [{{id: x, {option}, cost: 1k, {gain}, model_outcomes: {outcomes}}}]}}"


@pytest.mark.parametrize(
    ("gain", "expected"),
    [
        ("gain: 50k..180k per year", []),
        ("gain: 100k per year", []),
        ("gain: 195k..400k per year", []),
        ("gain: 210k..400k per year", TOTAL),
        ("gain: 20k per month", TOTAL),
        ("gain: 15k per month", []),
        ("gain: 1k..4k per year", TOTAL),
        ("gain: 1k..5k per year", []),
        ("gain: 600k", []),
        ("gain: 0", []),
        ("title: A model", []),
    ],
)
def test_the_interval_of_the_model_meets_the_range_of_the_gain(fields, gain, expected):
    assert fields(RULE, model(gain), stakes=1) == expected


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        ("{id: a, value: 600k per year}", ["options[0].gains[0].value"]),
        ("{id: a, value: 600k per year, p: 0.2}", ["options[0].gains[0].value"]),
        ("{id: a, value: 50k, per: month}", ["options[0].gains[0].value"]),
        ("{id: a, value: 600k per year}, {id: b, value: 90k per year}", []),
        ("{id: a, value: 600k per year}, {id: b, type: proxy, value: 0}", ["options[0].gains[0].value"]),
        ("{id: a, value: 1k per year}, {id: b, value: 2k per year}", ["options[0].gains[0].value"]),
        ("{id: a, value: 100k per year, p: 0.2}", []),
        (
            "{id: a, value: answers * worth, per: year, inputs: {answers: 1.2M, worth: 0.5}}",
            ["options[0].gains[0].value"],
        ),
        ("{id: a, value: answers * worth, per: year, inputs: {answers: 1.2M, worth: 0.1}}", []),
    ],
)
def test_a_gain_counts_as_what_it_brings_if_it_comes_and_several_may_have_other_sources(fields, gains, expected):
    assert fields(RULE, model(f"gains: [{gains}]"), stakes=1) == expected


def test_a_line_that_repeats_another_is_named_where_it_stands(fields):
    other = "{id: y, cost: 1k, gains: [{id: a, value: 600k per year}]}"
    option = f"{{id: x, chosen: true, cost: 1k, gains: [{{id: b, same_as: y.a}}], model_outcomes: {OUTCOMES}}}"
    assert fields(RULE, f"options: [{option}, {other}]", stakes=1) == ["options[0].gains[0].same_as"]


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ("{volume: 1.2M per year, confusion: {tp: 620, fp: 180, fn: 140, tn: 9060}}", []),
        ("{volume: 5k per year, matrix: [[2, 0], [1, 9]], values: [[1, 0], [0, 1]]}", []),
        (OUTCOMES.replace("volume: 1.2M per year, ", ""), []),
        (OUTCOMES.replace("confusion: {tp: 560, fp: 210, fn: 200, tn: 9030}", "rule: all-negative"), TOTAL),
    ],
)
def test_what_the_model_brings_has_to_be_known(fields, outcomes, expected):
    assert fields(RULE, model("gain: 1M..2M per year", outcomes=outcomes), stakes=1) == expected


def test_without_the_size_of_the_test_set_the_lead_itself_counts(fields):
    outcomes = (
        "{volume: 1.2M per year, prevalence: 7.6%, rates: {tpr: 80%, fpr: 2%}, value: {tp: 12, fp: -4, fn: 0, tn: 0}, "
        "baseline: {rates: {tpr: 70%, fpr: 2%}}}"
    )
    assert fields(RULE, model("gain: 100k..120k per year", outcomes=outcomes), stakes=1) == []
    assert fields(RULE, model("gain: 115k..140k per year", outcomes=outcomes), stakes=1) == TOTAL


def test_while_nothing_is_chosen_every_option_is_asked(fields):
    assert fields(RULE, model("gain: 600k per year", option="kind: ml"), stakes=1) == TOTAL
    other = (
        f"{{options: [{{id: y, chosen: true}}, {{id: x, cost: 1k, gain: 600k per year, model_outcomes: {OUTCOMES}}}]}}"
    )
    assert fields(RULE, other, stakes=1) == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_while_the_gain_may_come(fields, state, count):
    assert len(fields(RULE, model("gain: 600k per year", state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, model("gain: 600k per year"), successor, stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, model("gain: 600k per year"), stakes=0) == []


@pytest.mark.parametrize(
    ("gain", "words"),
    [
        ("gain: 600k per year", "and the gain claims 600k EUR a year"),
        ("gain: 600k..1.5M per year", "and the gain claims 600k..1.5M EUR a year"),
    ],
)
def test_the_message_says_both_amounts(record, problems_of, gain, words):
    found = problems_of(record(model(gain)), stakes=1)
    (message,) = [each.message for each in found if each.name == f"risk/{RULE}"]
    lead = "the model's answers bring 101k EUR a year (95 % interval 4.34k..197k EUR) beyond the baseline, "
    assert message == lead + words
