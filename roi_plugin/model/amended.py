"""Which amendment says of a changed value that, and why, it changed."""

import datetime as dt
from collections.abc import Iterable, Sequence

from roi_plugin.model.amendment_faults import faults
from roi_plugin.model.decision import Decision
from roi_plugin.model.frozen_fields import key_parts
from roi_plugin.model.governance import Amendment
from roi_plugin.model.record_past import MovedField, RecordPast


def amendment_of(moved: MovedField, amendments: Iterable[Amendment], first: dt.date, last: dt.date) -> Amendment | None:
    """The latest of the amendments from one day to another that gives the reason for a change; None where none does.

    It names the value, or something around it, and nothing that it tells is wrong.
    """
    found = [one for one in amendments if names(one, moved) and _fault(one, moved, first, last) is None]
    return max(found, key=lambda one: one.date, default=None)


def uncounted(
    moved: MovedField, amendments: Sequence[Amendment], first: dt.date, last: dt.date
) -> tuple[int, str] | None:
    """The index of the latest amendment that names the value and does not count, and why not; None without any."""
    found = [(one.date, index) for index, one in enumerate(amendments) if names(one, moved)]
    if not found:
        return None
    _, latest = max(found)
    fault = _fault(amendments[latest], moved, first, last)
    return None if fault is None else (latest, fault)


def accounted(decision: Decision, past: RecordPast, today: dt.date) -> list[tuple[MovedField, Amendment | None]]:
    """The frozen values that changed since the acceptance, each with the amendment by `today` that says why, if any."""
    first = past.accepted
    if first is None:
        return []
    return [(moved, amendment_of(moved, decision.amendments, first, today)) for moved in past.moved]


def names(amendment: Amendment, moved: MovedField) -> bool:
    """Whether an amendment names the value or something around it, by its name of today or by its older one."""
    return _behind(amendment.field, moved) is not None


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


def _behind(written: str, moved: MovedField) -> int | None:
    """How many parts of the value's place stand behind what is written, 0 for itself; None for something else."""
    parts = _parts(written)
    keys = [_parts(key) for key in (moved.key, moved.index_key, moved.was) if key is not None]
    if not parts:
        return None
    if len({len(key) for key in keys}) > 1:
        return next((len(key) - len(parts) for key in keys if key[: len(parts)] == parts), None)
    places = [{*names} for names in zip(*keys, strict=True)]
    starts = [0] if parts[0].isdecimal() else _starts(moved.key)
    found = next((at for at in starts if _stand_at(parts, places, at)), None)
    return None if found is None else len(places) - found - len(parts)


def _starts(key: str) -> list[int]:
    """Where a written field may begin: at the record's field, or at the name of an entry."""
    return [at for at, (part, is_entry) in enumerate(key_parts(key)) if at == 0 or (is_entry and not part.isdecimal())]


def _stand_at(parts: tuple[str, ...], places: list[set[str]], at: int) -> bool:
    there = places[at : at + len(parts)]
    return len(there) == len(parts) and all(part in place for part, place in zip(parts, there, strict=True))


def _fault(amendment: Amendment, moved: MovedField, first: dt.date, last: dt.date) -> str | None:
    is_exact = _behind(amendment.field, moved) == 0
    return next(faults(amendment, moved, first, last, is_exact=is_exact), None)
