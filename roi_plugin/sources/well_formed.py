"""Finds the part of a map that its schema allows, where the whole is refused."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from roi_plugin.model.finding import FieldPath
from roi_plugin.sources.pruning import Pruned, pruned
from roi_plugin.sources.schemas import fast_validator
from roi_plugin.sources.yaml_text import Data

if TYPE_CHECKING:
    import jsonschema_rs

_MOST_ROUNDS = 40
_STAND_INS: dict[str, dict[str, Data]] = {
    "decision": {"title": "untitled", "status": "draft", "date": "1970-01-01"},
}
"""What stands in for a required entry, so that the rest can be read; nothing of it is ever shown."""


def well_formed(schema: str, data: dict[str, Data], faults: Iterable[FieldPath]) -> Pruned | None:
    """The data without the values at fault and without what cannot stand without them; None where nothing is left.

    `faults` are paths of values known to be wrong. Required entries of the map as a whole get a stand-in.
    """
    removed = frozenset(faults)
    for _ in range(_MOST_ROUNDS):
        left = pruned(data, removed)
        whole = Pruned(data={**_STAND_INS.get(schema, {}), **left.data}, removed=left.removed)
        more = {
            left.original(field) for error in fast_validator(schema).iter_errors(whole.data) for field in _at(error)
        }
        if not more:
            return whole
        if () in more:
            return None
        # What holds a value that goes already does not go too: it may be allowed without that value.
        removed = left.removed | {
            field for field in more if not any(other[: len(field)] == field for other in more - {field})
        }
    return None


def _at(error: "jsonschema_rs.ValidationError") -> Iterator[FieldPath]:
    field: FieldPath = tuple(error.instance_path)
    unexpected = getattr(error.kind, "unexpected", None)
    if unexpected:
        yield from ((*field, key) for key in unexpected)
    else:
        yield field
