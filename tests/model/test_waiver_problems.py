import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import dotted
from roi_plugin.model.governance import Waiver
from roi_plugin.model.waiver_problems import waiver_problems

DAY = dt.date(2026, 1, 1)


def found(reason, by):
    waiver = Waiver(rule="no-baseline", reason=reason, by=by, until=DAY)
    record = Decision(id="1", path="1.md", number="1", title="A", status=Status.DRAFT, date=DAY, waivers=(waiver,))
    return list(waiver_problems(record))


@pytest.mark.parametrize(
    ("reason", "by", "places"),
    [
        ("measured from May on", "lee", []),
        ("TBD", "lee", ["waivers[0].reason"]),
        ("n/a", "?", ["waivers[0].reason", "waivers[0].by"]),
        ("measured from May on", "nobody", ["waivers[0].by"]),
        ("12", "kim", []),
    ],
)
def test_a_waiver_says_why_and_who_allows_it(reason, by, places):
    assert [dotted(problem.field) for problem in found(reason, by)] == places


def test_the_message_says_that_the_waiver_has_no_effect():
    (problem,) = found("TBD", "lee")
    assert problem.message == (
        "`TBD` does not say why the record may break the rule: the waiver of `no-baseline` has no effect"
    )
