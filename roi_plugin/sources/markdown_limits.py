"""Bounds the Markdown of a body, so that no text can make a page's rendering hang or fall over.

The Markdown library's time grows with the square of several counts: 5,000 opening brackets take it 10 s, 50,000 short
paragraphs more, 300 nested lists end in a RecursionError. Each limit keeps its case below about a second.
"""

import re
from collections.abc import Iterator
from itertools import islice

from roi_plugin.sources.fault import Fault

MAX_BODY = 200_000
MAX_NESTING = 20
MAX_INDENT = 160
MAX_OPEN_BRACKETS = 100
MAX_DEFINITIONS = 100
MAX_QUOTED_LINES = 1_000

_TAB = 4
_TOO_MANY = (
    ("\n", 4_000, "lines"),
    ("|", 4_000, "`|` signs"),
    ("*", 8_000, "`*` signs"),
    ("_", 8_000, "`_` signs"),
    ('"', 8_000, "quotation marks"),
    ("`", 8_000, "backticks"),
    ("\\", 8_000, "backslashes"),
    ("&", 8_000, "`&` signs"),
    ("<", 2_000, "`<` signs"),
    ("[", 4_000, "`[` signs"),
    ("[^", 400, "footnote marks"),
    ("*[", 200, "abbreviations"),
    ("\n#", 500, "headings"),
    ("\n---", 1_000, "lines of `---`"),
    ("\n===", 1_000, "lines of `===`"),
)
_NESTED = re.compile(rf"^(?:[ \t]*+(?:>|[-+*](?=[ \t])|[0-9]{{1,9}}[.)](?=[ \t]))){{{MAX_NESTING + 1}}}", re.MULTILINE)
_INDENTED = re.compile(rf"^[ \t]{{{MAX_INDENT // _TAB},}}", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*+>", re.MULTILINE)
_DEFINITION = re.compile(r"^[ \t>+*0-9.-]{0,400}:(?=[ \t])", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t>]*\n")
_BRACKETS = (("[", "]"), ("(", ")"), ("<", ">"))


def limit_faults(body: str) -> list[Fault]:
    """What makes a body too large or too deep to render, at most one fault of a kind; offsets are in the body."""
    if len(body) > MAX_BODY:
        return [_too_large(MAX_BODY, f"{len(body)} characters of reasoning")]
    return [*_counted(body), *_quoted(body), *_nested(body), *_open_brackets(body), *_definitions(body)]


def _counted(body: str) -> Iterator[Fault]:
    for sign, limit, words in _TOO_MANY:
        if body.count(sign) > limit:
            yield _too_large(_nth(body, sign, limit), f"more than {limit} {words} in the reasoning")


def _quoted(body: str) -> Iterator[Fault]:
    if body.count(">") > MAX_QUOTED_LINES:
        lines = list(islice(_QUOTED.finditer(body), MAX_QUOTED_LINES + 1))
        if len(lines) > MAX_QUOTED_LINES:
            yield _too_large(lines[-1].end() - 1, f"more than {MAX_QUOTED_LINES} quoted lines in the reasoning")


def _nested(body: str) -> Iterator[Fault]:
    if match := _NESTED.search(body):
        yield _too_deep(match.end() - 1, f"lists and quotes stand more than {MAX_NESTING} levels deep")
    for match in _INDENTED.finditer(body):
        if len(match.group().expandtabs(_TAB)) > MAX_INDENT:
            yield _too_deep(match.end() - 1, f"the line is indented by more than {MAX_INDENT} columns")
            return


def _definitions(body: str) -> Iterator[Fault]:
    """Definitions without a blank line between them: the library goes one call deeper at each."""
    if body.count(":") <= MAX_DEFINITIONS:
        return
    start = 0
    for paragraph in _PARAGRAPH.split(body):
        if paragraph.count(":") > MAX_DEFINITIONS:
            start = max(body.find(paragraph, start), 0)
            marks = list(islice(_DEFINITION.finditer(paragraph), MAX_DEFINITIONS + 1))
            if len(marks) > MAX_DEFINITIONS:
                what = f"more than {MAX_DEFINITIONS} definitions stand without a blank line between them"
                yield _too_deep(start + marks[-1].end() - 1, what)
                return


def _open_brackets(body: str) -> Iterator[Fault]:
    for opening, closing in _BRACKETS:
        if body.count(opening) > MAX_OPEN_BRACKETS:
            place = _too_many_open(body, opening, closing)
            if place is not None:
                yield _too_deep(place, f"more than {MAX_OPEN_BRACKETS} `{opening}` are open in one paragraph")


def _too_many_open(body: str, opening: str, closing: str) -> int | None:
    """The offset at which too many brackets of a paragraph are open, a paragraph ending at a blank line."""
    start = 0
    for paragraph in _PARAGRAPH.split(body):
        if paragraph.count(opening) > MAX_OPEN_BRACKETS:
            # The parser may match brackets otherwise than by counting, so the loser of both readings is counted.
            start = max(body.find(paragraph, start), 0)
            depth = 0
            for offset, character in enumerate(paragraph):
                depth += (character == opening) - (character == closing and depth > 0)
                if depth > MAX_OPEN_BRACKETS:
                    return start + offset
    return None


def _nth(body: str, sign: str, count: int) -> int:
    place = -1
    for _ in range(count + 1):
        place = body.find(sign, place + 1)
    return place


def _too_large(start: int, what: str) -> Fault:
    return Fault(
        start=start,
        end=start + 1,
        name="file/too-large",
        message=f"{what}: too much for one page",
        help="move the material into a file of its own beside the record, and link to it",
    )


def _too_deep(start: int, what: str) -> Fault:
    return Fault(
        start=start,
        end=start + 1,
        name="file/too-deep",
        message=f"{what}: it would take a page too long to render",
        help="write it flatter, or move it into a file of its own beside the record",
    )
