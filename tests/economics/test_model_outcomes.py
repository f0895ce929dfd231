"""Worked examples: the specification's sections A1 (guap 0.1.4 and its README) and A2 (empulse, scikit-learn, G3)."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.distributions import mean as mean_of
from roi_plugin.economics.distributions import percentile
from roi_plugin.economics.model_outcomes import model_outcomes
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.model_outcomes import BaselinePolicy, Cells, ModelOutcomes, Rates

EXACT = 1e-9
TO_THE_UNIT = 0.5
CELLS = ("tp", "fp", "fn", "tn")


def estimate(written):
    return Estimate(text=str(written), quantity=parse_quantity(written))


def cells(*counts):
    return Cells(**{cell: estimate(count) for cell, count in zip(CELLS, counts, strict=True) if count is not None})


def outcome(*, currency="EUR", **fields):
    for name in ("confusion", "value"):
        if isinstance(fields.get(name), tuple):
            fields[name] = cells(*fields[name])
    for name in ("volume", "prevalence"):
        if name in fields:
            fields[name] = estimate(fields[name])
    return model_outcomes(ModelOutcomes(**fields), currency)


def against(*counts):
    return BaselinePolicy(confusion=cells(*counts))


def rates(tpr, fpr, sample=None):
    return Rates(tpr=estimate(tpr), fpr=estimate(fpr), sample=sample)


FLAGSHIP = {"volume": "1.2M per year", "confusion": (620, 180, 140, 9060), "value": (12, -4, 0, 0)}
OLD = (560, 210, 200, 9030)

# guap's README: six answers of three classes, and one value matrix [[TN, FP], [FN, TP]] = [[200, -1500], [0, 1000]].
GUAP_TRUE = ("cat", "ant", "cat", "cat", "ant", "bird")
GUAP_SAID = ("ant", "ant", "cat", "cat", "ant", "cat")
GUAP_VALUE = (1000, -1500, 0, 200)


def one_against_the_rest(name):
    pairs = [(true == name, said == name) for true, said in zip(GUAP_TRUE, GUAP_SAID, strict=True)]
    return tuple(pairs.count(pair) for pair in ((True, True), (False, True), (True, False), (False, False)))


def test_guaps_example_is_multiplied_cell_by_cell():
    worth = {
        name: outcome(confusion=one_against_the_rest(name), value=GUAP_VALUE).per_decision * 6
        for name in ("ant", "bird", "cat")
    }
    assert worth == pytest.approx({"ant": 1100, "bird": 1000, "cat": 900}, rel=EXACT)  # A1.1
    total = sum(worth.values())
    assert (total, total / 3) == pytest.approx((3000, 1000), rel=EXACT)  # A1.1, as guap 0.1.4 returns
    assert total / 18 == pytest.approx(166.6667, abs=5e-5)  # A1.3
    # A1.2: the README's figures come from a matrix product (ant -900, bird -7800, cat -900).
    assert not {-9600, -3200} & {round(total), round(total / 3)}


def test_guaps_binary_example_is_worth_nothing():
    found = outcome(confusion=(7, 5, 3, 85), value=(50, -10, -100, 0), volume="100 per year")  # A1.4
    assert found.per_decision == pytest.approx(0, abs=EXACT)
    # A1.4: guap 0.1.4 counts the swapped class as well and returns 3720.
    assert all(round(value) != 3720 for value in (found.per_decision, found.per_year, found.ceiling_per_year))


def test_credit_threshold_is_a_sixth():
    found = outcome(value=(0, -1, -5, 0), confusion=(200, 100, 100, 600))  # A2.1
    assert found.threshold == pytest.approx(1 / 6, rel=EXACT)
    # A2.1: scikit-learn's example text names the ratio of the costs, 1/5, and calls it this equation.
    assert found.threshold != pytest.approx(1 / 5, rel=1e-3)


CHURN = ((0.1, 0), (0.2, 1), (0.3, 0), (0.4, 1), (0.5, 0), (0.7, 1), (0.8, 0), (0.9, 1))
"""A2.2: score and truth."""


def churn_at(threshold, accepted):
    """What a contact campaign from this score on is worth: lifetime value 200, offer 10, contact 1."""
    hits = [(score >= threshold, true) for score, true in CHURN]
    confusion = tuple(hits.count(pair) for pair in ((True, 1), (True, 0), (False, 1), (False, 0)))
    return outcome(confusion=confusion, value=(accepted * (200 - 10) - 1, -10 - 1, 0, 0)).per_decision


def test_maximum_profit_is_that_of_the_best_threshold():
    worth = {threshold: churn_at(threshold, accepted=0.3) for threshold, _ in CHURN}
    best = max(worth, key=worth.__getitem__)
    assert worth[best] == pytest.approx(23.875, rel=EXACT)  # A2.2, empulse 0.13.1
    assert best == 0.2
    assert sum(score >= best for score, _ in CHURN) / len(CHURN) == 0.875


def test_expected_maximum_profit_is_the_integral_over_the_uncertain_value():
    accepted = Beta(a=6, b=14)  # A2.3; Beta(6, 14), 200, 10 and 1 are the defaults of R's EMP
    thresholds = [*(threshold for threshold, _ in CHURN), 1.0]
    lines = [(churn_at(threshold, accepted=0), churn_at(threshold, accepted=1)) for threshold in thresholds]
    steps = 2000
    below = [accepted.share_below(step / steps) for step in range(steps + 1)]
    best = [max(none + (step + 0.5) / steps * (all_ - none) for none, all_ in lines) for step in range(steps)]
    total = math.fsum(
        worth * (end - start) for worth, (start, end) in zip(best, itertools.pairwise(below), strict=True)
    )
    assert total == pytest.approx(23.8755934, rel=1e-6)  # A2.3, empulse 0.13.1


def test_costs_of_each_example_add_up():
    true, said = (0, 1, 1, 0), (0, 1, 0, 0)  # A2.4, empulse's docstring
    costs = zip((4, 1, 2, 2), (1, 3, 3, 1), strict=True)
    total = 0.0
    for is_, answer, (fp, fn) in zip(true, said, costs, strict=True):
        one = tuple(int(cell == (is_, answer)) for cell in ((1, 1), (0, 1), (1, 0), (0, 0)))
        total += outcome(confusion=one, value=(0, -fp, -fn, 0)).per_decision
    assert -total == pytest.approx(3.0, rel=EXACT)


def test_flagship_model_earns_more_than_the_old_one():
    found = outcome(**FLAGSHIP, baseline=against(*OLD))  # A2.5
    assert (found.per_decision, found.baseline_per_decision) == pytest.approx((0.672, 0.588), rel=EXACT)
    assert found.delta_per_year == pytest.approx(100_800, rel=EXACT)
    assert (found.delta_low, found.delta_high) == pytest.approx((4_343, 197_257), abs=TO_THE_UNIT)
    assert found.ceiling_per_year == pytest.approx(1_094_400, rel=EXACT)
    assert found.threshold == pytest.approx(0.25, rel=EXACT)
    assert found.captured == pytest.approx((0.672 - 0.588) / (0.912 - 0.588), rel=EXACT)
    assert found.per_year == pytest.approx(806_400, rel=EXACT)
    assert found.reason is None
    (note,) = found.notes
    assert note.startswith("The interval takes the two test sets as independent. If model and baseline answered the")


PAIRED = {
    "tp": {"tp": 540, "fn": 80},
    "fn": {"tp": 20, "fn": 120},
    "fp": {"fp": 150, "tn": 30},
    "tn": {"fp": 60, "tn": 9000},
}


def test_the_same_cases_make_the_interval_narrower():
    apart = outcome(**FLAGSHIP, baseline=against(*OLD))
    paired = outcome(**FLAGSHIP, baseline=against(*OLD), paired=PAIRED)
    assert paired.delta_per_year == pytest.approx(apart.delta_per_year, rel=EXACT)
    assert apart.delta_low < paired.delta_low < paired.delta_per_year < paired.delta_high < apart.delta_high
    # 80 cases gain 12, 20 lose 12, 30 lose 4 and 60 gain 4, of 10 000.
    variance = (100 * 144 + 90 * 16) / 10_000 - 0.084**2
    half = 1.96 * math.sqrt(variance / 10_000) * 1.2e6
    assert paired.delta_high - paired.delta_per_year == pytest.approx(half, rel=EXACT)
    assert paired.notes == ()


def test_a_paired_table_alone_says_both_sides():
    alone = outcome(volume="1.2M per year", value=(12, -4, 0, 0), paired=PAIRED)
    both = outcome(**FLAGSHIP, baseline=against(*OLD), paired=PAIRED)
    assert alone == both


def test_a_paired_table_of_a_part_of_the_cases_counts_as_independent():
    part = {"tp": PAIRED["tp"], "fn": PAIRED["fn"]}
    found, apart = (outcome(**FLAGSHIP, baseline=against(*OLD), paired=paired) for paired in (part, {}))
    assert found.delta_low == apart.delta_low
    assert found.notes[0].startswith("The paired table holds a part of the answers only")


@pytest.mark.parametrize(
    ("paired", "reason"),
    [
        (PAIRED | {"tp": {"tp": 550, "fn": 70}}, "`paired` has 570 `tp`, but `baseline` has 560"),
        (PAIRED | {"tp": {"tp": 540, "fn": 90}}, "`paired` has 630 `tp`, but `confusion` has 620"),
        ({"tp": {"fp": 5}}, "`paired` counts cases as `tp` and `fp`, but no case is both positive and negative"),
    ],
)
def test_a_paired_table_that_contradicts_the_rest_leaves_no_interval(paired, reason):
    found = outcome(**FLAGSHIP, baseline=against(*OLD), paired=paired)
    assert found.delta_per_year == pytest.approx(100_800, rel=EXACT)
    assert (found.delta_low, found.delta_high) == (None, None)
    assert found.reasons["delta_low"] == reason


@pytest.mark.parametrize(("rule", "worth"), [("all-negative", 0.0), ("all-positive", 0.076 * 12 - 0.924 * 4)])
def test_a_fixed_answer_is_a_baseline_on_the_same_cases(rule, worth):
    found = outcome(**FLAGSHIP, baseline=BaselinePolicy(rule=rule))
    assert found.baseline_per_decision == pytest.approx(worth, rel=EXACT)
    gains = {"all-negative": (12, -4, 0, 0), "all-positive": (0, 0, -12, 4)}[rule]
    shares = (0.062, 0.018, 0.014, 0.906)
    variance = sum(p * v * v for p, v in zip(shares, gains, strict=True)) - (0.672 - worth) ** 2
    half = 1.96 * math.sqrt(variance / 10_000) * 1.2e6
    assert found.delta_high - found.delta_per_year == pytest.approx(half, rel=EXACT)
    assert found.notes == ()


def test_another_share_of_positives_keeps_the_rates():
    found = outcome(**FLAGSHIP, baseline=against(*OLD), prevalence="2%")
    tpr, fpr = 620 / 760, 180 / 9240
    assert found.per_decision == pytest.approx(0.02 * tpr * 12 - 0.98 * fpr * 4, rel=EXACT)
    assert found.baseline_per_decision == pytest.approx(0.02 * 560 / 760 * 12 - 0.98 * 210 / 9240 * 4, rel=EXACT)
    assert found.ceiling_per_year == pytest.approx(0.02 * 12 * 1.2e6, rel=EXACT)
    variances = [
        0.02**2 * 144 * (tp / 760) * (1 - tp / 760) / 760 + 0.98**2 * 16 * (fp / 9240) * (1 - fp / 9240) / 9240
        for tp, fp in ((620, 180), (560, 210))
    ]
    half = 1.96 * math.sqrt(sum(variances)) * 1.2e6
    assert found.delta_high - found.delta_per_year == pytest.approx(half, rel=EXACT)


def test_rates_say_the_same_as_the_counts_they_come_from():
    counted = outcome(**FLAGSHIP, baseline=against(*OLD))
    by_rates = outcome(
        volume="1.2M per year",
        value=(12, -4, 0, 0),
        prevalence="7.6%",
        rates=rates(620 / 760, 180 / 9240, 10_000),
        baseline=BaselinePolicy(rates=rates(560 / 760, 210 / 9240, 10_000)),
    )
    for name in ("per_decision", "baseline_per_decision", "delta_low", "delta_high", "ceiling_per_year", "captured"):
        assert getattr(by_rates, name) == pytest.approx(getattr(counted, name), rel=1e-6), name


def test_rates_take_the_share_of_positives_from_the_baselines_counts():
    found = outcome(value=(12, -4, 0, 0), rates=rates(1, 0), baseline=against(*OLD))
    assert found.per_decision == pytest.approx(0.076 * 12, rel=EXACT)
    assert found.captured == pytest.approx(1, rel=EXACT)
    assert found.reasons["delta_low"] == "the size of the test set is not known: add `sample`"


def test_ranges_count_by_their_means_and_a_note_tells_which_the_interval_holds():
    ranges = {"value": ("8..18", -4, 0, 0), "volume": "1M..2M per year", "confusion": ("600..640", 180, 140, 9060)}
    found = outcome(**FLAGSHIP | ranges, baseline=against(*OLD))
    worth, positives = (mean_of(estimate(text).quantity) for text in ("8..18", "600..640"))
    assert found.per_decision == pytest.approx((positives * worth - 180 * 4) / (positives + 9380), rel=EXACT)
    assert found.per_year == pytest.approx(found.per_decision * mean_of(estimate("1M..2M").quantity), rel=EXACT)
    assert found.notes[:2] == (
        "The interval holds the ranges of `volume`, `value.tp`, beside the error of the test sets.",
        "Counted by their means: `confusion.tp`. The interval does not hold their ranges.",
    )


def lognormal(low, high):
    """Mean and standard deviation of the lognormal number with this 90 % interval."""
    sigma = math.log(high / low) / (2 * 1.6448536269514722)
    mean = math.sqrt(low * high) * math.exp(sigma**2 / 2)
    return mean, mean * math.sqrt(math.exp(sigma**2) - 1)


def half_width(found):
    assert found.delta_high - found.delta_per_year == pytest.approx(found.delta_per_year - found.delta_low, rel=1e-6)
    return found.delta_high - found.delta_per_year


def test_the_range_of_a_value_widens_the_interval_by_its_share_of_the_difference():
    found = outcome(**FLAGSHIP | {"value": ("8..18", -4, 0, 0)}, baseline=against(*OLD))
    mean, deviation = lognormal(8, 18)
    sampled = sum(
        (tp * mean**2 + fp * 16 - (tp * mean - fp * 4) ** 2) / 10_000 for tp, fp in ((0.062, 0.018), (0.056, 0.021))
    )
    # The difference is 0.006 v - 0.003 (-4): v adds its variance times the mean square of the share it stands in.
    error_of_share = (0.062 * 0.938 + 0.056 * 0.944) / 10_000
    variance = sampled + deviation**2 * (0.006**2 + error_of_share)
    assert half_width(found) == pytest.approx(1.96 * math.sqrt(variance) * 1.2e6, rel=1e-6)


def test_the_range_of_the_volume_widens_the_interval_as_that_of_a_factor():
    known, found = (
        outcome(**FLAGSHIP | {"volume": volume}, baseline=against(*OLD)) for volume in ("1 per year", "1M..2M per year")
    )
    mean, deviation = lognormal(1e6, 2e6)
    error = (half_width(known) / 1.96) ** 2
    variance = mean**2 * error + deviation**2 * (0.084**2 + error)
    assert half_width(found) == pytest.approx(1.96 * math.sqrt(variance), rel=1e-6)


@pytest.mark.parametrize(
    "compared",
    [
        {"baseline": against(*OLD)},
        {"baseline": BaselinePolicy(rule="all-positive")},
        {"baseline": against(*OLD), "paired": PAIRED},
        {"baseline": against(*OLD), "prevalence": "2%"},
    ],
)
def test_a_range_is_the_mixture_of_the_single_numbers_in_it(compared):
    # The law of total variance over the middle values of equal parts of the range.
    found = outcome(**FLAGSHIP | {"value": ("8 < 12 < 18", -4, 0, 0)}, **compared)
    parts = [percentile(estimate("8 < 12 < 18").quantity, (part + 0.5) / 200) for part in range(200)]
    single = [outcome(**FLAGSHIP | {"value": (part, -4, 0, 0)}, **compared) for part in parts]
    means = [one.delta_per_year for one in single]
    middle = sum(means) / 200
    within = sum((half_width(one) / 1.96) ** 2 for one in single) / 200
    between = sum((mean - middle) ** 2 for mean in means) / 200
    assert half_width(found) == pytest.approx(1.96 * math.sqrt(within + between), rel=1e-3)


def test_the_volume_of_several_classes_widens_their_interval_too():
    base = BaselinePolicy(always="cat")
    known, found = (outcome(**ANIMALS | {"volume": text}, baseline=base) for text in ("1 per year", "1k..3k per year"))
    mean, deviation = lognormal(1e3, 3e3)
    error = (half_width(known) / 1.96) ** 2
    variance = mean**2 * error + deviation**2 * (2.5**2 + error)
    assert half_width(found) == pytest.approx(1.96 * math.sqrt(variance), rel=1e-6)
    assert found.notes == ("The interval holds the ranges of `volume`, beside the error of the test sets.",)


def test_a_range_without_a_finite_spread_leaves_no_interval():
    fields = FLAGSHIP | {"value": ("p10 2 p50 9 p90 43", -4, 0, 0)}
    found = outcome(**fields, baseline=against(*OLD))
    assert found.per_decision is not None
    assert found.reasons["delta_low"].startswith("`p10 2 p50 9 p90 43`: the quantiles lie so far apart that the vari")


@pytest.mark.parametrize(
    ("fields", "figure", "reason"),
    [
        ({}, "per_decision", "what the model answers is not given: expected `confusion`, or `rates` with `prevalence`"),
        (
            {"rates": rates(0.8, 0.1)},
            "per_decision",
            "rates say nothing without the share of positives: add `prevalence`",
        ),
        ({"confusion": (1, 2, 3, None)}, "per_decision", "the confusion matrix has no `tn`"),
        ({"confusion": (0, 0, 0, 0)}, "per_decision", "the confusion matrix holds no answers"),
        ({"confusion": ("5%", 1, 1, 1)}, "per_decision", "`5%` is no count of answers, expected for example `620`"),
        ({"confusion": (1, 2, 3, 4)}, "per_decision", "`value` is not given: what one answer of each kind is worth"),
        (
            {"confusion": (1, 2, 3, 4), "value": (1, None, 0, 0)},
            "per_decision",
            "no value is given for `fp`: write `fp: 0` if it is worth nothing",
        ),
        ({"confusion": (1, 2, 3, 4), "value": ("3 USD", 0, 0, 0)}, "per_decision", "`3 USD` is in USD, but this"),
        ({"confusion": (1, 2, 3, 4), "value": ("2 person-weeks", 0, 0, 0)}, "per_decision", "`2 person-weeks` is no"),
        ({"confusion": (1, 2, 3, 4), "value": ("12 per year", 0, 0, 0)}, "per_decision", "`12 per year` is no worth"),
        (FLAGSHIP, "delta_per_year", "no baseline is given: expected the `confusion` of today's rule, or"),
        (FLAGSHIP, "captured", "no baseline is given: expected the `confusion` of today's rule, or `all-negative`"),
        (FLAGSHIP | {"volume": "1.2M"}, "per_year", "`volume: 1.2M` is no number a year, expected for example"),
        (FLAGSHIP | {"value": (0, 0, 0, 0)}, "threshold", "`tn` is worth no more than `fp`, so one answer is best for"),
        (FLAGSHIP | {"value": (0, -1, 0, 0)}, "threshold", "`tp` is worth no more than `fn`, so one answer is best"),
        (
            FLAGSHIP | {"confusion": (0, 10, 0, 90), "prevalence": "10%"},
            "per_decision",
            "the test set holds no positives to learn from",
        ),
        (
            FLAGSHIP | {"value": (-1, 0, 0, 0), "baseline": BaselinePolicy(rule="all-negative")},
            "captured",
            "a model without faults would earn no more than the baseline",
        ),
        (
            FLAGSHIP | {"value": (1e308, -1e308, 0, 0), "volume": "1e15 per year"},
            "per_year",
            "its numbers are too large",
        ),
    ],
)
def test_what_cannot_be_computed_has_a_reason(fields, figure, reason):
    found = outcome(**fields)
    assert getattr(found, figure) is None
    assert found.reasons[figure].startswith(reason)


def test_what_needs_no_baseline_stands_without_one():
    found = outcome(**FLAGSHIP)
    assert (found.per_decision, found.threshold) == pytest.approx((0.672, 0.25), rel=EXACT)
    assert found.reason == "no baseline is given: expected the `confusion` of today's rule, or `all-negative`"


def test_test_sets_with_unlike_shares_of_positives_are_noted():
    found = outcome(**FLAGSHIP, baseline=against(100, 210, 50, 9640))
    assert any(note.startswith("Positives are 7.6 % of the model's test set and 1.5 %") for note in found.notes)
    told = outcome(**FLAGSHIP, baseline=against(100, 210, 50, 9640), prevalence="7.6%")
    assert not any(note.startswith("Positives") for note in told.notes)


def test_a_threshold_that_earns_less_than_another_is_noted():
    notes = outcome(**FLAGSHIP, threshold=0.5).notes
    assert notes == ("The model says yes from 0.5 on; if its scores are true probabilities, 0.25 would earn most.",)
    assert outcome(**FLAGSHIP, threshold=0.25).notes == ()


def test_several_classes_are_one_product_cell_by_cell():
    # The six answers of guap's README as one matrix (rows actual: ant, bird, cat).
    matrix = ((2, 0, 0), (0, 0, 1), (1, 0, 2))
    values = ((10, -5, -5), (-5, 10, -5), (-5, -5, 10))
    found = outcome(matrix=matrix, values=values, labels=("ant", "bird", "cat"), volume="600 per month")
    assert found.per_decision == pytest.approx((4 * 10 - 2 * 5) / 6, rel=EXACT)
    assert found.per_year == pytest.approx(5 * 7200, rel=EXACT)
    assert found.ceiling_per_year == pytest.approx(10 * 7200, rel=EXACT)
    assert found.threshold is None
    assert found.reasons["delta_per_year"].startswith("no baseline is given: expected the `matrix` of today's model")
    assert found.notes == ()


ANIMALS = {
    "matrix": ((2, 0, 0), (0, 0, 1), (1, 0, 2)),
    "values": ((10, -5, -5), (-5, 10, -5), (-5, -5, 10)),
    "labels": ("ant", "bird", "cat"),
    "volume": "600 per month",
}


def test_the_same_class_for_every_case_is_a_baseline_on_the_same_cases():
    found = outcome(**ANIMALS, baseline=BaselinePolicy(always="cat"))
    # Always `cat` is right for 3 of 6. Against it two cases gain 15, one loses 15, and three are worth the same.
    assert found.baseline_per_decision == pytest.approx((3 * 10 - 3 * 5) / 6, rel=EXACT)
    assert found.delta_per_year == pytest.approx(2.5 * 7200, rel=EXACT)
    half = 1.96 * math.sqrt(((3 * 15**2) / 6 - 2.5**2) / 6) * 7200
    assert found.delta_high - found.delta_per_year == pytest.approx(half, rel=EXACT)
    assert found.delta_per_year - found.delta_low == pytest.approx(half, rel=EXACT)
    assert found.captured == pytest.approx(2.5 / (10 - 2.5), rel=EXACT)
    assert set(found.reasons) == {"threshold"}


FLAGSHIP_MATRIX = {
    "matrix": ((9060, 180), (140, 620)),
    "values": ((0, -4), (0, 12)),
    "labels": ("no", "yes"),
    "volume": "1.2M per year",
}
OLD_MATRIX = ((9030, 210), (200, 560))


@pytest.mark.parametrize(
    ("as_cells", "as_matrix"),
    [
        (against(*OLD), BaselinePolicy(matrix=OLD_MATRIX)),
        (BaselinePolicy(rule="all-negative"), BaselinePolicy(always="no")),
        (BaselinePolicy(rule="all-positive"), BaselinePolicy(always="yes")),
    ],
)
def test_two_classes_as_a_matrix_are_worth_what_their_cells_are(as_cells, as_matrix):
    cells, matrix = outcome(**FLAGSHIP, baseline=as_cells), outcome(**FLAGSHIP_MATRIX, baseline=as_matrix)
    for name in ("per_year", "baseline_per_decision", "delta_low", "delta_high", "ceiling_per_year", "captured"):
        assert getattr(matrix, name) == pytest.approx(getattr(cells, name), rel=EXACT), name


def test_todays_model_of_several_classes_is_taken_for_another_test_set():
    found = outcome(**FLAGSHIP_MATRIX, baseline=BaselinePolicy(matrix=OLD_MATRIX))
    assert (found.delta_low, found.delta_high) == pytest.approx((4_343, 197_257), abs=TO_THE_UNIT)  # A2.5
    assert found.notes == ("The interval takes the two test sets as independent.",)


def test_classes_with_unlike_shares_of_the_two_test_sets_are_noted():
    found = outcome(**FLAGSHIP_MATRIX, baseline=BaselinePolicy(matrix=((9640, 210), (50, 100))))
    assert found.notes[1].startswith("`no` is 92.4 % of the model's test set and 98.5 % of the baseline's")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"baseline": BaselinePolicy(always="dog")}, "`always: dog` is none of `labels`"),
        (
            {"baseline": BaselinePolicy(always="ant"), "labels": ("ant", "bird")},
            "`labels` names 2 classes, but `values` has 3",
        ),
        ({"baseline": BaselinePolicy(matrix=OLD_MATRIX)}, "`values` has 3 classes, but `baseline.matrix` has 2"),
        (
            {"baseline": BaselinePolicy(matrix=((1, 2, 3), (1, 2), (1, 2, 3)))},
            "row 2 of `baseline.matrix` has 2 columns, expected 3, one a row",
        ),
        ({"baseline": BaselinePolicy(matrix=((0, 0, 0),) * 3)}, "`baseline.matrix` holds no answers"),
        ({"baseline": BaselinePolicy(rule="all-negative")}, "no baseline is given: expected the `matrix` of today's"),
        ({"baseline": BaselinePolicy(always="ant"), "values": ((0, 0, 0),) * 3}, "a model without faults would earn"),
    ],
)
def test_a_baseline_of_several_classes_that_does_not_fit_has_a_reason(fields, reason):
    found = outcome(**ANIMALS | fields)
    assert found.captured is None
    assert found.reasons["captured"].startswith(reason)
    assert found.per_decision is not None


@pytest.mark.parametrize(
    ("matrix", "values", "reason"),
    [
        ((), ((1,),), "`matrix` is not given"),
        (((1,),), (), "`values` is not given"),
        (((1, 2), (3,)), ((1, 2), (3, 4)), "row 2 of `matrix` has 1 column, expected 2, one a row"),
        (((1, 2), (3, 4)), ((1, 2, 3), (3, 4)), "row 1 of `values` has 3 columns, expected 2, one a row"),
        (((1,),), ((1, 2), (3, 4)), "`matrix` has 1 class, but `values` has 2"),
        (((0, 0), (0, 0)), ((1, 2), (3, 4)), "`matrix` holds no answers"),
    ],
)
def test_matrices_that_do_not_fit_have_a_reason(matrix, values, reason):
    assert outcome(matrix=matrix, values=values).reasons["per_decision"] == reason


def test_a_wrong_answer_that_is_worth_more_than_the_right_one_is_noted():
    found = outcome(matrix=((1, 0), (0, 1)), values=((1, 2), (0, 3)), labels=("no", "yes"))
    assert found.notes == ("For `no` a wrong answer is worth more than the right one.",)


COUNTS = st.one_of(
    st.none(), st.sampled_from(["0", "5..10", "1 < 2 < 9", "p10 1 p50 2 p90 4", "3%"]), st.integers(0, 10**15)
)
WORTHS = st.one_of(st.none(), st.sampled_from(["-5..10", "1..2 USD", "1e15", "1e-9..1e15"]), st.floats(-1e15, 1e15))
SHARES = st.one_of(
    st.none(), st.sampled_from([0, 1, "0%", "10%..30%", "1%..3%", "0 < 0.1 < 1", "0..1"]), st.floats(0, 1)
)
VOLUMES = st.sampled_from([None, "1M", "0 per year", "1k..2M per month", "1e15 per hour", "5%"])
CELL_COUNTS = st.none() | st.tuples(*[COUNTS] * 4).map(lambda counts: cells(*counts))
RATES = st.none() | st.builds(
    rates,
    SHARES.filter(lambda s: s is not None),
    SHARES.filter(lambda s: s is not None),
    st.none() | st.integers(1, 10**12),
)
TABLES = st.dictionaries(
    st.sampled_from(CELLS), st.dictionaries(st.sampled_from(CELLS), st.floats(0, 1e15), max_size=4), max_size=4
)
ROWS = st.lists(st.lists(st.floats(0, 1e15), max_size=3).map(tuple), max_size=3).map(tuple)
BASELINES = st.none() | st.builds(
    BaselinePolicy,
    rule=st.sampled_from([None, "all-negative", "all-positive"]),
    confusion=CELL_COUNTS,
    rates=RATES,
    always=st.sampled_from([None, "a", "b", "c"]),
    matrix=ROWS,
)


@given(
    st.builds(
        ModelOutcomes,
        volume=VOLUMES.map(lambda written: None if written is None else estimate(written)),
        confusion=CELL_COUNTS,
        rates=RATES,
        prevalence=SHARES.map(lambda written: None if written is None else estimate(written)),
        value=st.none() | st.tuples(*[WORTHS] * 4).map(lambda values: cells(*values)),
        baseline=BASELINES,
        paired=TABLES,
        threshold=st.none() | st.floats(0, 1),
        labels=st.sampled_from([(), ("a",), ("a", "b"), ("a", "b", "c")]),
        matrix=ROWS,
        values=ROWS,
    )
)
def test_whatever_a_record_says_each_figure_is_finite_or_has_a_reason(outcomes):
    found = model_outcomes(outcomes, "EUR")
    figures = set(found.__slots__) - {"reasons", "notes"}
    for name in figures:
        value = getattr(found, name)
        assert (value is None) == (name in found.reasons), name
        assert value is None or math.isfinite(value), name
    if found.delta_low is not None and found.delta_per_year is not None:
        assert found.delta_low <= found.delta_per_year <= found.delta_high


@given(st.tuples(*[st.integers(1, 1000)] * 4), st.tuples(*[st.floats(-100, 100)] * 4), st.floats(-50, 50))
def test_paying_for_every_answer_shifts_worth_and_no_difference(counts, values, fee):
    base = BaselinePolicy(rule="all-negative")
    before = outcome(confusion=counts, value=values, baseline=base)
    after = outcome(confusion=counts, value=tuple(value + fee for value in values), baseline=base)
    assert after.per_decision == pytest.approx(before.per_decision + fee, abs=1e-9)
    assert after.delta_per_decision == pytest.approx(before.delta_per_decision, abs=1e-9)


@given(st.permutations(range(3)))
def test_the_order_of_classes_does_not_matter(order):
    matrix, values = ((5, 1, 2), (0, 7, 3), (4, 4, 9)), ((1, -2, 3), (4, 5, -6), (7, 8, 9))
    moved = [tuple(tuple(rows[i][j] for j in order) for i in order) for rows in (matrix, values)]
    straight, shuffled = outcome(matrix=matrix, values=values), outcome(matrix=moved[0], values=moved[1])
    assert shuffled.per_decision == pytest.approx(straight.per_decision, rel=EXACT)
