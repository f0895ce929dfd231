"""The numbers are those of the specification's sections E0.6, E0.9 and A2.5."""

import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "holdout-too-small"
AT = ["options[0].model_outcomes.confusion"]
SMALL = "confusion: {tp: 40, fp: 5, fn: 5, tn: 50}, baseline: {confusion: {tp: 39, fp: 5, fn: 6, tn: 50}}"


def model(outcomes, rest="owner: kim", option="chosen: true"):
    return f"{{{rest}, options: [{{id: x, {option}, model_outcomes: {{{outcomes}}}}}]}}"


def counts(new, old):
    cells = ("tp", "fp", "fn", "tn")
    tables = ("{" + ", ".join(f"{cell}: {n}" for cell, n in zip(cells, each, strict=True)) + "}" for each in (new, old))
    return "confusion: {}, baseline: {{confusion: {}}}".format(*tables)


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (SMALL, AT),
        (counts((620, 180, 140, 9060), (560, 210, 200, 9030)), []),
        (counts((40, 5, 5, 50), (30, 5, 15, 50)), []),
        (counts((40, 5, 5, 50), (35, 5, 10, 50)), AT),
        (counts((40, 5, 5, 50), (34, 5, 11, 50)), []),
        (counts((39, 5, 6, 50), (40, 5, 5, 50)), []),
        (counts((40, 5, 5, 50), (40, 5, 5, 50)), []),
        ("confusion: {tp: 40, fp: 5, fn: 5, tn: 50}", []),
        ("baseline: all-negative", []),
        ("confusion: {tp: 2, fp: 1, fn: 43, tn: 54}, baseline: all-negative", AT),
        ("confusion: {tp: 40, fp: 5, fn: 5, tn: 50}, baseline: all-negative", []),
        (
            "rates: {tpr: 80%, fpr: 10%, sample: 40}, prevalence: 20%, baseline: {rates: {tpr: 75%, fpr: 10%}}",
            ["rates"],
        ),
        ("rates: {tpr: 80%, fpr: 10%}, prevalence: 20%, baseline: {rates: {tpr: 75%, fpr: 10%}}", []),
        ("matrix: [[40, 5], [5, 50]]", []),
        ("matrix: [[40, 5], [5, 50]], baseline: {matrix: [[39, 6], [5, 50]]}", ["matrix"]),
        ("matrix: [[40, 5], [5, 50]], baseline: {matrix: [[30, 15], [5, 50]]}", []),
        ("labels: [a, b], matrix: [[2, 43], [1, 54]], baseline: {always: b}", ["matrix"]),
    ],
)
def test_a_lead_is_larger_than_what_blurs_the_share_of_right_answers(fields, outcomes, expected):
    """Of 100 cases at 90 % the blur is 5.88 points."""
    expected = [place if "options" in place else f"options[0].model_outcomes.{place}" for place in expected]
    assert fields(RULE, model(outcomes), stakes=1) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("{tp: {tp: 38, fn: 2}, fn: {tp: 1, fn: 4}, fp: {fp: 5}, tn: {tn: 50}}", ["options[0].model_outcomes.paired"]),
        ("{tp: {tp: 35, fn: 5}, fn: {fn: 5}, fp: {fp: 5}, tn: {tn: 50}}", []),
    ],
)
def test_on_the_same_cases_only_those_that_differ_blur_it(fields, table, expected):
    """Two won and one lost of 100 blur 3.4 points; five won and none lost 4.4."""
    assert fields(RULE, model(f"paired: {table}"), stakes=1) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("{tp: 1000, fp: 0, fn: -1000, tn: 0}", AT), ("{tp: 0, fp: -100, fn: 0, tn: 0}", AT)]
)
def test_money_that_is_not_sure_leaves_the_question(fields, value, expected):
    assert fields(RULE, model(f"{SMALL}, volume: 1M per year, value: {value}"), stakes=1) == expected


