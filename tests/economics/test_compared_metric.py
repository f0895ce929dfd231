"""What a metric is compared as, and which change it seeks."""

import math

import pytest

from roi_plugin.economics.compared_metric import change_sought, comparison_of
from roi_plugin.economics.comparisons import Clustered, PairedShares, TwoMeans, TwoShares
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.measurement import Metric, Sample


@pytest.fixture
def metric(estimate):
    def make(sample=None, **fields):
        for name in ("baseline", "mde"):
            if name in fields:
                fields[name] = estimate(fields[name])
        return Metric(id="m", sample=Sample(**sample) if sample is not None else None, **fields)

    return make


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"baseline": "5%", "mde": "0.5pp"}, 0.005),
        ({"baseline": "5%", "mde": "10%"}, 0.005),
        ({"baseline": "5%", "mde": "0.5%"}, 0.00025),  # E0.2: half a percent of the baseline, not half a point
        ({"baseline": "5%", "mde": "0.5", "unit": "%"}, 0.005),
        ({"baseline": 5, "mde": 0.5, "unit": "% of sessions"}, 0.005),
        ({"baseline": 0.94, "mde": 0.002}, 0.002),
        ({"baseline": 0.94, "mde": "0.2pp"}, 0.002),
        ({"baseline": "200 ms", "mde": "20 ms"}, 20),
        ({"baseline": "200 ms", "mde": 20}, 20),
        ({"baseline": "200 ms", "mde": "10%"}, 20),
        ({"baseline": 200, "mde": "20 ms", "unit": "ms"}, 20),
        ({"baseline": "200 ms", "mde": "10%", "direction": "down"}, -20),
        ({"baseline": "5%", "mde": "-0.5pp"}, -0.005),
        ({"baseline": "5%", "mde": "-0.5pp", "direction": "down"}, -0.005),
        ({"baseline": "5%", "mde": "-0.5pp", "direction": "up"}, 0.005),
        ({"mde": "1pp", "sample": {"discordant": 0.04}}, 0.01),
    ],
)
def test_a_change_is_in_points_or_a_part_of_the_baseline_or_in_the_unit_of_the_metric(metric, fields, change):
    assert change_sought(metric(**fields)) == pytest.approx(change)


def test_a_range_counts_by_its_mean(metric):
    deviation = math.log(30 / 10) / (2 * 1.6448536)
    expected = math.sqrt(10 * 30) * math.exp(deviation**2 / 2)  # the mean of a lognormal with this 90 % interval
    assert change_sought(metric(baseline="200 ms", mde="10..30 ms")) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"baseline": "5%"}, TwoShares(baseline=0.05)),
        ({"baseline": 5, "unit": "%"}, TwoShares(baseline=0.05)),
        ({"baseline": 0.05}, TwoShares(baseline=0.05)),
        ({"baseline": "5%", "sample": {"split": 0.2}}, TwoShares(baseline=0.05, split=0.2)),
        ({"baseline": "200 ms", "sample": {"sd": 80}}, TwoMeans(deviation=80)),
        ({"sample": {"sd": 80, "split": 0.2}}, TwoMeans(deviation=80, split=0.2)),
        ({"baseline": 40, "unit": "%", "sample": {"sd": 12.5}}, TwoMeans(deviation=0.125)),
        ({"baseline": "94%", "sample": {"discordant": 0.04}}, PairedShares(discordant=0.04)),
        ({"baseline": "94%", "sample": {"discordant": 0.04, "paired": True}}, PairedShares(discordant=0.04)),
        ({"baseline": "94%", "sample": {"discordant": 0.04, "paired": False}}, TwoShares(baseline=0.94)),
        (
            {"baseline": "5%", "sample": {"icc": 0.05, "cluster_size": 20}},
            Clustered(of=TwoShares(baseline=0.05), size=20, icc=0.05),
        ),
    ],
)
def test_a_metric_is_compared_as_what_it_says_it_is(metric, fields, expected):
    assert comparison_of(metric(**fields)) == expected


NO_SHARE = "`m` is no share in `%`, and how far it varies is not given: add `sample.sd`"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "where the metric stands today is not given: add `baseline`"),
        ({"baseline": "200 ms"}, NO_SHARE),
        ({"baseline": 5}, NO_SHARE),
        ({"baseline": 0.5, "unit": "s"}, NO_SHARE),
        ({"baseline": "0%"}, "the baseline is 0 %, expected more than 0 % and less than 100 %"),
        ({"baseline": "5%", "sample": {"icc": 0.05}}, "`sample.icc` says nothing without `cluster_size`"),
        ({"baseline": "5%", "sample": {"cluster_size": 9}}, "`sample.cluster_size` says nothing without `icc`"),
        (
            {"baseline": "94%", "sample": {"paired": True, "sd": 2}},
            "in which share of the pairs the answers differ is not given: add `sample.discordant`",
        ),
        (
            {"baseline": "40%", "sample": {"sd": 0.1}},
            "`sample.sd` has no unit, but the baseline is in `%`: name the `unit` of the metric",
        ),
    ],
)
def test_a_metric_that_says_too_little_is_not_compared(metric, fields, reason):
    with pytest.raises(NoFigureError) as caught:
        comparison_of(metric(**fields))
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"baseline": "5%"}, "the smallest change worth seeing is not given: add `mde`"),
        ({"mde": "10%"}, "where the metric stands today is not given: add `baseline`"),
        ({"baseline": "200 ms", "mde": "2pp"}, "`mde: 2pp` is in points, but `m` is no share in `%`"),
        ({"baseline": "200 ms", "mde": "2 s"}, "`mde: 2 s` is in `s`, but `m` is in `ms`"),
        ({"baseline": 7, "mde": "2 s"}, "`mde: 2 s` is in `s`, but `m` has no unit"),
        (
            {"baseline": "5%", "mde": 0.005},
            "`mde` has no unit, but the baseline is in `%`: name the `unit` of the metric",
        ),
        ({"baseline": "1e-300..1e300", "mde": "10%"}, "its numbers are too large to compute with"),
    ],
)
def test_a_change_that_does_not_go_with_the_metric_has_a_reason(metric, fields, reason):
    with pytest.raises(NoFigureError) as caught:
        change_sought(metric(**fields))
    assert str(caught.value) == reason
