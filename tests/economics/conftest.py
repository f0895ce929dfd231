"""Decisions written as plainly as in a record: `{"id": "cache", "gain": "30k..60k per year", "cost": "12k..25k"}`."""

import datetime as dt

import pytest

from roi_plugin.economics.returns import option_returns
from roi_plugin.model.decision import Correlation, Decision, Economics, Status
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.option import Capability, Cost, Gain, Option, PlannedTest, Risk
from roi_plugin.model.policy import Policy

AMOUNTS = ("value", "p", "time", "money", "impact", "delay", "gain", "cost")


def estimate(written):
    if isinstance(written, Estimate):
        return written
    return Estimate(text=str(written), quantity=parse_quantity(written))


def line(kind, written):
    fields = {"from_" if key == "from" else key: value for key, value in written.items()}
    for key in AMOUNTS:
        if key in fields:
            fields[key] = estimate(fields[key])
    fields["inputs"] = {name: estimate(value) for name, value in written.get("inputs", {}).items()}
    return kind(**fields)


def option(written):
    fields = dict(written)
    for key, kind in (("gains", Gain), ("costs", Cost), ("risks", Risk)):
        fields[key] = tuple(line(kind, each) for each in written.get(key, ()))
    for key in ("gain", "cost"):
        fields[key] = estimate(written[key]) if key in written else None
    if "capability" in fields:
        fields["capability"] = Capability(**fields["capability"])
    fields["tests"] = tuple(PlannedTest(**test) for test in written.get("tests", ()))
    return Option(**fields)


def decision(*options, correlations=(), **economics):
    terms = {key: value if key == "currency" else estimate(value) for key, value in economics.items()}
    return Decision(
        id="0001-x",
        path="0001-x.md",
        number="1",
        title="X",
        status=Status.ACCEPTED,
        date=dt.date(2026, 3, 2),
        options=tuple(option(each) for each in options),
        economics=Economics(**terms) if terms else None,
        correlations=tuple(Correlation(between=tuple(names), rho=rho) for names, rho in correlations),
    )


@pytest.fixture(scope="session", name="estimate")
def estimate_fixture():
    return estimate


@pytest.fixture(scope="session", name="decision")
def decision_fixture():
    return decision


@pytest.fixture(scope="session")
def returns_of():
    def compute(*options, policy=None, **rest):
        returns = option_returns(decision(*options, **rest), policy or Policy())
        return {one.id: one for one in returns.options}

    return compute


@pytest.fixture(scope="session")
def flagship():
    """The ranking model of the specification's section G3, in figures."""
    tune = {
        "id": "tune",
        "kind": "ml",
        "gains": [{"id": "tune_bookings", "value": "60k..200k per year", "from": 3, "p": 0.5}],
        "costs": [{"id": "tune_work", "time": "6..14 person-weeks"}],
    }
    inputs = {"users": "500k..1.2M", "uplift": "0.2%..2%", "value_per_booking": "30..60"}
    bookings = {"id": "sota_bookings", "value": "users * uplift * value_per_booking", "per": "year", "from": 6}
    sota = {
        "id": "sota",
        "kind": "ml",
        "chosen": True,
        "gains": [bookings | {"p": 0.35, "inputs": inputs}, {"id": "learning", "type": "proxy", "value": 0}],
        "costs": [
            {"id": "build", "time": "20..60 person-weeks"},
            {"id": "serving", "money": "10k..60k per year", "from": 4},
        ],
        "risks": [
            {"id": "feature-delay", "p": 0.4, "impact": "30k..120k", "when": 4},
            {"id": "latency", "p": 0.15, "impact": "20k..200k", "when": 8},
            {"id": "ramp-up", "priced_in": "build"},
        ],
    }
    terms = {"horizon": "24 months", "discount_rate": "10%", "person_week": "3.5k..5k"}
    return {
        "options": ({"id": "do-nothing"}, tune, sota),
        "correlations": [(("build", "feature-delay"), 0.5)],
        "terms": terms,
    }
