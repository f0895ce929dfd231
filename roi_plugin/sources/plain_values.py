"""Turns single YAML values that a schema has passed into typed ones: days, flags, lists of text, numbers."""

import datetime as dt
from typing import Any

Map = dict[str, Any]
"""A map as YAML gives it, valid by its schema."""


def day(written: str) -> dt.date:
    """A date that the schema has checked."""
    return dt.date.fromisoformat(written)


def day_in(data: Map, key: str) -> dt.date | None:
    """The date under `key`, if there is one."""
    written = data.get(key)
    return None if written is None else dt.date.fromisoformat(written)


def flag_in(data: Map, key: str) -> bool | None:
    """The answer under `key`; `yes` and `no` are words, because the reader leaves them as text."""
    written = data.get(key)
    return None if written is None else written in (True, "yes")


def agreement_in(data: Map, key: str) -> dt.date | bool | None:
    """The day of an agreement, or only whether there is one."""
    written = data.get(key)
    if isinstance(written, str) and written[:1].isdigit():
        return dt.date.fromisoformat(written)
    return None if written is None else written in (True, "yes")


def number_in(data: Map, key: str) -> float | None:
    """The number under `key`, if there is one."""
    written = data.get(key)
    return None if written is None else float(written)


def whole_number_in(data: Map, key: str) -> int | None:
    """The whole number under `key`, if there is one; JSON Schema counts 3.0 as whole."""
    written = data.get(key)
    return None if written is None else int(written)


def texts_in(data: Map, key: str) -> tuple[str, ...]:
    """One text or a list of them, as a tuple; whole numbers are written out."""
    written = data.get(key)
    if written is None:
        return ()
    if isinstance(written, list):
        return tuple([text_of(item) for item in written])
    return (text_of(written),)


def text_of(written: Any) -> str:
    """A text, number or answer as people write it: `42`, not `42.0`; `yes`, not `True`."""
    if isinstance(written, str):
        return written
    if isinstance(written, bool):
        return "yes" if written else "no"
    return str(int(written)) if written == int(written) else repr(written)


def maps_in(data: Map, key: str) -> list[Any]:
    """One item or a list of them, as a list."""
    written = data.get(key)
    if written is None:
        return []
    return written if isinstance(written, list) else [written]
