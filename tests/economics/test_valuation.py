"""Worked examples of the specification's sections B3, C5, F1, G5, at the tolerances of section H."""

import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from roi_plugin.economics.normal_shapes import Lognormal
from roi_plugin.economics.reasons import SINGLE_NUMBERS
from roi_plugin.economics.valuation import value
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.policy import Policy
from roi_plugin.sources.record_files import read_folder

RECORDS = Path(__file__).parent.parent / "records"
Z = 1.6448536269514722
MEAN, PROBABILITY, QUANTILE, WORTH, GOLDEN = 0.002, 0.003, 0.02, 0.01, 1e-6


@pytest.fixture(scope="module")
def records():
    folder = read_folder(RECORDS, shown_from=RECORDS)
    return {record.decision.number: record.decision for record in folder.records}


@pytest.fixture(scope="module")
def ranking(records):
    return value(records["42"], Policy())


@pytest.fixture
def valued(decision):
    def compute(*options, policy=None, **rest):
        return value(decision(*options, **rest), policy or Policy())

    return compute


def spread(figure):
    return figure.p5, figure.p50, figure.p95


@pytest.mark.parametrize(
    ("option", "figures"),
    [
        ("do-nothing", (0.0, (0.0, 0.0), 0.0, 0.394, 125_483)),
        ("tune", (52_309.07, (-54_900, 236_800), 0.5, 0.435, 73_174)),
        ("sota", (-102_124.02, (-361_700, 413_600), 0.7875, 0.171, 227_605)),
    ],
)
def test_ranking_model_has_the_published_figures(ranking, option, figures):
    found, (npv, band, loss, best, regret) = ranking.option(option), figures  # F1
    assert found.npv.mean == pytest.approx(npv, abs=0.005)
    assert (found.npv.p5, found.npv.p95) == pytest.approx(band, rel=QUANTILE)
    assert found.loss_probability == pytest.approx(loss, abs=PROBABILITY)
    assert found.best_probability == pytest.approx(best, abs=PROBABILITY)
    assert found.expected_regret == pytest.approx(regret, rel=WORTH)


def test_ranking_model_s_evpi_is_the_regret_of_the_best_option(ranking):
    assert ranking.evpi.value == pytest.approx(73_174, rel=WORTH)  # F1
    assert ranking.evpi.value == ranking.option("tune").expected_regret
    assert ranking.notes == ()


def test_ranking_model_s_sampled_means_agree_with_the_exact_ones(ranking):
    sample = ranking.sample
    for option, exact in (("tune", 52_309.07), ("sota", -102_124.02)):
        sampled = (sample.scenario_weights[:, None] * sample.npv[option]).sum(0).mean()
        assert sampled == pytest.approx(exact, rel=MEAN)
    assert (len(sample.keys), len(sample.events), sample.active.shape) == (10, 4, (16, 4))


def test_median_at_a_gate_is_told_apart(ranking):
    (gate,) = ranking.option("tune").gates  # B7: -0.87 or -0.51 "depending on rounding", the gate lies at 0.5
    assert (gate.event, gate.p) == ("tune_bookings.success", 0.5)
    assert gate.fails[2] < 0 < gate.happens[0]
    assert gate.roi_fails == (-1.0, -1.0, -1.0)
    assert ranking.option("sota").gates == ()


def test_minimal_record_has_the_golden_figures(records):
    found = value(records["7"], Policy())  # G5, all closed form
    option = found.option("cache")
    assert option.npv.mean == pytest.approx(23_994.39, rel=GOLDEN)
    assert spread(option.roi) == pytest.approx((0.423, 1.358, 2.906), abs=0.0005)
    assert option.loss_probability == pytest.approx(0.0026, abs=0.00005)
    assert found.evpi.value == pytest.approx(6.60, abs=0.005)
    assert option.best_probability == pytest.approx(1 - option.loss_probability)


