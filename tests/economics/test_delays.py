"""A risk that has a delay and no impact: it costs what the gains lose by coming later."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.cash_flows import discount_factor, present_value_factor
from roi_plugin.economics.cost_of_delay import cost_of_delay
from roi_plugin.economics.evppi import evppi
from roi_plugin.economics.hinges import hinges
from roi_plugin.economics.monthly_flows import discounted, option_pieces
from roi_plugin.economics.needed_success import needed_success
from roi_plugin.economics.normal_shapes import Lognormal
from roi_plugin.economics.outside_view import debiased
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.valuation import value
from roi_plugin.model.decision import ReferenceClass
from roi_plugin.model.policy import Policy
from tests.deep_runs import few

IDLE = {"id": "do-nothing"}
LATE = {"id": "late", "p": 0.4, "delay": "6 months"}
GATED = {"id": "a", "gains": [{"id": "g", "value": "100 per year", "p": 0.5}], "cost": 30, "risks": [LATE]}


def late(p, delay):
    return [{"id": "late", "p": p, "delay": delay}]


@pytest.fixture(scope="module")
def lost(returns_of):
    def compute(gains, delay, p=0.5, **rest):
        option = {"id": "a", "gains": gains, "cost": 1, "risks": late(p, delay)}
        return returns_of(option, **rest)["a"].lines[-1]

    return compute


@pytest.mark.parametrize(
    ("gain", "delay", "expected"),
    [
        ({"value": "120 per year"}, "3 months", 30),
        ({"value": "120 per year"}, "1 quarters", 30),
        ({"value": "120 per year"}, 30, 120),
        ({"value": "120 per year", "to": 6}, "3 months", 0),
        ({"value": "120 per year", "to": 6}, "9 months", 30),
        ({"value": "120 per year", "p": 0.25}, "3 months", 7.5),
        ({"value": 50}, "3 months", 0),
        ({"value": 50, "from": 11}, "3 months", 50),
        ({"value": "120 per year"}, "0 months", 0),
    ],
)
def test_what_moves_beyond_the_horizon_is_lost(lost, gain, delay, expected):
    found = lost([{"id": "g"} | gain], delay, discount_rate=0)
    assert found.mean == pytest.approx(expected / 2, abs=1e-12)
    assert found.reason is None


def test_a_delay_costs_interest_and_is_the_cost_of_delay_where_it_is_a_month(decision, lost):
    gains = [{"id": "g", "value": "120 per year", "from": 2, "ramp": 3}, {"id": "h", "value": 50, "p": 0.5}]
    terms = {"horizon": "24 months", "discount_rate": "10%"}
    stream = present_value_factor(0.1, 2, 24, 3) - present_value_factor(0.1, 4, 24, 3)
    expected = 120 * stream + 0.5 * 50 * (1 - discount_factor(0.1, 2))
    assert lost(gains, "2 months", p=1, **terms).mean == pytest.approx(expected, rel=1e-9)
    record = decision({"id": "a", "gains": gains, "cost": 1}, **terms)
    month = cost_of_delay(resolve(record, Policy()), 0).value
    assert lost(gains, "1 months", p=1, **terms).mean == pytest.approx(month, rel=1e-9)


def test_a_range_costs_the_mean_over_its_course(lost):
    found = lost([{"id": "g", "value": "120 per year"}], "2..9 months", p=1, horizon="12 months", discount_rate="10%")
    months = Lognormal.from_interval(2, 9)
    points = 4000
    course = [120 * present_value_factor(0.1, months.percentile((k + 0.5) / points), 12) for k in range(points)]
    expected = 120 * present_value_factor(0.1, 0, 12) - math.fsum(course) / points
    assert found.mean == pytest.approx(expected, rel=0.003)


def test_the_delay_is_an_input_in_its_own_unit(decision):
    option = {"id": "a", "gain": "120 per year", "cost": 1, "risks": late(0.5, "1..2 quarters")}
    record = decision(option, discount_rate=0)
    swing = next(each for each in hinges(resolve(record, Policy()), 0, None).tornado if each.input == "late")
    assert (swing.at_low, swing.at_high) == pytest.approx((1, 2))
    assert swing.low - swing.high == pytest.approx(0.5 * 30, rel=1e-9)


def test_a_gain_that_does_not_come_loses_nothing_by_being_late(decision):
    # 120 - 30, on time or half of it lost: 70 (0.3), 20 (0.2), and -30 (0.5) whether late or not.
    found = value(decision(IDLE, GATED, discount_rate=0), Policy())
    option = found.option("a")
    assert option.npv.mean == pytest.approx(0.3 * 70 + 0.2 * 20 - 0.5 * 30, rel=1e-9)
    assert (option.npv.p5, option.npv.p95) == (-30, 70)
    assert option.loss_probability == pytest.approx(0.5, rel=1e-9)
    assert found.evpi.value == pytest.approx(0.3 * 70 + 0.2 * 20 - 10, rel=1e-9)
    worth = {each.input: each.value for each in evppi(found.sample)}
    assert worth["g.success"] == pytest.approx(0.5 * (0.6 * 70 + 0.4 * 20) - 10, rel=1e-9)
    assert worth["late.event"] == pytest.approx(0.6 * (0.5 * 70 - 0.5 * 30) - 10, rel=1e-9)


def test_success_swings_with_what_the_delay_takes_from_it(decision):
    swings = hinges(resolve(decision(IDLE, GATED, discount_rate=0), Policy()), 1, None).tornado
    ends = {each.input: (each.low, each.high) for each in swings}
    assert ends["g.success"] == pytest.approx((-30, 0.6 * 70 + 0.4 * 20))
    assert ends["late.event"] == pytest.approx((0.5 * 100 - 30, 0.5 * 50 - 30))


def test_several_gains_are_late_together(decision):
    gains = [{"id": name, "value": "100 per year", "p": p} for name, p in (("g", 0.5), ("h", 0.2), ("sure", 1))]
    option = {"id": "a", "gains": gains, "cost": 30, "risks": [LATE, {"id": "fire", "p": 0.1, "impact": 7}]}
    found = value(decision(IDLE, option, discount_rate=0), Policy())
    sample = found.sample
    sampled = (sample.scenario_weights[:, None] * sample.npv["a"]).sum(0).mean()
    assert sampled == pytest.approx(found.option("a").npv.mean, rel=1e-12)
    assert {event.key for event in sample.events} == {"a/g", "a/h", "a/late", "a/fire"}
    outcomes = {round(float(npv), 9) for npv in sample.npv["a"][:, 0]}
    yearly = {(coming + 1) * each - 30 for coming in range(3) for each in (100, 50)}
    assert outcomes == {npv - fire for npv in yearly for fire in (0, 7)}


@pytest.mark.parametrize("count", [5, 7, 12, 30])
def test_more_events_than_are_enumerated_keep_the_mean(decision, count):
    fires = [{"id": f"r{index}", "p": 0.3, "impact": 3 + index} for index in range(count)]
    gains = [{"id": "g", "value": "100..200 per year", "p": 0.5}, {"id": "h", "value": "10..20 per year", "p": 0.4}]
    option = {"id": "a", "gains": gains, "cost": 30, "risks": [LATE, *fires]}
    found = value(decision(IDLE, option), Policy())
    sample, npv = found.sample, found.option("a").npv
    sampled = (sample.scenario_weights[:, None] * sample.npv["a"]).sum(0).mean()
    assert sampled == pytest.approx(npv.mean, abs=0.002 * (found.option("a").gain.mean + found.option("a").cost.mean))
    assert bool(found.notes) == (count > 5)


def test_a_delay_that_is_a_shared_assumption_is_one_number_in_all_options(decision, estimate):
    wait = structs.replace(estimate("2..6 months"), assumption="lead-time", shared=True)
    option = {"gain": "120 per year", "cost": 30, "risks": late(1, wait)}
    resolution = resolve(decision(option | {"id": "a"}, option | {"id": "b"}, discount_rate=0), Policy())
    swings = [{each.input: each.size for each in hinges(resolution, place, None).tornado} for place in (0, 1)]
    assert [each["lead-time"] for each in swings] == pytest.approx([40, 40])
    assert [key for key in resolution.world.variables if "lead-time" in key or key.endswith("late")] == [
        "~assumption/lead-time"
    ]


def test_what_others_had_success_with_is_late_as_well(decision):
    record = structs.replace(
        decision(IDLE, GATED, discount_rate=0), reference_class=ReferenceClass(benefit="online-experiments")
    )
    twin = debiased(record, Policy()).option("a")
    assert twin.npv_mean == pytest.approx((0.6 * 100 + 0.4 * 50) / 3 - 30, rel=1e-9)
    assert twin.needed.chance == pytest.approx(30 / (0.6 * 100 + 0.4 * 50), rel=1e-9)


def test_an_impact_is_the_whole_price(returns_of):
    option = {"id": "a", "gain": "120 per year", "cost": 1}
    priced = returns_of(option | {"risks": [LATE | {"impact": 5}]})["a"]
    assert priced.lines[-1].mean == pytest.approx(0.4 * 5)


rates = st.sampled_from((0, 0.05, 0.2))
chances = st.floats(0.05, 1)
lengths = st.sampled_from(("2 months", "1..5 months", "1 < 2 < 9", "p10 1 p50 3 p90 8", "2..4 weeks", "0..6 months"))
streams = st.builds(
    lambda value, start, p: {"id": "g", "value": f"{value} per year", "from": start, "p": p},
    st.integers(1, 1000),
    st.integers(0, 20),
    chances,
)


@settings(max_examples=few(40))
@given(streams, chances, lengths, rates)
def test_a_delay_takes_no_more_than_the_gain_and_flows_add_up_to_the_net_value(decision, gain, p, delay, rate):
    option = {"id": "a", "gains": [gain], "cost": 5, "risks": late(p, delay)}
    record = decision(option, horizon="24 months", discount_rate=rate)
    found = value(record, Policy()).option("a")
    taken = found.cost.mean - 5
    assert -1e-9 <= taken <= p * found.gain.mean * (1 + 1e-9)
    pieces = discounted(option_pieces(resolve(record, Policy()), 0), rate)
    size = found.gain.mean + found.cost.mean
    assert math.fsum(piece.amount for piece in pieces) == pytest.approx(found.npv.mean, abs=1e-9 * size)
    needed = needed_success(record, resolve(record, Policy()))[0].chance
    if needed is not None:
        there = decision(option | {"gains": [gain | {"p": needed}]}, horizon="24 months", discount_rate=rate)
        assert value(there, Policy()).option("a").npv.mean == pytest.approx(0, abs=1e-9 * size)


WIDE = {
    "id": "a",
    "gains": [{"id": "g", "value": "120k per year"}],
    "cost": "20k",
    "risks": late(0.9, "2..24 months"),
}


def test_a_delay_never_costs_more_than_the_gain_that_it_delays(decision):
    """Against the true course of the loss, integrated over two million equally likely delays with numpy."""
    found = value(decision(IDLE, WIDE), Policy())
    option = found.option("a")
    assert option.npv.mean == pytest.approx(31_600, rel=0.01)
    assert option.npv.p5 == pytest.approx(-20_000, abs=1_500)
    assert option.loss.value == pytest.approx(0.288, abs=0.01)
    assert found.evpi.value == pytest.approx(4_900, rel=0.1)


@pytest.mark.parametrize("delay", ["3 months", "26 months", "5..30 months"])
def test_no_delay_breaks_even_beyond_the_month_in_which_all_is_lost(decision, delay):
    gated = WIDE | {"gains": [{"id": "g", "value": "100k..200k per year"}], "risks": late(0.4, delay)}
    found = appraise(decision(IDLE, gated), Policy()).options[1].hinges.break_even
    assert [one.value for one in found if one.input == "late"] in ([None], [])


def test_a_delay_counts_from_the_start_of_the_gain_that_begins_first(lost):
    gains = [{"id": "g", "value": "120 per year", "from": 6}, {"id": "h", "value": "120 per year", "from": 9}]
    assert lost(gains, "8 months", p=1, discount_rate=0).mean == pytest.approx(60 + 30)
