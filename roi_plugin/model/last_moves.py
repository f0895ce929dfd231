"""Follows values that changed through the texts since they were frozen: when each moved last, what it was before."""

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.frozen_fields import Scalar, changed_leaves, places
from roi_plugin.model.moved_fields import Data, LeavesOf, entry_text
from roi_plugin.model.record_past import LastMove, MovedField


class Said(Struct, frozen=True, kw_only=True):
    """What a record said from a day on; `data` is None where it said of these values what it says now.

    What is not committed yet is only said `on_disk`.
    """

    day: dt.date
    data: Data | None
    on_disk: bool = False


def with_last_moves(
    moved: Iterable[MovedField], texts: Sequence[Said], now: Data, leaves_of: LeavesOf
) -> tuple[MovedField, ...]:
    """The values with how they moved; `texts` begin with the one in which they were frozen, oldest first."""
    found = [*moved]
    wanted = {key for one in found for key in (one.key, one.was) if key is not None}
    present = _view(now, leaves_of, wanted)
    views = [present if text.data is None else _view(text.data, leaves_of, wanted) for text in texts]
    return tuple(
        [
            replace(one, last=_last_move(one, texts, views, present), apart=_apart(one, texts, views, present))
            for one in found
        ]
    )


Inside = Mapping[str, Scalar]
"""What a text says of one value by its key, or of a whole entry by the keys in it."""
View = Mapping[str, Inside]


def _view(data: Data, leaves_of: LeavesOf, wanted: Container[str]) -> View:
    """What a text says of the values and entries that are wanted."""
    found: defaultdict[str, dict[str, Scalar]] = defaultdict(dict)
    for leaf in leaves_of(data):
        for place in places(leaf.key):
            if place in wanted:
                found[place][leaf.key] = leaf.value
    return found


def _last_move(moved: MovedField, texts: Sequence[Said], views: Sequence[View], present: View) -> LastMove | None:
    now = _inside(moved, present)
    seen = [_inside(moved, view) for view in views]
    other = [index for index, inside in enumerate(seen) if changed_leaves(inside, now)]
    if not other:
        return None
    had = (text for index in other if (text := _value(moved, seen[index])) is not None)
    after = min(other[-1] + 1, len(texts) - 1)
    return LastMove(
        day=texts[after].day,
        had=tuple(dict.fromkeys(had)),
        amended=frozenset(_amended(texts[other[-1]].data)),
    )


def _apart(moved: MovedField, texts: Sequence[Said], views: Sequence[View], present: View) -> dt.date | None:
    """The day after the last text that said what the first one says."""
    seen = [_inside(moved, view) for view in views]
    if not changed_leaves(seen[0], _inside(moved, present)):
        return None
    as_frozen = max(index for index, inside in enumerate(seen) if not changed_leaves(seen[0], inside))
    later = texts[as_frozen + 1 : as_frozen + 2]
    return later[0].day if later and not later[0].on_disk else None


def _inside(moved: MovedField, view: View) -> Inside:
    """What a text says of the value, by the keys of today."""
    found = view.get(moved.key, {})
    if found or moved.was is None:
        return found
    return {moved.key + key[len(moved.was) :]: value for key, value in view.get(moved.was, {}).items()}


def _value(moved: MovedField, inside: Inside) -> Scalar | None:
    if not inside or not moved.is_entry:
        return inside.get(moved.key)
    return entry_text({key[len(moved.key) + 1 :]: value for key, value in inside.items()})


def _amended(data: Data | None) -> Iterator[tuple[str, str, str]]:
    entries = data.get("amendments") if data is not None else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict):
            yield str(entry.get("date")), str(entry.get("field")), str(entry.get("why"))
