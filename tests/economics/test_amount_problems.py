import pytest

from roi_plugin.economics.amount_problems import amount_problems
from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import returns_of
from roi_plugin.economics.weighing import weigh
from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.policy import Policy


@pytest.fixture(scope="session", name="problems")
def problems_fixture(decision, estimate):
    def find(option, policy=None, **rest):
        record = decision({"id": "a", **option}, **rest)
        policy = policy or Policy(person_week=estimate("4k"))
        resolution = resolve(record, policy)
        return list(amount_problems(record, resolution, returns_of(record, resolution)))

    return find


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ({"costs": [{"id": "d", "money": "a * b", "inputs": {"a": "10..20", "b": -1}}]}, "costs[0].money"),
        ({"gains": [{"id": "g", "value": 20}], "cost": "5 - g"}, "cost"),
        ({"risks": [{"id": "d", "p": 0.5, "impact": "a - 20", "inputs": {"a": "1..2"}}]}, "risks[0].impact"),
    ],
)
def test_cost_that_comes_out_below_0_is_an_error_where_it_is_worked_out(problems, line, place):
    (problem,) = problems(line)
    assert (problem.name, problem.severity) == ("schema/amount", Severity.ERROR)
    assert dotted(problem.field) == f"options[0].{place}"
    assert "EUR, below 0: expected a cost of 0 or more" in problem.message
    assert problem.help == "write a saving as a gain"


def test_cost_that_may_come_out_below_0_is_no_error(problems):
    cost = {"id": "c", "money": "a - 2", "inputs": {"a": "1..9"}}
    assert problems({"gain": 9, "costs": [cost]}) == []
    assert problems({"gains": [{"id": "g", "value": "a - 20", "inputs": {"a": 5}}], "cost": 3}) == []


@pytest.mark.parametrize(
    ("money", "inputs", "message"),
    [
        ("a / (b + 1) - 90", {"a": "10..20", "b": "1..2"}, "`c` comes out at -8"),
        ("1000 / (a + b)", {"a": "20..30", "b": "-20..-10"}, "`c` cannot be computed: it divides by a number that may"),
    ],
)
def test_line_that_is_worked_out_on_the_points_is_judged_there(decision, money, inputs, message):
    cost = {"id": "c", "money": money, "inputs": inputs}
    record = decision({"id": "do-nothing"}, {"id": "a", "gain": 9, "costs": [cost]})
    (problem,) = weigh(record, Policy(), appraise(record, Policy())).problems
    assert dotted(problem.field) == "options[1].costs[0].money"
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("option", "place", "reason", "help_"),
    [
        ({"cost": "5 persn-weeks"}, "cost", "is in `persn-weeks`, expected EUR", "did you mean `5 person-weeks`?"),
        ({"cost": "3..8 weeks"}, "cost", "is in `weeks`", "people's time is written `3..8 person-weeks`"),
        ({"costs": [{"id": "c", "money": "5 months"}]}, "costs[0].money", "is in `months`", "people's time"),
        ({"gain": "30 % per year"}, "gain", "is a share", "multiply it by what it is a share of"),
        ({"gain": "30k..60k USD per year"}, "gain", "is in USD, but this decision counts in EUR", "write it in EUR"),
        ({"gains": [{"id": "g", "value": "5k per year", "per": "month"}]}, "gains[0].value", "name two periods", None),
        (
            {"gains": [{"id": "g", "value": "a / b", "inputs": {"a": 4, "b": 0}}]},
            "gains[0].value",
            "it divides by zero",
            None,
        ),
        (
            {"gains": [{"id": "g", "value": "x * 3", "inputs": {"x": "5 USD"}}]},
            "gains[0].inputs.x",
            "is in USD",
            "write it in EUR",
        ),
        (
            {"costs": [{"id": "c", "money": "5k per year", "from": 12, "to": 3}]},
            "costs[0].to",
            "ends in month 3, before it begins in month 12",
            None,
        ),
        ({"risks": [{"id": "r", "p": 0.1, "impact": "5 apples"}]}, "risks[0].impact", "is in `apples`", "write it in"),
        (
            {"gains": [{"id": "g", "value": 5, "p": "a * 2", "inputs": {"a": 0.9}}]},
            "gains[0].p",
            "its probability is 1.8",
            None,
        ),
    ],
)
def test_amount_that_is_given_and_cannot_be_computed_is_an_error_at_its_place(problems, option, place, reason, help_):
    (problem,) = problems(option)
    assert (problem.name, problem.severity) == ("schema/amount", Severity.ERROR)
    assert dotted(problem.field) == f"options[0].{place}"
    assert reason in problem.message
    assert (problem.help or "").startswith(help_ or "")
    assert bool(problem.help) == bool(help_)


