"""When a forecast counts as edited after the fact, and what is said of it."""

import datetime as dt

import pytest

from roi_plugin.model.record_past import MovedField, RecordPast

RULE = "forecast-edited-after-acceptance"
COST = MovedField(
    key="options[cache].cost", index_key="options[0].cost", field=("options", 0, "cost"), before="12k", after="20k"
)
TEXT = "options: [{id: cache, chosen: true, cost: 20k}]"


def past(*moved: MovedField) -> RecordPast:
    return RecordPast(accepted=dt.date(2026, 3, 2), moved=moved)


def moved(before: str | None, after: str | None, key: str = "problem") -> MovedField:
    return MovedField(key=key, index_key=key, field=(key,), before=before, after=after)


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        (TEXT, past(COST), ["options[0].cost"]),
        (TEXT, past(), []),
        (TEXT, RecordPast(), []),
        (f"{TEXT}\nstatus: proposed", past(COST), []),
        (f"{TEXT}\nstatus: deprecated", past(COST), ["options[0].cost"]),
        (f"{TEXT}\namendments: [{{date: 2026-05-01, field: 'options[0].cost', why: x}}]", past(COST), []),
        (f"{TEXT}\namendments: [{{date: 2026-05-01, field: 'options[cache].cost', why: x}}]", past(COST), []),
        (f"{TEXT}\namendments: [{{date: 2026-05-01, field: options, why: x}}]", past(COST), []),
        (f"{TEXT}\namendments: [{{date: 2026-05-01, field: problem, why: x}}]", past(COST), ["options[0].cost"]),
        (f"{TEXT}\namendments: [{{date: 2026-05-01, field: options, why: ...}}]", past(COST), ["options[0].cost"]),
        (f"{TEXT}\namendments: [{{date: 2026-05-01, field: options, why: TBD}}]", past(COST), ["options[0].cost"]),
        # Dated before the acceptance, or after today: neither speaks of this change.
        (f"{TEXT}\namendments: [{{date: 2026-02-01, field: options, why: x}}]", past(COST), ["options[0].cost"]),
        (f"{TEXT}\namendments: [{{date: 2027-02-01, field: options, why: x}}]", past(COST), ["options[0].cost"]),
    ],
)
def test_who_is_asked(fields, text, known, expected):
    assert fields(RULE, text, past=known) == expected


@pytest.fixture
def said(problems_of, record):
    """The messages and helps about a record with this past."""

    def ask(*changes: MovedField) -> list[tuple[str, str]]:
        found = problems_of(record(TEXT), past=past(*changes))
        return [(one.message, one.help or "") for one in found if one.name == f"risk/{RULE}"]

    return ask


def test_it_says_what_was_what_is_and_what_to_write(said):
    ((message, help_),) = said(COST)
    assert message == "when it was accepted on 2026-03-02, `options[0].cost` was `12k`; now it is `20k`"
    assert '{date: 2026-09-10, field: "options[0].cost", why: ...}' in help_


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, "x", "`problem` was not there; now it is `x`"),
        ("x", None, "`problem` was `x`; now it is gone"),
        (True, "x", "`problem` was `true`; now it is `x`"),
        ("a `b`\nc", "d", "was `a 'b' c`; now it is `d`"),
        ("Long " * 40 + "ago", "Long " * 40 + "since", "was `…ago`; now it is `…since`"),
        ("Old " * 40, "New " * 40, "was `Old Old"),
    ],
)
def test_texts_are_short_and_begin_where_they_differ(said, before, after, words):
    ((message, _),) = said(moved(before, after))
    assert words in message
    assert len(message) < 220


def test_many_changes_end_in_one_line_for_the_rest(said):
    found = said(*(moved("a", "b", f"goal{number}") for number in range(9)))
    assert len(found) == 7
    assert found[-1][0] == "3 more changed since 2026-03-02: `goal6`, `goal7`, `goal8`"
