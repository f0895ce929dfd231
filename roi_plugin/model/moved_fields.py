"""Compares two texts of a record: which values moved, and where they stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from roi_plugin.model.finding import FieldPath, dotted
from roi_plugin.model.frozen_fields import ChangedLeaf, Leaf, Scalar, as_written, changed_leaves, key_parts
from roi_plugin.model.record_past import MovedField
from roi_plugin.model.renamed_entries import NAMES, Rekeyed, rekeyed

Data = Mapping[str, object]
LeavesOf = Callable[[Data], Iterable[Leaf]]
_QUANTITY = frozenset({"value", "range"})
_TOLD_OF_AN_ENTRY = ("value", "gain", "cost", "time", "money", "p", "impact", "limit", "baseline", "to", "threshold")
"""What of an entry that is new or gone is told beside its name."""


def moved_fields(before: Data, after: Data, leaves_of: LeavesOf) -> tuple[MovedField, ...]:
    """The values that mean something else in `after`, in the order of that text, those that are gone last.

    `leaves_of` gives the values of a text that count.
    """
    now = {leaf.key: leaf for leaf in leaves_of(after)}
    found = rekeyed({leaf.key: leaf for leaf in leaves_of(before)}, now)
    changed = changed_leaves(_values(found.leaves), _values(now))
    return tuple([_moved(one, found, now) for one in _joined(changed)])


def entry_text(inside: Mapping[str, Scalar]) -> str:
    """An entry as one value, `hours: 30k per year`, from what it says by the names in it."""
    numbers = [as_written(inside[name]) for name in _TOLD_OF_AN_ENTRY if name in inside]
    return ": ".join([as_written(next(iter(inside.values()))), *([", ".join(numbers)] if numbers else [])])


def _values(leaves: Mapping[str, Leaf]) -> dict[str, Scalar]:
    return {key: leaf.value for key, leaf in leaves.items()}


def _joined(changed: Iterable[ChangedLeaf]) -> Iterator[ChangedLeaf]:
    """The changes, with one for each entry that is new or gone as a whole."""
    left = list(changed)
    while left:
        first = left[0]
        entry, _, name = first.key.rpartition(".")
        is_whole = name in NAMES and entry.endswith("]") and None in {first.before, first.after}
        inside = [one for one in left if one is first or (is_whole and one.key.startswith(f"{entry}."))]
        left = [one for one in left if one not in inside]
        yield _entry(entry, inside) if is_whole else first


def _entry(key: str, inside: list[ChangedLeaf]) -> ChangedLeaf:
    is_new = inside[0].before is None
    values = ((one.key[len(key) + 1 :], one.after if is_new else one.before) for one in inside)
    text = entry_text({name: value for name, value in values if value is not None})
    return ChangedLeaf(key=key, before=None if is_new else text, after=text if is_new else None)


def _moved(one: ChangedLeaf, then: Rekeyed, now: Mapping[str, Leaf]) -> MovedField:
    depth = len(key_parts(one.key))
    is_here = one.after is not None
    leaf = next(leaf for key, leaf in (now if is_here else then.leaves).items() if _is_in(key, one.key))
    outside = len(key_parts(leaf.key)) - depth
    inside_estimate = leaf.field[-1] in _QUANTITY and not leaf.key.endswith(f".{leaf.field[-1]}")
    counted = leaf.field[: -1 if inside_estimate else None]
    counted = counted[: len(counted) - outside]
    field = leaf.field if is_here and not outside else counted
    place = field if is_here else _still_there(one.key, counted, now)
    return MovedField(
        key=one.key,
        index_key=dotted(counted),
        field=place,
        before=one.before,
        after=one.after,
        was=then.was.get(one.key),
    )


def _is_in(key: str, place: str) -> bool:
    return key == place or key.startswith((f"{place}.", f"{place}["))


def _still_there(key: str, field: FieldPath, now: Mapping[str, Leaf]) -> FieldPath:
    """Where what held a value that is gone stands now: the entry of the same name, or the list around it."""
    parts = key_parts(key)
    for depth in range(len(parts) - 1, 0, -1):
        around = "".join(f"[{part}]" if is_entry else f".{part}" for part, is_entry in parts[:depth]).lstrip(".")
        inside = next((leaf for leaf_key, leaf in now.items() if _is_in(leaf_key, around)), None)
        if inside is not None:
            return inside.field[:depth]
    return field[:1]
