import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Goal, Status
from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.measurement import Guardrail, Metric
from roi_plugin.model.metric_names import metric_name_problems
from roi_plugin.model.option import Gain, Option, Risk

DAY = dt.date(2026, 1, 1)
LATENCY = Guardrail(metric="p99_latency")


def found(**fields):
    record = Decision(id="1-a", path="1-a.md", number="1", title="A", status=Status.DRAFT, date=DAY, **fields)
    problems = list(metric_name_problems(record))
    assert {problem.severity for problem in problems} <= {Severity.WARNING}
    return [(dotted(problem.field), problem.help) for problem in problems]


def with_risk(**fields):
    return (Option(id="a", risks=(Risk(id="slow", **fields),)),)


@pytest.mark.parametrize(
    "fields",
    [
        {"goal": Goal(metric="booking_rate")},
        {"goal": Goal(metric="booking_rate"), "metrics": (Metric(id="session_length", boundary="p99_latency"),)},
        {"guardrails": (LATENCY, Guardrail(metric="p95_latency"))},
        {"options": with_risk(guardrail="anything"), "metrics": (Metric(id="anything"),)},
        {"options": with_risk(guardrail="TBD")},
        {"options": with_risk(guardrail="p99_latency"), "guardrails": (LATENCY,)},
        {"options": with_risk(guardrail="other"), "guardrails": (LATENCY,), "metrics": (Metric(id="other"),)},
        {"options": with_risk(), "guardrails": (Guardrail(metric="m", for_risk="slow"),)},
        {"options": with_risk(), "guardrails": (Guardrail(metric="m", for_risk="a.slow"),)},
    ],
)
def test_names_that_meet_or_stand_alone_are_no_problem(fields):
    assert found(**fields) == []


RATE = (Metric(id="booking_rate"),)


@pytest.mark.parametrize(
    ("fields", "place", "meant"),
    [
        ({"goal": Goal(metric="boking_rate"), "metrics": RATE}, "goal.metric", "booking_rate"),
        (
            {"options": (Option(id="a", gains=(Gain(id="g", metric="booking-rate"),)),), "metrics": RATE},
            "options[0].gains[0].metric",
            "booking_rate",
        ),
        ({"metrics": (*RATE, Metric(id="proxy", proxy_for="bookin_rate"))}, "metrics[1].proxy_for", "booking_rate"),
        (
            {"metrics": (Metric(id="x", boundary="p99_latncy"),), "guardrails": (LATENCY,)},
            "metrics[0].boundary",
            "p99_latency",
        ),
        (
            {"options": with_risk(guardrail="p99_latncy"), "guardrails": (LATENCY,)},
            "options[0].risks[0].guardrail",
            "p99_latency",
        ),
        (
            {"options": with_risk(guardrail="latency_p99"), "guardrails": (LATENCY,)},
            "options[0].risks[0].guardrail",
            None,
        ),
        ({"options": with_risk(guardrail="anything")}, "options[0].risks[0].guardrail", None),
        (
            {"options": with_risk(), "guardrails": (Guardrail(metric="m", for_risk="slwo"),)},
            "guardrails[0].for_risk",
            "slow",
        ),
        ({"guardrails": (Guardrail(metric="m", for_risk="slow"),)}, "guardrails[0].for_risk", None),
    ],
)
def test_name_that_meets_nothing_is_a_warning_with_the_one_that_was_meant(fields, place, meant):
    ((field, help_),) = found(**fields)
    assert field == place
    if meant:
        assert help_ == f"did you mean `{meant}`?"


@pytest.mark.parametrize("watched", [(), (LATENCY,)])
def test_a_guardrail_that_stands_nowhere_is_to_be_added_with_its_limit(watched):
    ((_, help_),) = found(options=with_risk(guardrail="queue_length"), guardrails=watched)
    assert help_ == "add it to `guardrails`, with the limit from which on the risk has come"
