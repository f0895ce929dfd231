"""The words in which schema problems are told: types, values and lists of them."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from roi_plugin.model.finding import FieldPath
from roi_plugin.model.thousands import both_readings, is_unclear
from roi_plugin.sources.yaml_text import Data

_LONGEST_VALUE = 60
_MOST_LISTED = 12
_PERCENT = 100
_NO_COMMAS = "^[^,]*$"
_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "object": "a map (`key: value` lines)",
    "array": "a list",
    "boolean": "true or false",
    "null": "nothing",
}
_DATE_PARTS = (
    (re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII), (3, 2, 1)),
    (re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII), (1, 2, 3)),
)


def value_in_words(value: Data) -> str:
    """A value as a message names it: short ones as written, large ones by their kind."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list):
        return "a list"
    return quoted(value)


def quoted(value: Data) -> str:
    """A text, number or word in backticks, on one line and cut to a readable length."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = " ".join(text.split()).replace("`", "'")
    return f"`{text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + '…'}`"


def types_in_words(types: str | Sequence[str]) -> str:
    """The types a schema allows: `text or a number`."""
    return " or ".join(_TYPES[name] for name in ([types] if isinstance(types, str) else types))


def values_listed(values: Iterable[Data]) -> str:
    """Values with commas, the first dozen of many."""
    shown = [str(value).lower() if isinstance(value, bool) else str(value) for value in values]
    return ", ".join(shown[:_MOST_LISTED]) + (", ..." if len(shown) > _MOST_LISTED else "")


def field_noun(field: FieldPath) -> str:
    """What a value is called after its field, with its article: `a status`, `an id`, ``an entry of `tags` ``."""
    words = [str(part).replace("_", " ").replace("-", " ") for part in field if isinstance(part, str)]
    if not words:
        return "a record"
    if isinstance(field[-1], int):
        return f"an entry of {in_words(field[:-1])}"
    return with_article(words[-1])


def with_article(noun: str) -> str:
    """`a status`, `an id`."""
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


def in_words(field: FieldPath) -> str:
    """The map a key stands in: `a record`, `options[1]`."""
    text = ""
    for part in field:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return f"`{text}`" if text else "a record"


def type_help(value: Data, types: str | Sequence[str], *, named: bool = False) -> str | None:
    """How a value becomes one of the types; a map that is `named` asks for nothing but an `id`."""
    allowed = {types} if isinstance(types, str) else set(types)
    if value is None:
        return "write a value, or delete the line"
    if "string" in allowed and isinstance(value, bool | int | float):
        return f'put it in quotes: "{values_listed([value])}"'
    if "array" in allowed:
        return _list_help(value)
    if isinstance(value, str) and allowed & {"number", "integer"}:
        return both_readings(value) if is_unclear(value) else "write digits only, without unit or quotes"
    if allowed == {"object"}:
        is_word = named and isinstance(value, str) and value[:1].isalpha() and len(value.split()) == 1
        return f"write `id: {value}`" if is_word else "write `key: value` lines in its place"
    return "write one text" if allowed == {"string"} else None


def _list_help(value: Data) -> str:
    if isinstance(value, dict):
        return "write it as a list, each entry on lines of its own that begin with `- `"
    return f"write it as a list: [{values_listed([value])[:_LONGEST_VALUE]}]"


def commas_help(value: object, schema: Mapping[str, Any]) -> str | None:
    """How several texts with commas between them are written where each is one, without commas."""
    if schema.get("pattern") != _NO_COMMAS or not isinstance(value, str):
        return None
    words = ", ".join(word.strip() for word in value.split(",") if word.strip())
    return f"write it as a list: [{words[:_LONGEST_VALUE]}]"


def unquoted_help(value: Data, allowed: Sequence[Data]) -> str | None:
    """How a text becomes the true or false that it spells, where that is allowed."""
    spelt = {str(one).lower() for one in allowed if isinstance(one, bool)}
    return f"write `{value.lower()}` without quotes" if isinstance(value, str) and value.lower() in spelt else None


def share_help(value: Data, limits: Mapping[str, Any]) -> str | None:
    """How a share is written that was given in percent, as 30 in place of 0.3."""
    is_share = (limits.get("minimum"), limits.get("maximum")) == (0, 1)
    if not is_share or not isinstance(value, int | float) or not 1 < value <= _PERCENT:
        return None
    percent = f"`{value:g}%` or " if "string" in limits.get("type", ()) else ""
    return f"a share is written from 0 to 1: {percent}`{value / _PERCENT:g}`"


def limit_in_words(limit: Any) -> str:
    """A limit as people write numbers: `5`, `0.5`, `1e+15`."""
    return str(limit) if isinstance(limit, int) else f"{limit:g}"


def date_help(text: str) -> str:
    """The day that a text was probably meant to be, as it should be written."""
    for pattern, order in _DATE_PARTS:
        if match := pattern.fullmatch(text.strip()):
            year, month, day = (int(match[part]) for part in order)
            meant = _day(year, month, day) or _day(year, day, month)
            if meant is not None:
                return f"did you mean `{meant}`?"
            known_month = _day(year, month, 1) is not None
            return f"month {month} has no day {day}" if known_month else f"there is no month {month}"
    return "for example `2026-03-02`"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
