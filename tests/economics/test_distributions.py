"""Worked examples: the specification's section B2; its figures agree with riskquant, Squiggle and pyfair as named."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from roi_plugin.economics.distributions import distribution, interval, mean, percentile
from roi_plugin.economics.metalog import Metalog
from roi_plugin.economics.normal_shapes import Certain, LogitNormal, Lognormal, Normal
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.three_points import Pert, Triangular
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.quantity import Range, Triple

SIX_DIGITS = 1e-6


def close(value, rel=SIX_DIGITS):
    return pytest.approx(value, rel=rel)


def test_positive_range_is_the_lognormal_of_its_90_percent_interval():
    shape = Lognormal.from_interval(1, 10)  # B2.1
    assert shape.mu == close(1.151292546)
    assert shape.sigma == close(0.699936169)
    assert shape.percentile(0.5) == close(3.16227766)
    assert shape.mean == close(4.040012827)
    assert shape.deviation == close(3.212179530)
    assert shape.mode == close(1.937467883)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1..10", 4.040012827),  # B2.1; riskquant's test has 0.1 * mean = 0.4040012826945718
        ("635000..19M", 5_922_706.8335),  # B2.2, riskquant's test
        ("5..10", 7.229783732),  # B2.5, the rule of Squiggle's documentation
        ("0 < 1 < 10", 2.333333333),  # B2.6
        ("20 < 100 < 900", 220),  # B2.7, inputs of pyfair's README
        ("-5..10", 2.5),
        ("42", 42),
        ("7..7", 7),
    ],
)
def test_mean_is_the_published_one(text, expected):
    assert mean(parse_quantity(text)) == close(expected)


@pytest.mark.parametrize(
    ("text", "rel"),
    [
        ("1..10", 2e-3),
        ("-5..10", 1e-3),
        ("10%..60%", 1e-3),
        ("1 < 2 < 9", 1e-3),
        ("p10 17 p50 24 p90 35", 5e-3),
        ("p10 -3 p50 2 p90 8", 5e-3),
        ("p10 5% p50 20% p90 60%", 1e-3),
        ("42", 0),
    ],
)
def test_deviation_is_that_of_its_percentiles(text, rel):
    shape = distribution(parse_quantity(text))
    middles = [(part + 0.5) / 20_000 for part in range(20_000)]
    square = sum((shape.percentile(p) - shape.mean) ** 2 for p in middles) / len(middles)
    assert shape.deviation == pytest.approx(math.sqrt(square), rel=rel)


@pytest.mark.parametrize(
    ("shape", "deviation"),
    [
        (Pert(low=0, likely=1, high=10), 1.598611),  # B2.6
        (Pert(low=20, likely=100, high=900), 139.38641),  # B2.7
        (Triangular(low=0, likely=3, high=6), math.sqrt(36 / 24)),  # two uniform numbers added
    ],
)
def test_deviation_of_a_triple_is_the_published_one(shape, deviation):
    assert shape.deviation == close(deviation)


@pytest.mark.parametrize(
    ("frequency", "impact", "expected"),
    [
        (0.10, "100k..1M", 40_400.1283),  # B2.3, riskquant's README
        (0.01, "1M..10M", 40_400),  # B2.4, ALICE
        (0.10, "10M..1B", 26_600_000),  # B2.4, BOB
        (0.05, "5M..50M", 1_010_000),  # B2.4, CHARLIE
    ],
)
def test_yearly_loss_is_frequency_times_mean_impact(frequency, impact, expected):
    rel = SIX_DIGITS if expected == 40_400.1283 else 2e-3  # the portfolio is published to three digits
    assert frequency * mean(parse_quantity(impact)) == close(expected, rel)


def test_5_to_10_has_the_published_median_and_deviation():
    shape = Lognormal.from_interval(5, 10)  # B2.5
    assert shape.percentile(0.5) == close(7.071067812)
    assert shape.deviation == close(1.540392868)


@pytest.mark.parametrize(
    ("triple", "shape", "deviation", "p95"),
    [
        ((0, 1, 10), (1.4, 4.6), 1.598611, 5.4207),  # B2.6
        ((20, 100, 900), (1.363636, 4.636364), 139.38641, 490.2202),  # B2.7
    ],
)
def test_triple_is_beta_pert_and_keeps_the_stated_mode(triple, shape, deviation, p95):
    low, likely, high = triple
    pert = Pert(low=low, likely=likely, high=high)
    a, b = pert.shape
    assert (a, b) == close(shape)
    assert pert.deviation == close(deviation)
    assert pert.percentile(0.95) == close(p95, 1e-5)
    assert pert.mode == likely
    mode = low + (high - low) * (a - 1) / (a + b - 2)
    assert mode == close(likely)


def test_wrong_figures_of_other_tools_do_not_appear():
    for likely, ends, wrong_mode, wrong_deviation in ((1, (0, 10), 0.783, 1.6667), (100, (20, 900), 75.5, 146.67)):
        pert = Pert(low=ends[0], likely=likely, high=ends[1])  # B2.8: pyfair takes a sixth of the range as deviation
        a, b = pert.shape
        assert ends[0] + (ends[1] - ends[0]) * (a - 1) / (a + b - 2) != pytest.approx(wrong_mode, rel=0.01)
        assert pert.deviation != pytest.approx(wrong_deviation, rel=0.01)


def test_frequency_counts_with_its_mean_and_not_with_its_mode(returns_of, estimate):
    # B2.9: a PERT of kurtosis 1 has the mean of a triangle; riskquant multiplies by the mode and asserts 1.2120038962.
    for shape, expected in (("triangular", 1.481338), ("pert", 4.040012827 * (0.1 + 4 * 0.3 + 0.7) / 6)):
        often = structs.replace(estimate("0.1 < 0.3 < 0.7"), dist=shape)
        loss = {"id": "loss", "value": "often * size", "inputs": {"often": often, "size": "1..10"}}
        yearly = returns_of({"id": "a", "gains": [loss], "cost": 1})["a"].gain.mean
        assert yearly == close(expected)
        assert yearly != pytest.approx(1.2120038962, rel=0.01)


def test_metalog_goes_through_its_three_quantiles():
    shape = Metalog.from_quantiles(17, 24, 35)  # B2.10
    assert (shape.a1, shape.a2, shape.a3) == close((24, 4.0960765, 2.2755981))
    assert [shape.percentile(p) for p in (0.1, 0.5, 0.9)] == close([17, 24, 35], 1e-12)
    assert (shape.percentile(0.05), shape.percentile(0.95)) == close((14.954514, 39.075809))
    assert shape.mean == close(25.137799)


def test_positive_quantiles_are_fitted_on_logarithms():
    quantity = parse_quantity("p10 17 p50 24 p90 35")  # B2.11
    assert interval(quantity) == close((15.160008, 39.899883))


def test_pearson_tukey_weights_come_near_the_lognormal_mean():
    low, middle, high = (Lognormal.from_interval(1, 10).percentile(p) for p in (0.05, 0.5, 0.95))
    assert 0.185 * low + 0.63 * middle + 0.185 * high == pytest.approx(4.0272, abs=5e-5)  # B2.12
    p10, p50, p90 = (Lognormal.from_interval(1, 10).percentile(p) for p in (0.1, 0.5, 0.9))
    assert 0.3 * p10 + 0.4 * p50 + 0.3 * p90 == pytest.approx(3.9782, abs=5e-5)  # B2.12, Swanson's weights


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("5%", Certain),
        ("0.2%..2%", Lognormal),
        ("1%..20%", Lognormal),
        ("10%..60%", LogitNormal),
        ("50%..150%", Lognormal),
        ("0.1..0.6", Lognormal),
        ("0..5", Normal),
        ("-5%..60%", Normal),
        ("1 < 2 < 5", Pert),
        ("p10 1 p50 2 p90 5", Metalog),
    ],
)
def test_form_and_unit_choose_the_distribution(text, shape):
    assert isinstance(distribution(parse_quantity(text)), shape)


@pytest.mark.parametrize(
    ("text", "dist", "shape"),
    [
        ("30k..60k", "normal", Normal),
        ("10%..60%", "lognormal", Lognormal),
        ("0.1..0.6", "logit-normal", LogitNormal),
        ("1 < 2 < 5", "triangular", Triangular),
        ("1 < 2 < 5", "pert", Pert),
        ("p10 1 p50 2 p90 5", "metalog", Metalog),
    ],
)
def test_dist_overrules_the_form(text, dist, shape):
    assert isinstance(distribution(parse_quantity(text), dist), shape)


@pytest.mark.parametrize(
    ("text", "dist", "reason"),
    [
        ("-1..5", "lognormal", "needs a range above 0"),
        ("10..60", "logit-normal", "between 0 and 100 %"),
        ("1..5", "pert", "three numbers"),
        ("1..5", "metalog", "three quantiles"),
        ("1 < 2 < 5", "normal", "does not go with"),
        ("p10 1 p50 2 p90 5", "pert", "does not go with"),
        ("p10 1 p50 1.01 p90 35", None, "no distribution has these three quantiles"),
        ("-1e308 < 0 < 1e308", None, "too far apart"),
        ("a * b", None, "no distribution of its own"),
    ],
)
def test_what_has_no_distribution_has_a_reason(text, dist, reason):
    with pytest.raises(NoFigureError, match=reason):
        distribution(parse_quantity(text), dist)


def test_skew_beyond_the_published_limit_is_infeasible():
    limit = 0.16658  # section B2: k for a = 0.1
    assert Metalog.from_quantiles(-limit - 1e-4, 0, 1 - limit - 1e-4).a1 == 0
    with pytest.raises(NoFigureError):
        Metalog.from_quantiles(-limit + 1e-4, 0, 1 - limit + 1e-4)


def test_quantiles_with_an_infinite_mean_have_none():
    assert mean(parse_quantity("p10 1 p50 10 p90 100")) is None


def test_triangular_has_the_mean_of_its_corners():
    shape = Triangular(low=1, likely=2, high=6)
    assert shape.mean == close(3)
    assert shape.percentile(0.2) == close(2)
    assert [shape.percentile(p) for p in (1e-12, 1 - 1e-12)] == [pytest.approx(1, abs=1e-4), pytest.approx(6, abs=1e-4)]


def test_symmetric_share_has_its_middle_as_mean():
    assert mean(parse_quantity("30%..70%")) == close(0.5, 1e-12)


def averaged(shape):
    """The mean as the average of many percentiles, an independent way to it."""
    count = 4000
    return math.fsum(shape.percentile((step + 0.5) / count) for step in range(count)) / count


@pytest.mark.parametrize(
    "text", ["10%..60%", "2 < 3 < 9", "p10 17 p50 24 p90 35", "p10 10% p50 20% p90 50%", "p10 -3 p50 1 p90 4", "5..10"]
)
def test_mean_is_the_average_of_the_percentiles(text):
    shape = distribution(parse_quantity(text))
    assert shape.mean == pytest.approx(averaged(shape), rel=2e-3)


numbers = st.floats(allow_nan=False, allow_infinity=False)


@given(st.tuples(numbers, numbers), st.sampled_from([None, "%"]))
def test_a_range_has_finite_figures_or_none(ends, unit):
    quantity = Range(low=min(ends), high=max(ends), unit=unit)
    found = (mean(quantity), percentile(quantity, 0.95))
    assert all(value is None or math.isfinite(value) for value in found)


@given(st.tuples(numbers, numbers, numbers).map(sorted).filter(lambda three: three[0] < three[2]))
def test_a_triple_has_finite_figures_or_none(three):
    low, likely, high = three
    quantity = Triple(low=low, likely=likely, high=high)
    found = [mean(quantity), *(interval(quantity) or ())]
    assert all(value is None or math.isfinite(value) for value in found)


@given(st.floats(1e-6, 1e6), st.floats(1.001, 1e3))
def test_the_ends_of_a_range_are_its_5th_and_95th_percentile(low, ratio):
    assert interval(Range(low=low, high=low * ratio)) == close((low, low * ratio), 1e-9)


@given(st.floats(0, 1), st.floats(0.01, 0.99))
def test_pert_percentiles_invert_its_distribution(likely, p):
    pert = Pert(low=0, likely=likely, high=1)
    assert beta_share(*pert.shape, pert.percentile(p)) == pytest.approx(p, abs=1e-9)


@pytest.mark.parametrize("likely", [0, 0.25, 0.5, 0.75, 1])
@pytest.mark.parametrize("p", [1e-6, 0.05, 0.5, 0.95, 1 - 1e-6])
def test_pert_with_whole_parameters_agrees_with_the_binomial_sum(likely, p):
    pert = Pert(low=0, likely=likely, high=1)
    a, _ = pert.shape
    x = pert.percentile(p)
    tail = math.fsum(math.comb(5, count) * x**count * (1 - x) ** (5 - count) for count in range(int(a), 6))
    assert tail == pytest.approx(p, rel=1e-10)


def beta_share(a, b, x):
    """The integral of the beta density by Simpson's rule, from the nearer end: an independent way to it."""
    if x > 0.5:
        return 1 - beta_share(b, a, 1 - x)
    steps = 2000
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    def density(t):
        return 0.0 if t in {0, 1} else t ** (a - 1) * (1 - t) ** (b - 1) / math.exp(log_beta)

    def smooth(u):  # t = u^4: no corner at 0
        return density(u**4) * 4 * u**3

    end = x**0.25
    width = end / steps
    inner = math.fsum((4 if step % 2 else 2) * smooth(step * width) for step in range(1, steps))
    return (smooth(0) + inner + smooth(end)) * width / 3
