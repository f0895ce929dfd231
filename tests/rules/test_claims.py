"""Which gains are claimed, and by which metrics success is judged."""

import pytest

from roi_plugin.model.finding import dotted
from roi_plugin.rules.claims import claims, gain_in_words, is_linked, success_metrics
from roi_plugin.rules.lines import options_in_question

LINES = (
    "{id: plain, value: 5k}, {id: own, value: 5k, metric: rate, type: direct}, {id: none}, {id: zero, value: 0, "
    "metric: skills}, {id: copy, same_as: other.b}, {id: lost, same_as: other.gone}"
)
RECORD = f"""
goal: {{metric: goal_metric}}
options:
  - {{id: x, chosen: true, gains: [{LINES}]}}
  - {{id: other, gain: 9k, gains: [{{id: b, value: 7k, metric: clicks, type: proxy}}]}}
"""


def test_a_claim_says_where_it_stands_and_in_what_it_shows(record):
    decision = record(RECORD)
    found = list(claims(decision, options_in_question(decision)))
    assert [(dotted(claim.metric_field), claim.metric, claim.type) for claim in found] == [
        ("options[0].gains[0]", "goal_metric", None),
        ("options[0].gains[1].metric", "rate", "direct"),
        ("options[0].gains[4]", "clicks", "proxy"),
    ]
    assert [claim.name for claim in found] == ["the gain `plain`", "the gain `own`", "the gain `copy`"]


def test_a_total_shows_in_the_metric_of_the_goal(record):
    decision = record("{goal: {metric: m}, options: [{id: x, gain: 30k..60k per year}, {id: y, gain: 0}]}")
    (claim,) = claims(decision, options_in_question(decision))
    assert (claim.name, claim.metric, dotted(claim.metric_field)) == (
        "the gain (30k..60k per year)",
        "m",
        "options[0].gain",
    )


METRICS = "[{id: a, role: primary}, {id: b}, {id: c, role: proxy}, {id: d, role: guardrail}, {id: e, role: technical}]"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("", ["a"]),
        ("goal: {metric: b}", ["a", "b"]),
        ("options: [{id: x, chosen: true, gains: [{id: g, value: 5k, metric: c}]}]", ["a", "c"]),
        ("options: [{id: x, chosen: true, gains: [{id: g, value: 0, metric: c}]}]", ["a"]),
        ("options: [{id: x, chosen: true}, {id: y, gains: [{id: g, value: 5k, metric: c}]}]", ["a"]),
        ("options: [{id: x}, {id: y, gains: [{id: g, value: 5k, metric: c}]}]", ["a", "c"]),
        ("goal: {metric: e}", ["a", "e"]),
        ("goal: {metric: undescribed}", ["a"]),
    ],
)
def test_success_is_judged_by_what_is_primary_and_by_what_goal_and_gains_name(record, rest, expected):
    decision = record(f"{{metrics: {METRICS}, {rest}}}")
    assert [metric.id for _, metric in success_metrics(decision)] == expected


def test_without_metrics_nothing_is_judged(record):
    assert success_metrics(record("goal: {metric: a}")) == ()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("[{id: x, chosen: true, gain: 24k}]", "a gain of 24k EUR"),
        ("[{id: x, gain: 24k}, {id: y, gain: 9k}]", "success"),
        ("[{id: x, chosen: true}]", "success"),
        ("[]", "success"),
    ],
)
def test_what_is_at_stake_is_said_in_money_where_one_gain_is_known(record, context, options, words):
    decision = record(f"{{options: {options}}}")
    assert gain_in_words(decision, context(decision)) == words


@pytest.mark.parametrize(
    ("metric", "linked"),
    [
        ("proxy_for: bookings, evidence: study", True),
        ("proxy_for: bookings, evidence: survey", True),
        ("proxy_for: bookings, evidence: guess", False),
        ("proxy_for: bookings, evidence: none", False),
        ("proxy_for: bookings, evidence: tbd", False),
        ("proxy_for: bookings, evidence: [guess, study]", True),
        ("proxy_for: bookings, evidence: planned", False),
        ("proxy_for: bookings", False),
        ("evidence: study", False),
    ],
)
def test_a_link_needs_a_good_and_evidence_that_is_more_than_a_guess(record, context, metric, linked):
    decision = record(
        f"{{metrics: [{{id: clicks, {metric}}}], evidence: [{{id: study, kind: data}}, {{id: guess, kind: none}}, "
        "{id: planned, kind: experiment, date: 2026-09-11}]}"
    )
    assert is_linked(decision.metrics[0], decision, context(decision)) is linked
