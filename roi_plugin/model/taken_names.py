"""Names that this branch gives to a record and that the base has meanwhile given to another one.

Git merges both without a conflict, and each side is sound on its own: only the two together show the fault.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count

from msgspec import Struct, field

from roi_plugin.model.finding import Problem
from roi_plugin.model.identity_problems import NUMBER_DIGITS
from roi_plugin.model.register_entry import Base, Entry
from roi_plugin.model.same_records import is_same

Found = Iterator[tuple[str, Problem]]


def taken_names(base: Base, same: Mapping[str, Entry]) -> Found:
    """A pair (path now, problem) for each id, alias or number that both sides have given anew, to two records."""
    tip = _added_at_tip(base)
    if not tip.named and not tip.numbered:
        return
    before = {old.path: old for old in base.before}
    own = {new.path: before[path] for path, new in same.items()}
    free = _free_numbers(base)
    for new in base.now:
        old = own.get(new.path)
        by_name = [
            (index, name, other)
            for index, name in enumerate(new.names)
            if (old is None or name not in old.names) and (other := _other(new, tip.named.get(name, [])))
        ]
        numbered = old is None or old.number != new.number
        other = _other(new, tip.numbered.get(new.number, [])) if numbered else None
        if other is not None:
            yield new.path, _number_taken(new, other, next(free), base)
        for index, name, holder in by_name:
            # An id that follows from the file's name goes with its number.
            if index or new.written_id or other is None:
                yield new.path, _id_taken(index, name, holder, base)


class _Added(Struct, frozen=True, kw_only=True):
    named: defaultdict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    numbered: defaultdict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))


def _added_at_tip(base: Base) -> _Added:
    """The names that records have at the tip and did not have before, each with its holders."""
    before = {old.path: old for old in base.before}
    added = _Added()
    for there in base.tip:
        old = before.get(there.path)
        for name in there.names:
            if old is None or (old.status is not None and name not in old.names):
                added.named[name].append(there)
        if old is None:
            added.numbered[there.number].append(there)
    return added


def _other(new: Entry, holders: list[Entry]) -> Entry | None:
    return next((one for one in holders if one.path != new.path or not _is_one(new, one)), None)


def _is_one(new: Entry, there: Entry) -> bool:
    return new.status is None or there.status is None or is_same(new, there)


def _free_numbers(base: Base) -> Iterator[int]:
    numbers = (entry.number for entry in (*base.before, *base.tip, *base.now))
    return count(max((int(number) for number in numbers if len(number) <= NUMBER_DIGITS), default=0) + 1)


def _number_taken(new: Entry, other: Entry, free: int, base: Base) -> Problem:
    digits = str(free).zfill(len(new.digits))
    name = new.path.rpartition("/")[2]
    return Problem(
        field=(),
        name="history/number-taken",
        message=f"the number {new.digits} is also that of {_described(other)} on {base.ref}, "
        "added since this branch left it: merged, two records have one number",
        help=f"take the next free number, {digits}: rename this file to `{digits}{name[len(new.digits) :]}`, "
        "and change the links to it",
    )


def _id_taken(index: int, name: str, other: Entry, base: Base) -> Problem:
    what = "alias" if index else "id"
    return Problem(
        field=("aliases", index - 1) if index else ("id",),
        name="history/id-taken",
        message=f"the {what} `{name}` also names {_described(other)} on {base.ref}, "
        "since this branch left it: merged, two records have one name",
        help=f"take another {what} here, and change the links to it",
    )


def _described(other: Entry) -> str:
    return f"`{other.path}` ({other.title})" if other.title else f"`{other.path}`"
