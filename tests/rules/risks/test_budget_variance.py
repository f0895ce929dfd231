import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "budget-variance"
BUILD = "{id: build, time: 20..60 person-weeks}"
TERMS = "economics: {person_week: 4k}"
AT = "reviews[0].actuals"


def asked(fields, costs, actuals, **view):
    return fields(RULE, record_of(costs, f"{{date: 2026-09-03, actuals: {{{actuals}}}}}"), **view)


def record_of(costs, reviews, state="delivery: in-progress"):
    return f"{{{state}, {TERMS}, options: [{{id: sota, chosen: true, costs: [{costs}]}}], reviews: [{reviews}]}}"


@pytest.mark.parametrize(
    ("costs", "actuals", "expected"),
    [
        (BUILD, "build: 71 person-weeks", [f"{AT}.build"]),
        (BUILD, "build: 60 person-weeks", []),
        (BUILD, "build: 61", [f"{AT}.build"]),
        (BUILD, "sota.build: 71 person-weeks", [f"{AT}.sota.build"]),
        (BUILD, "build: 200k EUR", []),
        (BUILD, "build: yes", []),
        (BUILD, "other: 71 person-weeks", []),
        ("{id: serving, money: 10k..60k per year}", "serving: 22k per year", []),
        ("{id: serving, money: 10k..60k per year}", "serving: 6k per month", [f"{AT}.serving"]),
        ("{id: servers, money: 600k}", "servers: 750k", []),
        ("{id: servers, money: 600k}", "servers: 751k", [f"{AT}.servers"]),
        ("{id: on_call, time: 0}", "on_call: 2 person-weeks", [f"{AT}.on_call"]),
    ],
)
def test_a_line_may_reach_the_end_of_its_range_or_a_quarter_above_a_single_number(fields, costs, actuals, expected):
    """Model document, section G3: 71 person-weeks beside 20..60."""
    assert asked(fields, costs, actuals) == expected


@pytest.mark.parametrize(("ratio", "count"), [(1.1, 1), (1.2, 0), (2.0, 0)])
def test_the_policy_says_how_far_above_a_single_number(fields, ratio, count):
    policy = Policy(limits=RuleLimits(budget_overrun_ratio=ratio))
    assert len(asked(fields, "{id: servers, money: 600k}", "servers: 700k", policy=policy)) == count


@pytest.mark.parametrize(
    ("costs", "actuals", "expected"),
    [
        ("{id: a, money: 100k}, {id: b, time: 10 person-weeks}", "a: 120k, b: 12 person-weeks", []),
        ("{id: a, money: 40k..100k}", "a: 100k", []),
        ("{id: a, money: 40k..100k}, {id: b, money: 40k..100k}", "a: 99k, b: 99k", [AT]),
        ("{id: a, money: 40k..100k}, {id: b, money: 40k..100k}", "a: 99k, b: 60k", []),
        ("{id: a, money: 40k..100k}, {id: b, money: 40k..100k per year}", "a: 99k, b: 99k per year", []),
    ],
)
def test_the_whole_may_reach_a_quarter_above_what_was_expected_and_the_end_of_its_range(
    fields, costs, actuals, expected
):
    assert asked(fields, costs, actuals) == expected


def test_weeks_count_in_the_whole_at_their_price(fields):
    costs = "{id: a, money: 40k..100k}, {id: b, time: 10..25 person-weeks}"
    assert asked(fields, costs, "a: 99k, b: 24.9 person-weeks") == [AT]


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ("{date: 2026-07-01, actuals: {build: 71}}, {date: 2026-09-01, outcome: changed}", []),
        ("{date: 2026-09-01, outcome: changed}, {date: 2026-07-01, actuals: {build: 71}}", []),
        (
            "{date: 2026-07-01, actuals: {build: 50}}, {date: 2026-09-01, actuals: {build: 71}}",
            ["reviews[1].actuals.build"],
        ),
        ("{date: 2026-07-01, actuals: {build: 71}}, {date: 2026-07-01}", []),
    ],
)
def test_a_later_review_answers(fields, reviews, expected):
    assert fields(RULE, record_of(BUILD, reviews)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("outcome: kept, next: Three weeks are enough to finish it", []),
        ("outcome: changed, next: The second language waits", []),
        ("outcome: kept", [f"{AT}.build"]),
        ("outcome: changed, next: TBD", [f"{AT}.build"]),
        ("outcome: too-early, next: We look again in May", [f"{AT}.build"]),
        ("outcome: reverted, next: The old ranker stays", [f"{AT}.build"]),
        ("next: We look again in May", [f"{AT}.build"]),
    ],
)
def test_so_does_the_same_review_when_it_goes_on_and_says_how(fields, said, expected):
    assert fields(RULE, record_of(BUILD, f"{{date: 2026-09-03, {said}, actuals: {{build: 71}}}}")) == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("delivery: delivered", 1),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: proposed", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_of_what_binds(fields, state, count):
    assert len(fields(RULE, record_of(BUILD, "{date: 2026-09-03, actuals: {build: 71}}", state))) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, record_of(BUILD, "{date: 2026-09-03, actuals: {build: 71}}"), successor) == []


@pytest.mark.parametrize(("actual", "expected"), [("24k", []), ("26k", [f"{AT}.cache"])])
def test_the_fourteen_lines_of_a_small_record_are_asked_too(fields, actual, expected):
    option = "{id: cache, chosen: true, gain: 30k..60k per year, cost: 12k..25k}"
    record = f"{{options: [{option}], reviews: [{{date: 2026-09-03, actuals: {{cache: {actual}}}}}]}}"
    assert fields(RULE, record) == expected


@pytest.mark.parametrize(
    "record",
    [
        "{}",
        "reviews: [{date: 2026-09-03}]",
        "{options: [{id: x, cost: 5k}], reviews: [{date: 2026-09-03, actuals: {x: 9k}}]}",
        "{options: [{id: x, chosen: true}], reviews: [{date: 2026-09-03, actuals: {x: 9k}}]}",
        record_of("{id: y, same_as: z.y}", "{date: 2026-09-03, actuals: {y: 9k}}"),
    ],
)
def test_where_no_plan_stands_beside_the_actual_nothing_is_said(fields, record):
    assert fields(RULE, record) == []


@pytest.mark.parametrize(
    ("costs", "actuals", "words"),
    [
        (BUILD, "build: 71", "`build` came to 71 person-weeks, beyond the planned `20..60 person-weeks`"),
        (
            "{id: s, money: 10k per year}",
            "s: 15k per year",
            "`s` came to 15k EUR a year, 1.5 times the planned `10k per year`",
        ),
        (
            "{id: a, money: 40k..100k}, {id: b, money: 40k..100k}",
            "a: 99k, b: 99k",
            "`sota` came to 198k EUR by this review, 1.51 times the 131k EUR that it was to cost in all",
        ),
    ],
)
def test_the_message_says_how_much_more_it_is(record, problems_of, costs, actuals, words):
    found = problems_of(record(record_of(costs, f"{{date: 2026-09-03, actuals: {{{actuals}}}}}")))
    assert any(words in each.message for each in found), [each.message for each in found]
