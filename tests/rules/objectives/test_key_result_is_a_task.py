"""The first texts are the samples of Vectice, "How to Use OKRs and KPIs for Machine Learning"."""

import pytest

RULE = "key-result-is-a-task"
AT = ["okr[0].key_results[0].text"]


def okr(text, fields="due: 2026-12-31", rest="owner: kim"):
    return f"{{{rest}, okr: {{objective: Better search, key_results: [{{text: '{text}', {fields}}}]}}}}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Randomly investigate 1 of 200 flagged transactions.", AT),
        ("Review 5.000 detected false positives from last quarter.", AT),
        ("identify and segment target customers in 10 subgroups", AT),
        ("Retrain classification model from 99% to 99.9% accuracy.", []),
        ("Train delivery time model to be within 3 minutes of true value.", []),
        ("Improve recommendation engine to achieve 60% clickthrough.", []),
        ("Process 9/10 customer inquiries with an ML-powered chatbot.", []),
        ("increase NPS score by 20 points", []),
        ("decrease data redundancy by 10%", []),
        ("reduce model deployment time by 3 weeks", []),
        ("Launch the new ranker", AT),
        ("launch the new ranker by 2026", AT),
        ("Roll out the pipeline to all teams", AT),
        ("Set up monitoring", AT),
        ("Write the migration guide", AT),
        ("Launch in at least 3 countries", []),
        ("Train 90 per cent of the staff", []),
        ("Deploy time of a ranker", []),
        ("Build times", []),
        ("Review time of pull requests", []),
        ("Release error rate", []),
        ("Launches without an incident", []),
        ("Raise the booking rate", []),
        ("Reviewers agree more often", []),
        ("Train-test skew", []),
    ],
)
def test_a_task_says_what_is_done_and_no_effect(fields, text, expected):
    assert fields(RULE, okr(text), stakes=2) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("metric: wrong_alarms", []),
        ("from: 9, to: 6", []),
        ("from: 0, to: 5000", AT),
        ("from: 0, to: 90, unit: '%'", []),
        ("from: 0, to: 90, unit: cases", AT),
        ("due: 2026-09-09", []),
        ("due: 2026-09-10", AT),
    ],
)
def test_a_metric_a_start_and_a_share_are_effects(fields, written, expected):
    assert fields(RULE, okr("Review false positives", written), stakes=2) == expected


def test_without_a_text_nothing_is_asked(fields):
    assert fields(RULE, "okr: {objective: A, key_results: [{id: launch, from: 0, to: 1}]}", stakes=2) == []


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
def test_it_is_asked_while_the_objective_is_worked_at(fields, state, count):
    assert len(fields(RULE, okr("Launch it", rest=state), stakes=2)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, okr("Launch it"), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=2) == []


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 0), (2, 1)])
def test_only_a_large_decision_is_asked(fields, stakes, count):
    assert len(fields(RULE, okr("Launch it"), stakes=stakes)) == count


def test_the_message_names_the_task(record, problems_of):
    found = problems_of(record(okr("Launch it")), stakes=2)
    assert any(each.message.startswith("\u201cLaunch it\u201d says what is to be done") for each in found)
