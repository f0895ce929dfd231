"""The debiased twin. Worked examples: the specification's sections D2 and F1."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from roi_plugin.economics.needed_success import needed_success
from roi_plugin.economics.outside_view import debiased
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import option_returns
from roi_plugin.model.decision import ReferenceClass
from roi_plugin.model.policy import Policy

EXACT = 1e-9
EFFORT_MEAN = 1.35


@pytest.fixture(scope="module")
def view_of(decision):
    def compute(*options, cost=None, benefit=None, managed=None, policy=None, **rest):
        named = ReferenceClass(cost=cost, benefit=benefit, managed=managed)
        record = structs.replace(decision(*options, **rest), reference_class=named)
        return debiased(record, policy or Policy())

    return compute


def test_build_effort_is_corrected_by_its_class(view_of):
    work = {"id": "a", "costs": [{"id": "build", "time": "20..60 person-weeks"}], "gain": 1}
    cost = view_of(work, cost="software-effort", person_week=1).option("a").cost  # D2.1
    assert cost.median == pytest.approx(42.98, abs=0.005)
    assert (cost.low, cost.high) == pytest.approx((18.0, 102.7), abs=0.05)


def test_green_books_example_comes_to_111_million(view_of, estimate):
    # D1.1, HM Treasury: a non-standard building of 100 m, 92 % of the causes of its bias managed away, which costs 7 m.
    managing = {"id": "managing", "p": 1, "impact": "7M"}
    building = {"id": "a", "gain": 1, "cost": "100M", "risks": [managing]}
    view = view_of(building, cost="green-book-non-standard-buildings", managed=estimate("92%"))
    cost = view.option("a").cost
    assert cost.mean == pytest.approx(100e6 * (1 + (1 - 0.92) * 0.51) + 7e6, rel=EXACT)
    assert round(cost.mean / 1e6) == 111
    assert view_of(building, cost="green-book-non-standard-buildings").option("a").cost.mean == pytest.approx(158e6)


def test_flagship_as_others_fared(view_of, flagship):
    rest = {"correlations": flagship["correlations"], **flagship["terms"]}
    view = view_of(*flagship["options"], cost="software-effort", benefit="online-experiments", **rest)
    tune, sota = view.option("tune"), view.option("sota")
    # F1's exact figures: gain 374 854.50 if it works; work 39 867.25; the rest of `sota` by its lines.
    assert tune.gain.mean == pytest.approx(92_176.31 / 0.5 / 3, rel=1e-6)
    assert tune.cost.mean == pytest.approx(39_867.25 * EFFORT_MEAN, rel=1e-6)
    assert sota.gain.mean == pytest.approx(374_854.50 / 3, rel=1e-6)
    record = {key: flagship["options"][2][key] for key in ("id", "costs", "gains", "risks")}
    stated = view_of(record, benefit="online-experiments", **rest).option("sota").cost.mean
    assert stated == pytest.approx(233_323.10, abs=0.005)
    only = view_of(record | {"risks": []}, benefit="online-experiments", **flagship["terms"]).option("sota").cost.mean
    risks = stated - only
    assert sota.cost.mean == pytest.approx(only * EFFORT_MEAN + risks, rel=1e-6)
    assert sota.npv_mean == pytest.approx(sota.gain.mean - sota.cost.mean, rel=EXACT)
    assert sota.roi_mean == pytest.approx(sota.gain.mean / sota.cost.mean - 1, rel=EXACT)
    assert view.success.mean == pytest.approx(1 / 3, rel=EXACT)
    nothing = view.option("do-nothing")
    assert (nothing.npv_mean, nothing.needed.reason) == (0, "no gain depends on success")


def test_flagship_needs_the_published_chance_of_success(decision, flagship):
    record = decision(*flagship["options"], correlations=flagship["correlations"], **flagship["terms"])
    _, tune, sota = needed_success(record, resolve(record, Policy()))
    assert sota.chance == pytest.approx(0.6224, abs=5e-5)  # F1
    assert tune.chance == pytest.approx(39_867.25 / (92_176.31 / 0.5), rel=1e-6)


def test_debiased_cost_asks_for_more_success(view_of, flagship):
    rest = {"correlations": flagship["correlations"], **flagship["terms"]}
    by_cost = view_of(*flagship["options"], cost="software-effort", **rest).option("sota")
    assert by_cost.needed.chance == pytest.approx(by_cost.cost.mean / 374_854.50, rel=1e-6)
    assert by_cost.needed.chance > 0.6224
    assert by_cost.gain.mean == pytest.approx(131_199.08, abs=0.005)


def test_a_stated_chance_is_replaced_after_the_teams_own_record(view_of):
    idea = {"id": "a", "cost": 10, "gains": [{"id": "g", "value": 100, "p": 0.9}]}
    alone = view_of(idea, benefit="online-experiments")
    team = view_of(idea, benefit="online-experiments", policy=Policy(team_successes=3, team_failures=1))
    assert alone.option("a").gain.mean == pytest.approx(100 / 3, rel=EXACT)
    assert team.option("a").gain.mean == pytest.approx(50, rel=EXACT)  # D2.2: Beta(5, 5)
    assert (team.success.percentile(0.05), team.success.percentile(0.95)) == pytest.approx((0.251, 0.749), abs=0.0005)


def test_a_gain_that_is_taken_for_certain_is_not_if_none_is_said_to_be_uncertain(view_of):
    certain = {"id": "a", "cost": 10, "gains": [{"id": "g", "value": 100}, {"id": "h", "value": 20}]}
    assert view_of(certain, benefit="online-experiments").option("a").gain.mean == pytest.approx(40, rel=EXACT)
    mixed = {"id": "a", "cost": 10, "gains": [{"id": "g", "value": 100, "p": 0.5}, {"id": "h", "value": 20}]}
    assert view_of(mixed, benefit="online-experiments").option("a").gain.mean == pytest.approx(100 / 3 + 20, rel=EXACT)


def test_what_is_paid_anyway_is_no_project(view_of):
    keep = {"id": "do-nothing", "costs": [{"id": "run", "money": "100 per year"}]}
    move = {"id": "move", "costs": [{"id": "old", "same_as": "do-nothing.run", "to": 6}, {"id": "work", "money": 10}]}
    twin = view_of(keep, move, cost="software-effort")
    plain = view_of(keep, move, benefit="online-experiments")
    assert twin.option("do-nothing").cost.mean == plain.option("do-nothing").cost.mean
    assert twin.option("move").cost.mean - plain.option("move").cost.mean == pytest.approx(3.5, rel=EXACT)


def test_risks_stay_as_they_are_stated(view_of):
    risky = {"id": "a", "gain": 100, "cost": 10, "risks": [{"id": "r", "p": 0.5, "impact": 8}]}
    assert view_of(risky, cost="software-effort").option("a").cost.mean == pytest.approx(13.5 + 4, rel=EXACT)


def test_cost_lines_of_an_option_run_over_together(view_of):
    two = {"id": "a", "gain": 1, "costs": [{"id": "b", "money": 30}, {"id": "c", "money": 70}]}
    one = {"id": "a", "gain": 1, "cost": 100}
    together, alone = (view_of(option, cost="software-effort").option("a").cost for option in (two, one))
    assert (together.low, together.high) == pytest.approx((alone.low, alone.high), rel=EXACT)


def test_the_stress_line_is_three_times_the_estimate_where_the_tail_is_heavy(view_of):
    option = {"id": "a", "gain": 100, "cost": 20, "risks": [{"id": "r", "p": 0.5, "impact": 8}]}
    stress = view_of(option, cost="it-projects").option("a").stress
    assert stress.npv.mean == pytest.approx(100 - 60 - 4, rel=EXACT)
    assert stress.share_above == pytest.approx(0.069, abs=0.0005)  # D1
    assert view_of(option, cost="green-book-standard-civil").option("a").stress is None
    assert view_of({"id": "do-nothing"}, option, cost="it-projects").option("do-nothing").stress is None


@pytest.mark.parametrize(
    ("option", "reason"),
    [
        ({"id": "a", "cost": 10, "gains": [{"id": "g", "value": 5, "p": 0.5}]}, "not even certain success would pay"),
        (
            {"id": "a", "cost": 10, "gains": [{"id": "g", "value": 5, "p": 0.5}, {"id": "h", "value": 20}]},
            "it pays without success",
        ),
        ({"id": "a", "gain": 5}, "no cost is given"),
    ],
)
def test_a_chance_that_cannot_be_needed_has_a_reason(view_of, option, reason):
    needed = view_of(option, benefit="online-experiments").option("a").needed
    assert needed.chance is None
    assert needed.reason.startswith(reason)


def test_without_a_class_there_is_no_outside_view(decision, view_of):
    plain = decision({"id": "a", "gain": 5, "cost": 3})
    reason = "no reference class is named: add `reference_class` with a `cost` or a `benefit`"
    assert debiased(plain, Policy()).reason == view_of({"id": "a", "gain": 5, "cost": 3}).reason == reason
    assert debiased(plain, Policy()).options == ()
    assert view_of({"id": "a"}, cost="software").reason.endswith("did you mean `software-effort`?")


def test_an_option_without_figures_has_the_reason(view_of):
    found = view_of({"id": "a", "gain": "x * 2", "cost": 3}, cost="it-projects").option("a")
    assert (found.npv_mean, found.roi_mean, found.stress.npv.mean) == (None, None, None)
    assert found.reason == "`gain`: it uses `x`, which is not in this record"
    assert view_of({"id": "a"}).option("b") is None


def test_wrong_terms_are_the_reason_for_every_figure(view_of):
    found = view_of({"id": "a", "gain": 5, "cost": 3}, cost="it-projects", horizon="2 parsecs").option("a")
    assert (found.npv_mean, found.needed.chance) == (None, None)
    assert found.reason == found.needed.reason


MONEY = st.sampled_from(
    [0, 5, "1..9", "-5..10", "1 < 2 < 9", "p10 1 p50 2 p90 4", "2 per year", "1e15", "x", "3 person-weeks"]
)
CHANCE = st.sampled_from([None, 0, 0.4, 1, "10%..30%", "0..1", "a.g"])
SHARED = st.sampled_from([None, "do-nothing.cost0", "a.cost1", "cost0"])
NAMES = st.sampled_from([None, "software-effort", "it-projects", "online-experiments", "green-book-outsourcing", "x"])
RECORDS = st.builds(Policy, team_successes=st.integers(0, 10_000), team_failures=st.integers(0, 10_000))


def gain_lines(stated):
    return [{"id": f"gain{place}", "value": value} | told(p=p) for place, (value, p) in enumerate(stated)]


def cost_lines(stated):
    return [
        {"id": f"cost{place}"} | ({"same_as": shared} if shared else {"money": value})
        for place, (value, shared) in enumerate(stated)
    ]


def told(**fields):
    return {key: value for key, value in fields.items() if value is not None}


OPTIONS = st.tuples(
    st.builds(lambda costs: {"id": "do-nothing", "costs": costs}, st.lists(st.tuples(MONEY, SHARED)).map(cost_lines)),
    st.builds(
        lambda gains, costs: {"id": "a", "gains": gains, "costs": costs},
        st.lists(st.tuples(MONEY, CHANCE), max_size=3).map(gain_lines),
        st.lists(st.tuples(MONEY, SHARED), max_size=3).map(cost_lines),
    ),
)


@given(OPTIONS, NAMES, NAMES, RECORDS)
def test_whatever_a_record_says_each_figure_is_finite_or_has_a_reason(view_of, options, cost, benefit, policy):
    view = view_of(*options, cost=cost, benefit=benefit, policy=policy)
    assert bool(view.options) == (view.reason is None)
    for option in view.options:
        stressed = [option.stress.npv] if option.stress else []
        for amount in (option.gain, option.cost, option.npv, option.roi, *stressed):
            assert (amount.mean is None) == bool(amount.reason)
            assert amount.mean is None or math.isfinite(amount.mean)
        assert (option.needed.chance is None) == bool(option.needed.reason)
        assert option.needed.chance is None or 0 <= option.needed.chance <= 1


@given(st.floats(0.01, 1e6), st.floats(0.01, 1e6), st.floats(0, 1))
def test_a_class_for_cost_leaves_the_gain_and_the_stated_figures_alone(decision, gain, cost, p):
    record = decision({"id": "a", "gains": [{"id": "g", "value": gain, "p": p}], "cost": cost})
    classed = structs.replace(record, reference_class=ReferenceClass(cost="software-effort"))
    stated = option_returns(record, Policy())
    assert option_returns(classed, Policy()) == stated
    twin = debiased(classed, Policy()).options[0]
    assert twin.gain.mean == stated.options[0].gain.mean
    assert twin.cost.mean == pytest.approx(stated.options[0].cost.mean * EFFORT_MEAN, rel=EXACT)
