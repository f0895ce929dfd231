import pytest

from roi_plugin.model.blank_texts import says


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, False),
        ("", False),
        ("  ", False),
        ("-", False),
        ("\u2014", False),
        ("?", False),
        ("n/a", False),
        ("TBD", False),
        ("None.", False),
        ("no one", False),
        ("none of theirs is lost", True),
        ("5", True),
        ("\u5e74", True),
    ],
)
def test_a_dash_or_a_word_that_keeps_a_place_free_says_nothing(text, expected):
    assert says(text) is expected
