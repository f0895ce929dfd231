import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.report.terminal import columns, padded, painted, safe, safe_opening


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, ä, 漢字, é, 👍🏽", "plain, ä, 漢字, é, 👍🏽"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("one\ntwo\r\tthree", r"one\ntwo\r\tthree"),
        ("\x00\x08\x7f", r"\x00\x08\x7f"),
        ("user\u202egnp.exe\u2066\u061c\u200f", r"user\u202egnp.exe\u2066\u061c\u200f"),
        ("\u2028\u2029\u0085", r"\u2028\u2029\x85"),
        ("in\u200bvis\ufeffible\u00ad", r"in\u200bvis\ufeffible\xad"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("##[error]x", r"\x23#[error]x"),
        ("##vso[task.complete]x", r"\x23#vso[task.complete]x"),
        ("#\u200d#\ufe0f[error]x", "\\x23\u200d#\ufe0f[error]x"),
        ("## heading [1]", "## heading [1]"),
    ],
)
def test_what_steers_a_terminal_or_a_build_log_is_shown_as_an_escape(text, shown):
    assert safe(text) == shown


@given(st.text())
def test_safe_text_holds_no_character_below_space_and_stays_safe(text):
    shown = safe(text)
    assert all(ord(char) >= 0x20 and not 0x7F <= ord(char) < 0xA0 for char in shown)
    assert len(shown.splitlines()) <= 1
    assert "##[" not in shown
    assert safe(shown) == shown
    shown.encode()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("decisions/0042-x.md", "decisions/0042-x.md"),
        ("../x.md", "../x.md"),
        ("::error::x.md", "./::error::x.md"),
        ("\u200d::error::x.md", "./\u200d::error::x.md"),
        ("", ""),
    ],
)
def test_text_never_opens_a_line_as_a_command(path, shown):
    assert safe_opening(path) == shown


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("漢字", 4), ("é", 1), ("e\u0301", 1), ("👩\u200d", 2), ("", 0)]
)
def test_columns_are_those_of_a_terminal(text, width):
    assert columns(text) == width


def test_padding_counts_columns_not_characters():
    assert padded("漢", 4) + "|" == "漢  |"
    assert padded("9k", 4, right=True) == "  9k"


def test_colour_is_only_there_when_asked_for():
    assert painted("x", "error", on=False) == "x"
    assert painted("x", "error", on=True) == "\x1b[1;31mx\x1b[0m"
