"""Sums over decisions: against one decision that holds them all, and what holds for every sum."""

import math
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from roi_plugin.economics.addend import Addend
from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.atoms import Atoms
from roi_plugin.economics.contribution import Contribution, Summand
from roi_plugin.economics.figures import Figure, Share
from roi_plugin.economics.portfolio import Counted, Member, member, total, totals
from roi_plugin.economics.valuation import value
from roi_plugin.model.policy import Policy
from tests.deep_runs import few

QUICK = settings(max_examples=few(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
QUANTILE, PROBABILITY = 0.02, 0.003


@pytest.fixture
def priced(estimate):
    return Policy(person_week=estimate("3k..6k"))


@pytest.fixture
def counted(decision, priced):
    """A decision of a portfolio by its id and its options as written; the first option is the chosen one."""

    def build(identifier, option, *others, **terms):
        record = decision({**option, "chosen": True}, *others, **terms)
        record = structs.replace(record, id=identifier, path=f"{identifier}.md")
        return member(record, appraise(record, priced), priced, in_force=True)

    return build


def named(member, identifier):
    return structs.replace(member, decision=structs.replace(member.decision, id=identifier))


def percentiles(figure):
    return figure.p5, figure.p50, figure.p95


def working(name, gain, time):
    gains, costs = [{"id": f"gain-{name}", "value": gain}], [{"id": f"work-{name}", "time": f"{time} person-weeks"}]
    return {"id": "do-it", "gains": gains, "costs": costs}


def joined(*options):
    return {"id": "do-it"} | {side: [line for each in options for line in each[side]] for side in ("gains", "costs")}


@pytest.mark.parametrize(
    "options",
    [
        [working("a", "50k..400k", "10..30")],
        [working("a", "50k..400k", "10..30"), working("b", "100k..150k", "15..25")],
        [working("a", "100k", "20"), working("b", "100k", "20")],
        [working(name, "90k..100k", "18..22") for name in "abcdef"],
    ],
)
def test_decisions_that_share_the_price_of_work_sum_as_one_decision_with_all_their_lines(
    counted, decision, priced, options
):
    found = total([counted(f"000{number}", option) for number, option in enumerate(options)])
    (exact,) = value(decision(joined(*options)), priced).options
    spread = exact.npv.p95 - exact.npv.p5
    assert found.npv.mean == pytest.approx(exact.npv.mean, rel=1e-9)
    assert found.gain.mean == pytest.approx(exact.gain.mean, rel=1e-9)
    assert found.roi.mean == pytest.approx(exact.roi.mean, rel=1e-9)
    assert percentiles(found.npv) == pytest.approx(percentiles(exact.npv), abs=QUANTILE / 2 * spread)
    assert percentiles(found.cost) == pytest.approx(percentiles(exact.cost), rel=QUANTILE)
    assert found.loss_probability == pytest.approx(exact.loss_probability, abs=2 * PROBABILITY)


def test_price_of_work_that_each_states_itself_evens_out(counted):
    option = working("a", "100k", "20")
    together = total([counted(name, option) for name in "ab"])
    apart = total([counted(name, option, person_week="3k..6k") for name in "ab"])
    assert together.npv.mean == pytest.approx(apart.npv.mean, rel=1e-9)
    widths = [each.npv.p95 - each.npv.p5 for each in (apart, together)]
    assert widths[0] / widths[1] == pytest.approx(math.sqrt(0.5), rel=0.02)


@pytest.mark.parametrize("gain", [{"value": "50k..400k"}, {"value": "300k", "p": 0.4}, {"value": "100k"}])
def test_one_decision_sums_to_its_own_figures(counted, gain):
    work = {"id": "work", "time": "10..30 person-weeks"}
    one = counted("0001", {"id": "do-it", "gains": [{"id": "win", **gain}], "costs": [work]})
    found = total([one])
    assert found.npv == one.counted.npv
    assert found.cost == one.counted.cost
    assert found.loss == one.counted.loss
    assert found.roi == Figure(mean=one.counted.roi.mean)
    assert found.gain == Figure(mean=one.counted.gain.mean)


def test_bets_sum_to_the_binomial_distribution(counted):
    bet = counted("0000", {"id": "bet", "gains": [{"id": "win", "value": 100_000, "p": 0.3}], "cost": 20_000})
    found = total([named(bet, f"{number:04}") for number in range(20)])
    mass = [math.comb(20, k) * 0.3**k * 0.7 ** (20 - k) for k in range(21)]
    assert found.npv.mean == pytest.approx(20 * 10_000)
    assert percentiles(found.npv) == pytest.approx([100_000 * wins - 400_000 for wins in (3, 6, 9)])
    assert found.loss_probability == pytest.approx(math.fsum(mass[:4]), rel=1e-9)  # four wins break even
    assert found.cost.p5 == found.cost.p95 == pytest.approx(400_000)


def test_decision_with_contradictory_correlations_is_left_out_with_that_reason(decision):
    costs = [{"id": name, "money": "1..2"} for name in "abc"]
    ties = [(("a", "b"), 0.9), (("b", "c"), 0.9), (("a", "c"), -0.9)]
    record = decision({"id": "x", "chosen": True, "gain": 9, "costs": costs}, correlations=ties)
    found = member(record, appraise(record, Policy()), Policy(), in_force=True)
    assert found.reason.startswith("the correlations contradict each other")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (({"id": "a", "gain": "1..2", "cost": 1},), "no option is chosen"),
        (({"id": "a", "gain": "1..2", "chosen": True},), "no cost is given"),
        ((), "no option is chosen"),
        (
            ({"id": "a", "gain": "1..2", "cost": "2 USD", "chosen": True},),
            "`cost`: `2 USD` is in USD, but this decision counts in EUR: convert it",
        ),
    ],
)
def test_decision_that_cannot_be_counted_is_left_out_with_the_reason(counted, decision, options, reason):
    record = structs.replace(decision(*options), id="0009-x")
    left_out = member(record, appraise(record, Policy()), Policy(), in_force=False)
    alone = total([left_out])
    assert (alone.count, alone.npv.mean, alone.loss_probability) == (0, None, None)
    assert alone.npv.reason == alone.roi.reason == "no decision with a net present value"
    both = total([left_out, counted("0001", {"id": "b", "gain": 5, "cost": 2})])
    assert (both.count, both.left_out) == (1, (("0009-x", reason),))
    assert both.npv.mean == pytest.approx(3)


