"""The events of a register: what git knows, what records keep, newest first."""

import datetime as dt

import pytest

from roi_plugin.language import speaking
from roi_plugin.model.event_words import event_words
from roi_plugin.model.events import Kind, record_events, register_events
from roi_plugin.model.governance import Amendment, Review
from roi_plugin.model.history import History, RecordHistory, State, Version


def _day(number):
    return dt.date(2026, 1, number)


def _version(day, status=None, *, delivery=None, path="decisions/0001-a.md", commit="c0ffee", **more):
    state = State(status=status, delivery=delivery, title=more.pop("title", None))
    return Version(date=_day(day), path=path, state=state, commit=commit, author="Ana", **more)


def _history(*versions, **more):
    return RecordHistory(versions=versions, **more)


def _said(*versions, **more):
    events = record_events("0001-a.md", None, _history(*versions, **more))
    return [(event.date.day, event_words(event)) for event in events]


REMOVED = {"is_removal": True}


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        ([_version(1, "proposed")], [(1, "added as proposed")]),
        ([_version(1)], [(1, "added")]),
        ([_version(1, "draft")], [(1, "added as a draft")]),
        ([_version(1, "accepted", delivery="in-progress")], [(1, "added as accepted, in progress")]),
        (
            [_version(1, "proposed"), _version(2, "accepted", delivery="delivered")],
            [(1, "added as proposed"), (2, "accepted (was proposed), delivered")],
        ),
        ([_version(1, "accepted"), _version(2, "accepted")], [(1, "added as accepted")]),
        (
            [_version(1, "accepted", delivery="planned"), _version(2, "accepted")],
            [(1, "added as accepted, planned"), (2, "delivery no longer said")],
        ),
        (
            [_version(1, "accepted", path="decisions/0004-a.md"), _version(2, "accepted")],
            [(1, "added as accepted"), (2, "renumbered from 0004")],
        ),
        (
            [_version(1, "accepted", path="decisions/0001-old.md"), _version(2, "deprecated")],
            [(1, "added as accepted"), (2, "renamed from 0001-old.md, deprecated (was accepted)")],
        ),
        (
            [_version(1, "accepted", path="adr/0001-a.md"), _version(2, "accepted")],
            [(1, "added as accepted"), (2, "moved from adr")],
        ),
        (
            [_version(1, "accepted"), _version(2, **REMOVED), _version(3, "accepted")],
            [(1, "added as accepted"), (2, "removed"), (3, "restored")],
        ),
    ],
)
def test_each_commit_that_changed_a_record_is_one_event_in_words(versions, said):
    assert _said(*versions) == said


def test_what_came_before_the_clone_begins_is_no_event():
    assert _said(_version(1, "proposed"), _version(2, "accepted"), is_whole=False) == [(2, "accepted (was proposed)")]


def test_the_record_s_own_date_counts_only_where_git_knows_nothing(decision):
    one = decision("0001-a", status="superseded", date=_day(5))
    (event,) = record_events("0001-a.md", one, None)
    assert (event.date, event.kinds, event.is_own) == (_day(5), (Kind.DATED,), True)
    assert event_words(event) == "date of the record (superseded now)"
    (event,) = record_events("0001-a.md", one, _history(_version(1, "superseded")))
    assert event_words(event) == "added as superseded"


def test_reviews_and_amendments_stand_among_what_git_knows_by_their_days(decision):
    one = decision(
        "0001-a",
        reviews=(Review(date=_day(3), by=("kim", "lee"), outcome="kept"), Review(date=_day(9))),
        amendments=(Amendment(date=_day(3), field="options[1].gain", why="late", by="ana"),),
    )
    history = _history(_version(1, "proposed"), _version(3, "accepted"))
    events = record_events("0001-a.md", one, history)
    assert [(event.date.day, event_words(event), event.author) for event in events] == [
        (1, "added as proposed", "Ana"),
        (3, "accepted (was proposed)", "Ana"),
        (3, "forecast amended: options[1].gain", "ana"),
        (3, "reviewed: kept", "kim, lee"),
        (9, "reviewed", None),
    ]


def test_the_outcome_of_a_review_is_told_in_the_language_of_pages(decision):
    one = decision("0001-a", reviews=(Review(date=_day(3), outcome="too-early"),))
    event = record_events("0001-a.md", one, _history(_version(1, "accepted")))[-1]
    with speaking({"reviewed: %(what)s": "überprüft: %(what)s", "too-early": "zu früh"}):
        assert event_words(event) == "überprüft: zu früh"


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("depends_on", "confirmed: depends_on"),
        ("`depends_on[1]`", "confirmed: `depends_on[1]`"),
        ("metrics[clicks]", "forecast amended: metrics[clicks]"),
    ],
)
def test_an_amendment_of_links_confirms_and_changes_no_forecast(decision, field, words):
    one = decision("0001-a", amendments=(Amendment(date=_day(3), field=field, why="read again"),))
    events = record_events("0001-a.md", one, _history(_version(1, "accepted")))
    assert [event_words(event) for event in events] == ["added as accepted", words]


def _register():
    return History(
        by_path={
            "0001-a.md": _history(_version(1, "proposed"), _version(3, "accepted", commit=None)),
            "0002-b.md": _history(_version(3, "accepted", path="decisions/0002-b.md")),
            "index.md": _history(_version(2, path="decisions/index.md")),
            "policy.yml": _history(_version(2, path="decisions/policy.yml"), _version(4, path="decisions/policy.yml")),
        },
        gone=(
            _history(
                _version(1, "draft", path="decisions/0003-c.md", title="Gone"),
                _version(2, path="decisions/0003-c.md", **REMOVED),
            ),
        ),
        root="decisions/",
    )


def test_all_events_stand_newest_first_with_those_of_removed_records_and_of_the_policy(decision):
    events = register_events({"0001-a.md": decision("0001-a"), "0002-b.md": None}, _register())
    assert [(event.date.day, event.path, event_words(event)) for event in events] == [
        (4, "policy.yml", "rates or limits changed"),
        (3, "0002-b.md", "added as accepted"),
        (3, "0001-a.md", "accepted (was proposed)"),
        (2, "policy.yml", "rates or limits changed"),
        (2, "0003-c.md", "removed"),
        (1, "0003-c.md", "added as a draft"),
        (1, "0001-a.md", "added as proposed"),
    ]
    assert [(event.title, event.is_gone) for event in events if event.path == "0003-c.md"] == [("Gone", True)] * 2
    assert [event.commit for event in events if event.path == "0001-a.md"] == [None, "c0ffee"]


def test_two_changes_of_one_record_on_one_day_keep_their_order():
    history = History(by_path={"0001-a.md": _history(_version(1, "draft"), _version(1, "proposed"))})
    events = register_events({"0001-a.md": None}, history)
    assert [event_words(event) for event in events] == ["proposed (was draft)", "added as a draft"]
