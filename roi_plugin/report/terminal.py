"""Text from records made safe for a terminal and a build log, measured in columns, painted on request."""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""They shape letters and emoji in honest text and can neither reorder nor hide anything."""

_LOG_COMMAND = re.compile(r"#(?=[^\x00-\x7f]*#[^\x00-\x7f]*(?:vso)?\[)")
"""`##[` and `##vso[` steer hosted build logs from anywhere in a line; the logs skip over invisible characters."""

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36", "help": "32", "strong": "1", "faint": "2"}


def safe(text: str) -> str:
    r"""The text on one line, with everything that steers a terminal or a build log as an escape (`\x1b`, `\u202e`).

    Control characters, line breaks, bidirectional overrides, invisible characters and lone surrogates become escapes.
    """
    if text.isprintable() and not _LOG_COMMAND.search(text):
        return text
    return "".join(safe_pieces(text))


def safe_opening(text: str) -> str:
    """Text that opens a line: safe, with `./` before what a build log would take for a command (`::error::`)."""
    shown = safe(text)
    return shown if shown[:1].isalnum() or shown[:1] in ("", ".", "/", "_") else f"./{shown}"


def safe_pieces(text: str) -> list[str]:
    """What is shown for each character of the text, in order."""
    commands = {match.start() for match in _LOG_COMMAND.finditer(text)}
    if not commands and text.isascii() and text.isprintable():
        return list(text)
    return [_escaped(char) if _steers(char) or at in commands else char for at, char in enumerate(text)]


def columns(text: str) -> int:
    """How many terminal columns the text takes: wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(_char_columns(char) for char in text)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with spaces to `width` columns; a number stands on the `right`."""
    fill = " " * (width - columns(text))
    return fill + text if right else text + fill


def painted(text: str, colour: str, *, on: bool) -> str:
    """The text in a colour (`error`, `warning`, `info`, `help`, `strong`, `faint`), when colour is `on`."""
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if on else text


def _steers(char: str) -> bool:
    category = unicodedata.category(char)
    return category in ("Cc", "Cs", "Zl", "Zp") or (category == "Cf" and char not in _JOINERS)


def _escaped(char: str) -> str:
    code = ord(char)
    if char in "\n\r\t":
        return {"\n": r"\n", "\r": r"\r", "\t": r"\t"}[char]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - Unicode's own steps


def _char_columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
