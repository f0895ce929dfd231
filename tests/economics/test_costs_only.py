"""Decisions that weigh costs only, and their sums."""

import pytest
from msgspec import structs

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.costs_only import cost_totals
from roi_plugin.economics.portfolio import member, total, without_invented
from roi_plugin.economics.portfolio_words import costs_together, saved_by
from roi_plugin.economics.valuation import value
from roi_plugin.model.decision import Economics
from roi_plugin.model.policy import Policy

IDLE = {"id": "do-nothing", "cost": "300k..500k"}
KEEP = {"id": "keep", "cost": "100k..200k", "chosen": True}
QUANTILE = 0.02


@pytest.fixture
def weighed(decision):
    def build(*options, identifier="0001", baseline=None, policy=Policy(), **terms):  # noqa: B008 - a frozen value
        record = structs.replace(decision(*options, **terms), id=identifier, path=f"{identifier}.md")
        if baseline:
            record = structs.replace(record, economics=Economics(baseline=baseline))
        return member(record, appraise(record, policy), policy, in_force=True)

    return build


def test_what_was_chosen_saves_what_doing_nothing_costs_more(weighed, decision):
    found = weighed(IDLE, KEEP)
    idle, keep = value(decision(IDLE, KEEP), Policy()).options
    assert found.counted is None
    assert found.costs.cost == structs.replace(keep.cost, error=None)
    assert found.costs.saving.value == pytest.approx(idle.cost.mean - keep.cost.mean)
    assert 240_000 < found.costs.saving.value < 250_000
    assert saved_by(found.costs) == "247k EUR less than doing nothing"


@pytest.mark.parametrize(
    ("options", "baseline", "said"),
    [
        ((IDLE, KEEP, {"id": "b", "cost": "120k..130k"}), "b", "19.7k EUR more than `b`"),
        (({"id": "do-nothing", "cost": 50}, {"id": "a", "cost": 50, "chosen": True}), None, "as much as doing nothing"),
        ((KEEP, {"id": "b", "cost": "1..2"}), None, "no option does nothing, and no baseline is named"),
        (
            (IDLE | {"chosen": True}, {"id": "b", "cost": "1..2"}),
            None,
            "it is the option that the others are compared with",
        ),
        (
            ({"id": "do-nothing", "cost": "3 users"}, KEEP, {"id": "b", "cost": 5}),
            None,
            "`cost`: `3 users` is in `users`, expected EUR or person-weeks for `do-nothing`",
        ),
    ],
)
def test_the_comparison_is_in_plain_words_or_says_why_there_is_none(weighed, options, baseline, said):
    assert saved_by(weighed(*options, baseline=baseline).costs) == said


@pytest.mark.parametrize(
    "options",
    [
        ({"id": "a", "gain": 0, "cost": 5, "chosen": True}, {"id": "b", "cost": 6}),
        (IDLE | {"chosen": True}, {"id": "b", "gain": 5, "cost": 6}),
        ({"id": "do-nothing", "chosen": True}, {"id": "b", "cost": 6}),
        ({"id": "a", "cost": 5}, {"id": "b", "cost": 6}),
    ],
    ids=["a stated gain of 0", "another option gains", "nothing is paid", "nothing is chosen"],
)
def test_a_decision_of_another_kind_is_none(decision, options):
    record = decision(*options)
    assert member(record, appraise(record, Policy()), Policy(), in_force=True).costs is None


def test_three_gains_are_worth_what_they_are_without_the_platform_beside_them(weighed):
    gains = [weighed({"id": "a", "gain": 24_000, "cost": 10_000, "chosen": True}, identifier=f"000{n}") for n in "234"]
    found = total([*gains, weighed(IDLE, KEEP)])
    assert (found.count, found.npv.mean, found.left_out) == (3, pytest.approx(42_000), ())
    assert found.roi.mean == pytest.approx(1.4)


def test_costs_that_share_the_price_of_work_sum_as_those_of_one_decision(weighed, decision, estimate):
    policy = Policy(person_week=estimate("3k..6k"))
    times = ("10..30", "15..25")
    lines = [{"id": f"work-{place}", "time": f"{time} person-weeks"} for place, time in enumerate(times)]
    other = {"id": "b", "cost": 1}
    members = [
        weighed({"id": "a", "costs": [line], "chosen": True}, other, identifier=f"000{place}", policy=policy)
        for place, line in enumerate(lines)
    ]
    (found,) = cost_totals(each.costs for each in reversed(members))
    exact = value(decision({"id": "a", "costs": lines}, other), policy).options[0].cost
    assert found.cost.mean == pytest.approx(exact.mean, rel=1e-9)
    for name in ("p5", "p50", "p95"):
        assert getattr(found.cost, name) == pytest.approx(getattr(exact, name), rel=QUANTILE)


def test_currencies_stand_apart_and_a_saving_is_summed_where_all_know_it(weighed):
    known = weighed(IDLE, KEEP), weighed(IDLE, KEEP, identifier="0002")
    unknown = weighed(KEEP, {"id": "b", "cost": "1..2"}, identifier="0003")
    dollars = weighed(IDLE, KEEP, identifier="0004", currency="USD")
    euro, dollar = cost_totals(each.costs for each in (*known, unknown, dollars))
    assert (euro.currency, len(euro.decisions), euro.saving.value) == ("EUR", 3, None)
    assert euro.saving.reason == "not every decision tells what it is compared with"
    assert (dollar.currency, dollar.saving) == ("USD", dollars.costs.saving)
    (both,) = cost_totals(each.costs for each in known)
    assert both.saving.value == pytest.approx(2 * known[0].costs.saving.value)


def test_the_sum_is_said_in_plain_words(weighed):
    (one,) = cost_totals([weighed(IDLE, KEEP).costs])
    assert costs_together(one, "in force") == (
        "1 decision in force weighs costs only: it is expected to cost 145k EUR; nine times in ten, between 100k EUR "
        "and 200k EUR; that is 247k EUR less than doing nothing."
    )
    several = [
        weighed({"id": name, "cost": 30}, {"id": "x", "cost": 20, "chosen": True}, baseline=name) for name in "ab"
    ]
    (two,) = cost_totals(each.costs for each in several)
    assert costs_together(two, "listed") == (
        "2 decisions listed weigh costs only: they are expected to cost 40 EUR; that is 20 EUR less than what they are "
        "compared with."
    )


def test_invented_costs_are_in_no_sum(weighed):
    found = weighed(IDLE, KEEP)
    invented = structs.replace(found, decision=structs.replace(found.decision, illustrative=True))
    left_out = without_invented(invented)
    assert (left_out.costs, left_out.reason) == (None, "its numbers were invented to show the method")
    assert without_invented(found) == found
