import pytest

from roi_plugin.rules.reasons import is_bound, is_ruled_out


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("", False),
        ("rejected_because: Too dear", False),
        ("rejected_because: 40k EUR a year dearer", True),
        ("rejected_because: See section 4", False),
        ("chosen_because: 40k EUR a year cheaper", False),
        ("constraint: Data must stay in our own halls", True),
    ],
)
def test_an_option_is_ruled_out_by_an_amount_or_a_constraint(record, option, expected):
    assert is_ruled_out(record(f"options: [{{id: a, {option}}}]").options[0]) is expected


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("evidence: contract", False),
        ("constraint: By contract", False),
        ("constraint: By contract, evidence: contract", True),
        ("constraint: By contract, evidence: [hearsay]", False),
        ("constraint: By contract, evidence: none", False),
        ("constraint: By contract, evidence: [hearsay, signed-2025]", True),
        ("constraint: By contract, evidence: to-sign", False),
    ],
)
def test_a_constraint_binds_when_it_rests_on_more_than_a_guess(record, context, option, expected):
    listed = "{id: signed-2025, kind: contract}, {id: to-sign, kind: contract, date: 2026-09-11}"
    evidence = f"evidence: [{{id: hearsay, kind: none}}, {listed}]"
    decision = record(f"{{options: [{{id: a, {option}}}], {evidence}}}")
    assert is_bound(decision.options[0], decision, context(decision)) is expected
