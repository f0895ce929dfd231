import pytest


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{}", ["review_due"]),
        ("{review_due: 2026-09-01}", []),
        ("{reviews: [{date: 2026-08-01, outcome: kept}]}", []),
        ("{reviews: [{date: 2026-08-01, outcome: too-early}]}", ["review_due"]),
        ("{status: draft}", []),
        ("{status: proposed}", []),
        ("{status: rejected}", []),
        ("{status: deprecated}", []),
        ("{status: superseded}", []),
    ],
)
def test_an_accepted_decision_has_a_day_to_look_back(fields, record, expected):
    assert fields("no-review-date", record) == expected


def test_a_decision_that_another_one_replaced_is_not_nagged(fields, record):
    assert fields("no-review-date", "{}", record("supersedes: [0001]", path="0002-new.md")) == []
