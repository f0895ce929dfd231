import pytest

RULE = "growth-without-money"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("{id: a, chosen: true, cost: 300k}", ["options[0].gains"]),
        ("{id: a, chosen: true, gains: [{id: g, metric: users}]}", ["options[0].gains"]),
        ("{id: a, chosen: true, gains: [{id: g, value: 0, type: proxy}]}", ["options[0].gains"]),
        ("{id: a, chosen: true, gains: [{id: g, value: 0}, {id: h, value: 5k per year, p: 0.1}]}", []),
        ("{id: a, chosen: true, gain: 5k per year}", []),
        ("{id: a, chosen: true, gains: [{id: g, value: users * unknown_worth}]}", []),
        ("{id: a, chosen: true, gains: [{id: g, same_as: b.h}]}, {id: b, gains: [{id: h, value: 5k}]}", []),
        ("{id: do-nothing}, {id: a, chosen: true}", ["options[1].gains"]),
        ("{id: do-nothing, chosen: true}, {id: a}", []),
        ("{id: a}, {id: b}", ["options[0].gains"]),
        ("{id: a}, {id: b, gain: 5k}", []),
        ("{id: a, chosen: true}, {id: b, gain: 5k}", ["options[0].gains"]),
        ("{id: a, chosen: true, constraint: The law asks for it}", []),
        ("{id: a, chosen: true}, {id: b, chosen: true, gain: 5k}", []),
    ],
)
def test_more_users_are_worth_something_in_money(fields, options, expected):
    assert fields(RULE, f"{{goal: {{category: users}}, options: [{options}]}}", stakes=2) == expected


@pytest.mark.parametrize("goal", ["{category: revenue}", "{problem: Few users}"])
def test_other_goals_are_not_asked(fields, goal):
    assert fields(RULE, f"{{goal: {goal}, options: [{{id: a, chosen: true}}]}}", stakes=2) == []


@pytest.mark.parametrize(
    ("status", "stakes", "count"), [("accepted", 1, 0), ("proposed", 2, 1), ("draft", 2, 0), ("deprecated", 2, 0)]
)
def test_large_live_decisions_are_asked(fields, status, stakes, count):
    record = f"{{status: {status}, goal: {{category: users}}, options: [{{id: a, chosen: true}}]}}"
    assert len(fields(RULE, record, stakes=stakes)) == count


def test_a_record_without_goal_or_options_is_not_asked(fields):
    assert fields(RULE, "{}", stakes=2) == fields(RULE, "{goal: {category: users}}", stakes=2) == []


def test_the_message_says_what_it_costs(record, problems_of):
    decision = record("{goal: {category: users}, options: [{id: app, chosen: true, gain: 0, cost: 300k}]}")
    assert [one.message for one in problems_of(decision, stakes=2) if one.name == f"risk/{RULE}"] == [
        "`app` costs 300k EUR and shall bring users, and no gain says what a user is worth, or from when on"
    ]
