"""Which metrics are a model's test and which are the business."""

import pytest

from roi_plugin.rules.offline_metrics import is_of_a_test_set, is_offline

ML, BOUGHT, UNNAMED = "kind: ml, ", "kind: buy, ", ""


@pytest.mark.parametrize(
    ("metric", "kind", "offline"),
    [
        ("id: auc", UNNAMED, True),
        ("id: ROC-AUC", UNNAMED, True),
        ("id: f1", UNNAMED, True),
        ("id: f1_score", UNNAMED, True),
        ("id: macro.f1", UNNAMED, True),
        ("id: rmse", UNNAMED, True),
        ("id: forecast_mape", UNNAMED, True),
        ("id: ndcg_10", UNNAMED, True),
        ("id: precision_at_10", UNNAMED, True),
        ("id: accuracy", ML, True),
        ("id: model_accuracy", ML, True),
        ("id: recall", ML, True),
        ("id: accuracy", UNNAMED, False),
        ("id: stock_accuracy", BOUGHT, False),
        ("id: recall_rate", BOUGHT, False),
        ("id: f1_ticket_sales", UNNAMED, False),
        ("id: booking_rate", ML, False),
        ("id: offline_sales", ML, False),
        ("id: caucus", ML, False),
        ("id: relevance, definition: Hits on the test set of May", UNNAMED, True),
        ("id: relevance, definition: Measured offline", UNNAMED, True),
        ("id: bookings, definition: Bookings beyond those of the hold-out group", ML, False),
        ("id: accuracy, attribution: ab-test", ML, False),
        ("id: accuracy, attribution: holdout", ML, True),
    ],
)
def test_a_name_of_tests_of_models_is_offline_unless_production_measures_it(record, metric, kind, offline):
    decision = record(f"{{options: [{{id: x, {kind}chosen: true}}], metrics: [{{{metric}}}]}}")
    assert is_offline(decision.metrics[0], decision) is offline


def test_a_model_s_outcomes_say_that_it_learns(record):
    options = "[{id: x, chosen: true, model_outcomes: {prevalence: 5%}}]"
    decision = record(f"{{options: {options}, metrics: [{{id: accuracy}}]}}")
    assert is_offline(decision.metrics[0], decision)


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("id: auc, sample: {units: 100}", True),
        ("id: auc, sample: {units: 100 per month}", False),
        ("id: auc, sample: {split: 0.5}", False),
        ("id: auc", False),
        ("id: click_rate, sample: {units: 300}", False),
    ],
)
def test_a_test_set_has_a_fixed_number_of_cases(record, metric, expected):
    decision = record(f"metrics: [{{{metric}}}]")
    assert is_of_a_test_set(decision.metrics[0], decision) is expected
