import pytest

from roi_plugin.model.finding import Severity
from roi_plugin.model.policy import Policy, RuleLimits

RULE = "dominated-option-chosen"
FIELD = ["options[0].chosen"]
EVEN = "{potential: 3, motivation: 3, skills: 3, risks: 3, involvement: 3}"
BOLD = "{potential: 4, motivation: 3, skills: 3, risks: 4, involvement: 3}"
BEST = "{potential: 3, motivation: 3, skills: 4, risks: 2, involvement: 3}"


def asked(own, other, **rest):
    terms = "".join(f", {key}: {value}" for key, value in rest.items())
    return f"{{options: [{{id: a, chosen: true, {own}}}, {{id: b, {other}}}]{terms}}}"


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("gain: 60k, cost: 30k", "gain: 60k, cost: 20k", FIELD),
        ("gain: 60k, cost: 30k", "gain: 80k, cost: 30k", FIELD),
        ("gain: 60k, cost: 30k", "gain: 80k, cost: 31k", []),
        ("gain: 60k, cost: 30k", "gain: 59k, cost: 20k", []),
        ("gain: 60k, cost: 30k", "gain: 60k, cost: 30k", []),
        ("gain: 60k, cost: 30k", "gain: 60k, cost: 28k", []),
        ("gain: 40k..90k, cost: 30k", "gain: 50k..90k, cost: 20k", []),
        ("gain: 60k, cost: 30k..50k", "gain: 60k, cost: 5k..10k", FIELD),
        ("cost: 60k", "cost: 30k", []),
        ("gain: 0, cost: 60k", "cost: 0, gain: 0", []),
        ("gain: 60k, cost: 30k", "gain: 80k", []),
        ("gain: 60k", "gain: 80k, cost: 1k", []),
        ("cost: 60k", "id: do-nothing", []),
    ],
)
def test_an_option_that_gains_no_less_and_costs_no_more_is_the_better_one(fields, own, other, expected):
    assert fields(RULE, asked(own, other)) == expected


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (f"gain: 60k, cost: 30k, scores: {EVEN}", f"gain: 60k, cost: 20k, scores: {EVEN}", FIELD),
        (f"gain: 60k, cost: 30k, scores: {EVEN}", f"gain: 60k, cost: 30k, scores: {EVEN}", []),
        (f"gain: 60k, cost: 30k, scores: {EVEN}", f"gain: 60k, cost: 29k, scores: {EVEN}", []),
        (f"gain: 60k, cost: 30k, scores: {EVEN}", f"gain: 60k, cost: 29k, scores: {BEST}", FIELD),
        (f"gain: 60k, cost: 30k, scores: {EVEN}", f"gain: 60k, cost: 20k, scores: {BOLD}", []),
        (f"gain: 60k, cost: 30k, scores: {BOLD}", f"gain: 60k, cost: 20k, scores: {EVEN}", []),
        (f"cost: 30k..50k, scores: {EVEN}", f"cost: 25k..45k, scores: {BEST}", FIELD),
        (f"gain: 60k, cost: 30k, scores: {EVEN}", "gain: 60k, cost: 20k", FIELD),
        ("gain: 60k, cost: 30k, scores: {potential: 5}", f"gain: 60k, cost: 20k, scores: {EVEN}", []),
        (f"gain: 60k, cost: 30k, scores: {EVEN}", "gain: 60k, cost: 20k, scores: {potential: 5}", []),
    ],
)
def test_a_score_in_which_the_chosen_option_is_better_speaks_for_it(fields, own, other, expected):
    assert fields(RULE, asked(own, other)) == expected


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("gain: 60k, cost: 30k, constraint: The contract", "gain: 60k, cost: 20k"),
        ("gain: 60k, cost: 30k", "gain: 60k, cost: 20k, constraint: The law"),
    ],
)
def test_a_constraint_on_either_side_silences_it(fields, own, other):
    assert fields(RULE, asked(own, other)) == []


def test_a_reason_in_words_does_not(fields):
    assert fields(RULE, asked("gain: 60k, cost: 30k, chosen_because: 9 teams like it", "gain: 60k, cost: 20k")) == FIELD


@pytest.mark.parametrize(
    "options",
    [
        "",
        "{id: a, gain: 60k, cost: 30k}, {id: b, gain: 60k, cost: 20k}",
        "{id: a, chosen: true, gain: 60k, cost: 30k}, {id: b, chosen: true, gain: 60k, cost: 20k}",
        "{id: a, chosen: true, gain: 60k, cost: 20k}, {id: b, gain: 60k, cost: 30k}",
    ],
)
def test_only_one_chosen_option_is_asked(fields, options):
    assert fields(RULE, f"options: [{options}]") == []


@pytest.mark.parametrize(
    ("policy", "count"), [(Policy(), 1), (Policy(limits=RuleLimits(regret_share=0.3)), 0), (Policy(small=300_000), 0)]
)
def test_the_policy_says_what_counts(fields, policy, count):
    assert len(fields(RULE, asked("gain: 60k, cost: 30k", "gain: 60k, cost: 20k"), policy=policy)) == count


@pytest.mark.parametrize(("status", "count"), [("proposed", 1), ("draft", 0), ("rejected", 0), ("superseded", 0)])
def test_only_live_decisions_are_asked(fields, status, count):
    assert len(fields(RULE, asked("gain: 60k, cost: 30k", "gain: 60k, cost: 20k", status=status))) == count


def test_it_is_an_error_and_says_all_numbers(record, problems_of):
    decision = record(asked(f"gain: 60k, cost: 30k, scores: {EVEN}", f"gain: 80k, cost: 20k, scores: {BEST}"))
    found = next(one for one in problems_of(decision) if one.name == f"risk/{RULE}")
    assert found.severity is Severity.ERROR
    assert found.message == (
        "`b` leaves nothing in which the chosen `a` is better: it gains 80k EUR against 60k EUR and costs 20k EUR "
        "against 30k EUR, and is no worse in any score"
    )
