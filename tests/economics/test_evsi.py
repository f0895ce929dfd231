"""Worked examples: the specification's sections B3.9 and F1."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.conditional_means import Split
from roi_plugin.economics.draw import draw
from roi_plugin.economics.evppi import evppi, worth_of_split
from roi_plugin.economics.evsi import answers, planned_tests
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.policy import Policy

GAMBLE = {"id": "a", "gains": [{"id": "g", "value": 300, "p": 0.35}], "cost": 150}
AB_TEST = {"of": "g", "kind": "ab-test", "sensitivity": 0.8, "specificity": 0.95}


@pytest.fixture(scope="module")
def planned(decision):
    def compute(*options, **rest):
        record = decision(*options, **rest)
        return planned_tests(record, draw(record, resolve(record, Policy())))

    return compute


def test_test_of_a_gamble_has_the_published_worth(planned, decision):
    (found,) = planned({"id": "do-nothing"}, GAMBLE | {"tests": [AB_TEST]})
    assert found.value.value == pytest.approx(37.125)  # B3.9
    assert found.answers.yes == pytest.approx(0.3125)
    assert (found.answers.if_yes, found.answers.if_no) == (pytest.approx(0.896), pytest.approx(0.101818, abs=5e-7))
    record = decision({"id": "do-nothing"}, GAMBLE)
    (perfect,) = evppi(draw(record, resolve(record, Policy())))
    assert perfect.value == pytest.approx(52.5)  # B3.9, EVPI


def test_pilot_of_the_flagship_has_the_published_worth(planned, flagship, estimate):
    idle, tune, sota = flagship["options"]
    test = AB_TEST | {"of": "sota_bookings", "cost": estimate("4k"), "time": estimate("1 person-week")}
    (found,) = planned(idle, tune, sota | {"tests": [test]}, **flagship["terms"])
    assert (found.option, found.input, found.kind) == ("sota", "sota_bookings.success", "ab-test")
    assert found.value.value == pytest.approx(15_699, abs=0.5)  # F1
    assert found.cost.value == pytest.approx(4000 + 4208, abs=1)
    assert found.net.value == pytest.approx(found.value.value - found.cost.value)


def test_only_gain_that_may_fail_is_meant_where_nothing_is_named(planned):
    test = {key: value for key, value in AB_TEST.items() if key != "of"}
    (found,) = planned({"id": "do-nothing"}, GAMBLE | {"tests": [test]})
    assert (found.input, found.value.value) == ("g.success", pytest.approx(37.125))


def test_risk_can_be_tested_too(planned):
    risky = {"id": "a", "gain": 300, "cost": 150, "risks": [{"id": "r", "p": 0.65, "impact": 300}]}
    test = {"of": "r", "sensitivity": 0.95, "specificity": 0.8}
    (found,) = planned({"id": "do-nothing"}, risky | {"tests": [test]})
    assert (found.input, found.value.value) == ("r.event", pytest.approx(37.125))  # B3.9 from the other side


@pytest.mark.parametrize(
    ("change", "test", "reason"),
    [
        ({}, {"of": "x"}, "it tests `x`, which is no gain or risk of this option"),
        ({}, {"sensitivity": None}, "it does not say how well it tells: add `sensitivity` and `specificity`"),
        ({"gains": [{"id": "g", "value": 300}]}, {}, "`g` has no probability `p`, so there is nothing to test"),
        ({"gains": [{"id": "g", "value": 300}]}, {"of": None}, "it does not say what it tests: name a gain or risk"),
        ({"gains": [{"id": "g", "value": 300, "p": 1}]}, {}, "what it tests is certain, moves no money, or moves less"),
        ({"cost": "x"}, {}, "there are no two options whose net value is known"),
    ],
)
def test_worth_that_is_not_known_has_a_reason(planned, change, test, reason):
    (found,) = planned({"id": "do-nothing"}, GAMBLE | change | {"tests": [AB_TEST | test]})
    assert found.value.value is None
    assert found.value.reason.startswith(reason)
    assert found.net.value is None


@pytest.mark.parametrize(
    ("cost", "reason"),
    [
        ({}, "the test names no cost"),
        ({"time": "2 person-weeks"}, "time is not priced: give `economics.person_week`, in the record or the policy"),
        ({"cost": "2k per month"}, "the test's cost has a period, expected an amount that is paid once"),
        ({"cost": "5 users"}, "`5 users` is in `users`, expected EUR or person-weeks"),
    ],
)
def test_cost_that_is_not_known_leaves_the_worth(planned, estimate, cost, reason):
    test = AB_TEST | {key: estimate(text) for key, text in cost.items()}
    (found,) = planned({"id": "do-nothing"}, GAMBLE | {"tests": [test]})
    assert found.value.value == pytest.approx(37.125)
    assert (found.cost.value, found.cost.reason, found.net.reason) == (None, reason, reason)


@pytest.mark.parametrize(
    ("test", "name"),
    [
        ({}, "ab-test of `g.success`"),
        ({"kind": None}, "test of `g.success`"),
        ({"of": None}, "ab-test of `g.success`"),
        ({"of": "x"}, "ab-test of `x`"),
    ],
)
def test_test_is_named_by_its_kind_and_what_it_tests(planned, test, name):
    (found,) = planned({"id": "do-nothing"}, GAMBLE | {"tests": [AB_TEST | test]})
    assert found.name == name


def test_tests_that_do_not_say_what_they_test_are_told_apart(planned):
    sure = GAMBLE | {"gains": [{"id": "g", "value": 300}]}
    found = planned({"id": "do-nothing"}, sure | {"tests": [AB_TEST | {"of": None}] * 2})
    assert [each.name for each in found] == ["ab-test number 1", "ab-test number 2"]


shares = st.floats(0, 1)


@given(st.floats(0.01, 0.99), st.lists(st.tuples(*[st.floats(-1e6, 1e6)] * 2), min_size=2, max_size=4), shares, shares)
def test_no_test_is_worth_more_than_knowing_or_less_than_nothing(p, worths, sensitivity, specificity):
    happens, fails = (np.array(side) for side in zip(*worths, strict=True))
    sides = Split(p=p, happens=happens, fails=fails)
    found = answers(sides, sensitivity, specificity)
    assert 0 <= found.value <= worth_of_split(sides) + 1e-2
    assert 0 <= found.yes <= 1
    assert all(belief is None or -1e-12 <= belief <= 1 + 1e-12 for belief in (found.if_yes, found.if_no))


def test_test_that_tells_nothing_is_worth_nothing():
    sides = Split(p=0.35, happens=np.array([0.0, 150.0]), fails=np.array([0.0, -150.0]))
    assert answers(sides, 0.7, 0.3).value == pytest.approx(0, abs=1e-12)