@pytest.mark.parametrize(
    ("stated", "figures"),
    [
        (("100k..400k", "50k..150k", 0.0), (1.386949, -0.046320, 1.309401, 4.592371, 0.059777, 1_649.32)),  # B3.1
        (("100k..400k", "50k..150k", 0.5), (1.386949, 0.225557, 1.309401, 3.351764, 0.014895, 221.72)),  # B3.2
        (("100k..400k", "50k..150k", -0.5), (1.386949, -0.214480, 1.309401, 5.789554, 0.100865, 3_839.91)),  # B3.3
        (("50k..400k", "80k..240k", 0.0), (0.178717, None, 0.020621, None, 0.488611, 32_597.56)),  # B3.4, C5.2
    ],
)
@pytest.mark.parametrize("closed", [True, False])
def test_lognormal_gain_and_cost_in_closed_form_and_on_the_points(valued, stated, figures, closed):
    gain, cost, rho = stated
    ties = [(("a.gain", "a.cost"), 6 / math.pi * math.asin(rho / 2))] if rho else []
    extra = {} if closed else {"risks": [{"id": "never", "p": 1e-12, "impact": 1}]}
    option = {"id": "a", "gain": gain, "cost": cost, **extra}
    found = valued({"id": "do-nothing"}, option, correlations=ties, discount_rate=0)
    mean, low, median, high, loss, evpi = figures
    a = found.option("a")
    assert a.roi.mean == pytest.approx(mean, rel=GOLDEN * 2)
    for exact, printed in ((low, a.roi.p5), (median, a.roi.p50), (high, a.roi.p95)):
        assert exact is None or 1 + printed == pytest.approx(1 + exact, rel=GOLDEN if closed else QUANTILE)
    assert a.loss_probability == pytest.approx(loss, abs=1e-6 if closed else PROBABILITY)
    assert found.evpi.value == pytest.approx(evpi, abs=0.005 if closed else 0.01 * evpi + 30)


@pytest.mark.parametrize(
    ("option", "mean", "evpi"),
    [
        ({"gains": [{"id": "win", "value": "45M", "p": 0.6}], "cost": "5M"}, 22e6, 2e6),  # B3.5
        ({"gains": [{"id": "win", "value": "15M", "p": 0.2}], "cost": "1M"}, 2e6, 0.8e6),  # B3.7
        ({"gains": [{"id": "win", "value": 960, "p": 2 / 3}], "cost": 900}, -260, 40),  # B3.8
    ],
)
def test_bets_have_exact_values_of_perfect_information(valued, option, mean, evpi):
    found = valued({"id": "do-nothing"}, {"id": "bet", **option})
    assert found.option("bet").npv.mean == pytest.approx(mean, rel=1e-9)
    assert found.evpi.value == pytest.approx(evpi, rel=1e-9)


def test_units_that_may_be_sold(valued):
    units = Estimate(text="100k..1M", quantity=parse_quantity("100k..1M"), dist="normal")
    gain = {"id": "units", "value": "units * 25", "inputs": {"units": units}}
    found = valued({"id": "do-nothing"}, {"id": "a", "gains": [gain], "cost": "5M"})
    assert found.option("a").loss_probability == pytest.approx(0.1003903, abs=1e-7)  # B3.6
    assert found.evpi.value == pytest.approx(325_326, rel=GOLDEN * 2)


def test_headline_is_the_ratio_of_means_not_the_mean_of_ratios(valued):
    found = valued({"id": "a", "gain": "50k..400k", "cost": "80k..240k"}).option("a")  # C5.2
    assert found.roi.mean == pytest.approx(0.1787, abs=0.0005)
    assert found.roi.mean != pytest.approx(0.3178, abs=0.1)


def test_division_by_a_sum_is_sampled_where_it_has_no_closed_form(valued):
    gain = {"id": "g", "value": "a / (b + c)", "inputs": {"a": "90k..110k", "b": "1..2", "c": "1..2"}}
    found = valued({"id": "do-nothing"}, {"id": "x", "gains": [gain], "cost": "10k..20k"}).option("x")
    nodes, weights = np.polynomial.hermite_e.hermegauss(40)
    weights = weights / weights.sum()
    divisor = math.sqrt(2) * np.exp(math.log(2) / (2 * Z) * nodes)
    mean = (weights[:, None] * weights / (divisor[:, None] + divisor)).sum()
    above = math.sqrt(90e3 * 110e3) * math.exp((math.log(110 / 90) / (2 * Z)) ** 2 / 2)
    assert found.gain.mean == pytest.approx(above * mean, rel=1e-4)
    assert found.npv.mean == pytest.approx(found.gain.mean - found.cost.mean)
    assert found.roi.mean == pytest.approx(found.gain.mean / found.cost.mean - 1)
    assert found.gain.error < 0.001 * found.gain.mean