def test_currencies_are_never_added(counted):
    members = [counted("0001", {"id": "a", "gain": 5, "cost": 2}, currency=name) for name in ("USD", "EUR", "USD")]
    assert [(each.currency, each.count) for each in totals(members)] == [("EUR", 1), ("USD", 2)]
    with pytest.raises(ValueError, match="only amounts in one currency can be added, found EUR, USD"):
        total(members)
    with pytest.raises(ValueError, match="found no decision"):
        total([])


def test_decision_that_weighs_costs_only_is_in_no_sum_of_gains(counted):
    costs_only = counted("0002", {"id": "a", "cost": "5..8"}, {"id": "b", "cost": "6..9"})
    gaining = counted("0001", {"id": "a", "gain": 50, "cost": 10})
    assert total([costs_only, gaining]) == total([gaining])
    alone = total([costs_only])
    assert (alone.count, alone.npv.mean, alone.left_out) == (0, None, ())


def test_doing_nothing_has_no_cost_and_no_ratio(counted):
    found = total([counted("0001", {"id": "do-nothing"}, {"id": "a", "gain": 5, "cost": 2})])
    assert (found.npv, found.loss_probability) == (Figure(mean=0, p5=0, p50=0, p95=0), 0)
    assert found.roi == Figure(reason="no cost")


def test_costs_that_may_vanish_make_no_ratio(counted):
    risks = [{"id": "r", "p": 0.2, "impact": 10}]
    found = total([counted("0001", {"id": "a", "gain": 50, "cost": 0, "risks": risks})])
    assert found.roi.reason == "the costs may come close to zero, and a ratio to them would say little"


