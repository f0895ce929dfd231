import pytest

RULE = "no-business-metric"
F1 = "{id: f1, role: technical}"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{}", ["goal.metric"]),
        ("{goal: {problem: Too slow}}", ["goal.metric"]),
        ("{goal: {metric: booking_rate}}", []),
        ("{goal: {metric: rate}, metrics: [{id: rate}]}", []),
        ("{goal: {metric: rate}, metrics: [{id: rate, role: primary}]}", []),
        ("{goal: {metric: rate}, metrics: [{id: rate, role: proxy}]}", []),
        (f"{{goal: {{metric: f1}}, metrics: [{{id: rate}}, {F1}]}}", ["metrics[1].role"]),
        (f"{{goal: {{metric: f1}}, metrics: [{F1}, {{id: rate, role: primary}}]}}", []),
        ("{metrics: [{id: rate, role: primary}]}", []),
        ("{metrics: [{id: p99, role: guardrail}]}", ["goal.metric"]),
        (f"{{metrics: [{F1}]}}", ["goal.metric"]),
        ("{okr: {objective: O, key_results: [{kind: business, from: 1, to: 2}]}}", []),
        ("{okr: {objective: O, key_results: [{kind: technical, from: 1, to: 2}]}}", ["goal.metric"]),
    ],
)
def test_a_decision_is_tied_to_a_metric_that_is_not_technical_only(fields, record, expected):
    assert fields(RULE, record, stakes=1) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("{id: a, chosen: true, gains: [{id: g, metric: rate}]}", []),
        ("{id: a, chosen: true, gains: [{id: g, metric: f1}]}", ["metrics[0].role"]),
        ("{id: a, chosen: true, gains: [{id: g, metric: f1}, {id: h, metric: rate}]}", []),
        ("{id: a, chosen: true, gains: [{id: g, same_as: b.h}]}, {id: b, gains: [{id: h, metric: rate}]}", []),
        ("{id: a, chosen: true, gains: [{id: g, same_as: b.gone}]}, {id: b}", ["goal.metric"]),
        ("{id: a, chosen: true, cost: 5k}, {id: b, gains: [{id: h, metric: rate}]}", ["goal.metric"]),
        ("{id: a}, {id: b, gains: [{id: h, metric: rate}]}", []),
        ("{id: do-nothing, chosen: true}, {id: b}", []),
        ("{id: do-nothing}, {id: b}", ["goal.metric"]),
        ("{id: a, chosen: true, cost: 5k}, {id: b, cost: 6k}", []),
        ("{id: a, chosen: true, cost: 5k, gain: 9k}, {id: b, cost: 6k}", ["goal.metric"]),
        ("{id: a, chosen: true, constraint: The law asks for it}", []),
        ("{id: a, chosen: true}, {id: b, chosen: true, gains: [{id: g, metric: rate}]}", []),
    ],
)
def test_a_gain_may_name_it_and_doing_nothing_or_a_duty_needs_none(fields, options, expected):
    assert fields(RULE, f"{{options: [{options}], metrics: [{F1}]}}", stakes=1) == expected


@pytest.mark.parametrize(
    ("status", "stakes", "count"),
    [
        ("accepted", 0, 0),
        ("proposed", 1, 1),
        ("accepted", 2, 1),
        ("draft", 2, 0),
        ("rejected", 2, 0),
        ("superseded", 2, 0),
    ],
)
def test_live_decisions_from_level_1_on_are_asked(fields, status, stakes, count):
    assert len(fields(RULE, f"status: {status}", stakes=stakes)) == count


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{options: [{id: a, chosen: true}]}", "no metric says what the business gets"),
        ("{options: [{id: a, chosen: true, cost: 60k}]}", "no metric says what the business gets for 60k EUR"),
        (
            f"{{options: [{{id: a, chosen: true, cost: 60k}}], goal: {{metric: f1}}, metrics: [{F1}]}}",
            "`f1` is about the system only: it can improve while the business gets nothing for 60k EUR",
        ),
    ],
)
def test_the_message_says_what_is_spent(record, problems_of, written, message):
    assert [one.message for one in problems_of(record(written), stakes=1) if one.name == f"risk/{RULE}"] == [message]
