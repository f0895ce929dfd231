import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "motivation-low-or-unmeasured"
SCORE, EVIDENCE = ["options[0].scores.motivation"], ["options[0].motivation.evidence"]


def option(motivation="", score="", rest=""):
    scores = f", scores: {{motivation: {score}}}" if score else ""
    block = f", motivation: {{{motivation}}}" if motivation else ""
    return f"options: [{{id: sota, chosen: true{scores}{block}{rest}}}]"


@pytest.mark.parametrize(
    ("motivation", "score", "expected"),
    [
        ("", "", []),
        ("", "3", SCORE),
        ("", "{level: 3, evidence: survey}", []),
        ("", "{level: 3, evidence: none}", SCORE),
        ("", "{morale: {level: 3, evidence: survey}, commitment: 4}", []),
        ("evidence: one-on-ones", "3", []),
        ("morale: survey 3.9 of 5 in January", "3", []),
        ("date: 2026-02-18", "3", EVIDENCE),
        ("date: 2026-02-18", "", EVIDENCE),
        ("evidence: none", "", EVIDENCE),
        ("evidence: one-on-ones", "", []),
    ],
)
def test_what_is_said_of_motivation_was_asked(fields, motivation, score, expected):
    assert fields(RULE, option(motivation, score), stakes=1) == expected


@pytest.mark.parametrize(
    ("score", "count"),
    [
        ("1", 1),
        ("2", 1),
        ("3", 0),
        ("{team-growth: 2, morale: 2}", 1),
        ("{team-growth: 2, morale: 3}", 0),
        ("{team-growth: 1, morale: 1, commitment: 5}", 0),
    ],
)
def test_low_motivation_is_a_concern_though_it_was_measured(fields, score, count):
    assert fields(RULE, option("evidence: survey", score), stakes=1) == SCORE * count


def test_a_risk_that_says_what_is_done_about_people_silences_low_motivation(fields):
    assert fields(RULE, option("evidence: survey", "1", ", risks: [{id: r, category: people}]"), stakes=1) == []
    assert fields(RULE, option("evidence: survey", "1", ", risks: [{id: r, category: vendor}]"), stakes=1) == SCORE


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (2, 0), (3, 1)])
def test_the_policy_says_what_is_low(fields, limit, count):
    policy = Policy(limits=RuleLimits(low_motivation_level=limit))
    assert len(fields(RULE, option("evidence: survey", "3"), stakes=1, policy=policy)) == count


def test_the_decision_s_own_scores_count_where_no_option_has_any(fields):
    record = f"{{scores: {{motivation: 4}}, {option()}}}"
    assert fields(RULE, record, stakes=1) == ["scores.motivation"]


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: planned", 1),
        ("delivery: delivered", 0),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_until_the_work_is_done(fields, state, count):
    assert len(fields(RULE, f"{{{state}, {option(score='3')}}}", stakes=1)) == count


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(fields(RULE, option(score="3"), stakes=stakes)) == count


def test_what_was_not_chosen_is_not_asked(fields):
    assert fields(RULE, "options: [{id: tune, scores: {motivation: 1}}]", stakes=1) == []


@pytest.mark.parametrize(
    ("motivation", "score", "words"),
    [
        ("evidence: survey", "2", "the team's motivation is 2 of 5: what people"),
        ("", "1", "the team's motivation is 1 of 5, and nothing says how that is known: what people"),
        ("", "4", "the team's motivation is judged 4 of 5, and nothing says how that is known"),
        ("evidence: none", "", "motivation is spoken of, and nothing says how that is known"),
    ],
)
def test_the_message_says_the_level_and_whether_it_was_measured(record, problems_of, motivation, score, words):
    found = problems_of(record(option(motivation, score)), stakes=1)
    assert any(words in each.message for each in found)
