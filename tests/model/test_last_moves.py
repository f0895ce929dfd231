import datetime as dt

import pytest

from roi_plugin.model.frozen_fields import leaves
from roi_plugin.model.last_moves import Said, with_last_moves
from roi_plugin.model.moved_fields import moved_fields
from roi_plugin.model.record_past import LastMove

HOURS = {"id": "hours", "value": "30k"}


def cost(amount, *, name="tune", amended=(), **more):
    amendments = [{"date": day, "field": field, "why": "x"} for day, field in amended]
    return {"options": [{"id": name, "cost": amount, **more}], "amendments": amendments}


def day(number):
    return dt.date(2026, 5, number)


def last_moves(*texts):
    """The last move of each value that changed from the first of these texts, of one day each, to the last."""
    said = [Said(day=day(at), data=text) for at, text in enumerate(texts[:-1], 1)]
    moved = moved_fields(texts[0], texts[-1], leaves)
    said.append(Said(day=day(len(texts)), data=None))
    return {one.key: one.last for one in with_last_moves(moved, said, texts[-1], leaves)}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((cost("1k"), cost("2k")), LastMove(day=day(2), had=("1k",))),
        ((cost("1k"), cost("2k"), cost("2000")), LastMove(day=day(2), had=("1k",))),
        ((cost("1k"), cost("2k"), cost("3k")), LastMove(day=day(3), had=("1k", "2k"))),
        ((cost("1k"), cost("3k"), cost("2k"), cost("3k")), LastMove(day=day(4), had=("1k", "2k"))),
        ((cost("1k"), cost("2k", name="old"), cost("3k", name="tune")), LastMove(day=day(3), had=("1k",))),
    ],
)
def test_a_value_moved_last_when_it_became_what_it_is(texts, expected):
    assert last_moves(*texts)["options[tune].cost"] == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((cost("1k"), cost("2k")), 2),
        ((cost("1k"), cost("2k"), cost("3k")), 2),
        ((cost("1k"), cost("2k"), cost("1k"), cost("3k")), 4),
        ((cost("1k"), cost("1k", gains=[HOURS]), cost("2k", gains=[HOURS])), 3),
    ],
)
def test_a_value_is_apart_from_the_day_after_it_last_was_as_it_was_frozen(texts, expected):
    said = [Said(day=day(at), data=text) for at, text in enumerate(texts, 1)]
    found = with_last_moves(moved_fields(texts[0], texts[-1], leaves), said, texts[-1], leaves)
    assert next(one.apart for one in found if one.key == "options[tune].cost") == day(expected)


def test_what_is_not_committed_is_apart_from_no_known_day():
    said = [Said(day=day(1), data=cost("1k")), Said(day=day(2), data=None, on_disk=True)]
    (one,) = with_last_moves(moved_fields(cost("1k"), cost("2k"), leaves), said, cost("2k"), leaves)
    assert (one.apart, one.unheard_since) == (None, None)


def test_the_amendments_of_the_text_before_the_last_move_are_known():
    amended = [("2026-05-02", "options")]
    found = last_moves(cost("1k"), cost("2k", amended=amended), cost("3k", amended=[*amended, ("2026-05-03", "x")]))
    assert found["options[tune].cost"].amended == {("2026-05-02", "options", "x")}


def test_an_entry_that_is_new_or_gone_moves_as_one_value():
    new = last_moves(cost("1k"), cost("1k", gains=[HOURS]), cost("1k", gains=[HOURS | {"value": "40k"}]))
    assert new["options[tune].gains[hours]"] == LastMove(day=day(3), had=("hours: 30k",))
    gone = last_moves(cost("1k", gains=[HOURS]), cost("1k"), cost("1k"))
    assert gone["options[tune].gains[hours]"] == LastMove(day=day(2), had=("hours: 30k",))


def test_a_value_is_followed_through_another_name():
    found = last_moves(
        *(cost(amount, name=name, gains=[HOURS]) for amount, name in [("1k", "tune"), ("2k", "tune"), ("2k", "mend")])
    )
    assert found["options[mend].id"] == LastMove(day=day(3), had=("tune",))


def test_what_no_text_says_otherwise_has_no_last_move():
    moved = moved_fields(cost("1k"), cost("2k"), leaves)
    (one,) = with_last_moves(moved, [Said(day=day(1), data=None)], cost("2k"), leaves)
    assert one.last is None
