import datetime as dt

from roi_plugin.model.estimate import Estimate
from roi_plugin.model.first_results import first_results
from roi_plugin.model.governance import Review
from roi_plugin.model.measurement import Guardrail, Observation
from roi_plugin.model.option import Gain, Option
from roi_plugin.model.quantity import Point


def seen(month, metric=None):
    return Observation(date=dt.date(2026, month, 1), metric=metric)


def test_the_first_day_after_the_decision_counts_wherever_it_is_told(decision):
    made = decision(
        "0001-a",
        options=(Option(id="tune", gains=(Gain(id="hours", metric="calls"),)),),
        guardrails=(Guardrail(metric="p99", observations=(seen(1), seen(6), seen(5))),),
        reviews=(
            Review(
                date=dt.date(2026, 8, 1),
                actuals={"hours": Estimate(text="3", quantity=Point(value=3.0)), "clicks": "yes"},
                observations=(seen(7, "clicks"), seen(9)),
            ),
        ),
    )
    assert first_results(made) == {
        "p99": dt.date(2026, 5, 1),
        "clicks": dt.date(2026, 7, 1),
        "calls": dt.date(2026, 8, 1),
    }


def test_a_decision_without_results_has_none(decision):
    assert first_results(decision("0001-a")) == {}
