"""Compares two texts of a record: which values moved, and where they stand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from roi_plugin.model.finding import FieldPath, dotted
from roi_plugin.model.frozen_fields import ChangedLeaf, Leaf, Scalar, as_written, changed_leaves, key_parts, places
from roi_plugin.model.record_past import MovedField
from roi_plugin.model.renamed_entries import NAMES, rekeyed

Data = Mapping[str, object]
LeavesOf = Callable[[Data], Iterable[Leaf]]
_QUANTITY = frozenset({"value", "range"})
_TOLD_OF_AN_ENTRY = ("value", "gain", "cost", "time", "money", "p", "impact", "limit", "baseline", "to", "threshold")
"""What of an entry that is new or gone is told beside its name."""


def moved_fields(before: Data, after: Data, leaves_of: LeavesOf) -> tuple[MovedField, ...]:
    """The values that mean something else in `after`, in the order of that text, those that are gone last.

    `leaves_of` gives the values of a text that count.
    """
    new = {leaf.key: leaf for leaf in leaves_of(after)}
    found = rekeyed({leaf.key: leaf for leaf in leaves_of(before)}, new)
    then, now = _Text(found.leaves), _Text(new)
    changed = _joined(changed_leaves(then.values, now.values), then, now)
    return tuple([_moved(one, then, now, found.was.get(one.key)) for one in changed])


def entry_text(inside: Mapping[str, Scalar]) -> str:
    """An entry as one value, `hours: 30k per year`, from what it says by the names in it."""
    numbers = [as_written(inside[name]) for name in _TOLD_OF_AN_ENTRY if name in inside]
    return ": ".join([as_written(next(iter(inside.values()))), *([", ".join(numbers)] if numbers else [])])


class _Text:
    """The values of one text, and the first one at or below each place."""

    def __init__(self, leaves: Mapping[str, Leaf]) -> None:
        self.values: dict[str, Scalar] = {key: leaf.value for key, leaf in leaves.items()}
        self.first: dict[str, Leaf] = {}
        for key, leaf in leaves.items():
            for place in places(key):
                self.first.setdefault(place, leaf)


def _joined(changed: Iterable[ChangedLeaf], then: _Text, now: _Text) -> Iterator[ChangedLeaf]:
    """The changes, with one for each entry that is new or gone as a whole."""
    groups: defaultdict[str, list[ChangedLeaf]] = defaultdict(list)
    for one in changed:
        groups[_whole(one, then, now) or one.key].append(one)
    for key, inside in groups.items():
        yield inside[0] if key == inside[0].key else _entry(key, inside)


def _whole(one: ChangedLeaf, then: _Text, now: _Text) -> str | None:
    """The outermost entry with a name around a value that is new or gone as a whole, if there is one."""
    here, there = (now, then) if one.before is None else (then, now)
    if None not in {one.before, one.after}:
        return None
    entries = (place for place in places(one.key) if place.endswith("]") and place not in there.first)
    return next((place for place in entries if any(f"{place}.{name}" in here.values for name in NAMES)), None)


def _entry(key: str, inside: list[ChangedLeaf]) -> ChangedLeaf:
    is_new = inside[0].before is None
    values = ((one.key[len(key) + 1 :], one.after if is_new else one.before) for one in inside)
    text = entry_text({name: value for name, value in values if value is not None})
    return ChangedLeaf(key=key, before=None if is_new else text, after=text if is_new else None)


def _moved(one: ChangedLeaf, then: _Text, now: _Text, was: str | None) -> MovedField:
    depth = len(key_parts(one.key))
    is_here = one.after is not None
    leaf = (now if is_here else then).first[one.key]
    outside = len(key_parts(leaf.key)) - depth
    inside_estimate = leaf.field[-1] in _QUANTITY and not leaf.key.endswith(f".{leaf.field[-1]}")
    counted = leaf.field[: -1 if inside_estimate else None]
    counted = counted[: len(counted) - outside]
    field = leaf.field if is_here and not outside else counted
    place = field if is_here else _still_there(one.key, counted, now)
    return MovedField(key=one.key, index_key=dotted(counted), field=place, before=one.before, after=one.after, was=was)


def _still_there(key: str, field: FieldPath, now: _Text) -> FieldPath:
    """Where what held a value that is gone stands now: the entry of the same name, or the list around it."""
    around = [*places(key)][:-1]
    depth = next((depth for depth in range(len(around), 0, -1) if around[depth - 1] in now.first), None)
    return field[:1] if depth is None else now.first[around[depth - 1]].field[:depth]
