import pytest

from roi_plugin.rules.trials import trials


@pytest.mark.parametrize(
    ("gain", "expected"),
    [
        ("value: 5k", []),
        ("value: {value: 5k, evidence: [log, trial]}", ["trial"]),
        ("value: 5k, p: {value: 0.4, evidence: trial}", ["trial"]),
        ("value: n * 2, inputs: {n: {value: 5k, evidence: pilot}}", ["pilot"]),
        ("value: {value: 5k, evidence: planned}", []),
        ("value: {value: 5k, evidence: log}, p: {value: 0.4, evidence: vendor}", []),
    ],
)
def test_a_gain_was_tried_where_a_trial_stands_behind_any_of_its_numbers(record, context, gain, expected):
    planned = "{id: planned, kind: pilot, date: 2099-01-05}"
    evidence = f"evidence: [{{id: trial, kind: experiment}}, {{id: log, kind: data}}, {planned}]"
    decision = record(f"{{options: [{{id: x, gains: [{{id: g, {gain}}}]}}], {evidence}}}")
    assert [entry.id for entry in trials(decision.options[0].gains[0], decision, context(decision))] == expected
