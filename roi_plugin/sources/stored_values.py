"""Frozen values as plain JSON data and back, by the types of their fields.

The data names no fields, so it fits the code that wrote it: whoever keeps it keys it by that code.
"""

import dataclasses
import datetime as dt
import functools
import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeVar

from msgspec import Struct

Value = TypeVar("Value")
Decoder = Callable[[Any], Any]


def plain(value: object) -> object:
    """The value as JSON can hold it: a struct or dataclass is a list of its fields' values, a tuple a list."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    kind: Any = type(value)
    names = _fields(kind)
    if names is not None:
        return [plain(getattr(value, name)) for name in names]
    raise TypeError(f"{type(value).__name__} is no plain value")


def value_of(kind: type[Value], data: object) -> Value:
    """The value of this struct or dataclass that `plain` made the data of; ValueError if it is not of this shape."""
    try:
        decoded: Value = _decoder(typing.cast("Any", kind))(data)
    except (ValueError, TypeError, AttributeError) as fault:
        raise ValueError(f"this is no stored {kind.__name__}") from fault
    return decoded


def sound_value(kind: type[Value], data: object) -> Value | None:
    """As `value_of`; None where nothing is stored, or something of another shape."""
    try:
        return None if data is None else value_of(kind, data)
    except ValueError:
        return None


@functools.cache
def _decoder(kind: Any) -> Decoder:
    names = _fields(kind)
    if names is not None:
        return _whole(kind, names)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return _optional(inner)
    if origin is tuple:
        return _tuple(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(inner[1])
    return _scalar(kind)


def _scalar(kind: Any) -> Decoder:
    if kind is dt.date:
        return dt.date.fromisoformat
    is_own = isinstance(kind, type) and (issubclass(kind, Enum) or (issubclass(kind, str) and kind is not str))
    return kind if is_own else _same


@functools.cache
def _fields(kind: Any) -> tuple[str, ...] | None:
    """The names of the fields of a struct or a dataclass; None of all else."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        return kind.__struct_fields__
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


def _whole(kind: Any, names: tuple[str, ...]) -> Decoder:
    hints = typing.get_type_hints(kind)
    reads = [_decoder(hints[name]) for name in names]
    if all(read is _same for read in reads):
        # Most values hold numbers and texts alone: nothing of them has to be read part by part.
        return lambda data: kind(**dict(zip(names, _list(data), strict=True)))
    return lambda data: kind(**{name: read(part) for name, read, part in zip(names, reads, _list(data), strict=True)})


def _optional(inner: tuple[Any, ...]) -> Decoder:
    kinds = [part for part in inner if part is not type(None)]
    if len(kinds) > 1:
        return _same
    read = _decoder(kinds[0])
    return _same if read is _same else lambda data: None if data is None else read(data)


def _tuple(inner: tuple[Any, ...]) -> Decoder:
    if len(inner) == 2 and inner[1] is Ellipsis:  # noqa: PLR2004 - `tuple[x, ...]`
        read = _decoder(inner[0])
        return lambda data: tuple([read(part) for part in _list(data)])
    parts = [_decoder(part) for part in inner]
    return lambda data: tuple([read(part) for read, part in zip(parts, _list(data), strict=True)])


def _mapping(inner: Any) -> Decoder:
    read = _decoder(inner)
    return lambda data: {key: read(part) for key, part in data.items()}


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise TypeError(data)
    return data


def _same(data: Any) -> Any:
    return data