@pytest.mark.parametrize("divisor", ["b", "b - c", "b + c"])
def test_division_by_what_may_be_zero_is_refused(valued, divisor):
    gain = {"id": "g", "value": f"a / ({divisor})", "inputs": {"a": "1..2", "b": "-1..2", "c": "-1..1"}}
    found = valued({"id": "do-nothing"}, {"id": "x", "gains": [gain], "cost": 1}).option("x")
    assert found.npv.mean is None
    assert "divides by" in found.npv.reason


def test_option_that_cannot_be_computed_is_left_out_and_said(valued):
    found = valued({"id": "do-nothing"}, {"id": "a", "gain": 10, "cost": "5..8"}, {"id": "b", "gain": 10})
    assert found.compared == ("do-nothing", "a")
    assert found.notes == ("`b` is left out of the comparison: no cost is given",)
    assert found.option("b").best.reason == "no cost is given"


def test_single_option_has_nothing_to_compare_with(valued):
    found = valued({"id": "a", "gain": "10..20", "cost": "5..8"})
    assert found.option("a").best.reason == found.evpi.reason == "there is no other option to compare with"
    assert found.option("a").loss_probability is not None


def test_ties_are_shared_equally(valued):
    same = {"gain": "10..20", "cost": 12}
    found = valued({"id": "do-nothing"}, {"id": "idle", "gain": 0, "cost": 0}, {"id": "a", **same})
    idle, other = found.option("do-nothing"), found.option("idle")
    assert (
        idle.best_probability == other.best_probability == pytest.approx((1 - found.option("a").best_probability) / 2)
    )


def test_rounding_of_flows_that_cancel_out_is_a_tie(valued):
    costs = [{"id": "c", "money": 100}, {"id": "d", "money": 132, "when": 24}]
    even = {"id": "a", "gains": [{"id": "g", "value": 230, "from": 12}], "costs": costs}
    dear = {"id": "b", "cost": "5k..9k", "gain": 1}
    found = valued({"id": "do-nothing"}, even, dear, horizon="24 months", discount_rate="10%")
    assert [option.best_probability for option in found.options] == [0.5, 0.5, 0.0]


@pytest.mark.parametrize(
    ("options", "untold"),
    [
        ([{"id": "do-nothing"}, {"id": "a", "gain": 50, "cost": 20}], "loss best regret evpi"),
        ([{"id": "do-nothing", "cost": 5}, {"id": "a", "cost": 20}], "loss best regret evpi"),
        ([{"id": "b", "gain": 50, "cost": "5..60"}, {"id": "a", "gain": 50, "cost": 20}], "loss"),
        ([{"id": "do-nothing"}, {"id": "a", "gain": "50..60", "cost": 20}], ""),
        ([{"id": "do-nothing"}, {"id": "a", "gains": [{"id": "g", "value": 50, "p": 0.99}], "cost": 20}], ""),
        (
            [{"id": "do-nothing"}, {"id": "a", "gains": [{"id": "g", "value": "x - x + 9", "inputs": {"x": "1..2"}}]}],
            "",
        ),
    ],
)
def test_single_numbers_tell_no_chance_until_one_that_they_are_compared_with_has_a_range(valued, options, untold):
    found = valued(*options)
    one = found.option("a")
    shares = {"loss": one.loss, "best": one.best, "regret": one.regret, "evpi": found.evpi}
    assert [name for name, share in shares.items() if share.reason == SINGLE_NUMBERS] == untold.split()
    assert all(shares[name].value is None for name in untold.split())


def test_doing_nothing_at_no_cost_is_no_loss(valued):
    found = valued({"id": "do-nothing"}, {"id": "a", "gain": 50, "cost": 20})
    assert found.option("do-nothing").loss_probability == 0.0


def test_contradicting_correlations_leave_a_reason_everywhere(valued):
    ties = [(("x.a", "x.b"), 0.9), (("x.b", "x.c"), 0.9), (("x.a", "x.c"), -0.9)]
    costs = [{"id": name, "money": "1..2"} for name in "abc"]
    found = valued({"id": "do-nothing"}, {"id": "x", "gain": 9, "costs": costs}, correlations=ties)
    x = found.option("x")
    for unknown in (x.npv, x.cost, x.roi, x.loss, x.best, x.regret, found.evpi):
        assert "contradict each other" in unknown.reason
    mean = 9 - 3 * Lognormal.from_interval(1, 2).mean
    assert (x.npv.mean, *spread(x.npv)) == (pytest.approx(mean), None, None, None)
    assert (x.gain.mean, *spread(x.gain)) == (9, 9, 9, 9)
    assert (x.gain.reason, found.option("do-nothing").roi.reason) == (None, "no cost")