def test_money_that_is_surely_gained_answers(fields):
    outcomes = counts((40, 5, 5, 150), (20, 2, 25, 153))
    assert fields(RULE, model(outcomes), stakes=1) == []
    blurred = counts((30, 25, 15, 130), (10, 8, 35, 147))
    assert fields(RULE, model(blurred), stakes=1) == AT
    priced = f"{blurred}, volume: 1M per year, value: {{tp: 50, fp: -1, fn: 0, tn: 0}}"
    assert fields(RULE, model(priced), stakes=1) == []


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("id: auc, baseline: 90%, mde: 1pp, sample: {units: 100}", ["metrics[0].sample.units"]),
        ("id: auc, baseline: 90%, mde: 1pp, sample: {units: 3458}", []),
        ("id: auc, baseline: 90%, mde: 1pp, sample: {units: 3457}", ["metrics[0].sample.units"]),
        ("id: auc, baseline: 90%, mde: 1pp, sample: {units: 1600, discordant: 0.04}", []),
        ("id: auc, baseline: 90%, mde: 1pp, sample: {units: 1500, discordant: 0.04}", ["metrics[0].sample.units"]),
        ("id: auc, baseline: 0.9, mde: 0.01, sample: {units: 100}", ["metrics[0].sample.units"]),
        ("id: rmse, baseline: 0.9 stars, mde: 0.01 stars, sample: {units: 100, sd: 1}", []),
        ("id: auc, baseline: 90%, sample: {units: 100}", []),
        ("id: auc, mde: 1pp, sample: {units: 100}", []),
        ("id: auc, baseline: 90%, mde: 1pp", []),
        ("id: accuracy, baseline: 90%, mde: 1pp, sample: {units: 100}", []),
        ("id: click_rate, baseline: 90%, mde: 1pp, sample: {units: 100}", []),
    ],
)
def test_a_metric_of_a_test_set_claims_the_change_it_seeks(fields, metric, expected):
    assert fields(RULE, f"metrics: [{{{metric}}}]", stakes=1) == expected


@pytest.mark.parametrize(("significance", "expected"), [(0.05, []), (0.01, AT), (0.5, [])])
def test_the_policy_says_how_sure_it_has_to_be(fields, significance, expected):
    policy = Policy(limits=RuleLimits(significance=significance))
    record = model(counts((40, 5, 5, 50), (34, 5, 11, 50)))
    assert fields(RULE, record, stakes=1, policy=policy) == expected


def test_while_nothing_is_chosen_every_option_is_asked(fields):
    assert fields(RULE, model(SMALL, option="kind: ml"), stakes=1) == AT
    other = f"{{options: [{{id: y, chosen: true}}, {{id: x, model_outcomes: {{{SMALL}}}}}]}}"
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
def test_it_is_asked_while_it_can_be_tested_again(fields, state, count):
    assert len(fields(RULE, model(SMALL, state), stakes=1)) == count


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, model(SMALL), stakes=0) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            model(SMALL),
            "100 cases tell a share to 5.88 points either way, and the model leads its baseline by 1 point: 3,458",
        ),
        (
            model("paired: {tp: {tp: 38, fn: 2}, fn: {tp: 1, fn: 4}, fp: {fp: 5}, tn: {tn: 50}}"),
            "100 cases that both answer tell a share to 3.39 points either way, and the model leads its baseline by 1",
        ),
        (
            "metrics: [{id: auc, baseline: 90%, mde: 2pp, sample: {units: 100}}]",
            "100 cases tell a share to 5.88 points either way, and `auc` is to move by 2 points: 865 would tell that",
        ),
    ],
)
def test_the_message_says_the_blur_the_lead_and_the_cases_it_takes(record, problems_of, text, words):
    found = problems_of(record(text), stakes=1)
    (message,) = [each.message for each in found if each.name == f"risk/{RULE}"]
    assert message.startswith(words)
