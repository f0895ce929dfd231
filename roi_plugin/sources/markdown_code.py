"""Blanks out the code and the comments of a Markdown text, so that what looks like a link there is none."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^[ \t>]*(?:[-+*][ \t]+|[0-9]{1,9}[.)][ \t]+)?(`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CONTAINER = re.compile(r"[ ]{0,3}(?:[-+*](?=\s)|[0-9]{1,9}[.)](?=\s)|!!!|\?\?\?|===|:(?=\s)|\[\^[^\]\n]*\]:)")
_INDENT = re.compile(r"[ ]{4}|[ ]{0,3}\t")


def without_code(text: str) -> str:
    """The text with each character of code blocks, code spans and HTML comments turned into a space.

    Line ends stay, so that offsets and lines hold. A fence or backtick that is never closed opens nothing.
    """
    if "`" in text or "~~~" in text:
        text = _blanked(text, _fenced(text))
        text = _blanked(text, _code_spans(text))
    if "<!--" in text:
        text = _blanked(text, (match.span() for match in _COMMENT.finditer(text)))
    if "\n    " in text or "\t" in text or text.startswith("    "):
        text = _blanked(text, _indented(text))
    return text


def _blanked(text: str, spans: Iterator[tuple[int, int]]) -> str:
    pieces = []
    done = 0
    for start, end in spans:
        pieces += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        marks, info = fence.group(1), fence.group(2)
        if opened is None:
            opened = fence
        elif marks.startswith(opened.group(1)) and not info.strip():
            yield opened.start(1), fence.end()
            opened = None


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    closings: dict[str, list[int]] = {}
    runs = [(match.group(), match.start()) for match in re.finditer("`+", text)]
    for run, start in reversed(runs):
        closings.setdefault(run, []).append(start)
    for opening in _CODE_SPAN.finditer(text):
        start, marks = opening.start(), opening.group(1)
        later = closings.get(marks, [])
        while later and later[-1] <= start:
            later.pop()
        if start >= done and later and "\n\n" not in text[start : later[-1]]:
            done = later[-1] + len(marks)
            yield start, done


def _indented(text: str) -> Iterator[tuple[int, int]]:
    """Blocks indented by four columns that are no part of a list, a note or a definition."""
    after_blank, inside_container, offset = True, False, 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            if not _INDENT.match(line):
                inside_container = bool(_CONTAINER.match(line)) or (inside_container and not after_blank)
                after_blank = False
            elif after_blank and not inside_container:
                yield offset, offset + len(line)
            # The lines of an indented code block follow one another, so after_blank stays true within it.
        else:
            after_blank = True
        offset += len(line)