@pytest.mark.parametrize("size", ["1e-100", "1e100"])
def test_very_small_and_very_large_amounts_are_summed_as_any_others(counted, size):
    option = {"id": "a", "gain": f"{float(size)}..{2 * float(size)}", "cost": float(size)}
    found = total([counted(name, option) for name in "abc"])
    unit = total([counted(name, {"id": "a", "gain": "1..2", "cost": 1}) for name in "abc"])
    for scaled, plain in zip(percentiles(found.npv), percentiles(unit.npv), strict=True):
        assert scaled / float(size) == pytest.approx(plain, abs=1e-6)


def test_three_hundred_decisions_take_well_under_a_second_and_time_grows_linearly(counted):
    one = counted("0000", working("a", "50k..400k", "10..30"))

    def seconds(count):
        members = [named(one, f"{number:04}") for number in range(count)]
        start = time.process_time()
        total(members)
        return time.process_time() - start

    seconds(10)
    few, many = min(seconds(75) for _ in range(3)), min(seconds(300) for _ in range(3))
    assert many < 1.0
    assert many < 4 * few * 2


AMOUNTS = st.integers(-50_000, 50_000)
DISTRIBUTIONS = st.lists(st.tuples(AMOUNTS, st.integers(1, 9)), min_size=1, max_size=60)


def atoms(pairs):
    weight = sum(mass for _, mass in pairs)
    ranked = sorted(pairs)
    return Atoms(values=tuple(float(value) for value, _ in ranked), stated=tuple(mass / weight for _, mass in ranked))


def invented(record, pairs):
    npv = atoms(pairs)
    cost = atoms([(abs(amount), mass) for amount, mass in pairs])
    part = Contribution(option="a", currency="EUR", npv=Summand(bins=(npv,)), cost=Summand(bins=(cost,)))
    counted = Counted(
        gain=Figure(mean=npv.mean + cost.mean),
        cost=Figure(mean=cost.mean),
        npv=Figure(mean=npv.mean),
        roi=Figure(),
        loss=Share(),
        addend=Addend.of(part),
    )
    return Member(decision=record, in_force=True, currency="EUR", counted=counted)


@pytest.fixture
def members_of(decision):
    record = decision({"id": "a"})

    def build(distributions):
        return [named(invented(record, pairs), f"{number:04}") for number, pairs in enumerate(distributions)]

    return build


PORTFOLIOS = st.lists(DISTRIBUTIONS, min_size=1, max_size=6)


@QUICK
@given(PORTFOLIOS, st.randoms(use_true_random=False))
def test_order_of_records_does_not_matter(members_of, distributions, chance):
    members = members_of(distributions)
    assert total(chance.sample(members, len(members))) == total(members)


@QUICK
@given(PORTFOLIOS)
def test_means_add_up_and_percentiles_rise(members_of, distributions):
    members = members_of(distributions)
    found = total(members)
    assert found.npv.mean == math.fsum(each.counted.means[2] for each in members)
    assert found.npv.p5 <= found.npv.p50 <= found.npv.p95
    assert found.cost.p5 <= found.cost.p50 <= found.cost.p95
    assert 0 <= found.loss_probability <= 1
    assert found.npv.mean == pytest.approx(found.gain.mean - found.cost.mean, abs=1e-6)


@QUICK
@given(PORTFOLIOS)
def test_decision_worth_nothing_changes_nothing(members_of, distributions):
    members = members_of([*distributions, [(0, 1)]])
    assert structs.replace(total(members), count=len(distributions)) == total(members[:-1])


@QUICK
@given(DISTRIBUTIONS, st.integers(0, 60_000))
def test_certain_gain_moves_the_whole_sum(members_of, pairs, amount):
    alone, moved = total(members_of([pairs])), total(members_of([pairs, [(amount, 1)]]))
    for before, after in zip(percentiles(alone.npv), percentiles(moved.npv), strict=True):
        assert after == pytest.approx(before + amount, abs=0.01)
    assert moved.loss_probability <= alone.loss_probability + 1e-9
