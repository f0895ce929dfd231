"""When a forecast counts as edited after the fact, and what is said of it."""

import datetime as dt

import pytest
from msgspec.structs import replace

from roi_plugin.model.record_past import MovedField, RecordPast

RULE = "forecast-edited-after-acceptance"
COST = MovedField(
    key="options[cache].cost", index_key="options[0].cost", field=("options", 0, "cost"), before="12k", after="20k"
)
TEXT = "options: [{id: cache, chosen: true, cost: 20k}]"
MISTYPED = "{{date: 2026-05-01, field: {field}, why: x}}"


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
        # To set the status back does not unfreeze what was accepted.
        (f"{TEXT}\nstatus: proposed", past(COST), ["options[0].cost"]),
        (f"{TEXT}\nstatus: proposed", RecordPast(), []),
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

    def ask(*changes: MovedField, amendments: str = "") -> list[tuple[str, str]]:
        text = f"{TEXT}\namendments: [{amendments}]" if amendments else TEXT
        found = problems_of(record(text), past=past(*changes))
        return [(one.message, one.help or "") for one in found if one.name == f"risk/{RULE}"]

    return ask


def test_it_says_what_was_what_is_and_what_to_write(said):
    ((message, help_),) = said(COST)
    assert message == "when it was accepted on 2026-03-02, `options[0].cost` was `12k`; now it is `20k`"
    assert help_ == (
        "put it back, or say why it changed with an entry in `amendments`: "
        '`{date: 2026-09-10, field: "options[0].cost", from: "12k", to: "20k", why: ...}`'
    )


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


@pytest.mark.parametrize(
    ("amendments", "words"),
    [
        ("{date: 2026-02-01, field: options, why: x}", "does not count: it is dated 2026-02-01, before 2026-03-02"),
        ("{date: 2026-12-01, field: options, why: x}", "does not count: it is dated 2026-12-01, a day to come"),
        ("{date: 2026-05-01, field: options, why: TBD}", "does not count: it does not say why in `why`"),
        (
            "{date: 2026-05-01, field: 'options[0].cost', to: 15k, why: x}",
            "does not count: it says `to: 15k`, and the record says `20k`",
        ),
        (
            "{date: 2026-05-01, field: 'option[0].cost', why: x}",
            "names `option[0].cost`: did you mean `options[0].cost`?",
        ),
        (MISTYPED.format(field="cots"), "names `cots`: did you mean `options[0].cost`?"),
        (
            "{date: 2026-05-01, field: 'options[cahce]', why: x}",
            "names `options[cahce]`: did you mean `options[cache]`?",
        ),
    ],
)
def test_it_says_why_an_amendment_does_not_count(said, amendments, words):
    ((message, _),) = said(COST, amendments=amendments)
    assert message.endswith(f"now it is `20k`; `amendments[0]` {words}")


@pytest.mark.parametrize("field", ["goal", "depends_on[0]", "x"])
def test_an_amendment_of_something_else_is_not_spoken_of(said, field):
    ((message, _),) = said(COST, amendments=f"{{date: 2026-05-01, field: '{field}', why: x}}")
    assert "amendments" not in message


def test_a_renamed_option_is_told_once_with_what_to_do(said):
    name = MovedField(
        key="options[cache].id",
        was="options[keep].id",
        index_key="options[0].id",
        field=("options", 0, "id"),
        before="keep",
        after="cache",
    )
    ((message, help_),) = said(name)
    assert message.endswith("`options[0].id` was `keep`; now it is `cache`")
    assert help_.startswith("it looks renamed: put the old name back, or say why")
    assert '`{date: 2026-09-10, field: "options[0].id", from: "keep", to: "cache", why: ...}`' in help_


def test_what_is_gone_is_called_by_its_name_because_something_else_may_stand_there(said):
    gone = replace(COST, key="options[keep]", index_key="options[0]", before="keep: 3k", after=None)
    new = replace(COST, key="options[cache]", index_key="options[0]", before=None, after="cache: 20k")
    (first, how), (second, help_) = said(gone, new)
    assert "`options[keep]` was `keep: 3k`; now it is gone" in first
    assert how.startswith("put it back, or say why")
    assert how.endswith('`{date: 2026-09-10, field: "options[keep]", from: "keep: 3k", why: ...}`')
    assert "`options[0]` was not there" in second
    assert help_.startswith("take it out, or say why")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (True, False, "from: true, to: false, "),
        (3, 4.5, "from: 3, to: 4.5, "),
        ('say "no"', "x", 'from: "say \\"no\\"", to: "x", '),
        ("a `b`", "x", 'to: "x", '),
        ("x", "much " * 20, 'from: "x", '),
    ],
)
def test_the_entry_it_proposes_is_yaml_to_paste(said, before, after, told):
    ((_, help_),) = said(moved(before, after))
    assert f'`{{date: 2026-09-10, field: "problem", {told}why: ...}}`' in help_


def test_many_changes_end_in_one_line_for_the_rest(said):
    found = said(*(moved("a", "b", f"goal{number}") for number in range(9)))
    assert len(found) == 7
    assert found[-1][0] == "3 more changed since 2026-03-02: `goal6`, `goal7`, `goal8`"
