"""A guardrail whose limit nobody can read is told, for no observation would break it."""

import datetime as dt

import pytest

from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.limit_problems import limit_problems
from roi_plugin.model.measurement import Guardrail, Observation


def found(decision, *limits):
    return list(limit_problems(decision("1-a", guardrails=tuple(Guardrail(metric="m", limit=one) for one in limits))))


@pytest.mark.parametrize("limit", ["<= 200 ms", ">= 99.9 %", "<= 10 a day", None])
def test_a_limit_that_can_be_read_is_no_problem(decision, limit):
    assert found(decision, limit) == []


@pytest.mark.parametrize(
    ("limit", "mend"), [("<= 0,5 %", "the decimal sign is a point"), ("<= 200 ms (p99)", "in the metric")]
)
def test_a_limit_that_cannot_be_read_is_told_at_its_place(decision, limit, mend):
    (problem,) = found(decision, "<= 2", limit)
    assert (dotted(problem.field), problem.severity) == ("guardrails[1].limit", Severity.WARNING)
    assert problem.message.startswith(f"the limit `{limit}` cannot be read")
    assert problem.help is not None
    assert problem.help.endswith(mend)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("3 s", "the limit counts in `ms`, the observation in `s`: nobody can tell whether it holds"),
        ("150 ms", None),
        ("150..250 ms", None),
        ("150", None),
    ],
)
def test_an_observation_in_another_unit_is_told(decision, value, told):
    seen = Observation(date=dt.date(2026, 6, 1), value=Estimate(text=value, quantity=parse_quantity(value)))
    guardrail = Guardrail(metric="m", limit="<= 200 ms", observations=(seen,))
    problems = list(limit_problems(decision("1-a", guardrails=(guardrail,))))
    assert [(dotted(one.field), one.message) for one in problems] == (
        [("guardrails[0].observations[0].value", told)] if told else []
    )
