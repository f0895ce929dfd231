"""Reads YAML text into plain maps, lists and scalars of JSON's types, with the span of every key and value."""

import math
import re
from array import array
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml
from msgspec import Struct
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.thousands import is_unclear
from roi_plugin.sources import yaml_faults as words
from roi_plugin.sources.characters import UNSAFE, unsafe_fault
from roi_plugin.sources.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | float | bool | None"

MAX_DEPTH = 40
MAX_FAULTS = 20

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_NUMBER_STARTS = frozenset("-0123456789")
_SAFE_LENGTH = 18


class YamlText(Struct, frozen=True, kw_only=True):
    """What a YAML text says. With faults, data and spans are not to be relied on.

    `refused` are values that cannot be taken though the text is well formed; in the data zero stands for each.

    `spans` holds two offsets (start, exclusive end) for each key and each value, in reading order; those of a list or
    map are the place where it begins, twice.
    """

    data: Data
    spans: "array[int]"
    faults: tuple[Fault, ...]
    refused: tuple[Problem, ...] = ()


def read_yaml(text: str) -> YamlText:
    """Reads one YAML document without ever raising: JSON's scalar types, no aliases, no tags, no key twice.

    A date, a time, `no`, `0012` and `12.000` stay text; `1e3` is a number. The text must hold no unsafe characters.
    """
    builder = _Builder()
    try:
        builder.read(CParser(text))
    except yaml.YAMLError as error:
        builder.faults.append(words.syntax_fault(error, text))
    except _StopReadingError:
        pass
    return YamlText(
        data=builder.root, spans=builder.spans, faults=tuple(builder.faults), refused=tuple(builder.refused)
    )


class _StopReadingError(Exception):
    """The rest of the text cannot be understood after the last fault."""


class _Builder:
    """Puts together the value of one document from the parser's events, without recursion."""

    __slots__ = ("_container", "_documents", "_key", "_stack", "faults", "refused", "root", "spans")

    def __init__(self) -> None:
        self.root: Data = None
        self.spans = array("I")
        self.faults: list[Fault] = []
        self.refused: list[Problem] = []
        self._container: Any = None
        self._key: str | None = None
        self._stack: list[Any] = []
        self._documents = 0

    def read(self, parser: Any) -> None:
        act: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _nothing,
            yaml.StreamStartEvent: _nothing,
            yaml.StreamEndEvent: _nothing,
        }
        next_event = parser.get_event
        while (event := next_event()) is not None:
            act[type(event)](event)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._fault(words.properties_fault(event))
        text: str = event.value
        value: Data = text
        if not event.style:
            if text in _WORDS:
                value = _WORDS[text]
            elif text[0] in _NUMBER_STARTS:
                value = self._number(event)
        elif event.style == '"' and (unsafe := UNSAFE.search(text)):
            self._fault(unsafe_fault(unsafe.group(), event.start_mark.index))
        self.spans.extend((event.start_mark.index, event.end_mark.index))
        container = self._container
        if type(container) is dict:
            if self._key is None:
                self._take_key(event, value)
            else:
                container[self._key] = value
                self._key = None
        elif container is None:
            self.root = value
        else:
            container.append(value)

    def _take_key(self, event: Any, value: Data) -> None:
        if not isinstance(value, str):
            self._fault(words.key_fault(event, f"`{event.value[:60]}`"))
        elif value == "<<" and not event.style:
            self._fault(words.merge_fault(event))
        elif value in self._container:
            self._fault(words.duplicate_fault(event, value))
        self._key = event.value

    def _number(self, event: Any) -> str | int | float:
        text: str = event.value
        match = _NUMBER.fullmatch(text)
        if match is None:
            return text
        if is_unclear(text):
            return text
        whole = match.lastindex is None
        if whole and len(text) < _SAFE_LENGTH:
            return int(text)
        number = float(text)
        if math.isinf(number):
            return self._too_large()
        return int(text) if whole else number

    def _too_large(self) -> int:
        # A key that is a number is refused as a key.
        if type(self._container) is not dict or self._key is not None:
            self.refused.append(words.large_number(self._here()))
            if len(self.refused) >= MAX_FAULTS:
                raise _StopReadingError
        return 0

    def _here(self) -> FieldPath:
        """Where the value that is being read will stand: every list or map above it is the last of its own."""
        above = [*self._stack[1:], self._container] if self._stack else []
        path: list[str | int] = []
        for container, inner in pairwise([*above, None]):
            if inner is None:
                path.append(self._key or "" if type(container) is dict else len(container))
            else:
                path.append(next(reversed(container)) if type(container) is dict else len(container) - 1)
        return tuple(path)

    def _open(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._fault(words.properties_fault(event))
        container = self._container
        if type(container) is dict and self._key is None:
            self._stop(words.key_fault(event, "a list or map"))
        if len(self._stack) >= MAX_DEPTH:
            self._stop(words.deep_fault(event, MAX_DEPTH))
        value: Data = {} if type(event) is yaml.MappingStartEvent else []
        start = event.start_mark.index
        self.spans.extend((start, start))
        if container is None:
            self.root = value
        elif type(container) is dict:
            container[self._key] = value
        else:
            container.append(value)
        self._stack.append(container)
        self._container, self._key = value, None

    def _close(self, _event: Any) -> None:
        self._container, self._key = self._stack.pop(), None

    def _alias(self, event: Any) -> None:
        self._fault(words.alias_fault(event))
        if type(self._container) is dict:
            if self._key is None:
                self._stop(words.alias_fault(event))
            self._key = None

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(words.documents_fault(event))

    def _fault(self, fault: Fault) -> None:
        self.faults.append(fault)
        if len(self.faults) >= MAX_FAULTS:
            raise _StopReadingError

    def _stop(self, fault: Fault) -> None:
        if fault not in self.faults:
            self.faults.append(fault)
        raise _StopReadingError


def _nothing(_event: Any) -> None:
    pass
