"""Worked examples: the specification's sections B3, B6 and F1."""

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roi_plugin.economics import course_parts, courses, lattice
from roi_plugin.economics import evppi as module
from roi_plugin.economics.conditional_means import Split, sampled_split
from roi_plugin.economics.courses import courses_of
from roi_plugin.economics.draw import draw
from roi_plugin.economics.evppi import evppi, worth_of_split
from roi_plugin.economics.normal_shapes import Lognormal
from roi_plugin.economics.profiles import profile
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.valuation import value
from roi_plugin.model.policy import Policy
from tests.deep_runs import few

IDLE = {"id": "do-nothing"}
PRINTED_TO_THE_CENT = 0.00501


@pytest.fixture(scope="module")
def drawn(decision):
    def compute(*options, **rest):
        record = decision(*options, **rest)
        return draw(record, resolve(record, Policy()))

    return compute


def no_forms(lines):
    raise NoFigureError("none has a closed form")


def values(sample, **kwargs):
    return {each.input: each.value for each in evppi(sample, **kwargs)}


@pytest.mark.parametrize(
    ("gain", "cost", "expected"),
    [
        ("100k..400k", "50k..150k", {"gain": 417.63, "cost": 67.23}),  # B3.1
        ("50k..400k", "80k..240k", {"gain": 27_779.85, "cost": 10_557.80}),  # B3.4
    ],
)
def test_lognormal_gain_and_cost_have_the_values_of_the_closed_form(drawn, gain, cost, expected):
    found = values(drawn(IDLE, {"id": "a", "gain": gain, "cost": cost}))
    assert found == {name: pytest.approx(value, abs=PRINTED_TO_THE_CENT) for name, value in expected.items()}


def test_flagship_has_the_published_values(drawn, flagship):
    found = values(drawn(*flagship["options"], correlations=flagship["correlations"], **flagship["terms"]))
    assert found["sota_bookings.success"] == pytest.approx(31_230, rel=1e-4)  # F1
    assert found["sota_bookings.uplift"] == pytest.approx(8_730, rel=1e-4)
    assert list(found)[:3] == ["sota_bookings.success", "tune_bookings.success", "sota_bookings.uplift"]


def test_points_come_near_where_no_closed_form_helps(drawn, flagship, monkeypatch):
    sample = drawn(*flagship["options"], correlations=flagship["correlations"], **flagship["terms"])
    exact = values(sample)
    monkeypatch.setattr(module, "option_forms", lambda _: None)
    monkeypatch.setattr(course_parts, "line_forms", no_forms)
    found = values(sample)
    assert found["sota_bookings.success"] == pytest.approx(31_230, rel=0.01)
    assert found["sota_bookings.uplift"] == pytest.approx(8_730, rel=0.01)
    assert {name: worth for name, worth in found.items() if not name.endswith((".success", ".event"))} == {
        name: pytest.approx(exact[name], rel=0.01, abs=30)
        for name in exact
        if not name.endswith((".success", ".event"))
    }


def test_input_in_a_divisor_has_the_value_of_the_fraction_that_it_stands_for(drawn):
    gain = {"id": "g", "value": "a / (b + 1)", "inputs": {"a": "20k..200k", "b": "1..2"}}
    costs = [{"id": "c", "money": "26k..36k"}, {"id": "d", "money": "100..200"}, {"id": "e", "money": "10..20"}]
    found = values(drawn(IDLE, {"id": "o", "gains": [gain], "costs": costs}))
    a, c = Lognormal.from_interval(20e3, 200e3), Lognormal.from_interval(26e3, 36e3)
    scores = np.linspace(-8, 8, 4001)
    weights = np.exp(-(scores**2) / 2) / np.exp(-(scores**2) / 2).sum()
    shares = 1 / (1 + np.exp(math.log(2) / 2 + math.log(2) / (2 * 1.6448536269514722) * scores))
    share, small = float(weights @ shares), sum(Lognormal.from_interval(*each).mean for each in ((100, 200), (10, 20)))
    now = max(a.mean * share - c.mean - small, 0)
    know_a = weights @ np.maximum(np.exp(a.mu + a.sigma * scores) * share - c.mean - small, 0)
    know_b = weights @ np.maximum(a.mean * shares - c.mean - small, 0)
    know_c = weights @ np.maximum(a.mean * share - np.exp(c.mu + c.sigma * scores) - small, 0)
    assert found["g.a"] == pytest.approx(know_a - now, rel=0.01)
    assert found["g.b"] == pytest.approx(know_b - now, rel=0.01)
    assert found["c"] == pytest.approx(know_c - now, rel=0.01)
    assert (found["d"], found["e"]) == (0, pytest.approx(0, abs=0.01))


