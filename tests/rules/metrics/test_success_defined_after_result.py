"""When success counts as defined after the result, and what is said of it."""

import datetime as dt

import pytest

from roi_plugin.model.record_past import LateCriterion, MovedField, RecordPast

RULE = "success-defined-after-result"
ACCEPTED, MEASURED = dt.date(2026, 3, 2), dt.date(2026, 6, 1)
CLICKS = MovedField(
    key="metrics[clicks]", index_key="metrics[0]", field=("metrics", 0), before=None, after="clicks: 5%"
)
BASELINE = MovedField(
    key="metrics[clicks].baseline",
    index_key="metrics[0].baseline",
    field=("metrics", 0, "baseline"),
    before="5%",
    after="4%",
)
TARGET = MovedField(
    key="key_results[KR1].to",
    index_key="okr[0].key_results[0].to",
    field=("okr", 0, "key_results", 0, "to"),
    before=9,
    after=7,
)
TEXT = "metrics: [{id: clicks, baseline: 4%}]"


def past(*moved):
    return RecordPast(accepted=ACCEPTED, late=tuple(LateCriterion(moved=one, measured=MEASURED) for one in moved))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("", ["metrics[0].baseline"]),
        ("status: deprecated", ["metrics[0].baseline"]),
        ("delivery: reverted", ["metrics[0].baseline"]),
        ("status: proposed", []),
        ("status: rejected", []),
    ],
)
def test_what_was_accepted_once_is_asked(fields, state, expected):
    assert fields(RULE, f"{TEXT}\n{state}", past=past(BASELINE), stakes=1) == expected


def test_nothing_is_asked_of_a_small_decision_or_where_nothing_came_late(fields):
    assert fields(RULE, TEXT, past=past(BASELINE), stakes=0) == []
    assert fields(RULE, TEXT, past=RecordPast(accepted=ACCEPTED), stakes=1) == []


@pytest.mark.parametrize(
    ("moved", "field", "is_answer"),
    [
        (BASELINE, "metrics[clicks].baseline", True),
        (BASELINE, "metrics[0].baseline", True),
        (BASELINE, "metrics[clicks]", True),
        (BASELINE, "clicks", True),
        (BASELINE, "metrics", True),
        (BASELINE, "metrics[calls]", False),
        (BASELINE, "metrics[clicks].mde", False),
        (CLICKS, "metrics[clicks]", True),
        (CLICKS, "options", False),
        (TARGET, "key_results[KR1]", True),
        (TARGET, "okr[0].key_results[0].to", True),
        (TARGET, "key_results[KR2]", False),
    ],
)
def test_an_amendment_that_names_the_metric_or_the_value_answers(fields, moved, field, is_answer):
    text = f"{TEXT}\namendments: [{{date: 2026-07-01, field: '{field}', why: Exploratory}}]"
    assert (fields(RULE, text, past=past(moved), stakes=1) == []) is is_answer


@pytest.mark.parametrize(
    ("day", "why", "is_answer"),
    [
        ("2026-05-31", "Exploratory", False),
        ("2026-06-01", "Exploratory", True),
        ("2026-09-10", "Exploratory", True),
        ("2026-09-11", "Exploratory", False),
        ("2026-07-01", "TBD", False),
    ],
)
def test_an_amendment_has_to_say_why_and_to_be_of_after_the_result(fields, day, why, is_answer):
    text = f"{TEXT}\namendments: [{{date: {day}, field: clicks, why: {why}}}]"
    assert (fields(RULE, text, past=past(BASELINE), stakes=1) == []) is is_answer


EXPLORATORY = "or say with an entry in `amendments` that it is exploratory, and what will confirm it"


@pytest.mark.parametrize(
    ("moved", "message", "advice"),
    [
        (CLICKS, "`metrics[clicks]` was not there; now it is `clicks: 5%`", ("take it out", "metrics[clicks]")),
        (BASELINE, "`metrics[clicks].baseline` was `5%`; now it is `4%`", ("put it back", "metrics[clicks]")),
        (TARGET, "`key_results[KR1].to` was `9`; now it is `7`", ("put it back", "key_results[KR1]")),
    ],
)
def test_the_message_says_what_stood_there_on_the_day_of_the_first_result(record, problems_of, moved, message, advice):
    found = problems_of(record(TEXT), past=past(moved), stakes=1)
    told = next(one for one in found if one.name == f"risk/{RULE}")
    back, field = advice
    assert told.message == f"on 2026-06-01, the day of the first result, {message}"
    assert told.help == f'{back}, {EXPLORATORY}: `{{date: 2026-09-10, field: "{field}", why: ...}}`'


def test_it_says_that_a_metric_looks_renamed_and_why_an_amendment_does_not_count(record, problems_of):
    name = MovedField(
        key="metrics[clicks].id",
        was="metrics[taps].id",
        index_key="metrics[0].id",
        field=("metrics", 0, "id"),
        before="taps",
        after="clicks",
    )
    text = f"{TEXT}\namendments: [{{date: 2026-05-01, field: clicks, why: a better name}}]"
    found = problems_of(record(text), past=past(name), stakes=1)
    told = next(one for one in found if one.name == f"risk/{RULE}")
    assert told.message.endswith("`amendments[0]` does not count: it is dated 2026-05-01, before 2026-06-01")
    assert told.help == (
        "it looks renamed: put the old name back, or say why with an entry in `amendments`: "
        '`{date: 2026-09-10, field: "metrics[clicks].id", from: "taps", to: "clicks", why: ...}`'
    )
