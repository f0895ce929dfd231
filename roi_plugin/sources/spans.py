"""Finds where a field stands in a YAML text, from the data and the spans that were read with it."""

from typing import TYPE_CHECKING

from msgspec import Struct

from roi_plugin.model.finding import FieldPath
from roi_plugin.sources.yaml_text import Data

if TYPE_CHECKING:
    from array import array

Span = tuple[int, int]


class Spot(Struct, frozen=True, kw_only=True):
    """The field that was asked for, or the nearest field above it that exists.

    `key` is the span of its key (none for an item of a list and for the whole text), `scalar` says that `value` is the
    span of a text, number or word; the span of a list or map is only its beginning.
    """

    key: Span | None
    value: Span
    scalar: bool
    missing: bool


def locate(data: Data, spans: "array[int]", field: FieldPath) -> Spot:
    """Where `field` stands; `spans` as in `YamlText`, one pair at least.

    What a field may hold alone or in a list is the first of the list to those who ask: `okr[0]` of one objective.
    """
    key: Span | None = None
    index = 0
    for part in field:
        step = _step(data, index, part)
        if step is None and part == 0 and not isinstance(data, list):
            continue  # one value stands where a list of one may stand
        if step is None:
            return Spot(key=key, value=_span(spans, index), scalar=_is_scalar(data), missing=True)
        data, key_index, index = step
        key = None if key_index is None else _span(spans, key_index)
    return Spot(key=key, value=_span(spans, index), scalar=_is_scalar(data), missing=False)


def _is_scalar(data: Data) -> bool:
    return not isinstance(data, dict | list)


def _step(data: Data, index: int, part: str | int) -> tuple[Data, int | None, int] | None:
    """The value at `part`, the index of its key's span, and the index of its own."""
    index += 1
    if isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
        return data[part], None, index + sum(map(_spans_inside, data[:part]))
    if isinstance(data, dict):
        wanted = _spelt(data, str(part))
        for key, value in data.items():
            if key == wanted:
                return value, index, index + 1
            index += 1 + _spans_inside(value)
    return None


def _spelt(data: dict[str, Data], part: str) -> str | None:
    """The key as the record writes it: `from_` is `from`, `unit_cost` may be `unit-cost`."""
    spellings = (part, part.rstrip("_"), part.replace("_", "-"), {"deciders": "decision-makers"}.get(part, part))
    return next((spelling for spelling in spellings if spelling in data), None)


def _spans_inside(data: Data) -> int:
    if isinstance(data, dict):
        return 1 + len(data) + sum(map(_spans_inside, data.values()))
    if isinstance(data, list):
        return 1 + sum(map(_spans_inside, data))
    return 1


def _span(spans: "array[int]", index: int) -> Span:
    return spans[2 * index], spans[2 * index + 1]
