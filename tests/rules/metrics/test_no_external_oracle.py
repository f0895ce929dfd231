import pytest

RULE = "no-external-oracle"
AT = ["metrics[0].oracle"]


def metric(fields="", rest="owner: kim, area: search"):
    return f"{{{rest}, metrics: [{{id: m, role: primary, {fields}}}]}}"


@pytest.mark.parametrize(
    ("oracle", "expected"),
    [
        ("", AT),
        ("oracle: none", AT),
        ("oracle: '-'", AT),
        ("oracle: tbd", AT),
        ("oracle: kim", AT),
        ("oracle: the search team", AT),
        ("oracle: ourselves", AT),
        ("oracle: finance", []),
        ("oracle: experimentation-platform", []),
        ("oracle: the company itself", []),
    ],
)
def test_somebody_else_measures_success(fields, oracle, expected):
    assert fields(RULE, metric(oracle), stakes=1) == expected


@pytest.mark.parametrize(
    ("metrics", "expected"),
    [
        ("{id: m, role: proxy}", []),
        ("{id: m, role: guardrail}", []),
        ("{id: m, role: technical}", []),
        ("{id: m}", []),
        ("{id: other}, {id: goal}", ["metrics[1].oracle"]),
        ("{id: gained}", AT),
        ("{id: skills}", []),
        (
            "{id: a, role: primary}, {id: b, role: primary, oracle: sre}, {id: c, role: primary}",
            [*AT, "metrics[2].oracle"],
        ),
    ],
)
def test_only_what_success_is_judged_by_is_asked(fields, metrics, expected):
    gains = "{id: g, value: 5k, metric: gained}, {id: h, value: 0, metric: skills}"
    options = f"[{{id: x, chosen: true, gains: [{gains}]}}]"
    record = f"{{goal: {{metric: goal}}, metrics: [{metrics}], options: {options}}}"
    assert fields(RULE, record, stakes=1) == expected


def test_a_metric_that_is_not_described_is_not_asked(fields):
    assert fields(RULE, "goal: {metric: goal}", stakes=1) == []


@pytest.mark.parametrize(("oracle", "expected"), [("sre", []), ("kim", AT), ("none", AT)])
def test_whoever_watches_the_guardrail_of_the_same_metric_measures_it(fields, oracle, expected):
    record = metric("", f"owner: kim, guardrails: [{{metric: other, oracle: hr}}, {{metric: m, oracle: {oracle}}}]")
    assert fields(RULE, record, stakes=1) == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: deprecated", 0),
    ],
)
def test_it_is_asked_of_what_is_decided_or_about_to_be(fields, state, count):
    assert len(fields(RULE, metric(rest=state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, metric(), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, metric(), stakes=0) == []


@pytest.mark.parametrize(
    ("oracle", "rest", "words"),
    [
        ("", "", "nobody is named who measures `m`: success would be judged by those who want it"),
        (
            "oracle: kim",
            "owner: kim, options: [{id: x, chosen: true, gain: 40k}]",
            "`m` is measured by `kim`, on the decision's own side: a gain of 40k EUR would be judged by those who want",
        ),
    ],
)
def test_the_message_says_who_and_what_is_at_stake(record, problems_of, oracle, rest, words):
    found = problems_of(record(metric(oracle, rest or "area: a")), stakes=1)
    assert any(words in each.message for each in found)
