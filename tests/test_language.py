"""Texts in the language that is spoken."""

import pytest

from roi_plugin.language import counted, speaking, text

GERMAN = {"In force": "In Kraft", "%(num)s decision": ("%(num)s Entscheidung", "%(num)s Entscheidungen")}


def test_a_text_is_english_where_nothing_else_is_spoken():
    assert text("In force") == "In force"
    assert counted("%(num)s decision", "%(num)s decisions", 2) == "2 decisions"


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 Entscheidungen"), (1, "1 Entscheidung"), (2, "2 Entscheidungen")]
)
def test_a_number_takes_its_own_form(number, expected):
    with speaking(GERMAN):
        assert counted("%(num)s decision", "%(num)s decisions", number) == expected


def test_the_language_ends_with_its_block():
    with speaking(GERMAN):
        assert text("In force") == "In Kraft"
    assert text("In force") == "In force"


def test_what_a_catalogue_lacks_stays_english():
    with speaking(GERMAN):
        assert text("Retired: %(reason)s", reason="too dear") == "Retired: too dear"
