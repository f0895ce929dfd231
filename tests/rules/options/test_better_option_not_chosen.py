import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "better-option-not-chosen"
BETTER = "{id: b, gain: 90k, cost: 20k}"
FIELD = ["options[0].chosen_because"]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("gain: 60k, cost: 20k", FIELD),
        ("gain: 89k, cost: 20k", []),
        ("gain: 95k, cost: 20k", []),
        ("gain: 60k", []),
        ("cost: 20k", []),
        ("scores: {potential: 5}", []),
        ("gain: 60k, cost: 20k, chosen_because: Strategic alignment", FIELD),
        ("gain: 60k, cost: 20k, chosen_because: Best for 2026", FIELD),
        ("gain: 60k, cost: 20k, chosen_because: Option 2 fits better", FIELD),
        ("gain: 60k, cost: 20k, chosen_because: See section 4", FIELD),
        ("gain: 60k, cost: 20k, chosen_because: 24/7 support", FIELD),
        ("gain: 60k, cost: 20k, chosen_because: Needs 2 teams less", []),
        ("gain: 60k, cost: 20k, constraint: By law", FIELD),
        ("gain: 60k, cost: 20k, constraint: By law, evidence: legal-opinion", []),
        ("gain: 60k, cost: 20k, constraint: By law, evidence: hearsay", FIELD),
        ("gain: 60k, cost: 20k, evidence: legal-opinion", FIELD),
    ],
)
def test_what_is_worth_less_needs_a_number_or_a_proven_constraint(fields, own, expected):
    evidence = "evidence: [{id: hearsay, kind: none}]"
    assert fields(RULE, f"{{options: [{{id: a, chosen: true, {own}}}, {BETTER}], {evidence}}}") == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("rejected_because: Nobody wants it", FIELD),
        ("rejected_because: 3 of 4 teams cannot use it", []),
        ("constraint: The licence forbids it", FIELD),
        ("constraint: The licence forbids it, evidence: contract", []),
    ],
)
def test_so_does_what_is_worth_more(fields, other, expected):
    options = f"{{id: a, chosen: true, gain: 60k, cost: 20k}}, {{id: b, gain: 90k, cost: 20k, {other}}}"
    assert fields(RULE, f"options: [{options}]") == expected


def test_the_best_of_those_without_a_reason_is_named(record, problems_of):
    decision = record("""
        options:
          - {id: a, chosen: true, gain: 60k, cost: 20k}
          - {id: b, gain: 90k, cost: 20k, rejected_because: Ready 9 months later}
          - {id: c, gain: 70k, cost: 20k}
          - {id: d, gain: 80k, cost: 20k}
    """)
    assert next(one.message for one in problems_of(decision) if one.name == f"risk/{RULE}") == (
        "`d` is expected to be worth 20k EUR more than the chosen `a` (60k EUR against 40k EUR), "
        "and no number or proven constraint says why"
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("{id: do-nothing}, {id: b, chosen: true, cost: 30k}, {id: c, cost: 40k}", []),
        ("{id: do-nothing}, {id: b, chosen: true, cost: 40k}, {id: c, cost: 30k}", ["options[1].chosen_because"]),
        ("{id: do-nothing, cost: 20k}, {id: b, chosen: true, cost: 40k}", ["options[1].chosen_because"]),
        ("{id: do-nothing}, {id: b, chosen: true, cost: 40k, gain: 10k}", ["options[1].chosen_because"]),
        ("{id: do-nothing}, {id: b, chosen: true, cost: 40k, gains: [{id: g, value: 0}]}", []),
        ("{id: do-nothing, chosen: true}, {id: b, cost: 10k, gain: 40k}", ["options[0].chosen_because"]),
    ],
)
def test_where_costs_alone_are_compared_doing_nothing_is_free_only_if_it_says_so(fields, options, expected):
    assert fields(RULE, f"options: [{options}]") == expected


@pytest.mark.parametrize(
    "options",
    ["", BETTER, f"{BETTER}, {{id: c, gain: 10k, cost: 5k}}", f"{{id: a, chosen: true, gain: 1k, cost: 9k}}, {BETTER}"],
)
def test_nothing_chosen_is_not_asked(fields, options):
    assert fields(RULE, f"options: [{options}]") == (FIELD if "chosen" in options else [])


def test_two_chosen_options_are_not_asked_for_what_they_are_worth_together(fields):
    options = f"{{id: a, chosen: true, gain: 30k, cost: 9k}}, {{id: c, chosen: true, gain: 30k, cost: 9k}}, {BETTER}"
    assert fields(RULE, f"options: [{options}]") == []


def test_options_of_equal_worth_are_not_asked_however_unsure_they_are(fields):
    options = "{id: a, chosen: true, gain: 20k..900k, cost: 20k}, {id: b, gain: 20k..901k, cost: 20k}"
    assert fields(RULE, f"options: [{options}]") == []


@pytest.mark.parametrize(
    ("cost", "missed", "count"),
    [(100, 5.2, 1), (100, 4.8, 0), (0, 2.6, 1), (0, 2.4, 0), (20, 2.6, 1), (20, 2.4, 0)],
)
def test_what_is_given_up_counts_from_a_share_of_the_cost_or_of_a_small_decision(fields, cost, missed, count):
    """5 % of the median cost, or of the 50k below which a decision is small."""
    options = f"{{id: a, chosen: true, gain: 200k, cost: {cost}k}}, {{id: b, gain: {200 + missed}k, cost: {cost}k}}"
    assert len(fields(RULE, f"options: [{options}]")) == count


@pytest.mark.parametrize(
    ("policy", "count"),
    [(Policy(), 1), (Policy(limits=RuleLimits(regret_share=0.2)), 0), (Policy(small=200_000), 0)],
)
def test_the_policy_says_what_counts(fields, policy, count):
    options = "{id: a, chosen: true, gain: 60k, cost: 20k}, {id: b, gain: 69k, cost: 20k}"
    assert len(fields(RULE, f"options: [{options}]", policy=policy)) == count


@pytest.mark.parametrize(("status", "count"), [("proposed", 1), ("draft", 0), ("rejected", 0), ("superseded", 0)])
def test_only_live_decisions_are_asked(fields, status, count):
    record = f"{{status: {status}, options: [{{id: a, chosen: true, gain: 60k, cost: 20k}}, {BETTER}]}}"
    assert len(fields(RULE, record)) == count


def test_costs_are_compared_as_costs(record, problems_of):
    decision = record("options: [{id: keep, chosen: true, cost: 90k}, {id: move, cost: 60k}]")
    assert next(one.message for one in problems_of(decision) if one.name == f"risk/{RULE}") == (
        "`move` is expected to cost 30k EUR less than the chosen `keep` (60k EUR against 90k EUR), "
        "and no number or proven constraint says why"
    )
