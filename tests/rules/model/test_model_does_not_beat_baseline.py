"""The flagship's numbers are those of the specification's section A2.5."""

import pytest

RULE = "model-does-not-beat-baseline"
AT = ["options[0].model_outcomes.baseline"]
NEW = "confusion: {tp: 620, fp: 180, fn: 140, tn: 9060}"
OLD = "baseline: {confusion: {tp: 560, fp: 210, fn: 200, tn: 9030}}"
SEVERAL = "labels: [ant, bird], matrix: [[40, 10], [10, 60]], values: [[9, 0], [0, 9]], volume: 5k per year"
MONEY = "volume: 1.2M per year, value: {tp: 12, fp: -4, fn: 0, tn: 0}"


def model(outcomes, rest="owner: kim", option="chosen: true"):
    return f"{{{rest}, options: [{{id: x, {option}, model_outcomes: {{{outcomes}}}}}]}}"


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (f"{MONEY}, {NEW}, {OLD}", []),
        (f"{MONEY}, {NEW}, baseline: {{confusion: {{tp: 562, fp: 210, fn: 198, tn: 9030}}}}", []),
        (f"{MONEY}, {NEW}, baseline: {{confusion: {{tp: 570, fp: 210, fn: 190, tn: 9030}}}}", AT),
        (f"{MONEY}, {NEW}, baseline: {{confusion: {{tp: 640, fp: 180, fn: 120, tn: 9060}}}}", AT),
        (f"{MONEY}, {NEW}, baseline: {{confusion: {{tp: 620, fp: 180, fn: 140, tn: 9060}}}}", AT),
        (f"{MONEY}, {NEW}, baseline: all-negative", []),
        (f"{MONEY}, confusion: {{tp: 60, fp: 300, fn: 700, tn: 8940}}, baseline: all-negative", AT),
        (f"{MONEY}, {NEW}", AT),
        (f"{MONEY}, {NEW}, baseline: {{}}", AT),
        (NEW, AT),
        (f"{NEW}, {OLD}", []),
        (f"{MONEY}, baseline: all-negative", []),
        (MONEY, []),
        (SEVERAL, AT),
        (f"{SEVERAL}, baseline: {{always: bird}}", []),
        (f"{SEVERAL}, baseline: {{matrix: [[20, 30], [40, 30]]}}", []),
        (f"{SEVERAL}, baseline: {{matrix: [[39, 11], [9, 61]]}}", AT),
    ],
)
def test_the_interval_of_what_the_model_adds_lies_above_0(fields, outcomes, expected):
    assert fields(RULE, model(outcomes), stakes=1) == expected


@pytest.mark.parametrize(
    ("old", "expected"), [("{tpr: 70%, fpr: 2%}", []), ("{tpr: 80%, fpr: 2%}", AT), ("{tpr: 85%, fpr: 2%}", AT)]
)
def test_where_the_size_of_the_test_set_is_not_known_only_a_lead_of_nothing_is_a_concern(fields, old, expected):
    outcomes = f"{MONEY}, prevalence: 7.6%, rates: {{tpr: 80%, fpr: 2%}}, baseline: {{rates: {old}}}"
    assert fields(RULE, model(outcomes), stakes=1) == expected


def test_the_same_cases_make_a_small_lead_sure(fields):
    table = "paired: {tp: {tp: 570, fn: 50}, fn: {fn: 140}, fp: {fp: 180}, tn: {tn: 9060}}"
    apart = f"{NEW}, baseline: {{confusion: {{tp: 570, fp: 180, fn: 190, tn: 9060}}}}"
    assert fields(RULE, model(f"{MONEY}, {apart}"), stakes=1) == AT
    assert fields(RULE, model(f"{MONEY}, {table}"), stakes=1) == []


def test_while_nothing_is_chosen_every_option_is_asked(fields):
    assert fields(RULE, model(NEW, option="kind: ml"), stakes=1) == AT
    other = f"{{options: [{{id: y, chosen: true}}, {{id: x, model_outcomes: {{{NEW}}}}}]}}"
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
def test_it_is_asked_while_the_model_is_wanted(fields, state, count):
    assert len(fields(RULE, model(NEW, state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, model(NEW), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, model(NEW), stakes=0) == []


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        (f"{MONEY}, {NEW}", "the model's answers bring 806k EUR a year, and nothing says what would come without it"),
        (NEW, "a model is given, and nothing says what would come without it"),
        (
            f"{MONEY}, {NEW}, baseline: {{confusion: {{tp: 570, fp: 210, fn: 190, tn: 9030}}}}",
            "the model brings 86.4k EUR a year more than its baseline, and what is known leaves open -10.4k..183k EUR",
        ),
        (
            f"{MONEY}, {NEW}, baseline: {{confusion: {{tp: 640, fp: 180, fn: 120, tn: 9060}}}}",
            "the model brings 28.8k EUR a year less than its baseline",
        ),
        (
            f"{MONEY}, {NEW}, baseline: {{confusion: {{tp: 620, fp: 180, fn: 140, tn: 9060}}}}",
            "the model brings no more than its baseline",
        ),
    ],
)
def test_the_message_says_what_it_brings_and_what_stays_open(record, problems_of, outcomes, words):
    found = problems_of(record(model(outcomes)), stakes=1)
    (message,) = [each.message for each in found if each.name == f"risk/{RULE}"]
    assert message == words


@pytest.mark.parametrize(("outcomes", "words"), [(NEW, "or `all-negative`"), (SEVERAL, "the class that is `always`")])
def test_the_advice_fits_the_number_of_classes(record, problems_of, outcomes, words):
    found = problems_of(record(model(outcomes)), stakes=1)
    (advice,) = [each.help for each in found if each.name == f"risk/{RULE}"]
    assert words in advice
