import pytest

from roi_plugin.model.policy import Policy, RuleLimits

REST = "motivation: 3, skills: 3, risks: 2, involvement: 2"
PRICED = "cost: 60k, gain: 90k per year,"
ALONE = ["options[0].scores.rubric"]


def rules(fields, scores, money="cost: 60k,", head="status: accepted", **view):
    text = f"{head}\noptions: [{{id: x, chosen: true, {money} scores: {{{scores}}}}}]"
    return fields("unanchored-scores", text, **{"stakes": 1} | view)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (f"potential: 4, {REST}", ALONE),
        (f"potential: {{level: 4, by: kim}}, {REST}", ALONE),
        (f"potential: {{level: 4, by: [kim, lee]}}, {REST}", []),
        (f"potential: {{level: 4, levels: {{kim: 4, lee: 5}}}}, {REST}", []),
        ("potential: {level: 4, by: kim}, skills: {level: 4, by: lee}", []),
        ("potential: {level: 4, by: kim}, skills: {tools: {level: 4, by: kim}}", ALONE),
        ("potential: {level: 4, by: kim}, skills: {tools: {level: 4, by: lee}}", []),
        (f"potential: 4, rubric: team-rubric-2026, {REST}", []),
    ],
)
def test_scores_that_carry_a_choice_alone_have_a_rubric_or_two_assessors(fields, scores, expected):
    assert rules(fields, scores) == expected
    assert rules(fields, scores, PRICED) == []


@pytest.mark.parametrize(
    ("potential", "place"),
    [
        ("{level: 4, levels: {kim: 4, lee: 3}}", None),
        ("{level: 4, levels: {kim: 4, lee: 2}}", "potential.levels"),
        ("{level: 4, levels: {kim: 4, lee: 3, ana: 5}}", "potential.levels"),
        ("{level: 4, levels: {kim: 4}}", None),
        ("{revenue: {level: 4, levels: {kim: 5, lee: 1}}}", "potential.revenue.levels"),
        ("{revenue: {level: 5, by: kim}, strategic-alignment: {level: 1, by: lee}}", None),
    ],
)
def test_assessors_who_are_far_apart_are_asked_about(fields, potential, place):
    for money in (PRICED, "cost: 60k,"):
        found = rules(fields, f"rubric: r1, potential: {potential}, {REST}", money)
        assert found == ([f"options[0].scores.{place}"] if place else [])


@pytest.mark.parametrize(("levels", "flagged"), [(1, True), (2, True), (3, False)])
def test_the_policy_says_how_far_is_far(fields, levels, flagged):
    policy = Policy(limits=RuleLimits(score_disagreement_levels=levels))
    scores = f"potential: {{level: 4, levels: {{kim: 4, lee: 2}}}}, {REST}"
    assert bool(rules(fields, scores, PRICED, policy=policy)) is flagged


@pytest.mark.parametrize(
    ("head", "stakes", "flagged"),
    [
        ("status: proposed", 1, True),
        ("status: draft", 1, False),
        ("status: rejected", 1, False),
        ("delivery: delivered", 1, False),
        ("delivery: planned", 1, True),
        ("status: accepted", 0, False),
    ],
)
def test_it_is_asked_of_live_decisions_that_are_not_small(fields, head, stakes, flagged):
    assert bool(rules(fields, f"potential: 4, {REST}", head=head, stakes=stakes)) is flagged


def test_scores_of_the_whole_decision_are_those_of_the_chosen_option(fields):
    text = f"{{scores: {{potential: 4, {REST}}}, options: [{{id: do-nothing}}, {{id: x, chosen: true, cost: 60k}}]}}"
    assert fields("unanchored-scores", text, stakes=1) == ["scores.rubric"]


def test_do_nothing_and_an_option_without_scores_are_not_asked(fields):
    text = f"options: [{{id: do-nothing, chosen: true, scores: {{potential: 1, {REST}}}}}, {{id: x, cost: 60k}}]"
    assert fields("unanchored-scores", text, stakes=1) == []


@pytest.mark.parametrize(
    ("by", "words"), [("{level: 4, by: kim}", "`kim` alone gave them"), ("4", "nothing says who gave them")]
)
def test_the_message_says_who_judged(record, problems_of, by, words):
    decision = record(f"options: [{{id: x, chosen: true, cost: 60k, scores: {{potential: {by}}}}}]")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/unanchored-scores")
    assert words in message
