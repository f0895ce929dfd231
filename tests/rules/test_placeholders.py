"""A text that only keeps a place free (`TBD`, `none`, `n/a`) answers no rule, wherever it stands."""

import pytest

FREE = ["TBD", "none", "n/a", '"?"']
IDS = ["TBD", "none", "na"]
"""Those that can stand where an id is expected."""
CHOSEN = "options: [{id: x, chosen: true, gain: 90k, cost: 30k, "
MODEL = "options: [{id: x, chosen: true, kind: ml, gain: 900k, cost: 800k, "
UNSURE = "options: [{id: x, chosen: true, gains: [{id: g, value: 90k, p: 0.5}], cost: 30k}]"
RISK = "options: [{id: x, chosen: true, risks: [{id: slow, category: performance, "
KINDS = ["technical", "budget", "performance", "privacy-security"]
FOUR_KINDS = "options: [{id: x, chosen: true, risks: [" + ", ".join(
    f"{{id: {kind}, category: {kind}}}" for kind in KINDS
)
LIST = "evidence: [{id: post, kind: secondary}]"


def flagged(fields, rule, text, said):
    return bool(fields(rule, f"{{{text.replace('SAID', said)}}}", stakes=2))


@pytest.mark.parametrize(
    ("rule", "text", "answer"),
    [
        ("goal-missing", "problem: SAID", "Slow pages"),
        ("goal-missing", "goal: {problem: SAID}", "Slow pages"),
        ("ethics-not-considered", f"{MODEL}}}], goal: {{people_affected: yes, ethics: {{reviewed_by: SAID}}}}", "kim"),
        ("ethics-not-considered", f"{MODEL}}}], goal: {{people_affected: yes, ethics: {{ref: SAID}}}}", "ETH-12"),
        ("growth-without-money", "goal: {category: users}, options: [{id: x, cost: 9k, constraint: SAID}]", "By law"),
        ("no-business-metric", f"{CHOSEN}constraint: SAID}}]", "By law"),
        ("ml-is-the-only-idea", f"{MODEL}constraint: SAID}}]", "By law"),
        ("one-ml-approach", f"{MODEL}constraint: SAID}}]", "By law"),
        ("build-without-buy", "options: [{id: x, kind: build, chosen: true, cost: 9k, constraint: SAID}]", "By law"),
        (
            "build-without-buy",
            "options: [{id: x, kind: build, chosen: true, cost: 9k}, {id: y, kind: buy, constraint: SAID}]",
            "By law",
        ),
        (
            "better-option-not-chosen",
            f"{CHOSEN}constraint: SAID, evidence: law}}, {{id: y, gain: 900k, cost: 20k}}]",
            "By law",
        ),
        (
            "better-option-not-chosen",
            f"{CHOSEN}constraint: By law, evidence: [SAID]}}, {{id: y, gain: 900k, cost: 20k}}]",
            "contract",
        ),
        ("dominated-option-chosen", f"{CHOSEN}constraint: SAID}}, {{id: y, gain: 900k, cost: 20k}}]", "By law"),
        ("dominated-option-chosen", f"{CHOSEN}}}, {{id: y, gain: 900k, cost: 20k, constraint: SAID}}]", "By law"),
        (
            "argument-from-novelty",
            "options: [{id: x, chosen: true, chosen_because: Strategic, constraint: SAID}]",
            "By law",
        ),
        ("no-stop-rule", f"{UNSURE}, kill_if: SAID", "No lift by June"),
        ("no-stop-rule", f"{UNSURE}, kill_if: {{text: SAID}}", "No lift by June"),
        ("no-stop-rule", f"{UNSURE}, kill_if: {{threshold: SAID}}", "below 5 %"),
        (
            "short-lived-decision",
            "kill_if: SAID, delivery: reverted, reviews: [{date: 2026-06-01, outcome: reverted, lessons: Ask}]",
            "No lift by June",
        ),
        ("risk-without-guardrail", f"{RISK}not_applicable: SAID}}]}}]", "no users yet"),
        (
            "risk-without-guardrail",
            "options: [{id: x, chosen: true, risks: [{id: r, category: compliance}]}], compliance: [{kind: SAID}]",
            "legal",
        ),
        (
            "category-not-considered",
            f"{FOUR_KINDS}, {{id: e, category: compliance, not_applicable: SAID}}]}}]",
            "the law exempts us",
        ),
        (
            "category-not-considered",
            f"{FOUR_KINDS}]}}], compliance: [{{kind: SAID}}]",
            "legal",
        ),
        ("compliance-review-missing", "personal_data: yes, compliance: [{kind: SAID, date: 2026-02-20}]", "dpia"),
        ("one-way-door-taken-lightly", "reversibility: one-way, compliance: [{kind: SAID}]", "legal"),
        (
            "ramp-up-not-priced",
            "options: [{id: x, chosen: true, cost: 9k, capability: {knowledge: [Rust], priced_in: SAID}}]",
            "cost",
        ),
        (
            "secondary-evidence",
            f"options: [{{id: x, chosen: true, gain: {{value: 9k, evidence: [post, SAID]}}}}], {LIST}",
            "survey",
        ),
        (
            "unanchored-scores",
            "options: [{id: x, chosen: true, scores: {rubric: SAID, potential: {level: 3, by: kim}}}]",
            "r-2026",
        ),
        (
            "unanchored-scores",
            "options: [{id: x, chosen: true, scores: {potential: {level: 3, by: [kim, SAID]}}}]",
            "lee",
        ),
    ],
)
def test_a_place_that_is_kept_free_answers_nothing(fields, rule, text, answer):
    assert [flagged(fields, rule, text, said) for said in FREE] == [True] * len(FREE)
    assert not flagged(fields, rule, text, answer)


@pytest.mark.parametrize(
    ("rule", "text", "answer"),
    [
        ("no-business-metric", f"{CHOSEN}}}], goal: {{metric: SAID}}", "booking_rate"),
        ("no-baseline", f"{CHOSEN}}}], goal: {{metric: SAID}}, metrics: [{{id: SAID, baseline: 5%}}]", "booking_rate"),
        ("risk-without-guardrail", f"{RISK}guardrail: SAID}}]}}]", "p99_latency"),
        ("risk-without-guardrail", f"{RISK}}}]}}], guardrails: [{{metric: SAID, for_risk: slow}}]", "p99_latency"),
        ("no-outside-view", f"{MODEL}}}], reference_class: {{cost: SAID}}", "software-effort"),
        (
            "key-result-is-a-task",
            "okr: [{objective: Grow, key_results: [{text: Review alarms, metric: SAID, from: 0, to: 5}]}]",
            "alarm_rate",
        ),
    ],
)
def test_nor_does_an_id_that_keeps_a_place_free(fields, rule, text, answer):
    assert [flagged(fields, rule, text, said) for said in IDS] == [True] * len(IDS)
    assert not flagged(fields, rule, text, answer)


@pytest.mark.parametrize("said", FREE)
def test_what_keeps_a_place_free_is_no_fault_by_itself(fields, said):
    capable = "options: [{id: x, chosen: true, cost: 9k, capability: {knowledge: [SAID]}}]"
    assert not flagged(fields, "ramp-up-not-priced", capable, said)
    assert not flagged(fields, "problem-restates-request", "title: TBD, problem: SAID", said)
