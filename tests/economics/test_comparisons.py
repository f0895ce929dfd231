"""What a comparison can be made of."""

import pytest

from roi_plugin.economics.comparisons import Clustered, PairedShares, TwoMeans, TwoShares
from roi_plugin.economics.reasons import NoFigureError


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: TwoShares(baseline=0.0), "the baseline is 0 %, expected more than 0 % and less than 100 %"),
        (lambda: TwoShares(baseline=1.0), "the baseline is 100 %, expected more than 0 % and less than 100 %"),
        (lambda: TwoShares(baseline=0.5, split=1.0), "100 % of the units get the change, which leaves no second group"),
        (lambda: TwoMeans(deviation=5, split=0.0), "0 % of the units get the change, which leaves no second group"),
        (lambda: TwoMeans(deviation=0.0), "the standard deviation is 0, expected more than 0"),
        (
            lambda: PairedShares(discordant=0.0),
            "the pairs that differ are 0 %, expected more than 0 % and less than 100 %",
        ),
        (
            lambda: PairedShares(discordant=1.0),
            "the pairs that differ are 100 %, expected more than 0 % and less than 100 %",
        ),
        (
            lambda: Clustered(of=TwoMeans(deviation=5), size=0.5, icc=0.1),
            "a cluster holds 0.5 units, expected 1 or more",
        ),
        (
            lambda: Clustered(of=TwoMeans(deviation=5), size=5, icc=2),
            "the intra-class correlation is 2, expected 0 to 1",
        ),
    ],
)
def test_what_cannot_be_compared_has_a_reason(make, reason):
    with pytest.raises(NoFigureError) as caught:
        make()
    assert str(caught.value) == reason


@pytest.mark.parametrize("change", [0.05, -0.05, 0.3])
def test_groups_of_the_same_share_vary_as_one(change):
    without, _ = TwoShares(baseline=0.4 - change / 2).spreads(change)
    assert without**2 == pytest.approx(4 * 0.4 * 0.6)


def test_spreads_of_a_small_change_meet():
    without, having = TwoShares(baseline=0.05, split=0.3).spreads(0.0)
    assert without == pytest.approx(having)


def test_clusters_keep_the_split_and_the_reach_of_what_they_hold():
    shares = TwoShares(baseline=0.05, split=0.3)
    clustered = Clustered(of=shares, size=3, icc=0.2)
    assert clustered.split == 0.3
    assert clustered.reach(down=True) == 0.05
    assert clustered.spreads(0.01)[0] == pytest.approx(shares.spreads(0.01)[0] * 1.4**0.5)
