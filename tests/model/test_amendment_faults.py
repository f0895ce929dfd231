import datetime as dt

import pytest
from msgspec.structs import replace

from roi_plugin.model.amendment_faults import faults
from roi_plugin.model.governance import Amendment
from roi_plugin.model.record_past import LastMove, MovedField

FIRST, LAST = dt.date(2026, 3, 2), dt.date(2026, 9, 10)
WHY = "a second region"
MAY, JUNE = dt.date(2026, 5, 1), dt.date(2026, 6, 1)
COST = MovedField(
    key="options[tune].cost",
    index_key="options[0].cost",
    field=("options", 0, "cost"),
    before="10k",
    after="30k",
    last=LastMove(
        day=JUNE,
        had=("10k", "20k"),
        amended=frozenset({("2026-05-01", "options[0].cost", WHY), ("2026-06-02", "options[0].cost", WHY)}),
    ),
)


def found(moved=COST, *, is_exact=True, date=JUNE, field="options[0].cost", why=WHY, **told):
    amendment = Amendment(date=date, field=field, why=why, **told)
    return list(faults(amendment, moved, FIRST, LAST, is_exact=is_exact))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, []),
        ({"to": "30000", "from_": "20k"}, []),
        ({"why": "TBD"}, ["does not say why in `why`"]),
        ({"date": dt.date(2026, 2, 1)}, ["is dated 2026-02-01, before 2026-03-02"]),
        ({"date": dt.date(2026, 12, 1)}, ["is dated 2026-12-01, a day to come"]),
        ({"to": "20k"}, ["says `to: 20k`, and the record says `30k`"]),
        ({"from_": "30k"}, ["says `from: 30k`, which the record did not say since 2026-03-02"]),
        ({"from_": "10k"}, []),
    ],
)
def test_an_amendment_says_why_and_when_and_nothing_that_is_false(told, words):
    assert found(**told) == words


def test_one_of_what_is_around_the_value_is_not_held_to_what_it_tells():
    assert found(is_exact=False, to="5", from_="4") == []


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ({"date": MAY}, False),
        ({"date": MAY, "to": "30k"}, True),
        ({"date": MAY, "field": "options"}, True),
        ({"date": MAY, "why": "a third region"}, True),
        ({"date": dt.date(2026, 6, 2)}, False),
    ],
)
def test_one_that_was_there_before_the_last_move_does_not_speak_of_it(told, counts):
    """Unless it says what the value became. What came with the move may be dated before it: a merge is later."""
    assert found(**told) == ([] if counts else ["was there before the value changed on 2026-06-01"])


def test_without_the_texts_between_only_the_frozen_value_is_known():
    assert found(replace(COST, last=None), from_="20k") != []
    assert found(replace(COST, last=None), from_="10k", date=MAY) == []


def test_of_an_entry_that_is_new_or_gone_any_part_is_told():
    fame = replace(COST, key="options[tune].gains[fame]", before=None, after="fame: 5k, 0.5", last=None)
    assert [found(fame, to=to) == [] for to in ("5k", "fame", "fame: 5k, 0.5", "6k")] == [True, True, True, False]
    gone = replace(fame, before="fame: 5k", after=None)
    assert [found(gone, from_=told, to="gone") == [] for told in ("5k", "6k")] == [True, False]


def test_answers_and_long_texts_are_told_as_the_record_writes_them():
    chosen = replace(COST, key="options[tune].chosen", before=False, after=True, last=None)
    assert found(chosen, to="yes") == []
    assert found(chosen, to="no") == ["says `to: no`, and the record says `true`"]
    (words,) = found(replace(COST, key="problem", after="long `text` " * 9), to="other")
    assert "`long 'text' long" in words
    assert len(words) < 100
