import datetime as dt

import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "guardrail-blind"
AT = ["guardrails[0].observations"]


def asked(fields, observations="", state="delivery: delivered", **view):
    seen = f", observations: [{observations}]" if observations else ""
    record = f"{{date: 2026-03-02, guardrails: [{{metric: latency{seen}}}], {state}}}"
    return fields(RULE, record, **({"stakes": 1} | view))


@pytest.mark.parametrize(
    ("observations", "expected"),
    [
        ("", AT),
        ("{date: 2026-07-11, value: 5}", AT),
        ("{date: 2026-07-12, value: 5}", []),
        ("{date: 2026-09-01, note: quiet}", []),
        ("{date: 2026-09-01, value: 5}, {date: 2026-01-01, value: 5}", []),
        ("{date: 2099-12-01, value: 5}", AT),
    ],
)
def test_what_runs_is_looked_at_every_sixty_days(fields, observations, expected):
    """60 days before 2026-09-10 is 2026-07-12."""
    assert asked(fields, observations) == expected


@pytest.mark.parametrize(("today", "expected"), [("2026-05-01", []), ("2026-05-02", AT)])
def test_without_any_observation_the_days_count_from_the_decision(fields, today, expected):
    assert asked(fields, today=dt.date.fromisoformat(today)) == expected
    assert asked(fields, "{date: 2026-01-01, value: 5}", today=dt.date.fromisoformat(today)) == expected


@pytest.mark.parametrize(
    "review",
    [
        "{date: 2026-09-01, observations: [{date: 2026-08-31, metric: latency, value: 5}]}",
        "{date: 2026-09-01, actuals: {latency: 5}}",
    ],
)
def test_what_a_review_saw_counts(fields, review):
    assert asked(fields, state=f"delivery: delivered, reviews: [{review}]") == []


@pytest.mark.parametrize(("observations", "expected"), [("", AT), ("{date: 2026-03-03, value: 5}", [])])
def test_of_what_was_reverted_only_what_was_never_seen_is_named(fields, observations, expected):
    assert asked(fields, observations, "delivery: reverted") == expected


@pytest.mark.parametrize(
    "state",
    [
        "delivery: planned",
        "delivery: in-progress",
        "tags: [x]",
        "delivery: delivered, status: proposed",
        "delivery: delivered, status: deprecated",
    ],
)
def test_what_does_not_run_yet_or_binds_no_more_is_not_asked(fields, state):
    assert asked(fields, state=state) == []


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    record = "{date: 2026-03-02, guardrails: [{metric: latency}], delivery: delivered}"
    assert fields(RULE, record, stakes=1) == AT
    assert fields(RULE, record, successor, stakes=1) == []


@pytest.mark.parametrize(("days", "count"), [(191, 1), (192, 0)])
def test_the_policy_says_how_many_days(fields, days, count):
    assert len(asked(fields, policy=Policy(limits=RuleLimits(guardrail_blind_days=days)))) == count


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(asked(fields, stakes=stakes)) == count


@pytest.mark.parametrize(
    ("state", "seen", "words"),
    [
        ("delivered", "", "`m` was never observed since the decision: nobody knows where it stands"),
        ("delivered", "{date: 2026-06-02, value: 5}", "`m` was last observed on 2026-06-02, 100 days ago: nobody"),
        ("reverted", "", "`m` was never observed since the decision: nobody knows where it stood"),
    ],
)
def test_the_message_says_since_when(record, problems_of, state, seen, words):
    found = problems_of(record(f"{{delivery: {state}, guardrails: [{{metric: m, observations: [{seen}]}}]}}"), stakes=1)
    assert any(words in each.message for each in found)
