"""Options that another one beats whatever happens, or in the mean and in every score."""

import pytest
from msgspec import structs

from roi_plugin.economics.dominance import dominances
from roi_plugin.economics.draw import draw
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.policy import Policy
from roi_plugin.model.scores import Factor, Level, Scores

FACTORS = ("potential", "motivation", "skills", "risks", "involvement")


@pytest.fixture(scope="module")
def found(decision):
    def compute(*options, scores=None, **rest):
        record = decision(*options, **rest)
        judged = tuple(
            structs.replace(option, scores=_scores(scores[option.id])) if option.id in (scores or {}) else option
            for option in record.options
        )
        record = structs.replace(record, options=judged)
        sample = draw(record, resolve(record, Policy()))
        return [(each.option, each.by, each.certain) for each in dominances(record, sample)]

    return compute


def _scores(levels):
    return Scores(**{name: Factor(whole=Level(level=level)) for name, level in zip(FACTORS, levels, strict=True)})


def option(identifier, gain, cost, **rest):
    return {"id": identifier, "gain": gain, "cost": cost} | rest


def test_option_that_always_costs_more_for_less_is_dominated(found):
    dear = option("b", 90, "60 < 70 < 80")
    assert found(option("a", "100 < 150 < 200", 50), dear) == [("b", "a", True)]


def test_option_that_is_worth_more_in_some_case_is_not(found):
    assert found(option("a", "100..200", 50), option("b", 120, 50)) == []


def test_rounding_of_flows_that_cancel_out_is_no_dominance(found):
    costs = [{"id": "c", "money": 100}, {"id": "d", "money": 132, "when": 24}]
    even = {"id": "a", "gains": [{"id": "g", "value": 230, "from": 12}], "costs": costs}  # worth nothing at 10 %
    assert found({"id": "do-nothing"}, even, horizon="24 months", discount_rate="10%") == []


def test_options_of_the_same_worth_do_not_dominate_each_other(found):
    assert found(option("a", 100, 50), option("b", 150, 100)) == []


def test_event_that_strikes_both_does_not_part_them(found):
    risk = {"gains": [{"id": "g", "value": 100, "p": 0.5}]}
    shared = {"id": "b", "gains": [{"id": "h", "same_as": "a.g"}], "cost": 40}
    assert found({"id": "a", "cost": 30} | risk, shared) == [("b", "a", True)]


def test_events_of_their_own_do(found):
    gain = {"value": 100, "p": 0.5}
    one = {"id": "a", "gains": [{"id": "g"} | gain], "cost": 30}
    assert found(one, {"id": "b", "gains": [{"id": "h"} | gain], "cost": 40}) == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((4, 3, 3, 2, 2), (3, 3, 3, 2, 2), [("b", "a", False)]),
        ((3, 3, 3, 2, 2), (3, 3, 3, 2, 2), [("b", "a", False)]),
        ((4, 3, 3, 3, 2), (3, 3, 3, 2, 2), []),
        ((4, 3, 3, 2, 2), None, []),
    ],
)
def test_better_mean_and_no_worse_score_dominate_on_balance(found, a, b, expected):
    scores = {"a": a} | ({"b": b} if b else {})
    assert found(option("a", "100..200", 50), option("b", 120, 50), scores=scores) == expected


def test_flagship_has_no_dominated_option(found, flagship):
    assert found(*flagship["options"], **flagship["terms"]) == []


def test_option_without_a_net_value_takes_no_part(found):
    assert found(option("a", "x", 5), option("b", 1, 5)) == []
    assert found(option("a", "x", 5)) == []
