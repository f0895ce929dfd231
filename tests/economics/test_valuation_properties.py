"""What holds for every decision: the specification's section H."""

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from roi_plugin.economics.normal_shapes import Z95
from roi_plugin.economics.valuation import value
from roi_plugin.economics.wording import number
from roi_plugin.model.policy import Policy
from tests.deep_runs import few

QUICK = settings(max_examples=few(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
IDLE = {"id": "do-nothing"}
RECORDS = Path(__file__).parents[1] / "records"


def amounts(low, high):
    return st.tuples(st.integers(low, high), st.integers(110, 900)).map(
        lambda pair: f"{pair[0]}..{pair[0] * pair[1] // 100}"
    )


@st.composite
def options(draw, identifier):
    gains = [
        {
            "id": f"{identifier}g{index}",
            "value": "users * fee",
            "inputs": {"users": draw(amounts(100, 900)), "fee": draw(amounts(10, 100))},
            "p": draw(st.sampled_from((0.2, 0.5, 0.9, 1))),
        }
        for index in range(draw(st.integers(1, 2)))
    ]
    costs = [
        {"id": f"{identifier}c{index}", "money": draw(amounts(1_000, 60_000))}
        for index in range(draw(st.integers(1, 2)))
    ]
    risks = [{"id": f"{identifier}r", "p": 0.3, "impact": draw(amounts(1_000, 30_000))}] * draw(st.integers(0, 1))
    return {"id": identifier, "gains": gains, "costs": costs, "risks": risks}


@pytest.fixture
def valued(decision):
    return lambda *options: value(decision(*options), Policy())


def figures(option, *, alone=False):
    money = [
        getattr(getattr(option, side), each)
        for side in ("gain", "cost", "npv", "roi")
        for each in ("mean", "p5", "p50", "p95")
    ]
    compared = [] if alone else [option.best_probability, option.expected_regret]
    return [None if each is None else number(each) for each in (*money, option.loss_probability, *compared)]


@QUICK
@given(options("a"), options("b"))
def test_evpi_is_the_regret_of_the_best_option_and_best_probabilities_sum_to_one(valued, a, b):
    found = valued(IDLE, a, b)
    best = min(found.options, key=lambda option: option.expected_regret)
    assert found.evpi.value == best.expected_regret >= 0
    assert best.npv.mean >= max(option.npv.mean for option in found.options) - 5 * best.npv.error - 1
    assert math.fsum(option.best_probability for option in found.options) == pytest.approx(1)
    assert found.notes == ()


@QUICK
@given(options("a"), options("b"))
def test_doing_nothing_never_changes_the_figures_of_another_option(valued, a, b):
    without, with_it = valued(a, b), valued(IDLE, a, b)
    for name in "ab":
        assert figures(with_it.option(name), alone=True) == figures(without.option(name), alone=True)


def shuffled(chance, part):
    """The same with its lists and the keys of its maps in another order."""
    if isinstance(part, dict):
        return {key: shuffled(chance, part[key]) for key in chance.sample(list(part), len(part))}
    return [shuffled(chance, each) for each in chance.sample(part, len(part))] if isinstance(part, list) else part


@QUICK
@given(options("a"), options("b"), st.randoms(use_true_random=False))
def test_order_of_options_lines_inputs_and_keys_does_not_matter(valued, a, b, chance):
    one, other = valued(IDLE, a, b), valued(*shuffled(chance, [IDLE, a, b]))
    for name in ("do-nothing", "a", "b"):
        assert figures(one.option(name)) == figures(other.option(name))
    assert one.evpi.value == pytest.approx(other.evpi.value, rel=1e-9, abs=1e-6)


@QUICK
@given(options("a"), options("b"))
def test_dominated_option_does_not_change_the_rank(valued, a, b):
    worse = {"id": "worse", "gain": 1, "cost": 10_000_000}
    before, after = valued(IDLE, a, b), valued(IDLE, a, b, worse)
    assert after.option("worse").best_probability == 0

    def rank(found):
        ordered = sorted(found.options, key=lambda option: -option.npv.mean)
        return [option.id for option in ordered if option.id != "worse"]

    assert rank(before) == rank(after)
    assert figures(before.option("a")) == figures(after.option("a"))


@QUICK
@given(amounts(1_000, 50_000), amounts(60_000, 90_000))
def test_saving_as_gain_or_as_lower_cost_has_the_same_npv(valued, saving, cost):
    lines = [{"id": "run", "money": cost}]
    as_gain = {"id": "x", "gains": [{"id": "s", "value": "s", "inputs": {"s": saving}}], "costs": lines}
    less = {"id": "t", "money": "0 - s", "inputs": {"s": saving}}
    as_cost = {"id": "x", "gain": 0, "costs": [*lines, less]}
    one, other = valued(IDLE, as_gain).option("x"), valued(IDLE, as_cost).option("x")
    assert other.npv.mean == pytest.approx(one.npv.mean, rel=1e-9)
    assert (other.npv.p5, other.npv.p95) == pytest.approx((one.npv.p5, one.npv.p95), rel=0.02)
    assert other.roi.mean is None


def two_ranges(shape, mean, spread, wider):
    """A shape, and two 90 % ranges of it with one mean, the second one wider."""
    if shape == "normal":
        ends = [(mean - Z95 * each, mean + Z95 * each) for each in (spread * mean, spread * mean * wider)]
    else:
        logs = [(math.log(mean) - each * each / 2, each) for each in (spread, spread * wider)]
        ends = [(math.exp(mu - Z95 * each), math.exp(mu + Z95 * each)) for mu, each in logs]
    return shape, [f"{low!r}..{high!r}" for low, high in ends]


WIDENED = st.builds(
    two_ranges, st.sampled_from(("lognormal", "normal")), st.floats(1e4, 9e4), st.floats(0.1, 0.6), st.floats(1, 2)
)


@QUICK
@given(WIDENED, amounts(10_000, 60_000), st.lists(options("b"), max_size=1))
def test_widening_a_range_around_its_mean_never_lowers_evpi(valued, estimate, widened, cost, others):
    shape, texts = widened
    gains = [[{"id": "g", "value": structs.replace(estimate(text), dist=shape)}] for text in texts]
    narrow, wide = (valued(IDLE, {"id": "a", "gains": each, "cost": cost}, *others) for each in gains)
    means = [found.option("a").npv.mean for found in (narrow, wide)]
    assert means[1] == pytest.approx(means[0], rel=1e-9, abs=1e-4)
    rounding = 5 * (narrow.evpi.error + wide.evpi.error) + 1e-4
    assert wide.evpi.value >= narrow.evpi.value - rounding


@QUICK
@given(options("a"))
def test_two_runs_give_the_same_bytes(valued, a):
    assert valued(IDLE, a) == valued(IDLE, a)


PRINT_EVERYTHING = """
from pathlib import Path
from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.portfolio import member, totals
from roi_plugin.model.policy import Policy
from roi_plugin.sources.record_files import read_folder
root = Path(__import__("sys").argv[1])
decisions = [record.decision for record in read_folder(root, shown_from=root).records]
found = [(decision, appraise(decision, Policy())) for decision in decisions]
print([appraisal for _, appraisal in found])
print(totals([member(decision, appraisal, Policy(), in_force=True) for decision, appraisal in found]))
"""


def test_neither_threads_nor_hashes_change_a_byte():
    def printing(number):
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), number)
        command = [sys.executable, "-c", PRINT_EVERYTHING, str(RECORDS)]
        return subprocess.Popen(command, env=os.environ | threads | {"PYTHONHASHSEED": number}, stdout=subprocess.PIPE)

    with printing("1") as one, printing("4") as four:
        first, second = one.stdout.read(), four.stdout.read()
    assert (one.returncode, four.returncode) == (0, 0)
    assert first == second
    assert b"sota_bookings.success" in first
