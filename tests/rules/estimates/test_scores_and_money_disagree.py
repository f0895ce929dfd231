import pytest

from roi_plugin.model.policy import FrameworkWeights, Policy

GOOD = "scores: {potential: 5, motivation: 4, skills: 4, risks: 2, involvement: 2}"
BAD = "scores: {potential: 2, motivation: 2, skills: 2, risks: 4, involvement: 4}"
EVEN = "scores: {potential: 3, motivation: 3, skills: 3, risks: 3, involvement: 3}"
MIXED = "scores: {potential: 5, motivation: 1, skills: 2, risks: 3, involvement: 3}"
"""Balanced it is -11 %, anchored +58 % (model document, section C7)."""
LOSS, WIN = "cost: 60k, gain: 20k per year", "cost: 60k, gain: 200k per year"
LUCK = "cost: 60k, gains: [{id: g, value: 400k per year, p: 0.4}]"
"""Expected to gain, and lost in six cases of ten."""


@pytest.mark.parametrize(
    ("option", "flagged"),
    [
        (f"{LOSS}, {GOOD}", True),
        (f"{WIN}, {BAD}", True),
        (f"{WIN}, {GOOD}", False),
        (f"{LOSS}, {BAD}", False),
        (f"{LOSS}, {EVEN}", False),
        (f"{LOSS}, {MIXED}", False),
        (f"{WIN}, {MIXED}", False),
        (f"{LUCK}, {BAD}", False),
        (f"cost: 60k, {GOOD}", False),
        (GOOD, False),
        (LOSS, False),
        (f"{LOSS}, scores: {{potential: 5}}", False),
        (f"kind: do-nothing, {LOSS}, {GOOD}", False),
    ],
)
def test_scores_and_money_are_clear_and_on_opposite_sides(fields, option, flagged):
    found = fields("scores-and-money-disagree", f"options: [{{id: x, chosen: true, {option}}}]", stakes=1)
    assert found == (["options[0].scores"] if flagged else [])


def test_scores_of_the_whole_decision_are_those_of_the_chosen_option(fields):
    text = f"{{{GOOD}, options: [{{id: do-nothing}}, {{id: x, chosen: true, {LOSS}}}]}}"
    assert fields("scores-and-money-disagree", text, stakes=1) == ["scores"]


def test_all_options_are_asked_until_one_is_chosen(fields):
    text = f"{{status: proposed, options: [{{id: a, {LOSS}, {GOOD}}}, {{id: b, {WIN}, {BAD}}}]}}"
    assert fields("scores-and-money-disagree", text, stakes=1) == ["options[0].scores", "options[1].scores"]


def test_without_weights_there_is_no_second_form_to_agree(fields):
    policy = Policy(framework_weights=FrameworkWeights(risks=0, involvement=0))
    text = f"options: [{{id: x, chosen: true, {LOSS}, {GOOD}}}]"
    assert fields("scores-and-money-disagree", text, stakes=1, policy=policy) == []


@pytest.mark.parametrize(
    ("head", "stakes", "flagged"),
    [
        ("status: proposed", 1, True),
        ("delivery: delivered", 1, True),
        ("status: draft", 1, False),
        ("status: rejected", 1, False),
        ("status: accepted", 0, False),
        (
            "waivers: [{rule: scores-and-money-disagree, reason: No price for trust, by: lee, until: 2027-01-01}]",
            1,
            False,
        ),
    ],
)
def test_it_is_asked_of_live_decisions_that_are_not_small(fields, head, stakes, flagged):
    text = f"{{{head}, options: [{{id: x, chosen: true, {LOSS}, {GOOD}}}]}}"
    assert bool(fields("scores-and-money-disagree", text, stakes=stakes)) is flagged


def test_the_message_says_both(record, problems_of):
    decision = record(f"options: [{{id: x, chosen: true, {LOSS}, {GOOD}}}]")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/scores-and-money-disagree")
    assert message == (
        "the scores say that `x` brings more than it takes (+117 %), and the money that it is expected to lose "
        "40.8k EUR"
    )


def test_the_chance_of_a_loss_is_told_where_a_range_is_given(record, problems_of):
    decision = record(f"options: [{{id: x, chosen: true, cost: 60k..80k, gain: 20k per year, {GOOD}}}]")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/scores-and-money-disagree")
    assert message.endswith(" EUR (chance of a loss: all but certain)")
