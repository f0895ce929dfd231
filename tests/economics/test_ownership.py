"""Total cost of ownership: the specification's section C2."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roi_plugin.economics.ownership import ownership
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import option_returns
from roi_plugin.model.policy import Policy


@pytest.fixture(scope="module")
def owned(decision):
    def compute(*options, at=0, **rest):
        record = decision(*options, **rest)
        found = ownership(record.options[at], at, resolve(record, Policy()))
        return found, {kind.kind: kind for kind in found.kinds}

    return compute


def test_flagship_costs_its_mean_cost_by_kind(owned, flagship):
    found, kinds = owned(*flagship["options"], at=2, **flagship["terms"])
    assert found.total == pytest.approx(233_323.10, abs=0.005)  # F1
    assert list(kinds) == ["build", "run", "risk"]
    assert kinds["build"].person_weeks == pytest.approx(36.6276, abs=5e-5)  # mean of 20..60 person-weeks
    assert (kinds["build"].money, kinds["run"].time) == (0, 0)
    assert kinds["risk"].total == pytest.approx(0.4 * 63_520.82 + 0.15 * 75_825.91, rel=1e-5)


def test_stated_kinds_come_in_the_order_of_life(owned):
    costs = [
        {"id": "leave", "money": 40, "when": 12, "kind": "exit"},
        {"id": "adapt", "money": "12 per year", "kind": "change"},
        {"id": "host", "money": "120 per year"},
        {"id": "make", "money": 30},
    ]
    found, kinds = owned({"id": "a", "costs": costs}, discount_rate="0%")
    assert [(kind.kind, kind.total) for kind in found.kinds] == [
        ("build", pytest.approx(30)),
        ("run", pytest.approx(120)),
        ("change", pytest.approx(12)),
        ("exit", pytest.approx(40)),
    ]
    assert found.total == pytest.approx(202)
    assert kinds["run"].person_weeks == 0


def test_work_is_counted_in_weeks_and_in_money(owned):
    costs = [{"id": "support", "time": "10 person-weeks per year", "money": "500 per year", "from": 6}]
    found, kinds = owned({"id": "a", "costs": costs}, horizon="24 months", discount_rate="0%", person_week=1000)
    run = kinds["run"]
    assert (run.time, run.money, run.person_weeks) == pytest.approx((15_000, 750, 15))
    assert found.total == pytest.approx(15_750)


def test_work_inside_arithmetic_is_still_work(owned):
    cost = {"id": "c", "money": "effort * 2 * person_week + licence"}
    cost["inputs"] = {"effort": "3 person-weeks", "licence": 500}
    _, kinds = owned({"id": "a", "costs": [cost]}, person_week=1000)
    assert (kinds["build"].time, kinds["build"].money, kinds["build"].person_weeks) == pytest.approx((6000, 500, 6))


def test_total_that_is_not_known_has_a_reason(owned):
    found, _ = owned({"id": "a", "cost": "3 person-weeks"})
    assert found.total is None
    assert found.reason == "`cost`: time is not priced: give `economics.person_week`, in the record or the policy"


kinds = st.sampled_from([None, "build", "run", "change", "exit"])
lines = st.lists(st.tuples(kinds, st.sampled_from(["5..9", "5..9 per month"]), st.floats(0, 12)), max_size=5)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(lines, st.floats(0, 1))
def test_kinds_add_up_to_the_cost_of_the_option(decision, drawn, p):
    costs = [
        {"id": f"c{n}", "money": text, "time": f"{text} person-weeks" if "per" not in text else None, "from": start}
        | {"kind": kind}
        for n, (kind, text, start) in enumerate(drawn)
    ]
    costs = [{key: value for key, value in cost.items() if value is not None} for cost in costs]
    option = {"id": "do-nothing", "costs": costs, "risks": [{"id": "r", "p": p, "impact": "3..8 person-weeks"}]}
    record = decision(option, person_week="3k..5k")
    found = ownership(record.options[0], 0, resolve(record, Policy()))
    assert found.total == pytest.approx(option_returns(record, Policy()).options[0].cost.mean)
