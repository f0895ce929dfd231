"""What a message says of a value that changed."""

import pytest

from roi_plugin.rules.changes import place, shortened, what_became

LONG = "The nightly job ends after the shop has opened, and so prices are a day old "


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("12k", "20k", "was `12k`; now it is `20k`"),
        (None, 5, "was not there; now it is `5`"),
        (0.5, None, "was `0.5`; now it is gone"),
        ("a\n b", "a `c`", "was `a b`; now it is `a 'c'`"),
        (f"{LONG}until noon", f"{LONG}until two", "was `…noon`; now it is `…two`"),
    ],
)
def test_what_a_value_was_and_is(before, after, words):
    assert what_became(before, after) == words


def test_a_long_text_is_cut_at_its_end_and_a_long_place_in_its_middle():
    assert shortened("a" * 61) == "a" * 59 + "…"
    assert place("options[x].cost") == "`options[x].cost`"
    told = place(f"options[{'x' * 120}].cost")
    assert told.startswith("`options[xx")
    assert told.endswith("xx].cost`")
    assert len(told) == 100 + len("``")
