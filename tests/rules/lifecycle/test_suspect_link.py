"""When a link to a decision that changed is suspect, and what is said of it."""

import datetime as dt

import pytest

from roi_plugin.model.frozen_fields import ChangedLeaf
from roi_plugin.model.record_past import ChangedNeed, RecordPast

RULE = "suspect-link"
ACCEPTED, LATER = dt.date(2026, 3, 2), dt.date(2026, 5, 4)
COST = ChangedLeaf(key="options[store].cost", before="40k..60k", after="90k..140k")
LINKS = "depends_on: ['0006', '0007']"


def past(*changes, index=1, since=ACCEPTED, again=None):
    need = ChangedNeed(index=index, since=since, changes=changes, again=again)
    return RecordPast(accepted=ACCEPTED, needs=(need,))


@pytest.mark.parametrize(
    ("own", "needed", "expected"),
    [
        ("", "{}", ["depends_on[1]"]),
        ("", "delivery: delivered", ["depends_on[1]"]),
        ("status: proposed", "{}", []),
        ("status: deprecated", "{}", []),
        ("", "status: deprecated", []),
        ("", "delivery: reverted", []),
    ],
)
def test_a_decision_in_force_is_asked_about_what_it_depends_on_and_what_still_stands(
    fields, record, own, needed, expected
):
    others = record("{}", path="0006-a.md"), record(needed, path="0007-b.md")
    assert fields(RULE, f"{LINKS}\n{own}", *others, past=past(COST)) == expected


def test_of_a_decision_that_was_replaced_only_the_dead_link_is_told(fields, record):
    others = record("{}", path="0007-b.md"), record("supersedes: ['0007']", path="0009-c.md")
    assert fields(RULE, LINKS, *others, past=past(COST)) == []
    assert fields("depends-on-dead-decision", LINKS, *others, past=past(COST)) == ["depends_on[1]"]


def test_nothing_is_asked_where_nothing_changed_or_the_decision_is_unknown(fields, record):
    assert fields(RULE, LINKS, record("{}", path="0007-b.md"), past=RecordPast(accepted=ACCEPTED)) == []
    assert fields(RULE, LINKS, past=past(COST)) == []


@pytest.fixture
def said(record, problems_of):
    """The message and the help about a record with this past."""

    def ask(known, text=LINKS):
        found = problems_of(record(text), record("{}", path="0007-b.md"), past=known)
        return next((one.message, one.help) for one in found if one.name == f"risk/{RULE}")

    return ask


AGAIN = "which had ended and was accepted again on 2026-06-01, after this decision was accepted on 2026-03-02"
CHANGED = "`options[store].cost` was `40k..60k`; now it is `90k..140k`"


@pytest.mark.parametrize(
    ("known", "message"),
    [
        (past(COST), f"which changed after this decision was accepted on 2026-03-02: {CHANGED}"),
        (past(COST, since=LATER), f"which changed after this decision was linked to it on 2026-05-04: {CHANGED}"),
        (
            past(again=dt.date(2026, 6, 1)),
            AGAIN,
        ),
        (
            past(COST, again=dt.date(2026, 6, 1)),
            f"{AGAIN}: {CHANGED}",
        ),
    ],
)
def test_the_message_says_what_changed_and_since_when(said, known, message):
    assert said(known)[0] == f"depends on `0007-b`, {message}"


@pytest.mark.parametrize(
    ("count", "end"), [(3, "now it is `90k..140k`"), (4, ", 1 more change"), (9, ", 6 more changes")]
)
def test_three_changes_are_told_and_the_rest_counted(said, count, end):
    message, _ = said(past(*[COST] * count))
    assert message.count("`options[store].cost`") == 3
    assert message.endswith(end)


@pytest.mark.parametrize(
    ("text", "index", "link"), [(LINKS, 1, '"depends_on[1]"'), ("depends_on: ['0007']", 0, "depends_on")]
)
def test_the_help_is_an_entry_for_this_link_alone(said, text, index, link):
    entry = f"{{date: 2026-09-10, field: {link}, why: Read again and it still holds}}"
    told = f"read `0007-b` again; if this decision still holds, add a review of today, or to `amendments` `{entry}`"
    assert said(past(COST, index=index), text)[1] == told


def test_a_day_of_a_review_is_that_of_a_confirmation(said):
    message, _ = said(past(COST, since=LATER), f"{LINKS}\nreviews: [{{date: {LATER}}}]")
    assert "after this decision was last confirmed on 2026-05-04" in message
