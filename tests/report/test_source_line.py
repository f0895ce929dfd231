import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.finding import Place
from roi_plugin.report.source_line import caret_lines
from roi_plugin.report.terminal import columns


@pytest.mark.parametrize(
    ("excerpt", "column", "end_column", "line", "carets"),
    [
        ("status: acepted", 9, 16, "status: acepted", "        ^^^^^^^"),
        ("status: acepted", 9, None, "status: acepted", "        ^"),
        ("status: acepted", 9, 9, "status: acepted", "        ^"),
        ("漢字: acepted", 5, 12, "漢字: acepted", "      ^^^^^^^"),
        ("a: 漢字", 4, 6, "a: 漢字", "   ^^^^"),
        ("\tkey: x", 2, 5, "    key: x", "    ^^^"),
        ("ab\tkey", 4, 7, "ab  key", "    ^^^"),
        ("a\x1bb: x", 4, 5, r"a\x1bb: x", "      ^"),
        ("##[x] y", 7, 8, r"\x23#[x] y", "         ^"),
        ("short", 40, 50, "short", "     ^"),
        ("status:", 8, None, "status:", "       ^"),
    ],
)
def test_the_carets_stand_under_the_fault(excerpt, column, end_column, line, carets):
    assert caret_lines(excerpt, Place(line=1, column=column, end_column=end_column)) == (line, carets)


def test_of_a_long_line_the_piece_around_the_fault_is_shown():
    excerpt = "x" * 1000 + "FAULT" + "y" * 1_000_000
    line, carets = caret_lines(excerpt, Place(line=1, column=1001, end_column=1006))
    assert line == "…" + "x" * 60 + "FAULT" + "y" * 95 + "…"
    assert carets == " " * 61 + "^^^^^"


def test_a_fault_as_long_as_its_line_is_underlined_within_what_is_shown():
    line, carets = caret_lines("x" * 5000, Place(line=1, column=1, end_column=5001))
    assert (line, carets) == ("x" * 160 + "…", "^" * 100)


@given(st.text(), st.integers(1, 300), st.none() | st.integers(1, 300))
def test_any_place_in_any_line_gives_one_line_and_at_least_one_caret(excerpt, column, end_column):
    line, carets = caret_lines(excerpt, Place(line=1, column=column, end_column=end_column))
    assert len(line.splitlines()) <= 1
    assert carets.strip(" ").strip("^") == ""
    assert "^" in carets
    assert carets.rindex("^") <= columns(line)
