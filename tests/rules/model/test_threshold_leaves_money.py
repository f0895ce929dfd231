import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "threshold-leaves-money"
AT = ["options[0].model_outcomes.threshold"]
SHY = "confusion: {tp: 210, fp: 20, fn: 130, tn: 640}"
VALUE = "value: {tp: 90, fp: -10, fn: 0, tn: 0}"


def model(outcomes, rest="owner: kim", option="chosen: true"):
    return f"{{{rest}, options: [{{id: x, {option}, model_outcomes: {{{outcomes}}}}}]}}"


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (f"{SHY}, {VALUE}", AT),
        (f"{SHY}, {VALUE}, threshold: 0.5", AT),
        (f"confusion: {{tp: 325, fp: 250, fn: 15, tn: 410}}, {VALUE}", []),
        (f"confusion: {{tp: 325, fp: 250, fn: 15, tn: 410}}, {VALUE}, threshold: 0.5", []),
        ("confusion: {tp: 20, fp: 300, fn: 20, tn: 660}, value: {tp: 10, fp: -4, fn: 0, tn: 0}", AT),
        (f"{SHY}, value: {{tp: 90, fp: 10, fn: 0, tn: 0}}", []),
        (SHY, []),
        (VALUE, []),
        ("matrix: [[2, 0], [1, 9]], values: [[1, 0], [0, 1]], volume: 5k per year", []),
        (f"rates: {{tpr: 62%, fpr: 3%, sample: 1000}}, prevalence: 34%, {VALUE}", AT),
        (f"rates: {{tpr: 62%, fpr: 3%}}, prevalence: 34%, {VALUE}", []),
        ("confusion: {tp: 620, fp: 180, fn: 140, tn: 9060}, value: {tp: 12, fp: -4, fn: 0, tn: 0}", []),
    ],
)
def test_a_model_earns_at_least_what_an_end_of_its_scale_would(fields, outcomes, expected):
    assert fields(RULE, model(outcomes), stakes=1) == expected


@pytest.mark.parametrize(("threshold", "expected"), [(0.01, []), (0.5, []), (0.99, [])])
def test_a_threshold_beside_the_best_one_is_no_proof_of_a_loss(fields, threshold, expected):
    """The flagship's best is 0.25 (specification, section A2.5); one table does not tell what that would earn."""
    outcomes = "confusion: {tp: 620, fp: 180, fn: 140, tn: 9060}, value: {tp: 12, fp: -4, fn: 0, tn: 0}"
    assert fields(RULE, model(f"{outcomes}, threshold: {threshold}"), stakes=1) == expected


@pytest.mark.parametrize(("share", "expected"), [(0.95, AT), (0.8, AT), (0.75, [])])
def test_the_policy_says_which_share_is_enough(fields, share, expected):
    """As used (210 x 90 - 20 x 10) / 1000 = 18.7, always yes (340 x 90 - 660 x 10) / 1000 = 24: 78 %."""
    policy = Policy(limits=RuleLimits(threshold_value_share=share))
    assert fields(RULE, model(f"{SHY}, {VALUE}"), stakes=1, policy=policy) == expected


@pytest.mark.parametrize("share", [0.0, 0.95])
def test_where_the_better_end_earns_nothing_less_is_less(fields, share):
    policy = Policy(limits=RuleLimits(threshold_value_share=share))
    outcomes = "confusion: {tp: 20, fp: 300, fn: 20, tn: 660}, value: {tp: 10, fp: -4, fn: 0, tn: 0}"
    assert fields(RULE, model(outcomes), stakes=1, policy=policy) == AT


def test_a_test_set_too_small_to_show_it_shows_nothing(fields):
    assert fields(RULE, model(f"confusion: {{tp: 21, fp: 2, fn: 2, tn: 12}}, {VALUE}"), stakes=1) == []


def test_while_nothing_is_chosen_every_option_is_asked(fields):
    assert fields(RULE, model(f"{SHY}, {VALUE}", option="kind: ml"), stakes=1) == AT
    other = f"{{options: [{{id: y, chosen: true}}, {{id: x, model_outcomes: {{{SHY}, {VALUE}}}}}]}}"
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
def test_it_is_asked_while_the_threshold_can_be_moved(fields, state, count):
    assert len(fields(RULE, model(f"{SHY}, {VALUE}", state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, model(f"{SHY}, {VALUE}"), successor, stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, model(f"{SHY}, {VALUE}"), stakes=0) == []


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        (
            f"{SHY}, {VALUE}, threshold: 0.5, volume: 40k per year",
            "a threshold of 0.5 brings 748k EUR and always saying yes would bring 960k EUR a year; by these values yes",
        ),
        (f"{SHY}, {VALUE}", "the threshold as used brings 18.7 EUR and always saying yes would bring 24 EUR an answer"),
        (
            "confusion: {tp: 20, fp: 300, fn: 20, tn: 660}, value: {tp: 10, fp: -4, fn: 0, tn: 0}",
            "the threshold as used brings -1 EUR and always saying no would bring 0 EUR an answer",
        ),
    ],
)
def test_the_message_says_what_both_bring(record, problems_of, outcomes, words):
    found = problems_of(record(model(outcomes)), stakes=1)
    (message,) = [each.message for each in found if each.name == f"risk/{RULE}"]
    assert message.startswith(words)