def test_inputs_of_an_option_that_is_left_out_are_worth_nothing_to_the_choice(drawn):
    lost = {"id": "lost", "gain": "x * 2", "costs": [{"id": "k", "money": "10..20"}]}
    open_ended = {"id": "half", "costs": [{"id": "h", "money": "10..20"}]}
    assert set(values(drawn(IDLE, {"id": "a", "gain": "8..20", "cost": "9..11"}, lost, open_ended))) == {
        "a.gain",
        "cost",
    }


def test_input_that_might_bring_a_divisor_to_zero_has_a_reason_instead_of_a_value(drawn):
    gain = {"id": "g", "value": "1000 / (a + b)", "inputs": {"a": "20..30", "b": "-8..8"}}
    found = evppi(drawn(IDLE, {"id": "o", "gains": [gain], "cost": "30..60"}))
    assert [(each.input, each.value) for each in found[1:]] == [("g.a", None), ("g.b", None)]
    assert found[0].input == "cost"
    assert all(each.reason.startswith("it divides by a number that may be zero") for each in found[1:])


@pytest.mark.parametrize(
    ("win", "p", "paid", "worth"),
    [
        (45, 0.6, 5, 2),  # B3.5: 60 % win 40 M, 40 % lose 5 M
        (15, 0.2, 1, 0.8),  # B3.7: invest 1 M, 20 % bring 15 M
        (960, 2 / 3, 900, 40),  # B3.8: 1/3 lose 900, 2/3 win 60, may decline
    ],
)
def test_gamble_is_worth_the_loss_that_knowing_avoids(drawn, win, p, paid, worth):
    option = {"id": "a", "gains": [{"id": "g", "value": win, "p": p}], "cost": paid}
    assert values(drawn(IDLE, option)) == {"g.success": pytest.approx(worth)}


def test_correlated_input_counts_what_it_tells_about_the_other(drawn):
    option = {"id": "a", "gain": "80..200", "cost": "80..200"}
    alone = values(drawn(IDLE, option))
    tied = values(drawn(IDLE, option, correlations=[(("gain", "cost"), 0.99)]))
    assert tied["gain"] < alone["gain"] / 5


@pytest.mark.parametrize("rank", [0.5, -0.7])
def test_correlated_input_has_the_value_of_the_integral_over_what_it_tells(drawn, rank):
    found = values(
        drawn(IDLE, {"id": "a", "gain": "50k..400k", "cost": "80k..240k"}, correlations=[(("gain", "cost"), rank)])
    )
    gain, cost = Lognormal.from_interval(50e3, 400e3), Lognormal.from_interval(80e3, 240e3)
    tie, scores = 2 * math.sin(math.pi * rank / 6), np.linspace(-8, 8, 4001)
    weights = np.exp(-(scores**2) / 2) / np.exp(-(scores**2) / 2).sum()
    for name, known, other, sign in (("gain", gain, cost, 1), ("cost", cost, gain, -1)):
        spread = (1 - tie**2) * other.sigma**2 / 2
        told = np.exp(other.mu + tie * other.sigma * scores + spread)
        net = sign * (np.exp(known.mu + known.sigma * scores) - told)
        expected = weights @ np.maximum(net, 0) - max(weights @ net, 0)
        assert found[name] == pytest.approx(expected, rel=0.005)


def test_event_that_hangs_on_an_uncertain_probability_keeps_the_overall_mean(drawn):
    gain = {"id": "g", "value": "50..90", "p": "20%..60%"}
    risk = {"id": "r", "p": 0.3, "impact": "10..40"}
    sample = drawn(IDLE, {"id": "a", "gains": [gain], "cost": "10..20", "risks": [risk]})
    exact = values(sample)
    for index, event in enumerate(sample.events):
        sampled = sampled_split(sample, index)
        means = [float((sample.scenario_weights * sample.npv[option]).sum(0).mean()) for option in sample.npv]
        assert sampled.overall.tolist() == pytest.approx(means)
        name = {"a/g": "g.success", "a/r": "r.event"}[event.key]
        assert worth_of_split(sampled) == pytest.approx(exact[name], rel=0.01, abs=0.01)


def test_one_option_leaves_nothing_to_choose(drawn):
    assert evppi(drawn({"id": "a", "gain": "1..5", "cost": 2})) == ()


def test_input_is_never_worth_more_than_all_together(drawn):
    sample = drawn(IDLE, {"id": "a", "gain": "50k..400k", "cost": "80k..240k"})
    assert values(sample, evpi=15_000.0)["gain"] == 15_000.0


def test_sure_side_adds_nothing():
    sides = Split(p=0.5, happens=np.array([0.0, 7.0]), fails=np.array([0.0, 1.0]))
    assert worth_of_split(sides) == 0


ISHIGAMI_VARIANCE = 13.8445879


