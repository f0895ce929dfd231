"""All that the mean flows of an option say, together."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from roi_plugin.economics.cash_figures import CashFigures, cash_figures
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import option_returns
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.model.decision import Economics
from roi_plugin.model.policy import Policy


def figures_of(record):
    return cash_figures(record, resolve(record, Policy()), option_returns(record, Policy()))


def singles(figures: CashFigures) -> dict[str, SingleFigure]:
    found = {each.name: getattr(figures, each.name) for each in structs.fields(figures)}
    return {name: value for name, value in found.items() if isinstance(value, SingleFigure)}


def test_minimal_record_has_all_figures(decision):
    (figures,) = figures_of(decision({"id": "cache", "gain": "30k..60k per year", "cost": "12k..25k"}))
    assert figures.payback.value == pytest.approx(4.9, abs=0.05)  # G5
    assert figures.irr.value > figures.modified_irr.value > 1
    assert figures.incremental_roi.reason.startswith("there is no option to compare with")
    assert figures.ownership.total == pytest.approx(17_757.01, abs=0.005)
    assert len(figures.months) == 12


def test_option_without_cost_says_so_instead_of_paying_back_at_once(decision):
    (figures,) = figures_of(decision({"id": "a", "gain": "12k per year"}))
    assert {each.reason for name, each in singles(figures).items() if name != "cost_of_delay"} >= {"no cost is given"}
    assert figures.payback.reason == figures.irr.reason == figures.ownership.reason == "no cost is given"
    assert figures.cost_of_delay.value > 0
    assert figures.months == ()


def test_what_is_paid_and_comes_back_at_once_is_no_option_without_cost(decision):
    (figures,) = figures_of(decision({"id": "a", "gain": "100k..400k", "cost": "50k..150k"}))
    assert (figures.payback.value, figures.discounted_payback.value) == (0, 0)
    assert figures.irr.reason == figures.modified_irr.reason
    assert figures.irr.reason.startswith("at no time more is paid than comes back")
    (figures,) = figures_of(decision({"id": "a", "gain": "100 per year", "cost": "150 per year"}))
    assert figures.payback.reason == "it is not paid back within 12 months"
    assert figures.irr.reason.startswith("at no time more comes back than is paid")


def test_named_baseline_is_compared_with(decision):
    options = ({"id": "a", "gain": 900, "cost": 300}, {"id": "b", "gain": 600, "cost": 200}, {"id": "do-nothing"})
    record = decision(*options)
    against_nothing = figures_of(record)[0].incremental_roi
    named = figures_of(structs.replace(record, economics=Economics(baseline="b")))[0].incremental_roi
    assert (against_nothing.value, named.value) == (pytest.approx(2), pytest.approx(2))
    assert figures_of(record)[2].incremental_roi.value is None
    unknown = figures_of(structs.replace(record, economics=Economics(baseline="bb")))[0].incremental_roi
    assert unknown.reason == "the baseline `bb` is no option of this record"


def test_faulty_terms_are_the_reason_of_every_figure(decision):
    (figures,) = figures_of(decision({"id": "a", "gain": 5, "cost": 3}, horizon="3 users"))
    reason = "`3 users` is not one length of time, expected for example `24 months`"
    assert {each.reason for name, each in singles(figures).items() if name != "incremental_roi"} == {reason}


texts = st.sampled_from(["1", "-5", "0", "1..9", "-3..4", "1e308", "a * b", "a / (a + b)", "x", "2 < 3 < 9 per month"])
months = st.one_of(st.none(), st.floats(0, 40))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.tuples(texts, texts, texts), st.sampled_from(["a", "0.5", "7", "20%..40%"]), st.tuples(months, months))
def test_every_figure_is_finite_or_has_a_reason(decision, amounts, p, times):
    gain = {"id": "g", "value": amounts[0], "p": p, "inputs": {"a": "1..3", "b": "0..2"}, "to": times[0]}
    cost = {"id": "c", "money": amounts[1], "when": times[1], "inputs": {"a": "2", "b": "1..5"}}
    risks = [{"id": "r", "p": p, "impact": amounts[2]}, {"id": "late", "p": 0.5, "delay": amounts[1]}]
    option = {"id": "o", "gains": [gain], "costs": [cost], "risks": risks[: 1 + (times[0] is None)]}
    for figures in figures_of(decision(option, {"id": "do-nothing"})):
        for each in singles(figures).values():
            assert (each.value is None) == (each.reason is not None)
            assert each.value is None or math.isfinite(each.value)
        assert (figures.ownership.total is None) == (figures.ownership.reason is not None)
        assert all(math.isfinite(month) for month in figures.months)
