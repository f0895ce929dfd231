"""A review before its decision, or what is told of a day to come, is a slip of the pen."""

import datetime as dt

import pytest

from roi_plugin.model.date_problems import date_problems
from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.governance import Review
from roi_plugin.model.measurement import Guardrail, KeyResult, Observation, Okr

BEFORE, DAY, AFTER = dt.date(2025, 3, 1), dt.date(2026, 3, 2), dt.date(2026, 9, 1)
TODAY = dt.date(2026, 9, 3)


@pytest.mark.parametrize(
    ("due", "held", "places"),
    [
        (None, [], []),
        (AFTER, [AFTER], []),
        (DAY, [DAY], []),
        (BEFORE, [], ["review_due"]),
        (AFTER, [DAY, BEFORE], ["reviews[1].date"]),
        (BEFORE, [BEFORE], ["review_due", "reviews[0].date"]),
    ],
)
@pytest.mark.parametrize("status", ["draft", "proposed", "accepted"])
def test_a_review_comes_after_the_decision(decision, due, held, places, status):
    record = decision("1-a", status=status, date=DAY, review_due=due, reviews=tuple(Review(date=day) for day in held))
    found = list(date_problems(record, TODAY))
    assert [dotted(problem.field) for problem in found] == places
    assert {problem.severity for problem in found} <= {Severity.WARNING}


@pytest.mark.parametrize("status", ["rejected", "deprecated", "superseded"])
def test_the_date_of_a_retired_decision_is_the_day_of_its_end(decision, status):
    record = decision("1-a", status=status, date=DAY, review_due=BEFORE, reviews=(Review(date=BEFORE),))
    assert list(date_problems(record, TODAY)) == []


def test_the_message_names_both_days(decision):
    (problem,) = date_problems(decision("1-a", date=DAY, review_due=BEFORE), TODAY)
    assert problem.message == "the review is due on 2025-03-01, before the record's own `date` of 2026-03-02"


TOMORROW, LATER = dt.date(2026, 9, 4), dt.date(2026, 9, 5)


def _told(decision, day, status="accepted"):
    seen = (Observation(date=DAY), Observation(date=day))
    return decision(
        "1-a",
        status=status,
        date=DAY,
        reviews=(Review(date=day, observations=seen),),
        guardrails=(Guardrail(metric="latency", limit="<= 200 ms", observations=seen),),
        okr=(Okr(objective="More", key_results=(KeyResult(metric="users", updated=day), KeyResult(metric="paid"))),),
    )


def test_what_is_told_as_past_is_not_still_to_come(decision):
    assert list(date_problems(_told(decision, TOMORROW), TODAY)) == []
    found = list(date_problems(_told(decision, LATER), TODAY))
    assert {(problem.name, problem.severity) for problem in found} == {("schema/future-date", Severity.WARNING)}
    assert [(dotted(problem.field), problem.message) for problem in found] == [
        ("reviews[0].date", "the review was held on 2026-09-05, and today is 2026-09-03"),
        ("reviews[0].observations[1].date", "it was observed on 2026-09-05, and today is 2026-09-03"),
        ("guardrails[0].observations[1].date", "it was observed on 2026-09-05, and today is 2026-09-03"),
        ("okr[0].key_results[0].updated", "it was updated on 2026-09-05, and today is 2026-09-03"),
    ]


@pytest.mark.parametrize(
    ("status", "places"),
    [("draft", []), ("proposed", []), ("accepted", ["date"]), ("rejected", ["date"]), ("superseded", ["date"])],
)
def test_a_proposal_may_be_dated_to_the_day_it_is_decided_on(decision, status, places):
    found = date_problems(decision("1-a", status=status, date=LATER), TODAY)
    assert [dotted(problem.field) for problem in found] == places