@pytest.mark.parametrize(
    "option",
    [
        {},
        {"gain": "30k..60k per year", "cost": "12k..25k EUR"},
        {"costs": [{"id": "nothing_given"}]},
        {"risks": [{"id": "r", "p": 0.1}, {"id": "s", "impact": 3}]},
        {"costs": [{"id": "c", "money": "unknown_name * 2"}]},
        {"gains": [{"id": "x", "value": "y"}, {"id": "y", "value": "x"}]},
        {"gains": [{"id": "g", "value": "a / b", "inputs": {"a": 4, "b": "-1..1"}}]},
        {"gains": [{"id": "g", "value": "1 / (a + b)", "inputs": {"a": "1..2", "b": "1..2"}}]},
    ],
)
def test_what_is_missing_misnamed_or_has_no_closed_form_is_no_fault_of_an_amount(problems, option):
    assert problems(option) == []


def test_time_without_a_price_is_no_fault_of_the_amount(problems):
    assert problems({"cost": "5 person-weeks"}, Policy()) == []


def test_price_of_a_week_in_another_currency_is_one_error_where_the_record_states_it(problems):
    costs = [{"id": "one", "time": "5 person-weeks"}, {"id": "two", "time": "3 person-weeks"}]
    (problem,) = problems({"costs": costs}, person_week="4k USD")
    assert dotted(problem.field) == "economics.person_week"


def test_price_of_a_week_in_the_policy_is_an_error_at_the_line_that_uses_it(problems, estimate):
    policy = Policy(person_week=estimate("4k USD"))
    (problem,) = problems({"costs": [{"id": "one", "time": "5 person-weeks"}]}, policy)
    assert dotted(problem.field) == "options[0].costs[0].time"
    assert problem.message.endswith("this is the policy's price of a person-week")


def test_fault_that_other_lines_repeat_is_told_once_where_it_stands(problems):
    wrong = {"id": "g", "value": "5k USD"}
    nought = {"id": "n", "value": "1 / zero", "inputs": {"zero": 0}}
    users = [{"id": "s", "same_as": "g"}, {"id": "u", "value": "g * 3"}, {"id": "v", "value": "n * 3"}]
    found = problems({"gains": [*users, wrong, nought]})
    assert [dotted(problem.field) for problem in found] == ["options[0].gains[3].value", "options[0].gains[4].value"]


@pytest.mark.parametrize(
    ("terms", "place"),
    [({"horizon": "1..2 years"}, "economics.horizon"), ({"discount_rate": "5%..8%"}, "economics.discount_rate")],
)
def test_terms_that_nothing_can_be_computed_with_are_one_error(problems, terms, place):
    (problem,) = problems({"gain": 4, "cost": 3}, **terms)
    assert dotted(problem.field) == place


def tied(*ranks):
    return [(pair, rank) for pair, rank in zip((("x", "y"), ("x", "z"), ("y", "z")), ranks, strict=False)]


@pytest.mark.parametrize(
    ("ranks", "count"), [((0.9,), 0), ((0.6, 0.6, 0.6), 0), ((0.7, 0.7), 1), ((0.9, 0.9, -0.9), 1), ((0.3, 0.3), 0)]
)
def test_correlations_that_no_numbers_have_are_an_error(problems, ranks, count):
    costs = [{"id": name, "money": "5..9"} for name in "xyz"]
    found = problems({"costs": costs}, correlations=tied(*ranks))
    assert [dotted(problem.field) for problem in found] == ["correlations"] * count


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ({"gains": [{"id": "g", "value": "5k per year", "from": 30}]}, "gains[0].from"),
        ({"gains": [{"id": "g", "value": "5k per year", "from": 12}]}, "gains[0].from"),
        ({"costs": [{"id": "c", "money": 5, "when": 13}]}, "costs[0].when"),
        ({"costs": [{"id": "c", "money": 5, "from": 13}]}, "costs[0].from"),
        ({"risks": [{"id": "r", "p": 0.1, "impact": 5, "when": 13}]}, "risks[0].when"),
        ({"costs": [{"id": "c", "money": "5 per year", "from": 3, "to": 3}]}, "costs[0].to"),
    ],
)
def test_line_behind_the_horizon_is_a_warning_that_it_counts_nothing(problems, lines, place):
    (problem,) = problems(lines)
    assert (problem.name, problem.severity) == ("schema/counts-nothing", Severity.WARNING)
    assert dotted(problem.field) == f"options[0].{place}"


@pytest.mark.parametrize(
    "line",
    [{"money": 5, "when": 12}, {"money": "5 per year", "from": 11}, {"money": 0, "when": 30}, {"money": 5}],
)
def test_line_before_the_horizon_or_of_nothing_is_no_problem(problems, line):
    assert problems({"costs": [{"id": "c", **line}]}) == []
