import datetime as dt

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.estimate import Evidence
from roi_plugin.model.named_evidence import named_evidence

OFFER = Evidence(id="offer-2026", kind="quote", date=dt.date(2026, 1, 5))


def test_a_name_is_an_entry_of_the_list_and_a_plain_word_is_a_kind():
    day = dt.date(2026, 3, 2)
    decision = Decision(id="1", path="1.md", number="1", title="X", status=Status.DRAFT, date=day, evidence=(OFFER,))
    survey = Evidence(id="survey", kind="survey")
    assert named_evidence(["survey", "offer-2026"], decision) == (survey, OFFER)
    assert named_evidence([], decision) == ()