@pytest.mark.parametrize(
    ("cost", "reason"),
    [
        ("5 person-weeks", "time is not priced: give `economics.person_week`, in the record or the policy"),
        ("p10 1 p50 2 p90 90", "`p10 1 p50 2 p90 90`: "),
        ("10 USD", "`10 USD` is in USD, but this decision counts in EUR"),
        ("10 users", "`10 users` is in `users`, expected EUR or person-weeks"),
        ("cost + 1", "it depends on itself"),
        ("other * 2", "it uses `other`, which is not in this record"),
    ],
)
def test_line_that_cannot_be_computed_does_not_make_the_others_look_absent(valued, cost, reason):
    found = valued({"id": "do-nothing"}, {"id": "x", "gain": "30k..60k", "cost": cost})
    x = found.option("x")
    assert x.npv.reason.startswith(f"`cost`: {reason}")
    assert x.npv.reason == x.cost.reason == x.roi.reason == x.loss.reason
    assert x.npv.reason in found.notes[0]
    assert (x.gain.mean, *spread(x.gain)) == pytest.approx((43_378.70, 30_000, 42_426.41, 60_000), abs=0.01)


def test_line_that_takes_the_points_shares_the_reason_of_an_option_that_has_none(valued):
    gain = {"id": "g", "value": "a / (b + 1)", "inputs": {"a": "1..2", "b": "1..2"}}
    found = valued({"id": "do-nothing"}, {"id": "x", "gains": [gain], "cost": "5 person-weeks"})
    assert found.option("x").gain.reason.startswith("`cost`: time is not priced")


def test_costs_alone_compare_by_cost(records):
    found = value(records["51"], Policy())  # G4
    assert sum(option.best_probability for option in found.options) == pytest.approx(1)
    assert {option.roi.mean for option in found.options} == {None}
    assert found.option("vendor").npv.mean == max(option.npv.mean for option in found.options)


def test_sampled_mean_that_parts_from_the_exact_one_is_said(valued):
    steep = {"id": "do-nothing"}, {"id": "a", "gain": "1..10000000", "cost": "5"}
    (note,) = valued(*steep).notes
    assert note.startswith("the NPV of `a` is 516M by its formula but ")
    assert "on the points, more than 4 standard errors (" in note


def test_checking_a_record_does_not_load_numpy():
    code = "import sys, roi_plugin.cli, roi_plugin.assess; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("p", [0.045, 0.055, 0.5, 0.95])
def test_gates_near_a_printed_percentile_are_found(valued, p):
    risk = {"id": "fire", "p": p, "impact": "90k..100k"}
    found = valued({"id": "do-nothing"}, {"id": "a", "gain": "10k..12k", "cost": "1k..2k", "risks": [risk]})
    (gate,) = found.option("a").gates
    assert (gate.event, gate.kind) == ("fire.event", "risk")
    assert gate.happens[2] < gate.fails[0]


def test_gates_of_the_same_name_are_told_apart_by_their_option(valued):
    a, b = ({"id": name, "gains": [{"id": "g", "value": "90k..100k", "p": 0.5}], "cost": "1k..2k"} for name in "ab")
    found = valued({"id": "do-nothing"}, a, b)
    (gate,) = found.option("b").gates
    assert (gate.event, gate.clause) == ("b.g.success", "`b.g` succeeds")


@pytest.mark.parametrize(("p", "impact"), [(0.2, "90k..100k"), (0.5, "10..20")])
def test_gates_that_move_no_printed_percentile_are_not_named(valued, p, impact):
    risk = {"id": "fire", "p": p, "impact": impact}
    found = valued({"id": "do-nothing"}, {"id": "a", "gain": "10k..12k", "cost": "1k..2k", "risks": [risk]})
    assert found.option("a").gates == ()


def test_amounts_too_large_to_compute_with_have_a_reason(valued):
    found = valued({"id": "do-nothing"}, {"id": "a", "gain": "1e300", "cost": "10..20"})
    assert found.option("a").npv.reason == "`gain`: its numbers are too large to compute with"
