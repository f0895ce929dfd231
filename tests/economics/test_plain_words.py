"""The plain sentences about a decision; whole records are in tests/report/test_shown_records.py."""

import pytest

from roi_plugin.economics.plain_words import plain_words
from tests.report.appraised_records import written

TEST = {"of": "g", "kind": "ab-test", "sensitivity": 0.8, "specificity": 0.9}


def words(**record):
    one = written(record).judged[0]
    return "\n".join(plain_words(one.returns, one.appraisal))


def gamble(**test):
    option = {"id": "a", "gains": [{"id": "g", "value": "300k..400k", "p": "40%"}], "cost": "100k..120k"}
    return [{"id": "do-nothing"}, {**option, "chosen": True, "tests": [{**TEST, **test}]}]


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ({"cost": "3k"}, "and costs 3k EUR: it pays."),
        ({"cost": "90k"}, "and costs 90k EUR: it does not pay."),
        ({}, "what it costs is not known: the test names no cost."),
    ],
)
def test_a_planned_test_is_weighed_against_its_cost(test, said):
    sentence = words(options=gamble(**test)).splitlines()[-1]
    assert sentence.startswith("The planned ab-test of `g.success` is worth ")
    assert sentence.endswith(said)


def test_a_test_that_cannot_be_valued_is_not_spoken_of():
    assert "planned" not in words(options=gamble(of="nothing"))


def test_there_are_three_to_six_sentences_for_a_record_with_money():
    assert 3 <= len(words(options=gamble(cost="3k")).splitlines()) <= 6


def test_without_money_and_scores_there_is_nothing_to_say():
    assert words(options=[{"id": "a", "chosen": True}]) == ""


def test_scores_speak_where_no_money_is_given():
    scores = {"potential": 5, "motivation": 5, "skills": 5, "risks": 1, "involvement": 1}
    said = words(options=[{"id": "a", "chosen": True, "scores": scores}, {"id": "b", "scores": {**scores}}])
    its, other, apart = said.splitlines()
    assert its == "Its score is above 0 however each score is off by one level."  # the verdict tells the score
    assert other == "By its scores, `b` would return 400 %; above 0 however each score is off by one level."
    assert apart == "Scores are set beside the money and never added to it."


def test_scores_of_an_option_that_states_a_part_of_its_money_are_told_in_full():
    scores = {"potential": 5, "motivation": 5, "skills": 5, "risks": 1, "involvement": 1}
    said = words(options=[{"id": "a", "chosen": True, "gain": "2k", "scores": scores}])
    assert said.startswith("By its scores, `a` would return 400 %;")
    assert said.endswith("Scores are set beside the money and never added to it.")


def test_a_loss_by_scores_is_called_a_loss():
    scores = {"potential": 1, "motivation": 1, "skills": 1, "risks": 5, "involvement": 5}
    assert "`a` would lose 80 %; above 0 in 0 % of the cases" in words(options=[{"id": "a", "scores": scores}])


def test_single_numbers_are_not_called_certain():
    said = words(options=[{"id": "do-nothing"}, {"id": "go", "chosen": True, "gain": "100k", "cost": "30k"}])
    assert "Every amount of `go` is a single number" in said
    assert "certain" not in said
    assert "cannot be told either: give ranges" in said


def test_nothing_is_measured_first_while_the_worth_of_knowing_the_main_driver_is_not_known():
    inputs = {"x": "100k..200k", "a": "10..20", "b": "2..4"}
    go = {"id": "a", "chosen": True, "gains": [{"id": "g", "value": "x / (a - b)", "inputs": inputs}]}
    said = words(options=[{"id": "do-nothing"}, {**go, "cost": "10k..20k"}])
    assert "Most depends on `g.a`" in said
    assert "Measure first" not in said
    assert "to know `g.a`, on which most depends, cannot be computed: it divides by a number that may be zero" in said


def test_a_rare_event_is_not_taken_for_a_single_number():
    risk = {"id": "r", "impact": 9000, "p": "1%"}
    said = words(options=[{"id": "a", "chosen": True, "gain": "100k", "cost": "50k", "risks": [risk]}])
    assert "single number" not in said
    assert said.startswith("Nine times in ten, `a` is worth ")


def test_single_numbers_of_a_cost_are_a_cost():
    assert "it costs 50k EUR only if" in words(
        options=[{"id": "a", "chosen": True, "cost": "50k"}, {"id": "b", "cost": "60k"}]
    )


def test_ranges_that_cancel_out_are_not_called_single_numbers():
    gains = [{"id": "g", "value": "a * 2", "inputs": {"a": "10k..20k"}}]
    option = {"id": "go", "gains": gains, "costs": [{"id": "c", "money": "go.a"}]}
    even = {
        "id": "even",
        "chosen": True,
        "gains": [{"id": "h", "value": "go.a"}],
        "costs": [{"id": "d", "money": "go.a"}],
    }
    said = words(options=[option, even])
    assert "What is uncertain about `even` cancels out" in said


def test_no_option_is_praised_that_promises_nothing():
    losing = {"id": "ok", "gain": "10k", "cost": "20k"}
    said = words(options=[{"id": "do-nothing"}, losing, {"id": "go", "chosen": True}])
    assert "promises most" not in said
