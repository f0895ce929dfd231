import datetime as dt

import pytest

RULE = "guardrail-breached"


def asked(fields, observations, limit="<= 200 ms", state="delivery: delivered", **view):
    guardrail = f"{{metric: latency, limit: '{limit}', observations: [{observations}]}}"
    return fields(RULE, f"{{date: 2026-03-02, guardrails: [{guardrail}], {state}}}", **({"stakes": 0} | view))


def at(index):
    return [f"guardrails[0].observations[{index}]"]


@pytest.mark.parametrize(
    ("value", "limit", "expected"),
    [
        ("200", "<= 200 ms", []),
        ("201", "<= 200 ms", at(0)),
        ("240 ms", "<= 200 ms", at(0)),
        ("0.24 s", "<= 200 ms", []),
        ("180..240 ms", "<= 200 ms", []),
        ("210..240 ms", "<= 200 ms", at(0)),
        ("1", ">= 2", at(0)),
        ("2", ">= 2", []),
        ("99.5%", ">= 99.9 %", at(0)),
        ("5", "<= 5 or 10", []),
    ],
)
def test_the_limit_holds(fields, value, limit, expected):
    assert asked(fields, f"{{date: 2026-06-01, value: {value}}}", limit) == expected


@pytest.mark.parametrize(
    ("observations", "expected"),
    [
        ("", []),
        ("{date: 2026-06-01, value: 240}, {date: 2026-07-01, value: 190}", []),
        ("{date: 2026-07-01, value: 190}, {date: 2026-06-01, value: 240}", []),
        ("{date: 2026-07-01, value: 240}, {date: 2026-06-01, value: 190}", at(0)),
        ("{date: 2026-06-01, value: 240}, {date: 2026-07-01, note: no traffic}", at(0)),
        ("{date: 2026-03-01, value: 240}", []),
        ("{date: 2026-03-02, value: 240}", at(0)),
        ("{date: 2026-09-10, value: 240}", at(0)),
        ("{date: 2026-09-11, value: 240}", []),
    ],
)
def test_the_newest_measurement_since_the_decision_counts(fields, observations, expected):
    assert asked(fields, observations, today=dt.date(2026, 9, 10)) == expected


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("observations: [{date: 2026-08-31, metric: latency, value: 240}]", ["reviews[0].observations[0]"]),
        ("actuals: {latency: 240}", ["reviews[0].actuals.latency"]),
        ("actuals: {latency: 190}", []),
    ],
)
def test_what_a_review_measured_counts(fields, review, expected):
    state = f"delivery: delivered, reviews: [{{date: 2026-09-01, {review}}}]"
    assert asked(fields, "{date: 2026-06-01, value: 190}", state=state) == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("tags: [x]", 1),
        ("delivery: in-progress", 1),
        ("delivery: planned", 0),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: proposed", 0),
        ("status: deprecated", 0),
    ],
)
def test_a_limit_binds_what_is_there(fields, state, count):
    assert len(asked(fields, "{date: 2026-06-01, value: 240}", state=state)) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    text = "{guardrails: [{metric: m, limit: <= 5, observations: [{date: 2026-06-01, value: 9}]}]}"
    assert fields(RULE, text) == at(0)
    assert fields(RULE, text, successor) == []


def test_a_guardrail_without_a_limit_cannot_be_breached(fields):
    assert fields(RULE, "guardrails: [{metric: m, observations: [{date: 2026-06-01, value: 9}]}]") == []


def test_the_message_sets_the_measurement_beside_the_limit(record, problems_of):
    text = "guardrails: [{metric: m, limit: '<= 200 ms', observations: [{date: 2026-06-01, value: 240 ms}]}]"
    found = [each for each in problems_of(record(text)) if each.name == f"risk/{RULE}"]
    assert [each.message for each in found] == ["`m` was 240 ms on 2026-06-01, and its limit is `<= 200 ms`"]
    assert found[0].severity == "error"
