"""Takes single values out of data, and tells where what is left stood before."""

from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.model.finding import FieldPath
from roi_plugin.sources.yaml_text import Data


class Pruned(Struct, frozen=True, kw_only=True):
    """A map without the values at `removed`; those paths are of the data before anything was taken out."""

    data: dict[str, Data]
    removed: frozenset[FieldPath] = frozenset()

    def original(self, field: FieldPath) -> FieldPath:
        """Where the value that now stands at `field` stood: items of a list move up when one before them goes."""
        if not self.removed:
            return field
        before: FieldPath = ()
        for part in field:
            before = (*before, self._original_index(before, part) if isinstance(part, int) else part)
        return before

    def _original_index(self, items: FieldPath, index: int) -> int:
        gone = sorted(int(path[-1]) for path in self.removed if path[:-1] == items)
        for place in gone:
            index += place <= index
        return index


def pruned(data: dict[str, Data], fields: Iterable[FieldPath]) -> Pruned:
    """The data without the values at `fields`; of a value that is not there, without the map that lacks it.

    The map as a whole always stays, even where a field says that it is at fault. `data` itself is not changed.
    """
    removed = frozenset(there for field in fields if (there := _to_remove(data, field)))
    return Pruned(data=_map_without(data, (), removed) if removed else data, removed=removed)


def _to_remove(data: Data, field: FieldPath) -> FieldPath:
    """The longest part of `field` that is there."""
    for depth, part in enumerate(field):
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
            data = data[part]
        else:
            return field[:depth]
    return field


def _map_without(data: dict[str, Data], at: FieldPath, removed: frozenset[FieldPath]) -> dict[str, Data]:
    return {key: _without(value, (*at, key), removed) for key, value in data.items() if (*at, key) not in removed}


def _without(data: Data, at: FieldPath, removed: frozenset[FieldPath]) -> Data:
    if isinstance(data, dict):
        return _map_without(data, at, removed)
    if isinstance(data, list):
        return [_without(item, (*at, index), removed) for index, item in enumerate(data) if (*at, index) not in removed]
    return data
