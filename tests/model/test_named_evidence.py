import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.estimate import Evidence
from roi_plugin.model.named_evidence import named_evidence

OFFER = Evidence(id="offer-2026", kind="quote", date=dt.date(2026, 1, 5))


def test_a_name_is_an_entry_of_the_list_and_a_plain_word_is_a_kind():
    day = dt.date(2026, 3, 2)
    decision = Decision(id="1", path="1.md", number="1", title="X", status=Status.DRAFT, date=day, evidence=(OFFER,))
    survey = Evidence(id="survey", kind="survey")
    assert named_evidence(["survey", "offer-2026"], decision, day) == (survey, OFFER)
    assert named_evidence([], decision, day) == ()


@pytest.mark.parametrize(("today", "kind"), [("2026-01-04", "none"), ("2026-01-05", "quote")])
def test_what_is_dated_later_is_no_more_than_a_guess(today, kind):
    day = dt.date(2026, 3, 2)
    decision = Decision(id="1", path="1.md", number="1", title="X", status=Status.DRAFT, date=day, evidence=(OFFER,))
    (found,) = named_evidence(["offer-2026"], decision, dt.date.fromisoformat(today))
    assert (found.id, found.kind) == ("offer-2026", kind)
