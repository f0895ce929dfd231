"""Frozen values as plain JSON data and back, by the types of their fields."""

import dataclasses
import functools
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")
Decoder = Callable[[Any], Any]


def plain(value: object) -> object:
    """The value as JSON can hold it: a dataclass is an object of its fields, a tuple a list."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} is no plain value")


def value_of(kind: type[Value], data: object) -> Value:
    """The value of a dataclass `kind` that `plain` made the data of; ValueError if the data is not of this shape."""
    try:
        decoded: Value = _decoder(typing.cast("Any", kind))(data)
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"this is no stored {kind.__name__}") from fault
    return decoded


@functools.cache
def _decoder(kind: Any) -> Decoder:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return _optional(inner)
    if origin is tuple:
        return _tuple(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(inner[1])
    if kind is float:
        return float
    return _same


def _dataclass(kind: type) -> Decoder:
    hints = typing.get_type_hints(kind)
    fields = [(field.name, hints[field.name]) for field in dataclasses.fields(kind)]

    def decode(data: Any) -> Any:
        if set(data) != {name for name, _ in fields}:
            raise KeyError(kind.__name__)
        return kind(**{name: _decoder(hint)(data[name]) for name, hint in fields})

    return decode


def _optional(inner: tuple[Any, ...]) -> Decoder:
    (only,) = [part for part in inner if part is not type(None)]
    return lambda data: None if data is None else _decoder(only)(data)


def _tuple(inner: tuple[Any, ...]) -> Decoder:
    if len(inner) == 2 and inner[1] is Ellipsis:  # noqa: PLR2004 - `tuple[x, ...]`
        return lambda data: tuple(_decoder(inner[0])(part) for part in data)
    return lambda data: tuple(_decoder(part)(each) for part, each in zip(inner, data, strict=True))


def _mapping(inner: Any) -> Decoder:
    return lambda data: {key: _decoder(inner)(part) for key, part in data.items()}


def _same(data: Any) -> Any:
    return data
