"""Text from records made safe for a terminal and a build log, measured in columns, painted on request."""

import unicodedata

_TAB = 4
_JOINERS = "\u200c\u200d"
"""They shape letters and emoji in honest text and cannot reorder or hide anything."""

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36", "help": "32", "strong": "1", "faint": "2"}


def safe(text: str) -> str:
    r"""The text on one line, with everything that steers a terminal shown as an escape (`\x1b`, `\u202e`).

    Control characters, line breaks, bidirectional overrides, invisible characters and lone surrogates become escapes;
    so does `##[`, which older build logs obey anywhere in a line.
    """
    if not text.isprintable():
        text = "".join(_escaped(char) if _steers(char) else char for char in text)
    return text.replace("##[", r"#\x23[")


def columns(text: str) -> int:
    """How many terminal columns the text takes: wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(_char_columns(char) for char in text)


def padded(text: str, width: int) -> str:
    """The text filled with spaces on the right up to `width` columns."""
    return text + " " * (width - columns(text))


def expanded(line: str, start: int) -> str:
    """A piece of a source line that begins at terminal column `start`: tabs as spaces, the rest safe."""
    shown = ""
    for piece in line.split("\t"):
        if shown or piece is not line:
            shown += safe(piece)
        else:
            return safe(line)
        shown += " " * (_TAB - (start + columns(shown)) % _TAB)
    return shown


def painted(text: str, colour: str, *, on: bool) -> str:
    """The text in a colour (`error`, `warning`, `info`, `help`, `strong`, `faint`), when colour is `on`."""
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if on else text


def _steers(char: str) -> bool:
    category = unicodedata.category(char)
    return category in ("Cc", "Cs", "Zl", "Zp") or (category == "Cf" and char not in _JOINERS)


def _escaped(char: str) -> str:
    named = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}.get(char)
    code = ord(char)
    return named or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")


def _char_columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
