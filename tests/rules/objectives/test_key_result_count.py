import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "key-result-count"
AT = ["okr[0].key_results"]


def okr(count, rest="owner: kim", fields="due: 2026-12-31", level="local"):
    results = ", ".join(f"{{id: KR{number}, {fields}}}" for number in range(count))
    return f"{{{rest}, okr: {{objective: Better search, level: {level}, key_results: [{results}]}}}}"


@pytest.mark.parametrize(("count", "expected"), [(0, AT), (1, AT), (2, AT), (3, []), (5, []), (6, AT)])
def test_three_to_five_key_results_show_an_objective(fields, count, expected):
    assert fields(RULE, okr(count), stakes=1) == expected


@pytest.mark.parametrize(
    ("limits", "count", "expected"),
    [
        ({"key_results_least": 1}, 1, []),
        ({"key_results_least": 4}, 3, AT),
        ({"key_results_most": 4}, 5, AT),
        ({"key_results_most": 8}, 8, []),
    ],
)
def test_the_policy_says_how_many(fields, limits, count, expected):
    policy = Policy(limits=RuleLimits(**limits))
    assert fields(RULE, okr(count), stakes=1, policy=policy) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, []), (6, AT)])
def test_of_the_organisation_s_objective_only_what_the_decision_serves_is_listed(fields, count, expected):
    assert fields(RULE, okr(count, level="global"), stakes=1) == expected


@pytest.mark.parametrize(("due", "expected"), [("2026-09-09", []), ("2026-09-10", AT), ("2026-12-31", AT)])
def test_an_objective_that_is_over_is_left_alone(fields, due, expected):
    assert fields(RULE, okr(1, fields=f"due: {due}"), stakes=1) == expected


def test_each_objective_is_counted_by_itself(fields):
    one = "{objective: A, key_results: [{id: a}, {id: b}, {id: c}]}"
    assert fields(RULE, f"okr: [{one}, {{objective: B}}]", stakes=1) == ["okr[1].key_results"]


def test_without_an_objective_nothing_is_asked(fields):
    assert fields(RULE, "{}", stakes=1) == []


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
    assert len(fields(RULE, okr(1, state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, okr(1), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, okr(1), stakes=0) == []


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "the objective has no key result, expected 3 to 5: too little to see"),
        (1, "the objective has 1 key result, expected 3 to 5: too little to see"),
        (7, "the objective has 7 key results, expected 3 to 5: too many to know"),
    ],
)
def test_the_message_says_how_many_there_are(record, problems_of, count, words):
    found = problems_of(record(okr(count)), stakes=1)
    assert any(each.message.startswith(words) for each in found)
