"""Formulas that other people use, written in a record, by their closed form and on the points."""

import numpy as np
import pytest

from roi_plugin.economics.evppi import evppi
from roi_plugin.economics.valuation import value
from roi_plugin.model.policy import Policy

EXACT = 1e-9
STPR = "delta + life + mu * growth"
RICE = "reach * impact * confidence / effort"


@pytest.fixture(scope="module")
def worked_out(decision):
    """The amount of a line with this arithmetic: its exact mean, and its values at the points."""

    def compute(written, **inputs):
        gain = {"id": "g", "value": written, "inputs": inputs}
        found = value(decision({"id": "a", "gains": [gain], "cost": 1}), Policy())
        return found.option("a").gain.mean, found.sample.amounts["a/g"]

    return compute


@pytest.mark.parametrize(
    ("written", "inputs", "expected"),
    [
        (STPR, {"delta": "0.5%", "life": "1.0%", "mu": 1, "growth": "2.0%"}, 0.035),  # C1.7, HM Treasury, Green Book
        (RICE, {"reach": 2000, "impact": 2, "confidence": "80%", "effort": 3}, 3200 / 3),  # C2.2, tools.noemacore.com
        (RICE, {"reach": 5000, "impact": 0.5, "confidence": "100%", "effort": 1}, 2500),  # C2.2, tools.noemacore.com
        (RICE, {"reach": 5000, "impact": 2, "confidence": 0.8, "effort": 2}, 4000),  # C2.2, hashbuilds
        (RICE, {"reach": 10, "impact": 3, "confidence": 1, "effort": 6}, 5),  # C2.2, hashbuilds
    ],
)
def test_published_formula_has_the_published_value(worked_out, written, inputs, expected):
    assert worked_out(written, **inputs) == pytest.approx((expected, expected), rel=EXACT)


@pytest.mark.parametrize(("divisor", "cost"), [("p10 2 p50 4 p90 7", "20k..90k"), ("p10 1% p50 4% p90 30%", "20k..9M")])
def test_it_has_a_worth_to_know_a_divisor_that_is_positive_by_its_quantiles(decision, divisor, cost):
    gain = {"id": "g", "value": "x / y", "inputs": {"x": "100k..400k", "y": divisor}}
    found = value(decision({"id": "do-nothing"}, {"id": "a", "gains": [gain], "cost": cost}), Policy())
    worth = {each.input: each for each in evppi(found.sample)}
    assert worth["g.y"].value > 0
    assert worth["g.y"].reason is None


def test_uncertain_inputs_move_the_formula_at_every_point(worked_out):
    mean, points = worked_out(RICE, reach="1000..3000", impact=2, confidence="40%..90%", effort="2..4")
    assert points.shape == (4096,)
    assert float(np.mean(points)) == pytest.approx(mean, rel=0.002)
    assert points.min() > 0
