"""The order of jobs that loses least: the specification's section C2."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.cd3 import Job, cd3_order, delay_cost

JOBS = (Job(name="A", cost_of_delay=10, duration=4), Job(name="B", cost_of_delay=6, duration=1))
JOBS += (Job(name="C", cost_of_delay=12, duration=6),)


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
