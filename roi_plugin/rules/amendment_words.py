"""What a finding says of amendments: why one does not count, and the whole entry that would."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence

from roi_plugin.model.amended import names, names_any_link, uncounted
from roi_plugin.model.decision import Decision
from roi_plugin.model.frozen_fields import Scalar, last_name
from roi_plugin.model.nearest import nearest
from roi_plugin.model.record_past import MovedField
from roi_plugin.rules.changes import place

_LONGEST = 60
_ALIKE = 0.7


def not_counted(decision: Decision, moved: MovedField, first: dt.date, last: dt.date) -> str | None:
    """Why the latest amendment of a value does not count as one from a day to another; None where there is none."""
    found = uncounted(moved, decision.amendments, first, last)
    return None if found is None else f"`amendments[{found[0]}]` does not count: it {found[1]}"


def mistyped(decision: Decision, changed: Iterable[MovedField], told: Sequence[MovedField]) -> dict[str, str]:
    """What the amendments that name no value that `changed` may have meant, by the keys of the values that are told."""
    everything = [*changed]
    meant = {name: one for one in reversed(told) for name in _names(one)}
    found = {}
    for index, amendment in enumerate(decision.amendments):
        if names_any_link(amendment.field) or any(names(amendment, one) for one in everything):
            continue
        name = nearest(amendment.field, meant, cutoff=_ALIKE)
        if name is not None:
            one = meant[name]
            full = one.index_key if name == last_name(one.key) else name
            found[one.key] = f"`amendments[{index}]` names {place(amendment.field)}: did you mean {place(full)}?"
    return found


def entry(moved: MovedField, field: str, today: dt.date) -> str:
    """An entry to paste, with the reason left to write; a long text is not repeated in it."""
    values = [("from", _pasted(_before(moved))), ("to", _pasted(moved.after))]
    told = [f"{name}: {value}" for name, value in values if value is not None]
    parts = [f"date: {today}", f"field: {json.dumps(field, ensure_ascii=False)}", *told, "why: ..."]
    return f"`{{{', '.join(parts)}}}`"


def _names(moved: MovedField) -> Iterator[str]:
    """What a value may be called: its place, all that is around it, and its own name alone."""
    for key in (moved.index_key, moved.key):
        ends = [at for at, letter in enumerate(key) if letter in ".[" and at]
        yield from (key[:end] for end in (len(key), *reversed(ends)))
    yield last_name(moved.key)


def _before(moved: MovedField) -> Scalar | None:
    """What it said before it moved last, so that the entry follows the ones that are there."""
    return moved.last.had[-1] if moved.last is not None and moved.last.had else moved.before


def _pasted(value: Scalar | None) -> str | None:
    """A value as YAML takes it inside an entry; None for one that is too long, or cannot stand between backticks."""
    if value is None or (isinstance(value, str) and (len(value) > _LONGEST or "`" in value)):
        return None
    return json.dumps(value, ensure_ascii=False)