def ishigami(first, second, third):
    return np.sin(first) + 7 * np.sin(second) ** 2 + 0.1 * third**4 * np.sin(first)


def angles(dimension):
    return math.pi * (2 * lattice.shares(dimension) - 1)


def test_means_on_a_part_of_the_points_find_the_shares_of_the_ishigami_function():
    points = [angles(dimension)[:: courses.EVERY] for dimension in range(3)]
    assert ishigami(*points).var() == pytest.approx(ISHIGAMI_VARIANCE, rel=1e-3)  # B6.1; SALib lists 0.3139 and 0.4424
    steps = math.pi * (np.arange(256)[:, None] / 128 - 1)
    given = [[steps if at == place else each for at, each in enumerate(points)] for place in range(3)]
    means = [np.broadcast_to(ishigami(*each), (256, len(points[0]))).mean(axis=1) for each in given]
    assert [each.var() / ISHIGAMI_VARIANCE for each in means] == pytest.approx([0.3139052, 0.4424111, 0], abs=0.001)


def test_points_find_the_total_effects_of_the_ishigami_function():
    # B6.1: half the mean square of what changes when one input alone is drawn anew, here from a dimension of its own.
    inputs = [angles(dimension) for dimension in range(3)]
    anew = [[angles(3 + at) if at == place else each for at, each in enumerate(inputs)] for place in range(3)]
    moved = [((ishigami(*inputs) - ishigami(*other)) ** 2).mean() / 2 for other in anew]
    assert [each / ISHIGAMI_VARIANCE for each in moved] == pytest.approx([0.5575889, 0.4424111, 0.2436837], abs=1e-3)


def test_course_along_an_input_has_the_share_of_a_product_of_lognormals(drawn):
    ranges = {"a": (8e4, 2e5), "b": (0.002, 0.02), "c": (30, 60)}
    shapes = {name: Lognormal.from_interval(low, high) for name, (low, high) in ranges.items()}
    whole = math.expm1(sum(shape.sigma**2 for shape in shapes.values()))
    inputs = {name: f"{low!r}..{high!r}" for name, (low, high) in ranges.items()}
    gain = {"id": "g", "value": "a * b * c", "inputs": inputs}
    sample = drawn(IDLE, {"id": "o", "gains": [gain], "cost": 0})
    mean = math.prod(shape.mean for shape in shapes.values())
    found = {}
    for name in ranges:
        along = profile(courses_of(sample), f"o/g/{name}")
        assert float(along.weights @ along.means[1]) == pytest.approx(mean)
        found[name] = float(along.weights @ (along.means[1] / mean - 1) ** 2) / whole
    assert list(found.values()) == pytest.approx([0.0955902, 0.7491002, 0.0537921], abs=5.1e-8)  # B6.2
    world = sample.resolution.world
    product = {name: (f"o/g/{name}", 1) for name in ranges}
    others = [tuple(pair for key, pair in product.items() if key != name) for name in ranges]
    known = [math.expm1(world.shape({rest: 1.0}).of.sigma ** 2) for rest in others]
    everything = math.expm1(world.shape({tuple(product.values()): 1.0}).of.sigma ** 2)
    assert [1 - part / everything for part in known] == pytest.approx([0.1631020, 0.8462784, 0.0948804], abs=5.1e-8)


amounts = st.tuples(st.floats(1, 1000), st.floats(1, 1000)).map(lambda two: f"{min(two)!r}..{max(two)!r}")
chances = st.floats(0.05, 0.95)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=few(25))
@given(st.lists(amounts, min_size=4, max_size=4), chances, chances, st.booleans())
def test_one_input_is_worth_at_most_all_and_at_least_nothing(decision, drawn, p, q, tied):
    one = {"id": "a", "gains": [{"id": "g", "value": drawn[0], "p": p}], "costs": [{"id": "k", "money": drawn[1]}]}
    one["risks"] = [{"id": "r", "p": q, "impact": drawn[2]}, {"id": "late", "p": q, "delay": "1..9 months"}]
    other = {"id": "b", "gain": drawn[3], "costs": [{"id": "same", "same_as": "a.k"}]}
    correlations = [(("g", "k"), 0.5)] if tied else ()
    found = value(decision(IDLE, one, other, correlations=correlations), Policy())
    cut = evppi(found.sample, found.evpi.value)
    uncut = evppi(found.sample)
    assert all(0 <= each.value <= found.evpi.value for each in cut)
    # No point lies in the last 8,000th of a range, where a tail may still turn the choice.
    beyond = 1e-4 * max(option.gain.mean + option.cost.mean for option in found.options)
    assert all(each.value <= found.evpi.value + 4 * found.evpi.error + beyond for each in uncut)
    turned = value(decision(other, one, IDLE, correlations=correlations), Policy())
    assert evppi(turned.sample, turned.evpi.value) == cut
