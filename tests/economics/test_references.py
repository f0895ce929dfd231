import pytest
from msgspec import structs

from roi_plugin.economics.references import reference_problems
from roi_plugin.model.decision import Economics


def faults(record):
    return [(problem.field, problem.message, problem.help) for problem in reference_problems(record)]


GAIN = {"id": "bookings", "value": "users * fee", "inputs": {"users": 5, "fee": 2}}


def test_names_that_lead_somewhere_are_no_problem(decision, flagship):
    options = (*flagship["options"], {"id": "b", "gains": [{"id": "g", "same_as": "tune.tune_bookings"}]})
    record = decision(*options, correlations=flagship["correlations"], **flagship["terms"])
    assert faults(record) == []


def test_unknown_baseline_has_its_place_and_the_nearest_option(decision):
    record = decision({"id": "old", "cost": 3}, {"id": "new", "gain": 5, "cost": 4})
    assert faults(structs.replace(record, economics=Economics(baseline="old"))) == []
    (problem,) = reference_problems(structs.replace(record, economics=Economics(baseline="olde")))
    assert (problem.name, problem.field) == ("link/unknown-name", ("economics", "baseline"))
    assert problem.message == "`olde` is no option of this record: nothing can be compared with it"
    assert problem.help == "did you mean `old`?"


def test_unknown_name_in_arithmetic_has_its_place_and_the_nearest_name(decision):
    record = decision({"id": "a", "gains": [GAIN | {"value": "2 * usres"}]})
    (problem,) = reference_problems(record)
    assert problem.name == "link/unknown-input"
    assert problem.field == ("options", 0, "gains", 0, "value")
    assert problem.offset == 4
    assert problem.message == "`usres` is not in this record, expected an input or a line"
    assert problem.help == "did you mean `users`?"


def test_a_word_in_place_of_an_amount_is_told_how_to_become_one(decision):
    (problem,) = reference_problems(decision({"id": "a", "cost": "TBD"}))
    assert problem.help is not None
    assert problem.help.startswith("write an amount in numbers, such as `30k..60k`")


@pytest.mark.parametrize(
    ("option", "field", "help_"),
    [
        ({"gain": "uses * 2"}, ("options", 0, "gain"), None),
        ({"gains": [GAIN | {"value": "users-fee"}]}, ("options", 0, "gains", 0, "value"), "a minus stands between sp"),
        ({"gains": [GAIN | {"p": "chance"}]}, ("options", 0, "gains", 0, "p"), None),
        (
            {"gains": [GAIN | {"inputs": {"users": "fees", "fee": 2}}]},
            ("options", 0, "gains", 0, "inputs", "users"),
            "did",
        ),
        ({"costs": [{"id": "c", "same_as": "a.b"}]}, ("options", 0, "costs", 0, "same_as"), None),
        (
            {"gains": [GAIN], "costs": [{"id": "c", "same_as": "users"}]},
            ("options", 0, "costs", 0, "same_as"),
            None,
        ),
        ({"risks": [{"id": "r", "p": 1, "impact_same_as": "x"}]}, ("options", 0, "risks", 0, "impact_same_as"), None),
        (
            {"costs": [{"id": "build", "money": 1}], "risks": [{"id": "r", "priced_in": "built"}]},
            ("options", 0, "risks", 0, "priced_in"),
            "did you mean `build`?",
        ),
        ({"capability": {"priced_in": "built"}}, ("options", 0, "capability", "priced_in"), None),
        ({"gains": [GAIN], "tests": [{"of": "booking"}]}, ("options", 0, "tests", 0, "of"), "did you mean `bookings`?"),
    ],
)
def test_every_reference_is_followed(decision, option, field, help_):
    (problem,) = reference_problems(decision({"id": "a", **option}))
    assert problem.field == field
    assert (problem.help or "").startswith(help_ or "")


def test_unknown_end_of_a_correlation_is_a_problem(decision):
    record = decision({"id": "a", "gains": [GAIN]}, correlations=[(("users", "bild"), 0.5)])
    (found,) = faults(record)
    assert found[0] == ("correlations", 0, "between", 1)


def test_name_with_two_meanings_names_both(decision):
    lines = [GAIN, GAIN | {"id": "other"}, {"id": "third", "value": "users"}]
    (problem,) = reference_problems(decision({"id": "a", "gains": lines}))
    assert problem.message == "`users` can mean `a.bookings.users` or `a.other.users`: expected one meaning"


@pytest.mark.parametrize(
    ("gains", "circle"),
    [
        ([{"id": "x", "value": "y"}, {"id": "y", "value": "x + 1"}], "`a.x` -> `a.y` -> `a.x`"),
        ([{"id": "x", "value": "x"}], "`a.x` -> `a.x`"),
        ([{"id": "x", "same_as": "y"}, {"id": "y", "same_as": "x"}], "`a.x` -> `a.y` -> `a.x`"),
        ([{"id": "x", "value": "i", "inputs": {"i": "x"}}], "`a.x` -> `a.x.i` -> `a.x`"),
    ],
)
def test_circle_of_names_is_one_problem(decision, gains, circle):
    (found,) = faults(decision({"id": "a", "gains": gains}))
    assert found[1] == f"names lead in a circle: {circle}"


def test_price_of_a_week_is_a_name_everywhere(decision):
    assert faults(decision({"id": "a", "gain": "2 * person_week"})) == []


def test_many_names_at_fault_are_summed_up(decision):
    record = decision({"id": "a", "gains": [{"id": f"g{step}", "value": f"no{step} * 2"} for step in range(80)]})
    found = faults(record)
    assert len(found) == 51
    assert found[-1][1] == "after 50 names at fault, the rest is not listed"


def test_name_that_stands_twice_in_one_amount_is_one_problem(decision):
    assert len(faults(decision({"id": "a", "gain": "x * 2 + x"}))) == 1


def test_long_circle_is_cut_short(decision):
    gains = [{"id": f"g{step}", "value": f"g{(step + 1) % 30}"} for step in range(30)]
    (found,) = faults(decision({"id": "a", "gains": gains}))
    assert found[1].endswith("`a.g9` -> `...` -> `a.g0`")
