"""Proposals that wait: the specification's section C2."""

import datetime as dt

import pytest
from msgspec import structs

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.key_figures import key_figures
from roi_plugin.economics.returns import option_returns
from roi_plugin.economics.waiting import proposal, queues
from roi_plugin.model.policy import Policy

IDLE = {"id": "do-nothing"}


@pytest.fixture(scope="module")
def waits(decision, estimate):
    policy = Policy(person_week=estimate(1))

    def make(name, *options, day=1, **terms):
        record = decision(IDLE, *options, **({"horizon": "100 months", "discount_rate": "0%"} | terms))
        record = structs.replace(record, id=name, path=f"{name}.md", date=dt.date(2026, 1, day))
        return proposal(record, option_returns(record, policy), key_figures(appraise(record, policy)))

    return make


def work(gain_a_month, weeks):
    return {"id": "go", "gain": f"{gain_a_month} per month", "cost": f"{weeks} person-weeks"}


def test_the_order_is_the_one_that_loses_least(waits):
    # C2.1: A (10, 4), B (6, 1), C (12, 6): B, A, C loses 188, and A, B, C, the order of their dates, 202.
    (queue,) = queues([waits("C", work(12, 6), day=3), waits("B", work(6, 1), day=2), waits("A", work(10, 4))])
    assert [each.decision.id for each in queue.proposals] == ["B", "A", "C"]
    assert [each.job.cost_of_delay for each in queue.proposals] == pytest.approx([6, 10, 12])
    assert [each.job.duration for each in queue.proposals] == pytest.approx([1, 4, 6])
    assert queue.saved == pytest.approx(1 - 188 / 202)


def test_each_currency_has_an_order_of_its_own(waits):
    found = queues([waits("a", work(5, 2)), waits("b", work(6, 2), currency="USD"), waits("c", work(9, 2))])
    assert [(each.currency, [one.decision.id for one in each.proposals]) for each in found] == [
        ("EUR", ["c", "a"]),
        ("USD", ["b"]),
    ]


def test_the_best_option_counts_until_one_is_chosen(waits):
    chosen = work(5, 2) | {"id": "small", "chosen": True}
    assert waits("a", work(9, 2), work(5, 2) | {"id": "small"}).job.cost_of_delay == pytest.approx(9)
    assert waits("a", work(9, 2), chosen).job.cost_of_delay == pytest.approx(5)


@pytest.mark.parametrize(
    ("option", "reason"),
    [
        ({"id": "go", "gain": "5 per month", "cost": 7}, "nobody knows how long it takes: add a cost line with `time`"),
        ({"id": "go", "gain": "5 per month"}, "`do-nothing` is the best of its options"),
        ({"id": "go", "chosen": True, "gain": "5 per month"}, "its net present value is not known"),
        ({"id": "go", "chosen": True, "gain": 1, "cost": "9 person-weeks"}, "`go` is expected to gain nothing: -8 EUR"),
        ({"id": "go", "gain": 1, "cost": "9 person-weeks"}, "`do-nothing` is the best of its options"),
    ],
)
def test_what_has_no_place_in_the_order_says_why(waits, option, reason):
    found = waits("a", option)
    assert found.job is None
    assert found.reason.startswith(reason)
    assert queues([found]) == ()
