"""Cost of delay and the order of jobs: the specification's section C2."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.cash_flows import discount_factor, present_value_factor
from roi_plugin.economics.cost_of_delay import Job, cd3_order, cost_of_delay, delay_cost
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.policy import Policy

JOBS = (Job(name="A", cost_of_delay=10, duration=4), Job(name="B", cost_of_delay=6, duration=1))
JOBS += (Job(name="C", cost_of_delay=12, duration=6),)


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


def test_jobs_come_by_cost_of_delay_over_duration():
    assert [job.name for job in cd3_order(JOBS)] == ["B", "A", "C"]  # C2.1
    assert delay_cost(cd3_order(JOBS)) == 188


def test_every_other_order_costs_more():
    others = [delay_cost(order) for order in itertools.permutations(JOBS)]
    assert sorted(others) == [188, 200, 202, 224, 226, 238]  # C2.1


jobs = st.builds(Job, name=st.sampled_from("abcdef"), cost_of_delay=st.floats(0, 100), duration=st.floats(0.1, 50))


@given(st.lists(jobs, max_size=5))
def test_no_order_beats_it(drawn):
    least = min(delay_cost(order) for order in itertools.permutations(drawn))
    assert delay_cost(cd3_order(drawn)) <= least * (1 + 1e-9)
