"""Limits of guardrails, and what breaks them."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.estimate import Estimate
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.guardrail_limits import Limit, LimitError, judged, parse_limit
from roi_plugin.model.measurement import Observation
from roi_plugin.model.quantity import Period
from roi_plugin.sources.schemas import schema

PATTERN = re.compile(schema("decision")["$defs"]["guardrail"]["properties"]["limit"]["pattern"])


def observed(value):
    written = None if value is None else Estimate(text=str(value), quantity=parse_quantity(value))
    return Observation(date=dt.date(2026, 6, 1), value=written)


READ = [
    ("<= 200 ms", Limit(operator="<=", value=200, unit="ms")),
    ("<=200ms", Limit(operator="<=", value=200, unit="ms")),
    (">= 2", Limit(operator=">=", value=2)),
    ("< -5", Limit(operator="<", value=-5)),
    ("> 1.5k EUR", Limit(operator=">", value=1500, unit="EUR")),
    ("<= 2M €", Limit(operator="<=", value=2e6, unit="€")),
    ("= 0 open bugs", Limit(operator="=", value=0, unit="open bugs")),
    ("≥ 99.9 %", Limit(operator="≥", value=0.999, unit="%")),
    ("≤ 5% of sessions", Limit(operator="≤", value=0.05, unit="%")),
    ("<= 0.5pp", Limit(operator="<=", value=0.005, unit="%")),
    ("<= 24 h", Limit(operator="<=", value=24, unit="h")),
    ("<= 1 day", Limit(operator="<=", value=1, unit="day")),
    ("<= 10 a day", Limit(operator="<=", value=10, period=Period.DAY)),
    ("<= 10 an hour", Limit(operator="<=", value=10, period=Period.HOUR)),
    ("<= 10/day", Limit(operator="<=", value=10, period=Period.DAY)),
    ("<= 10 failed jobs per week", Limit(operator="<=", value=10, unit="failed jobs", period=Period.WEEK)),
    ("<= 2k EUR each month", Limit(operator="<=", value=2000, unit="EUR", period=Period.MONTH)),
    ("<= 20 ms per request", Limit(operator="<=", value=20, unit="ms per request")),
    ("<= 3 EUR/booking", Limit(operator="<=", value=3, unit="EUR/booking")),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_limit_is_a_comparison_a_number_and_its_unit(text, expected):
    assert parse_limit(text) == expected
    assert PATTERN.search(text), "the schema would refuse it"


@pytest.mark.parametrize(
    "text", ["<= 5 and >= 2", "<= 1,000 ms", "<= 2..5", "<= 5 or 10", "<= 200 ms (p99)", "<= 5 * 3"]
)
def test_what_the_schema_lets_pass_and_is_not_one_comparison_cannot_be_read(text):
    assert PATTERN.search(text)
    with pytest.raises(LimitError, match="cannot be read, expected one comparison, for example `<= 200 ms`"):
        parse_limit(text)


@given(st.text(alphabet="<>=≤≥ -.0159kMepms%/day,\n", max_size=12))
def test_no_limit_is_read_that_the_schema_refuses(text):
    try:
        parse_limit(text)
    except LimitError:
        return
    assert PATTERN.search(text)


@pytest.mark.parametrize(
    ("limit", "value", "violated"),
    [
        ("<= 200 ms", 182, False),
        ("<= 200 ms", "200 ms", False),
        ("<= 200 ms", "201 ms", True),
        ("≤ 200", 200.5, True),
        ("< 200", 200, True),
        (">= 2", 2, False),
        ("≥ 2", 1, True),
        ("> 2", 2, True),
        ("= 0", 0, False),
        ("= 0", 1, True),
        ("<= 5", "6 ms", True),
        ("<= 10 a day", 12, True),
        ("<= 10 a day", "9 per day", False),
        ("<= 10 incidents a day", "9 incident per day", False),
        ("<= 5 days", "6 day", True),
        ("<= 99.9 %", "99.9%", False),
        (">= 99.9 %", 99.9, False),
        ("<= 99.9 %", 99.9, False),
        ("<= 5 %", "0.3pp", False),
        ("<= 5 %", 7, True),
        ("<= 5 %", 0.03, False),
        ("<= 5", "7%", True),
        ("<= 0.05", "0.03%", False),
        ("<= 5% of sessions", "7% sessions", True),
        ("<= 200 ms", "150..190 ms", False),
        ("<= 200 ms", "210..260 ms", True),
        ("<= 200 ms", "1 < 2 < 3", False),
        ("<= 200 ms", "p10 210 p50 240 p90 350", True),
    ],
)
def test_an_observation_breaks_a_limit_that_it_does_not_keep(limit, value, violated):
    found = judged(limit, observed(value))
    assert (found.violated, found.reason) == (violated, None)


NOT_CLEAR = "whether one side is a fraction is not clear (`{}` and a `%`): write `%` on both"


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [
        (None, 5, "the guardrail has no limit"),
        ("<= 200 ms", None, "the observation has no value"),
        ("<= 1,000 ms", 5, "the limit `<= 1,000 ms` cannot be read, expected one comparison, for example `<= 200 ms`"),
        ("<= 200 ms", "0.2 s", "the limit counts in `ms`, the observation in `s`"),
        ("<= 5 %", "7 EUR", "the limit counts in `%`, the observation in `EUR`"),
        ("<= 10 a day", "60 per week", "the limit counts per `day`, the observation per `week`"),
        ("<= 200 ms", "190..210 ms", "`190..210 ms` has the limit inside its range"),
        (">= 99.9 %", 0.9995, NOT_CLEAR.format("0.9995")),
        ("<= 0.05", "4%", NOT_CLEAR.format("4%")),
    ],
)
def test_what_cannot_be_decided_has_a_reason(limit, value, reason):
    found = judged(limit, observed(value))
    assert (found.violated, found.reason) == (None, reason)
