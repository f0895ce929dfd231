"""The words for what is wrong with YAML text."""

from typing import Any

import yaml
from yaml.events import Event

from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.sources.fault import Fault

_SYNTAX_HELP = (
    ("mapping values are not allowed", "put a text that holds `: ` in quotes, and give the keys of one map one indent"),
    (
        "cannot start any token",
        "put a text that begins with @, `, % or a tab in quotes; indent with spaces, never tabs",
    ),
    ("could not find expected ':'", "write `key: value`, with a space behind the colon"),
    (
        "did not find expected key",
        "give the keys of one map one indent; a text with quotes inside stands in the other kind of quotes",
    ),
    ("did not find expected '-' indicator", "give the items of one list one indent"),
    ("did not find expected ',' or ']'", "close the list with `]`, and put its texts in quotes"),
    ("did not find expected ',' or '}'", "close the map with `}`, and put its texts in quotes"),
    ("unexpected end of stream", "close the quotes"),
    ("unexpected document indicator", "close the quotes"),
    ("found a tab", "indent with spaces, never tabs"),
    ("alphabetic or numeric", "put a text that begins with * or & in quotes"),
    ("escape", "write a backslash twice, or use single quotes"),
    ("did not find expected node content", "put the text in quotes"),
)


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """What the YAML parser stumbled over, for quotes where they open; without a mark, at the beginning."""
    problem = str(getattr(error, "problem", None) or error)
    context = getattr(error, "context", None)
    is_unclosed = context == "while scanning a quoted scalar" and "found unexpected" in problem
    mark: Any = getattr(error, "context_mark" if is_unclosed else "problem_mark", None)
    start = min(mark.index, len(text)) if mark is not None else 0
    return Fault(
        start=start,
        end=start + 1,
        name="file/yaml",
        message=f"not YAML: {problem} {context}" if context else f"not YAML: {problem}",
        help=next((mend for words, mend in _SYNTAX_HELP if words in problem), None),
    )


def event_fault(event: Event, name: str, message: str, mend: str | None = None) -> Fault:
    """A fault at an event of the parser."""
    start, end = _offset(event.start_mark), _offset(event.end_mark)
    return Fault(start=start, end=end, name=name, message=message, help=mend)


def _offset(mark: Any) -> int:
    return int(mark.index)


def properties_fault(event: Any) -> Fault:
    """An anchor or a tag before a value."""
    if event.anchor is not None:
        return event_fault(
            event,
            "file/yaml-alias",
            f"`&{event.anchor}` names a value to be repeated: expected each value where it stands",
            "delete the anchor, and write the value in each place",
        )
    tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
    return event_fault(
        event,
        "file/yaml-tag",
        f"`{tag[:60]}` is a YAML tag: expected only text, numbers, true, false, null, lists and maps",
        "delete the tag, or put the text in quotes",
    )


def alias_fault(event: Any) -> Fault:
    """A value that repeats another by its anchor."""
    return event_fault(
        event,
        "file/yaml-alias",
        f"`*{event.anchor}` repeats a value: expected each value where it stands",
        "write the value itself; put a text that begins with `*` in quotes",
    )


def key_fault(event: Event, shown: str) -> Fault:
    """A key that is no text."""
    return event_fault(event, "file/yaml-key", f"{shown} is no key: expected text", "put the key in quotes")


def duplicate_fault(event: Event, key: str) -> Fault:
    """A key that stands twice in one map."""
    return event_fault(
        event,
        "file/duplicate-key",
        f"`{key[:60]}` stands twice in this map: only one of its values can count",
        "delete one of the two, or join their values",
    )


def merge_fault(event: Event) -> Fault:
    """YAML 1.1's merge key."""
    return event_fault(
        event,
        "file/yaml-alias",
        "`<<` merges another map: expected each value where it stands",
        "write the keys themselves",
    )


def documents_fault(event: Event) -> Fault:
    """A second document in one file."""
    return event_fault(
        event,
        "file/yaml-documents",
        "a second YAML document begins here: expected one document a file",
        "delete the line, or put what follows in a file of its own",
    )


def deep_fault(event: Event, limit: int) -> Fault:
    """Lists and maps inside one another beyond the limit."""
    return event_fault(
        event,
        "file/too-deep",
        f"lists and maps stand more than {limit} levels deep: no field needs that",
        "put a text with brackets in quotes; write lists and maps less deep",
    )


def large_number(field: FieldPath) -> Problem:
    """A number that no computation can hold."""
    return Problem(
        field=field,
        name="file/number-too-large",
        message="the number is too large to compute with",
        help="put it in quotes if it is text",
    )
