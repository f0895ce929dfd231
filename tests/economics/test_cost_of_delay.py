"""Cost of delay: the specification's section C2."""

import pytest

from roi_plugin.economics.cash_flows import discount_factor, present_value_factor
from roi_plugin.economics.cost_of_delay import cost_of_delay
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.policy import Policy


@pytest.fixture(scope="module")
def delay(decision):
    def compute(option, **rest):
        return cost_of_delay(resolve(decision(option, **rest), Policy()), 0)

    return compute


def test_stream_that_runs_to_the_horizon_loses_its_last_month_and_interest(delay):
    found = delay({"id": "a", "gain": "120 per year", "cost": 1}, horizon="24 months", discount_rate="10%")
    expected = 120 * (present_value_factor(0.1, 0, 24) - present_value_factor(0.1, 1, 24))
    assert found.value == pytest.approx(expected)


@pytest.mark.parametrize(
    ("gain", "lost"),
    [
        ({"value": "120 per year"}, 10),
        ({"value": "120 per year", "p": 0.25}, 2.5),
        ({"value": "120 per year", "to": 6}, 0),
        ({"value": "120 per year", "from": 6, "to": 12}, 10),
        ({"value": "120 per year", "from": 12}, 0),
        ({"value": 50}, 0),
        ({"value": 50, "from": 12}, 50),
        ({"value": 0}, 0),
    ],
)
def test_what_moves_beyond_the_horizon_is_lost(delay, gain, lost):
    found = delay({"id": "a", "gains": [{"id": "g"} | gain], "cost": 1}, discount_rate="0%")
    assert found.value == pytest.approx(lost, abs=1e-12)


def test_single_gain_loses_a_month_of_interest(delay):
    found = delay({"id": "a", "gain": 50, "cost": 1}, discount_rate="10%")
    assert found.value == pytest.approx(50 * (1 - discount_factor(0.1, 1)))


@pytest.mark.parametrize(
    ("option", "reason"),
    [({"cost": 5}, "no gain is given that could be late"), ({"gain": "x", "cost": 5}, "`gain`: it uses `x`, which is")],
)
def test_delay_that_cannot_be_priced_has_a_reason(delay, option, reason):
    found = delay({"id": "a"} | option)
    assert found.value is None
    assert found.reason.startswith(reason)
