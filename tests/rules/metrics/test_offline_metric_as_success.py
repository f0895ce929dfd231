import pytest

RULE = "offline-metric-as-success"
AT = ["metrics[0].role"]
CHOSEN = "options: [{id: x, kind: ml, chosen: true}]"


def metrics(written, rest=CHOSEN):
    return f"{{{rest}, metrics: [{written}]}}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{id: accuracy, role: primary}", AT),
        ("{id: f1, role: primary}, {id: auc, role: primary}", AT),
        ("{id: f1, role: primary}, {id: bookings, role: primary}", []),
        ("{id: f1, role: primary}, {id: bookings, role: guardrail}", AT),
        ("{id: f1, role: technical}", []),
        ("{id: f1, role: proxy}", []),
        ("{id: f1}", []),
        ("{id: bookings, role: primary}", []),
        ("{id: accuracy, role: primary, attribution: ab-test}", []),
        ("{id: f1, role: primary, proxy_for: bookings, evidence: experiment}", []),
        ("{id: f1, role: primary, proxy_for: bookings}", AT),
    ],
)
def test_one_metric_of_success_says_what_comes_of_the_answers(fields, written, expected):
    assert fields(RULE, metrics(written), stakes=1) == expected


@pytest.mark.parametrize(
    ("rest", "written", "expected"),
    [
        ("goal: {metric: f1}", "{id: f1}", ["goal.metric"]),
        ("goal: {metric: f1}", "{id: other}", ["goal.metric"]),
        ("goal: {metric: f1}", "{id: f1, role: technical}", []),
        ("goal: {metric: bookings}", "{id: f1, role: primary}", []),
        (
            "options: [{id: x, chosen: true, gains: [{id: g, value: 5k, metric: f1}]}]",
            "",
            ["options[0].gains[0].metric"],
        ),
        ("options: [{id: x, chosen: true, gains: [{id: g, value: 5k, metric: sales}]}]", "{id: f1, role: primary}", []),
        ("options: [{id: x, chosen: true, gains: [{id: g, value: 0, metric: sales}]}]", "{id: f1, role: primary}", AT),
        ("options: [{id: x, chosen: true, gain: 5k}]", "{id: f1, role: primary}", AT),
    ],
)
def test_goal_and_gains_name_metrics_of_success_too(fields, rest, written, expected):
    assert fields(RULE, metrics(written, rest), stakes=1) == expected


@pytest.mark.parametrize(("kind", "expected"), [("ml", AT), ("buy", []), ("process", [])])
def test_accuracy_of_something_else_is_business(fields, kind, expected):
    rest = f"options: [{{id: x, kind: {kind}, chosen: true}}]"
    assert fields(RULE, metrics("{id: stock_accuracy, role: primary}", rest), stakes=1) == expected


def test_nothing_named_is_nothing_asked(fields):
    assert fields(RULE, "{}", stakes=1) == []


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
def test_it_is_asked_while_success_can_be_measured_otherwise(fields, state, count):
    assert len(fields(RULE, metrics("{id: f1, role: primary}", state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, metrics("{id: f1, role: primary}"), successor, stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, metrics("{id: f1, role: primary}"), stakes=0) == []


def test_the_message_says_what_is_judged_by_what(record, problems_of):
    options = "options: [{id: x, chosen: true, gain: 40k}]"
    found = problems_of(record(metrics("{id: f1, role: primary}", options)), stakes=1)
    assert any(each.message.startswith("a gain of 40k EUR is judged by `f1` alone, which says how") for each in found)
