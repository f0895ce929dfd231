import pytest

RULE = "no-boundary-metric"
AT = ["metrics[0].boundary"]


def metrics(written, rest="owner: kim"):
    return f"{{{rest}, metrics: [{written}]}}"


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("role: primary", AT),
        ("role: proxy", AT),
        ("role: guardrail", []),
        ("role: technical", []),
        ("direction: up", []),
        ("role: primary, boundary: latency", []),
        ("role: primary, boundary: none", AT),
        ("role: primary, boundary: m", AT),
    ],
)
def test_what_is_pursued_is_balanced_by_another_metric(fields, metric, expected):
    assert fields(RULE, metrics(f"{{id: m, {metric}}}"), stakes=1) == expected


@pytest.mark.parametrize("gain", ["value: 5k, metric: m", "value: 0, metric: m"])
def test_what_a_gain_shows_in_is_pursued_where_it_claims_something(fields, gain):
    options = f"options: [{{id: x, chosen: true, gains: [{{id: g, {gain}}}]}}]"
    assert fields(RULE, metrics("{id: m}", options), stakes=1) == (AT if "5k" in gain else [])


def test_the_metric_of_the_goal_is_pursued(fields):
    assert fields(RULE, metrics("{id: m}", "goal: {metric: m}"), stakes=1) == AT


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{id: quality, role: primary, boundary: cost}, {id: cost, role: primary}", []),
        ("{id: quality, role: primary, boundary: latency}, {id: cost, role: primary}", ["metrics[1].boundary"]),
        ("{id: bookings, role: primary, boundary: latency}, {id: clicks, role: proxy, proxy_for: bookings}", []),
        ("{id: clicks, role: proxy, proxy_for: bookings}", AT),
        ("{id: clicks, role: proxy, proxy_for: clicks}", AT),
        ("{id: guard, role: guardrail, boundary: m}, {id: m, role: primary}", ["metrics[1].boundary"]),
    ],
)
def test_two_metrics_balance_each_other_and_a_proxy_its_good(fields, written, expected):
    assert fields(RULE, metrics(written), stakes=1) == expected


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
def test_it_is_asked_of_what_is_decided_or_about_to_be(fields, state, count):
    assert len(fields(RULE, metrics("{id: m, role: primary}", state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, metrics("{id: m, role: primary}"), successor, stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, metrics("{id: m, role: primary}"), stakes=0) == []


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("owner: kim", "name in `boundary` the metric that must not get worse meanwhile"),
        ("guardrails: [{metric: latency}, {metric: m}]", "; if `latency` would show it, name that"),
        (
            "guardrails: [{metric: a}, {metric: b}, {metric: a}, {metric: c}, {metric: d}]",
            "; if `a` or `b` or `c` would",
        ),
    ],
)
def test_the_advice_offers_what_the_record_watches_already(record, problems_of, rest, words):
    found = problems_of(record(metrics("{id: m, role: primary}", rest)), stakes=1)
    (advice,) = [each.help for each in found if each.name == f"risk/{RULE}"]
    assert words in advice
