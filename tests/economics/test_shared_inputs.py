"""The value of a shared assumption is one number wherever in a decision it stands."""

import math

import pytest
from msgspec.structs import replace

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.names import PERSON_WEEK
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.shared_inputs import shared_key
from roi_plugin.model.policy import Policy

Z95 = 1.6448536269514722


@pytest.fixture
def power(estimate):
    return replace(estimate("20..30"), assumption="power", shared=True)


@pytest.fixture
def beside(estimate):
    """Two numbers of the record's own that hold under one assumption."""
    return replace(estimate("20..30"), assumption="power")


def costing(identifier, number, amount="n * 10"):
    return {"id": identifier, "costs": [{"id": f"{identifier}_cost", "money": amount, "inputs": {"n": number}}]}


def test_two_options_that_cost_the_same_number_are_never_apart(decision, power):
    found = appraise(decision(costing("a", power), costing("b", power)), Policy())
    assert [option.value.regret.value for option in found.options] == [0, 0]


def test_numbers_that_only_hold_under_one_assumption_stay_two(decision, beside):
    found = appraise(decision(costing("a", beside), costing("b", beside)), Policy())
    assert all(option.value.regret.value > 1 for option in found.options)


def test_a_product_of_the_number_with_itself_has_the_mean_of_its_square(decision, power):
    """Lognormal with the quantiles 20 and 30: E[X^2] = exp(2 mu + 2 sigma^2) (Johnson, Kotz and Balakrishnan, 14.3)."""
    line = {"id": "c", "money": "n * m", "inputs": {"n": power, "m": power}}
    found = appraise(decision({"id": "a", "gain": 700, "costs": [line]}), Policy())
    mu, sigma = (math.log(20) + math.log(30)) / 2, (math.log(30) - math.log(20)) / (2 * Z95)
    assert found.options[0].value.cost.mean == pytest.approx(math.exp(2 * mu + 2 * sigma**2), rel=1e-9)


def test_it_is_called_by_the_id_of_the_assumption(decision, power):
    resolution = resolve(decision(costing("a", power), costing("b", power)), Policy())
    names = input_names(resolution)
    assert [names[key] for key in resolution.world.variables] == ["power"]


def test_a_probability_and_a_shape_of_its_own_are_numbers_of_their_own(power):
    keys = [shared_key(power), shared_key(power, share=True), shared_key(replace(power, dist="normal"))]
    assert len(set(keys)) == 3
    assert shared_key(replace(power, shared=False)) is None


def test_the_price_of_a_week_keeps_its_name(decision, power):
    resolution = resolve(decision({"id": "a", "costs": [{"id": "c", "time": 3}]}, person_week=power), Policy())
    assert {input_names(resolution)[key] for key in resolution.world.variables} == {"c", PERSON_WEEK}


def test_a_correlation_with_an_input_is_one_with_the_assumption_that_it_is(decision, power):
    options = [costing("a", power), costing("b", "5..9")]
    ties = [(("a_cost.n", "b_cost.n"), 0.5), (("a_cost.n", "a_cost.n"), 0.5)]
    resolution = resolve(decision(*options, correlations=ties), Policy())
    assert resolution.world.correlations == {frozenset(("~assumption/power", "b/b_cost/n")): 0.5}
    assert set(resolution.world.variables) == {"~assumption/power", "b/b_cost/n"}


def test_the_order_of_the_options_changes_no_figure(decision, power):
    one, other = costing("a", power), costing("b", power, "n * 7")
    there = appraise(decision(one, other), Policy()).options
    back = appraise(decision(other, one), Policy()).options
    assert [option.value for option in there] == [option.value for option in reversed(back)]
