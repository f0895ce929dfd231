"""How exactly a test set tells a lead: the specification's sections E0.6 and E0.9, and counts by hand."""

import math

import pytest

from roi_plugin.economics.hold_out_claims import claim_of_metric, claim_of_outcomes
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.measurement import Metric, Sample
from roi_plugin.model.model_outcomes import BaselinePolicy, Cells, ModelOutcomes, Rates

Z = 1.959964


@pytest.fixture
def outcomes(estimate):
    def cells(counts):
        return Cells(**{cell: estimate(count) for cell, count in zip(("tp", "fp", "fn", "tn"), counts, strict=True)})

    def build(confusion=None, old=None, rule=None, rates=None, **fields):
        baseline = BaselinePolicy(confusion=cells(old) if old else None, rule=rule) if old or rule else None
        if rates:
            tpr, fpr, sample = rates
            fields["rates"] = Rates(tpr=estimate(tpr), fpr=estimate(fpr), sample=sample)
        if "prevalence" in fields:
            fields["prevalence"] = estimate(fields["prevalence"])
        return ModelOutcomes(confusion=cells(confusion) if confusion else None, baseline=baseline, **fields)

    return build


@pytest.fixture
def metric(estimate):
    def build(units=100, baseline="90%", mde="1pp", **sample):
        written = {"baseline": baseline, "mde": mde}
        return Metric(
            id="accuracy",
            sample=Sample(units=estimate(units), **sample),
            **{name: estimate(value) for name, value in written.items() if value is not None},
        )

    return build


def test_a_hundred_cases_cannot_tell_a_lead_of_one_point(outcomes):
    claim = claim_of_outcomes(outcomes((40, 5, 5, 50), old=(39, 5, 6, 50)), 0.05)
    assert (claim.delta, claim.size, claim.paired) == (pytest.approx(0.01), 100, False)
    assert claim.half_width == pytest.approx(0.0588, abs=5e-5)  # E0.6: 5.9 points
    assert claim.needed == 3_458  # E0.6


def test_the_flagship_leads_by_more_than_its_test_set_blurs(outcomes):
    claim = claim_of_outcomes(outcomes((620, 180, 140, 9060), old=(560, 210, 200, 9030)), 0.05)
    assert claim.delta == pytest.approx(0.009)
    assert claim.half_width == pytest.approx(Z * math.sqrt(0.968 * 0.032 / 10_000))


def test_only_the_cases_that_differ_blur_a_lead_on_the_same_cases(outcomes):
    table = {"tp": {"tp": 38, "fn": 2}, "fn": {"tp": 1, "fn": 4}, "fp": {"fp": 5}, "tn": {"tn": 50}}
    claim = claim_of_outcomes(outcomes(paired=table), 0.05)
    assert (claim.delta, claim.paired) == (pytest.approx(0.01), True)
    assert claim.half_width == pytest.approx(Z * math.sqrt(0.03 / 100))


def test_a_table_of_a_part_of_the_answers_leaves_the_test_sets_apart(outcomes):
    table = {"tp": {"tp": 30, "fn": 2}}
    assert not claim_of_outcomes(outcomes((40, 5, 5, 50), old=(39, 5, 6, 50), paired=table), 0.05).paired


@pytest.mark.parametrize(
    ("rule", "delta", "differing"), [("all-negative", 35, 45), ("all-positive", 45, 55), (None, None, None)]
)
def test_a_fixed_answer_was_given_to_the_same_cases(outcomes, rule, delta, differing):
    if rule is None:
        with pytest.raises(NoFigureError, match="no baseline is given"):
            claim_of_outcomes(outcomes((40, 5, 5, 50)), 0.05)
        return
    claim = claim_of_outcomes(outcomes((40, 5, 5, 50), rule=rule), 0.05)
    assert (claim.delta, claim.paired) == (pytest.approx(delta / 100), True)
    assert claim.half_width == pytest.approx(Z * math.sqrt(differing / 100 / 100))


def test_rates_count_with_the_size_of_their_sample(outcomes):
    claim = claim_of_outcomes(outcomes(rates=("80%", "10%", 400), prevalence="50%", rule="all-negative"), 0.05)
    assert (claim.delta, claim.size) == (pytest.approx(0.35), 400)
    with pytest.raises(NoFigureError, match="the size of the test set is not known: add `sample`"):
        claim_of_outcomes(outcomes(rates=("80%", "10%", None), prevalence="50%", rule="all-negative"), 0.05)


def test_answers_that_are_all_right_are_blurred_too(outcomes):
    claim = claim_of_outcomes(outcomes((20, 0, 0, 10), old=(19, 0, 1, 10)), 0.05)
    assert claim.half_width == pytest.approx(Z**2 / (30 + Z**2) / 2)


def test_a_metric_claims_the_change_it_seeks(metric):
    claim = claim_of_metric(metric(), 0.05)
    assert (claim.delta, claim.size, claim.paired, claim.needed) == (pytest.approx(0.01), 100, False, 3_458)


def test_pairs_of_a_metric_differ_as_often_as_it_says(metric):
    claim = claim_of_metric(metric(units=3_138, discordant=0.04), 0.05)
    assert claim.paired
    assert claim.half_width == pytest.approx(Z * math.sqrt(0.04 / 3_138))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"baseline": "12 min", "sd": 3.0}, "is no share of a known number of cases"),
        ({"mde": None}, "add `mde`"),
        ({"baseline": None}, "add `baseline`"),
    ],
)
def test_what_is_missing_has_a_reason(metric, fields, reason):
    with pytest.raises(NoFigureError, match=reason):
        claim_of_metric(metric(**fields), 0.05)


def test_a_lead_of_nothing_needs_no_number_of_cases(outcomes):
    claim = claim_of_outcomes(outcomes((40, 5, 5, 50), old=(40, 5, 5, 50)), 0.05)
    assert claim.delta == 0
    with pytest.raises(NoFigureError, match="too large"):
        _ = claim.needed


def test_several_classes_claim_by_their_right_answers():
    counts = ((40, 2, 3), (1, 30, 4), (0, 0, 20))
    apart = claim_of_outcomes(
        ModelOutcomes(matrix=counts, baseline=BaselinePolicy(matrix=((38, 4, 3), (1, 30, 4), (0, 0, 20)))), 0.05
    )
    assert (apart.delta, apart.size, apart.paired) == (pytest.approx(0.02), 100, False)
    assert apart.half_width == pytest.approx(Z * math.sqrt(0.9 * 0.1 / 100))
    always = claim_of_outcomes(
        ModelOutcomes(labels=("a", "b", "c"), matrix=counts, baseline=BaselinePolicy(always="a")), 0.05
    )
    assert (always.delta, always.paired) == (pytest.approx((50 - 5) / 100), True)
    assert always.half_width == pytest.approx(Z * math.sqrt(55 / 100 / 100))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"matrix": ((1, 2), (3,))}, "row 2 of `matrix` has 1 column"),
        ({"matrix": ((0, 0), (0, 0)), "baseline": BaselinePolicy(matrix=((1, 0), (0, 1)))}, "holds no answers"),
        ({"matrix": ((1, 0), (0, 1))}, "no baseline is given"),
        ({"matrix": ((1, 0), (0, 1)), "baseline": BaselinePolicy(always="c"), "labels": ("a", "b")}, "no baseline is"),
    ],
)
def test_matrices_that_do_not_fit_have_a_reason(fields, reason):
    with pytest.raises(NoFigureError, match=reason):
        claim_of_outcomes(ModelOutcomes(**fields), 0.05)
