import pytest


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{}", ["problem"]),
        ("{goal: {request: A new model}}", ["goal.problem"]),
        ("{problem: ' '}", ["problem"]),
        ("{problem: '...'}", ["problem"]),
        ("{problem: Too slow}", []),
        ("{goal: {problem: Too slow}}", []),
        ("{problem: Too slow, goal: {request: A cache}}", []),
        ("{status: draft}", []),
        ("{status: proposed}", []),
        ("{status: rejected}", []),
        ("{status: deprecated}", ["problem"]),
        ("{status: superseded}", ["problem"]),
    ],
)
def test_a_decision_that_was_accepted_says_which_problem_it_solves(fields, record, expected):
    assert fields("goal-missing", record) == expected


def test_the_message_quotes_the_request_that_stands_for_the_problem(record, problems_of):
    problem = next(iter(problems_of(record("{goal: {request: 'We want the new model'}}"))))
    assert "\u201cWe want the new model\u201d" in problem.message
    long = problems_of(record(f"{{goal: {{request: '{'very long words ' * 20}'}}}}"))[0]
    assert len(long.message) < 200
