"""A file's text with what was read from it: turns faults and problems into findings with a place."""

import re
from array import array

from msgspec import Struct, field

from roi_plugin.model.finding import FieldPath, Finding, Place, Problem, dotted
from roi_plugin.sources.characters import UNSAFE, printable
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.spans import Span, Spot, locate
from roi_plugin.sources.yaml_text import Data

EXCERPT_LENGTH = 200
_LONGEST_LEAD = 2000
_ABOUT_THE_KEY = frozenset({"schema/unknown-key"})
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\n")


class SourceText(Struct, frozen=True, kw_only=True):
    """One file: `shown` is its path as people see it; `spans` and `data` are of the YAML that begins at `yaml_start`.

    `body_start` is where the Markdown body of a file with front matter begins; none when there is no such body.
    """

    shown: str
    text: str
    data: Data = None
    spans: "array[int]" = field(default_factory=lambda: array("I"))
    yaml_start: int = 0
    body_start: int | None = None

    def fault_finding(self, fault: Fault, *, field: FieldPath = ()) -> Finding:
        """The finding of a fault that knows where it stands."""
        problem = Problem(field=field, name=fault.name, message=fault.message, severity=fault.severity, help=fault.help)
        return self._finding(problem, (fault.start, fault.end), None)

    def finding(self, problem: Problem, *, decision: str | None = None) -> Finding:
        """The finding of a problem; a field that is not there gets the place of the nearest field above it."""
        return self._finding(problem, self._span(problem), decision)

    def reasoning_span(self, offset: int, length: int = 1) -> Span:
        """Where a part of the Markdown reasoning stands in the file, be it a body or a block scalar."""
        if self.body_start is not None:
            return self.body_start + offset, self.body_start + offset + length
        return self._inside(locate(self.data, self.spans, ("reasoning",)), offset, length)

    def _finding(self, problem: Problem, span: Span, decision: str | None) -> Finding:
        start, end = min(span[0], len(self.text)), min(span[1], len(self.text))
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        line = self.text[line_start : line_end if line_end >= 0 else len(self.text)]
        column, line_part = start - line_start, min(end - line_start, len(line))
        return Finding(
            path=self.shown,
            place=Place(
                line=self.text.count("\n", 0, start) + 1,
                column=column + 1,
                end_column=line_part + 1 if column < line_part else None,
            ),
            field=dotted(problem.field),
            name=problem.name,
            severity=problem.severity,
            message=printable(problem.message),
            help=None if problem.help is None else printable(problem.help),
            excerpt=_excerpt(line, column),
            decision=decision,
            since=problem.since,
        )

    def _span(self, problem: Problem) -> Span:
        if problem.field == ("reasoning",) and self.body_start is not None:
            return self._body_span(problem.offset)
        if not self.spans:
            return 0, 0
        spot = self._text_spot(problem)
        if problem.offset is not None and spot.scalar:
            return self._inside(spot, problem.offset, 1)
        if spot.scalar and spot.value[0] < spot.value[1] and problem.name not in _ABOUT_THE_KEY:
            return self._shifted(spot.value)
        if spot.key is not None:
            return self._shifted(spot.key)
        return (0, 0) if spot.missing and len(problem.field) == 1 else self._shifted(spot.value)

    def _text_spot(self, problem: Problem) -> Spot:
        """The field; of an estimate in its long form, the text inside it that an offset counts in."""
        spot = locate(self.data, self.spans, problem.field)
        if problem.offset is None or spot.scalar:
            return spot
        inner = (locate(self.data, self.spans, (*problem.field, name)) for name in ("value", "range"))
        return next((text for text in inner if text.scalar and not text.missing), spot)

    def _body_span(self, offset: int | None) -> Span:
        if offset is not None:
            return self.reasoning_span(offset)
        start = self.body_start or 0
        while self.text.startswith("\n", start):
            start += 1
        return start, len(self.text)

    def _inside(self, spot: Spot, offset: int, length: int) -> Span:
        start, end = self._shifted(spot.value)
        if header := _BLOCK_HEADER.match(self.text, start):
            start = _in_block(self.text, header.end(), end, offset) if self.text[start] == "|" else start
        else:
            start += offset + (self.text[start : start + 1] in {"'", '"'})
        start = max(min(start, end - 1), 0)
        return start, min(start + length, end)

    def _shifted(self, span: Span) -> Span:
        return span[0] + self.yaml_start, span[1] + self.yaml_start


def _excerpt(line: str, column: int) -> str | None:
    """The line to a little behind the column, without characters that steer a screen; none of a line without end.

    Nothing is cut before the column and each character keeps its own, so that a caret can be set under it.
    """
    if column > _LONGEST_LEAD:
        return None
    return UNSAFE.sub("\ufffd", line[: max(EXCERPT_LENGTH, column + EXCERPT_LENGTH // 2)])


def _in_block(text: str, start: int, end: int, offset: int) -> int:
    """Where the character at `offset` of a literal block scalar's value stands in the text."""
    content = text[start:end]
    first = next((line for line in content.split("\n") if line.strip(" ")), "")
    indent = len(first) - len(first.lstrip(" "))
    for line in content.split("\n"):
        length = max(len(line) - indent, 0) + 1
        if offset < length:
            return start + min(len(line), indent + offset)
        offset -= length
        start += len(line) + 1
    return end
