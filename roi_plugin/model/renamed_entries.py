"""Finds entries of lists that only got another name: an option, a gain or a metric that says what it said before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.frozen_fields import Leaf, last_name
from roi_plugin.model.same_meaning import means_the_same

NAMES = frozenset({"id", "metric", "team"})
"""The keys whose values are the names of entries."""


class Rekeyed(Struct, frozen=True, kw_only=True):
    """The leaves of an older text by the names of today, and the older key of each that has another one now."""

    leaves: Mapping[str, Leaf]
    was: Mapping[str, str]


def rekeyed(then: Mapping[str, Leaf], now: Mapping[str, Leaf]) -> Rekeyed:
    """The leaves of `then` as if what was renamed since had always had its name of `now`.

    An entry was renamed where another one holds all that it held, or stands in its place and holds the most of it.
    """
    leaves, was = dict(then), dict[str, str]()
    if then.keys() <= now.keys() or now.keys() <= then.keys():
        return Rekeyed(leaves=leaves, was=was)
    for depth in range(1, 1 + max(key.count("]") for key in now)):
        names = dict(_renamed(_entries(leaves, depth), _entries(now, depth)))
        moved = {key: names[place] + key[len(place) :] for key in leaves if (place := _place(key, depth)) in names}
        was |= {new: was.get(old, old) for old, new in moved.items()}
        leaves = {moved.get(key, key): replace(leaf, key=moved.get(key, key)) for key, leaf in leaves.items()}
    return Rekeyed(leaves=leaves, was={new: old for new, old in was.items() if new in leaves})


class _Entry(Struct, frozen=True, kw_only=True):
    """One entry with a name of its own: the list it is in, where in it, and what it says beside its name."""

    around: str
    index: object
    said: dict[str, Leaf]

    @property
    def content(self) -> tuple[object, ...]:
        return (self.around, *sorted((key, str(leaf.value)) for key, leaf in self.said.items()))


def _entries(leaves: Mapping[str, Leaf], depth: int) -> dict[str, _Entry]:
    """The entries that stand in so many lists, by their keys: `options[tune]` stands in one."""
    inside: defaultdict[str, dict[str, Leaf]] = defaultdict(dict)
    for key, leaf in leaves.items():
        place = _place(key, depth)
        if place is not None:
            inside[place][key[len(place) :]] = leaf
    found = {}
    for place, said in inside.items():
        around, _, name = place[:-1].rpartition("[")
        own = next((key for key, leaf in said.items() if key[1:] in NAMES and leaf.value == name), None)
        if own is not None:
            found[place] = _Entry(around=around, index=said.pop(own).field[-2], said=said)
    return found


def _place(key: str, depth: int) -> str | None:
    end = -1
    for _ in range(depth):
        end = key.find("]", end + 1)
        if end < 0:
            return None
    return key[: end + 1]


def _renamed(then: Mapping[str, _Entry], now: Mapping[str, _Entry]) -> Iterator[tuple[str, str]]:
    """The old and the new key of each entry that was renamed."""
    new = {key: entry for key, entry in now.items() if key not in then}
    by_content = {entry.content: key for key, entry in new.items() if entry.said}
    by_index = {(entry.around, entry.index): key for key, entry in new.items()}
    left = []
    for key, entry in then.items():
        if key in now:
            continue
        found = by_content.pop(entry.content, None)
        if found is None:
            left.append((key, entry))
            continue
        by_index.pop((new[found].around, new[found].index), None)
        yield key, found
    for key, entry in left:
        found = by_index.get((entry.around, entry.index))
        if found is not None and _is_alike(entry.said, new[found].said):
            yield key, found


def _is_alike(one: Mapping[str, Leaf], other: Mapping[str, Leaf]) -> bool:
    """Whether at least as much is still the same as is not, with all entries inside or without them."""
    keys = one.keys() | other.keys()
    same = {
        key for key in one.keys() & other.keys() if means_the_same(last_name(key), one[key].value, other[key].value)
    }
    own = {key for key in keys if "[" not in key}
    return 2 * len(same) >= len(keys) or 0 < len(own) <= 2 * len(same & own)
