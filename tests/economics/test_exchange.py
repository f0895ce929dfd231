"""Closed forms of the specification's section B3."""

import math

import pytest

from roi_plugin.economics.exchange import lognormal_exchange, normal_exchange

Z = 1.6448536269514722
EXACT = 1e-6


def lognormal(low, high):
    return (math.log(low) + math.log(high)) / 2, math.log(high / low) / (2 * Z)


@pytest.mark.parametrize(
    ("gain", "cost", "rho", "loss", "evpi"),
    [
        ((1e5, 4e5), (5e4, 1.5e5), 0.0, 0.059777, 1_649.32),  # B3.1
        ((1e5, 4e5), (5e4, 1.5e5), 0.5, 0.014895, 221.72),  # B3.2
        ((1e5, 4e5), (5e4, 1.5e5), -0.5, 0.100865, 3_839.91),  # B3.3
        ((5e4, 4e5), (8e4, 2.4e5), 0.0, 0.488611, 32_597.56),  # B3.4
    ],
)
def test_lognormal_gain_against_lognormal_cost(gain, cost, rho, loss, evpi):
    (mu, sigma), (mu_cost, sigma_cost) = lognormal(*gain), lognormal(*cost)
    means = math.exp(mu + sigma**2 / 2), math.exp(mu_cost + sigma_cost**2 / 2)
    spread = math.sqrt(sigma**2 + sigma_cost**2 - 2 * rho * sigma * sigma_cost)
    found = lognormal_exchange(*means, mu - mu_cost, spread)
    assert found.loss == pytest.approx(loss, abs=5e-7)
    assert found.upside - max(means[0] - means[1], 0) == pytest.approx(evpi, abs=0.005)


def test_normal_difference():
    mean, deviation = 25 * 550e3 - 5e6, 25 * 900e3 / (2 * Z)
    found = normal_exchange(mean, deviation)  # B3.6
    assert found.loss == pytest.approx(0.1003903, abs=5e-8)
    assert found.upside - mean == pytest.approx(325_326, abs=0.5)


@pytest.mark.parametrize("mean", [-3.0, 0.0, 2.0])
def test_upside_less_downside_is_the_mean(mean):
    up, down = normal_exchange(mean, 1.5).upside, normal_exchange(-mean, 1.5).upside
    assert up - down == pytest.approx(mean)
