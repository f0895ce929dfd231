"""Turns a file's bytes into text, and finds the characters that have no place in a record."""

import codecs
import re
import unicodedata

from roi_plugin.sources.fault import Fault

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Controls (a tab and a newline are none), line ends only some programs know, and marks that reorder or hide text."""

_UNSAFE_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_MAX_FAULTS = 10


def decoded(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    r"""The text of UTF-8 `data` with `\n` as line end and without a byte order mark, and what is wrong with it.

    Where bytes are no UTF-8 the text holds replacement characters, and is good only for showing.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _undecodable(data, error)
    if "\0" in text[:2]:
        return "", (_other_encoding("UTF-16"),)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, _unsafe_characters(text)


def printable(text: str) -> str:
    r"""A text for a message on one line: what cannot be printed becomes its escape, such as `\ud7fc`."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def described(character: str) -> str:
    """A character that cannot be shown, in words: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def unsafe_fault(character: str, start: int) -> Fault:
    """The fault of one character that has no place in a record."""
    reorders = character in _REORDERING
    return Fault(
        start=start,
        end=start + 1,
        name="file/bidi-character" if reorders else "file/control-character",
        message=f"{described(character)} "
        + ("shows text in another order than it is read" if reorders else "is a control character, not text"),
        help="delete it, and type the text around it anew if it looks wrong",
    )


def _unsafe_characters(text: str) -> tuple[Fault, ...]:
    pattern = _UNSAFE_ASCII if text.isascii() else UNSAFE
    if pattern.search(text) is None:
        return ()
    faults: list[Fault] = []
    start = 0
    while len(faults) < _MAX_FAULTS and (match := pattern.search(text, start)):
        faults.append(unsafe_fault(match.group(), match.start()))
        line_end = text.find("\n", match.start())
        start = len(text) if line_end < 0 else line_end
    return tuple(faults)


def _undecodable(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[Fault, ...]]:
    encoding = next((name for mark, name in _OTHER_ENCODINGS if data.startswith(mark)), None)
    if encoding is not None:
        return "", (_other_encoding(encoding),)
    before = data[: error.start].decode()
    fault = Fault(
        start=len(before),
        end=len(before) + 1,
        name="file/not-utf-8",
        message=f"byte 0x{data[error.start]:02X} is not UTF-8 text",
        help="save the file with the encoding UTF-8",
    )
    return data.decode(errors="replace"), (fault,)


def _other_encoding(encoding: str) -> Fault:
    return Fault(
        start=0,
        end=0,
        name="file/not-utf-8",
        message=f"the file is {encoding} text: expected UTF-8",
        help="save the file with the encoding UTF-8",
    )
