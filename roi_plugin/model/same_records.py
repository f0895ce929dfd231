"""Which record of one state of a register is which of another, be it renamed, renumbered or edited between."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from roi_plugin.model.register_entry import Entry

Key = Callable[[Entry], str | None]

_ALIKE = 0.5
"""Share of the lines that two texts of one record have in common at least, where little else tells that it is one."""


def same_records(before: Sequence[Entry], now: Sequence[Entry]) -> dict[str, Entry]:
    """The records that are still there, by their paths of before.

    What stands at the same path and has the same text, id or title is the same; so is what has them elsewhere, as only
    one record before and only one now; so is what stands at the same path at all; so is what has the same number and
    mostly the same text.
    """
    return _Matching(before, now).found


class _Matching:
    def __init__(self, before: Sequence[Entry], now: Sequence[Entry]) -> None:
        self.found: dict[str, Entry] = {}
        self._old = {entry.path: entry for entry in before}
        self._new = {entry.path: entry for entry in now}
        self._at = dict(self._new)
        for path in self._old.keys() & self._new.keys():
            if _says_the_same(self._old[path], self._new[path]):
                self._take(path, path)
        self._by(lambda one: one.text or None)
        self._by(lambda one: one.written_id)
        self._by(_title, surely=self._stays_less_alike)
        for path in self._old.keys() & self._new.keys():
            self._take(path, path)
        self._by(lambda one: one.number, surely=_alike)

    def _take(self, old: str, new: str) -> None:
        self.found[old] = self._new.pop(new)
        del self._old[old]

    def _by(self, key: Key, *, surely: Callable[[Entry, Entry], bool] = lambda _old, _new: True) -> None:
        old, new = _grouped(self._old.values(), key), _grouped(self._new.values(), key)
        for said in sorted(old.keys() & new.keys()):
            if len(old[said]) == len(new[said]) == 1 and surely(old[said][0], new[said][0]):
                self._take(old[said][0].path, new[said][0].path)

    def _stays_less_alike(self, old: Entry, new: Entry) -> bool:
        """Whether what stands at the old path now is less like the old text than the new one is.

        A successor often takes the title over, and the old record gets another: then the record has not moved.
        """
        there = self._at.get(old.path)
        return there is None or _shared(old, there) < _shared(old, new)


def is_same(one: Entry, other: Entry) -> bool:
    """Whether two texts at one path, of two branches, are of one record."""
    return _says_the_same(one, other) or _alike(one, other)


def _says_the_same(one: Entry, other: Entry) -> bool:
    if one.text and one.text == other.text:
        return True
    written = one.written_id is not None and one.written_id == other.written_id
    return written or (_title(one) is not None and _title(one) == _title(other))


def _title(entry: Entry) -> str | None:
    return " ".join(entry.title.casefold().split()) if entry.title else None


def _alike(one: Entry, other: Entry) -> bool:
    return _shared(one, other) >= _ALIKE


def _shared(one: Entry, other: Entry) -> float:
    """The share of their lines that two texts have in common, 0 to 1; empty lines do not count."""
    lines, others = ({line.strip() for line in entry.text.split("\n")} - {""} for entry in (one, other))
    return len(lines & others) / max(len(lines), len(others), 1)


def _grouped(entries: Iterable[Entry], key: Key) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        said = key(entry)
        if said is not None:
            found[said].append(entry)
    return found
