"""Which amendment says of a changed value that, and why, it changed."""

import datetime as dt
from collections.abc import Iterable

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.frozen_fields import key_parts, last_name
from roi_plugin.model.governance import Amendment
from roi_plugin.model.record_past import MovedField, RecordPast
from roi_plugin.model.same_meaning import means_the_same


def amendment_of(moved: MovedField, amendments: Iterable[Amendment]) -> Amendment | None:
    """The latest of the amendments that names the value, or something around it; None where none does.

    One that names the value itself and says what it became speaks of that change alone, not of later ones.
    """
    found = [one for one in amendments if _names(one.field, moved) and _is_of_this_change(one, moved)]
    return max(found, key=lambda one: one.date, default=None)


def accounted(decision: Decision, past: RecordPast, today: dt.date) -> list[tuple[MovedField, Amendment | None]]:
    """The frozen values that changed since the acceptance, each with the amendment by `today` that says why, if any."""
    if past.accepted is None:
        return []
    amendments = amendments_between(decision, past.accepted, today)
    return [(moved, amendment_of(moved, amendments)) for moved in past.moved]


def amendments_between(decision: Decision, first: dt.date, last: dt.date) -> list[Amendment]:
    """The amendments dated from one day to another, both included; one that does not say why says nothing."""
    return [one for one in decision.amendments if first <= one.date <= last and says(one.why)]


def names_links(amendment: Amendment, index: int) -> bool:
    """Whether an amendment is about `depends_on` as a whole, or about its entry at an index."""
    parts = _parts(amendment.field)
    return parts in {("depends_on",), ("depends_on", str(index))}


def names_any_link(written: str) -> bool:
    """Whether the written field of an amendment is `depends_on` or an entry of it: then no forecast was changed."""
    return _parts(written)[:1] == ("depends_on",)


def names_key(written: str, key: str) -> bool:
    """Whether the written field of an amendment is the value at a key or something around it, by names or indexes."""
    parts, whole = _parts(written), _parts(key)
    starts = [0] if parts and parts[0].isdecimal() else _starts(key)
    tails = (whole[at : at + len(parts)] for at in starts)
    near = [zip(parts, tail, strict=True) for tail in tails if len(tail) == len(parts)]
    return bool(parts) and any(all(said.isdecimal() or said == part for said, part in pairs) for pairs in near)


def _parts(written: str) -> tuple[str, ...]:
    """The names in a written field: `options`, `1` and `cost` of `options[1].cost`."""
    return tuple([_plain(part) for part, _ in key_parts(written.strip(" `'\""))])


def _plain(part: str) -> str:
    return part.strip().replace("-", "_").casefold()


def _names(written: str, moved: MovedField) -> bool:
    parts = _parts(written)
    key, by_index = _parts(moved.key), _parts(moved.index_key)
    if not parts:
        return False
    if len(key) != len(by_index):
        return parts in {key[: len(parts)], by_index[: len(parts)]}
    places = [{*pair} for pair in zip(key, by_index, strict=True)]
    starts = [0] if parts[0].isdecimal() else _starts(moved.key)
    return any(_stand_at(parts, places, at) for at in starts)


def _starts(key: str) -> list[int]:
    """Where a written field may begin: at the record's field, or at the name of an entry."""
    return [at for at, (part, is_entry) in enumerate(key_parts(key)) if at == 0 or (is_entry and not part.isdecimal())]


def _stand_at(parts: tuple[str, ...], places: list[set[str]], at: int) -> bool:
    there = places[at : at + len(parts)]
    return len(there) == len(parts) and all(part in place for part, place in zip(parts, there, strict=True))


def _is_of_this_change(amendment: Amendment, moved: MovedField) -> bool:
    is_exact = len(_parts(amendment.field)) in {len(_parts(moved.key)), len(_parts(moved.index_key))}
    if not is_exact or amendment.to is None or moved.after is None:
        return True
    return means_the_same(last_name(moved.key), amendment.to, moved.after)
