import pytest

from roi_plugin.rules.lines import cost_lines, is_nothing, is_weighed, options_in_question, original


@pytest.mark.parametrize(
    ("line", "expected"),
    [("plain", "plain"), ("copy", "run"), ("own", "plain"), ("chain", "run"), ("lost", None), ("loop", None)],
)
def test_a_line_that_repeats_another_is_traced_to_it(record, line, expected):
    decision = record("""
        options:
          - id: keep
            costs: [{id: run, money: 5k}, {id: plain, money: 7k}]
          - id: move
            costs:
              - {id: plain, money: 1k}
              - {id: copy, same_as: keep.run}
              - {id: own, same_as: plain}
              - {id: chain, same_as: copy}
              - {id: lost, same_as: keep.gone}
              - {id: loop, same_as: loop}
    """)
    lines = cost_lines(decision)
    found = original(lines["move"][line], "move", lines)
    assert (found and found.id) == expected


def test_a_bare_name_means_the_own_option_first(record):
    decision = record(
        "options: [{id: a, costs: [{id: x, money: 1}]}, {id: b, costs: [{id: x, money: 2}, {id: y, same_as: x}]}]"
    )
    lines = cost_lines(decision)
    assert original(lines["b"]["y"], "b", lines) is lines["b"]["x"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("[]", []),
        ("[{id: a}, {id: b}]", ["a", "b"]),
        ("[{id: a}, {id: b, chosen: true}]", ["b"]),
        ("[{id: a, chosen: true}, {id: b, chosen: true}]", ["a", "b"]),
    ],
)
def test_all_options_are_in_question_until_one_is_chosen(record, options, expected):
    assert [option.id for _, option in options_in_question(record(f"options: {options}"))] == expected


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("", False),
        ("gain: 9k", False),
        ("cost: 9k", True),
        ("costs: [{id: c}]", False),
        ("costs: [{id: c, time: 2 person-weeks}]", True),
        ("costs: [{id: c, same_as: keep.run}]", True),
        ("scores: {potential: 4}", True),
    ],
)
def test_an_option_is_weighed_by_a_cost_or_by_scores(record, option, expected):
    assert is_weighed(record(f"options: [{{id: a, {option}}}]").options[0]) is expected


@pytest.mark.parametrize(("amount", "expected"), [("", True), ("gain: 0", True), ("gain: 0 EUR per year", True)])
def test_an_amount_of_zero_claims_nothing(record, amount, expected):
    assert is_nothing(record(f"options: [{{id: a, {amount}}}]").options[0].gain) is expected


@pytest.mark.parametrize("amount", ["1", "0..5k", "-5k", "users * 2"])
def test_any_other_amount_claims_something(record, amount):
    assert not is_nothing(record(f"options: [{{id: a, gain: {amount}}}]").options[0].gain)
