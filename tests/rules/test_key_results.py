"""Which key results can still be changed, and what they are called."""

import datetime as dt

import pytest

from roi_plugin.model.finding import dotted
from roi_plugin.rules.key_results import called, open_key_results, open_objectives

TODAY = dt.date(2026, 9, 10)


def test_what_is_past_due_is_over(record):
    decision = record("""
        okr:
          - {objective: A, key_results: [{id: late, due: 2026-09-09}, {id: last-day, due: 2026-09-10}, {id: open}]}
          - {objective: B, key_results: [{id: late, due: 2026-06-30}]}
          - {objective: C}
    """)
    assert [okr.objective for _, okr in open_objectives(decision, TODAY)] == ["A", "C"]
    found = [(dotted(place), result.id) for place, result in open_key_results(decision, TODAY)]
    assert found == [("okr[0].key_results[1]", "last-day"), ("okr[0].key_results[2]", "open")]


@pytest.mark.parametrize(
    ("result", "name"),
    [
        ("id: KR1, text: Raise it", "`KR1`"),
        ("text: Raise it", "\u201cRaise it\u201d"),
        (f"text: {'word ' * 20}", f"\u201c{'word ' * 9}wo...\u201d"),
        ("metric: booking_rate", "\u201cbooking_rate\u201d"),
        ("to: 5", "the key result"),
    ],
)
def test_a_key_result_is_called_by_its_id_or_its_words(record, result, name):
    decision = record(f"okr: {{objective: A, key_results: [{{{result}}}]}}")
    assert called(decision.okr[0].key_results[0]) == name
