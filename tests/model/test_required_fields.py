"""What a team's policy requires of its records beyond the schema."""

import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Goal, Status
from roi_plugin.model.policy import Judging
from roi_plugin.model.required_fields import required_field_problems

REQUIRED = {"all": ("owner",), "decision": ("review_due",), "experiment": ("kill_if",)}


def missing(strict_from=None, **given):
    plain = {"id": "1", "path": "1.md", "number": "1", "title": "A", "status": Status.ACCEPTED}
    record = Decision(**{**plain, "date": dt.date(2026, 1, 1), **given})
    judging = Judging(required=REQUIRED, strict_from=strict_from)
    return [(problem.field[0], problem.severity.value) for problem in required_field_problems(record, judging)]


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, [("owner", "error"), ("review_due", "error")]),
        ({"type": "experiment", "owner": "kim"}, [("kill_if", "error")]),
        ({"owner": "kim", "review_due": dt.date(2027, 1, 1)}, []),
        ({"status": Status.DRAFT}, []),
        ({"status": Status.DEPRECATED}, []),
        ({"owner": "kim", "strict_from": dt.date(2026, 2, 1)}, [("review_due", "warning")]),
    ],
)
def test_open_records_must_have_what_their_type_requires(given, fields):
    assert missing(**given) == fields


def test_an_answer_of_no_is_an_answer():
    record = Decision(
        id="1",
        path="1.md",
        number="1",
        title="A",
        status=Status.ACCEPTED,
        date=dt.date(2026, 1, 1),
        personal_data=False,
    )
    assert list(required_field_problems(record, Judging(required={"all": ("personal_data",)}))) == []


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, ["problem"]),
        ({"problem": "Lost bookings"}, []),
        ({"goal": Goal(problem="Lost bookings")}, []),
        ({"goal": Goal(request="A new model")}, ["problem"]),
    ],
)
def test_the_problem_may_stand_in_the_goal(given, fields):
    plain = {"id": "1", "path": "1.md", "number": "1", "title": "A", "status": Status.ACCEPTED}
    record = Decision(**{**plain, "date": dt.date(2026, 1, 1), **given})
    found = required_field_problems(record, Judging(required={"all": ("problem",)}))
    assert [problem.field[0] for problem in found] == fields
