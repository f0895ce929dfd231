"""The short cut for common spellings says what the full grammar says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.grammar import parse_text
from roi_plugin.model.plain_quantity import plain_quantity
from roi_plugin.model.quantity_tokens import QuantityError

NUMBERS = st.from_regex(r"[0-9]{1,10}(\.[0-9]{1,7})?[kMB%]?", fullmatch=True)
TAILS = st.sampled_from(["", " person-weeks", " months", " EUR", " per year", " per month", " months per year", " per"])


@pytest.mark.parametrize("text", ["25", "0.5", "30k..60k per year", "6..14 person-weeks", "1.2M per year", "24 months"])
def test_common_spellings_take_the_short_cut(text):
    assert plain_quantity(text) == parse_text(text)


@pytest.mark.parametrize(
    "text", ["5..10k", "60k..30k", "5%", "1 < 2 < 3", "a * b", "-5", "1e3", "", "5 ", "\u0665", "12.000", "1.5..3.250"]
)
def test_all_that_is_unusual_is_left_to_the_full_grammar(text):
    assert plain_quantity(text) is None


@given(
    st.builds("{}{}{}{}".format, NUMBERS, st.sampled_from(["", "..", " .. "]), st.one_of(st.just(""), NUMBERS), TAILS)
)
def test_the_short_cut_never_says_anything_else(text):
    short = plain_quantity(text)
    if short is not None:
        try:
            assert parse_text(text) == short
        except QuantityError as error:
            raise AssertionError(f"{text!r} is refused by the full grammar: {error}") from error
