"""Bytes become text, and the characters that have no place in a record are found."""

import pytest

from roi_plugin.sources.characters import decoded


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"\xef\xbb\xbfa", "a"),
        ("é \U0001d4b3 \u200d 👩\u200d💻 שלום".encode(), "é \U0001d4b3 \u200d 👩\u200d💻 שלום"),
        (b"a\tb", "a\tb"),
    ],
)
def test_utf_8_text_is_read_with_one_kind_of_line_end(data: bytes, text: str) -> None:
    assert decoded(data) == (text, ())


@pytest.mark.parametrize(
    ("data", "name", "start"),
    [
        (b"ab\0", "file/control-character", 2),
        (b"a\x1b[0m", "file/control-character", 1),
        (b"a\x7f", "file/control-character", 1),
        ("a\u0085".encode(), "file/control-character", 1),
        ("a\u2028".encode(), "file/control-character", 1),
        ("a\u202eb".encode(), "file/bidi-character", 1),
        ("a\u2066b".encode(), "file/bidi-character", 1),
        ("é\ufeff".encode(), "file/control-character", 1),
        (b"\xff\xfea\0", "file/not-utf-8", 0),
        (b"\0a\0b", "file/not-utf-8", 0),
        ("é\n".encode() + b"\xfc", "file/not-utf-8", 2),
        (b"ab\xed\xa0\x80", "file/not-utf-8", 2),
    ],
)
def test_other_bytes_and_characters_are_faults_at_their_place(data: bytes, name: str, start: int) -> None:
    _, (fault, *_) = decoded(data)
    assert (fault.name, fault.start) == (name, start)


def test_each_line_has_one_fault_and_a_file_ten_at_most() -> None:
    _, faults = decoded(b"abc\0\0\n\0\0\n" + b"\0\n" * 50)
    assert [fault.start for fault in faults[:2]] == [3, 6]
    assert len(faults) == 10
