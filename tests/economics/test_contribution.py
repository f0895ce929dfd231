"""What an option adds to a sum, from the points it was valued on."""

import json

import numpy as np
import pytest

from roi_plugin.economics.contribution import ATOMS, BINS, Contribution, contribution
from roi_plugin.economics.valuation import value
from roi_plugin.model.policy import Policy
from roi_plugin.sources.stored_values import plain, value_of

WORK = {"id": "work", "time": "10..30 person-weeks"}


@pytest.fixture
def priced(estimate):
    return Policy(person_week=estimate("3k..6k"))


@pytest.fixture
def contributed(decision, priced):
    def compute(*options, policy=priced, **rest):
        found = value(decision(*options, **rest), policy)
        return contribution(found.sample, options[0]["id"]), found.option(options[0]["id"])

    return compute


def test_shared_price_of_work_parts_an_option_in_eight_bins(contributed):
    found, stated = contributed({"id": "a", "gain": "50k..400k", "costs": [WORK]})
    assert (found.shared.key, found.shared.source, found.shared.text) == ("person_week", "policy", "3k..6k")
    assert {len(each.bins) for each in (found.npv, found.cost)} == {BINS}
    assert all(len(atoms.values) == ATOMS // BINS for atoms in found.npv.bins)
    assert found.npv.mean == pytest.approx(stated.npv.mean, rel=0.002)
    assert found.cost.mean == pytest.approx(stated.cost.mean, rel=0.002)
    means = [atoms.mean for atoms in found.cost.bins]
    assert means == sorted(means)
    assert found.npv.slope == pytest.approx(-found.cost.slope, rel=0.02)


def test_within_a_bin_the_cost_rises_by_the_time_that_is_worked(contributed):
    found, _ = contributed({"id": "a", "gain": "50k..400k", "costs": [WORK]})
    weeks = contributed({"id": "a", "gain": 1, "cost": "10..30"})[1].cost.mean
    assert found.cost.slope == pytest.approx(weeks, rel=0.01)


def test_steps_within_a_bin_lie_around_its_mean_and_are_wider_in_the_tail(contributed):
    found, _ = contributed({"id": "a", "gain": "50k..400k", "costs": [WORK]})
    steps = np.array(found.shared.steps)
    assert steps.shape[0] == BINS
    assert steps.mean(axis=1) == pytest.approx(0, abs=1e-3)
    assert np.ptp(steps, axis=1).argmax() == BINS - 1
    assert (np.diff(steps, axis=1) > 0).all()


@pytest.mark.parametrize(
    ("option", "terms"),
    [
        ({"id": "a", "gain": "50k..400k", "cost": "40k..90k"}, {}),
        ({"id": "a", "gain": "50k..400k", "costs": [WORK]}, {"person_week": "3k..6k"}),
        ({"id": "a", "gain": "50k..400k", "costs": [WORK]}, {"person_week": "4k"}),
    ],
)
def test_option_without_the_policys_price_of_work_has_one_bin(contributed, option, terms):
    found, stated = contributed(option, **terms)
    assert found.shared is None
    assert (len(found.npv.bins), found.npv.slope) == (1, 0)
    assert found.npv.mean == pytest.approx(stated.npv.mean, rel=0.002)


def test_price_that_only_another_option_uses_is_not_shared(contributed):
    found, _ = contributed({"id": "a", "gain": "50k..400k", "cost": 9}, {"id": "b", "gain": 1, "costs": [WORK]})
    assert found.shared is None


def test_events_stand_with_their_weights(contributed):
    found, _ = contributed({"id": "a", "gains": [{"id": "g", "value": 100_000, "p": 0.35}], "cost": 20_000})
    (atoms,) = found.npv.bins
    assert atoms.masses == pytest.approx((0.65, 0.35))
    assert atoms.values[0] == pytest.approx(-20_000)
    assert found.cost.bins[0].values == pytest.approx([20_000])


def test_option_of_many_events_keeps_its_figures(contributed):
    gains = [{"id": f"g{n}", "value": f"{n + 3}k..{n + 9}k", "p": 0.5} for n in range(8)]
    found, stated = contributed({"id": "a", "gains": gains, "costs": [WORK]})
    assert found.npv.mean == pytest.approx(stated.npv.mean, rel=0.005)


def test_contribution_is_the_same_after_it_was_stored(contributed):
    found, _ = contributed({"id": "a", "gain": "50k..400k", "costs": [WORK]})
    text = json.dumps(plain(found))
    assert value_of(Contribution, json.loads(text)) == found
    assert len(text) < 10_000


def test_option_without_a_net_present_value_contributes_nothing(decision, priced):
    found = value(decision({"id": "a", "gain": "1..2"}, {"id": "b", "gain": 1, "cost": 1}), priced)
    with pytest.raises(KeyError):
        contribution(found.sample, "a")
