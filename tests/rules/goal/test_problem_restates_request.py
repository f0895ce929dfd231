import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "problem-restates-request"
TITLE = "Build a recommendation system for the shop"


def asked(problem, *, rest="", status="accepted"):
    option = "{id: vector-database, title: Buy a vector database, chosen: true}"
    return f'{{title: {TITLE}, status: {status}, problem: "{problem}", options: [{option}], {rest}}}'


@pytest.mark.parametrize(
    "problem",
    [
        "We need a recommendation system",
        "We don't have a recommendation system",
        "We don\u2019t have a recommendation system yet",
        "There is no recommendation system for the shop",
        "The shop's recommendation system is missing",
        "RECOMMENDATION SYSTEMS",
        "We have no vector database",
        "Our analysts want a vector database with similarity search for all products",
    ],
)
def test_a_problem_that_names_the_solution_is_asked_for_what_is_wrong(fields, problem):
    assert fields(RULE, asked(problem), stakes=1) == ["problem"]


@pytest.mark.parametrize(
    "problem",
    [
        "...",
        "Customers find one item and leave",
        "The shop is slow",
        "The shop's recommendations are wrong",
        "The recommendation system's maker ends support",
        "The recommendation system of the shop fails twice a week",
        "Customers of the shop can't build a system",
        "Recommendations for the shop are not relevant",
        "14% of the shop's recommendations",
        "Every team builds the same recommendation system again",
        "The vector database holds stale vectors",
        "Members should find something to watch",
        "The law asks for a recommendation system",
        "More sales in the shop",
        "Kunden finden nur einen Artikel",
    ],
)
def test_a_problem_that_tells_of_trouble_is_one(fields, problem):
    assert fields(RULE, asked(problem), stakes=1) == []


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{}", []),
        ("{title: Use Kafka}", []),
        ("{title: Use Kafka, goal: {problem: We want Kafka}}", ["goal.problem"]),
        ("{title: Move, goal: {request: Kafka for events, problem: Events need Kafka}}", ["goal.problem"]),
        ("{title: Use Kafka, problem: We want Kafka, goal: {problem: Kafka is missing}}", ["problem"]),
        ("{title: Use Kafka, problem: We want Kafka, goal: {problem: Events are lost}}", []),
        ("{title: Use Kafka, problem: Orders arrive before their customers, goal: {problem: We want Kafka}}", []),
        ("{title: Move, problem: We need Kafka, options: [{id: kafka}]}", []),
        ("{title: Move, problem: We need Kafka, options: [{id: do-nothing, chosen: true}]}", []),
    ],
)
def test_it_reads_both_places_and_the_chosen_option_only(fields, record, expected):
    assert fields(RULE, record, stakes=1) == expected


@pytest.mark.parametrize(
    ("status", "stakes", "count"),
    [
        ("accepted", 0, 0),
        ("proposed", 1, 1),
        ("accepted", 2, 1),
        ("draft", 2, 0),
        ("rejected", 2, 0),
        ("deprecated", 2, 0),
    ],
)
def test_live_decisions_from_level_1_on_are_asked(fields, status, stakes, count):
    assert len(fields(RULE, asked("We need a recommendation system", status=status), stakes=stakes)) == count


@pytest.mark.parametrize(("share", "count"), [(0.6, 1), (0.67, 0)])
def test_the_policy_says_which_share_of_words_is_too_much(fields, share, count):
    policy = Policy(limits=RuleLimits(decision_similarity=share))
    record = "{title: Build a recommendation system, problem: A recommendation system for members}"
    assert len(fields(RULE, record, stakes=1, policy=policy)) == count


def test_the_message_counts_the_words(record, problems_of):
    decision = record("{title: Build a recommendation system, problem: A recommendation system for members}")
    found = next(one for one in problems_of(decision, stakes=1) if one.name == f"risk/{RULE}")
    assert found.message == (
        "2 of the 3 words that count in the problem stand in the title: it names the solution, not what is wrong today"
    )
