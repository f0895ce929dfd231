"""Return on what an option costs more than the baseline: the specification's section C2."""

import pytest
from msgspec import structs

from roi_plugin.economics.incremental import baseline_of, incremental_roi, no_baseline
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import option_returns
from roi_plugin.model.decision import Economics
from roi_plugin.model.policy import Policy


@pytest.fixture(scope="module")
def more(decision):
    def compute(*options, at=1, baseline=0, **rest):
        record = decision(*options, **rest)
        return incremental_roi(option_returns(record, Policy()), resolve(record, Policy()), at, baseline)

    return compute


def test_against_doing_nothing_it_is_the_plain_ratio(more, flagship):
    terms = {"correlations": flagship["correlations"], **flagship["terms"]}
    assert more(*flagship["options"], **terms).value == pytest.approx(1.312, abs=5e-4)  # F1, `tune`
    assert more(*flagship["options"], at=2, **terms).value == pytest.approx(-0.438, abs=5e-4)


@pytest.mark.parametrize(
    ("gain", "cost", "value", "reason"),
    [
        (900, 500, 500 / 300 - 1, None),
        (300, 500, -1 - 100 / 300, None),
        (500, 150, None, "on average it dominates `base`: it gains no less and costs no more"),
        (400, 150, None, "on average it dominates `base`: it gains no less and costs no more"),
        (500, 200, None, "on average it dominates `base`: it gains no less and costs no more"),
        (400, 200, None, "it gains and costs as much as `base`"),
        (300, 200, None, "on average `base` dominates it: it gains more at the same cost"),
        (300, 150, None, "it costs less than `base` and gains less: a ratio would mislead"),
    ],
)
def test_percentage_needs_extra_cost(more, gain, cost, value, reason):
    found = more({"id": "base", "gain": 400, "cost": 200}, {"id": "a", "gain": gain, "cost": cost})
    assert found.value == (None if value is None else pytest.approx(value))
    assert found.reason == reason


def test_extra_cost_that_may_vanish_makes_no_ratio(more):
    found = more({"id": "base", "gain": 400, "cost": "100..200"}, {"id": "a", "gain": 900, "cost": "120..250"})
    assert found.reason == "what it costs more may come close to zero, and a ratio to it would say little"


def test_cost_that_both_share_is_no_extra_cost(more):
    base = {"id": "base", "gain": 400, "costs": [{"id": "run", "money": "100..900"}]}
    option = {"id": "a", "gain": 900, "costs": [{"id": "same", "same_as": "base.run"}, {"id": "more", "money": 250}]}
    assert more(base, option).value == pytest.approx(1)


def test_saving_that_is_written_as_a_cost_makes_no_ratio(more):
    less = {"id": "d", "money": "a * b", "inputs": {"a": "1..2", "b": -1}}
    option = {"id": "a", "gain": 50, "costs": [{"id": "c", "money": "10..20"}, less]}
    assert more({"id": "do-nothing"}, option).reason == "the cost `d` is negative: a saving is a gain"


def test_comparison_without_figures_has_a_reason(more):
    known = {"id": "a", "gain": 5, "cost": 3}
    assert more({"id": "base", "gain": 5}, known).reason == "no cost is given (`base`)"
    assert more(known, {"id": "b", "cost": "x"}).reason.endswith("(`b`)")
    assert more(known, known, at=0).reason == "it is the option that all others are compared with"


def test_baseline_is_the_named_option_or_the_one_that_does_nothing(decision):
    record = decision({"id": "a", "gain": 1, "cost": 1}, {"id": "b", "kind": "do-nothing"}, {"id": "do-nothing"})
    named = [structs.replace(record, economics=Economics(baseline=name)) for name in ("a", "do-nothing", "x")]
    assert [baseline_of(each) for each in (record, *named)] == [1, 0, 2, None]
    assert no_baseline(None).reason.startswith("there is no option to compare with")
    assert no_baseline("x").reason == "the baseline `x` is no option of this record"
