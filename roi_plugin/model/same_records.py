"""Which record of one state of a register is which of another, be it renamed, renumbered or edited between."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from roi_plugin.model.history import NO_HISTORY, History
from roi_plugin.model.register_entry import Entry

Key = Callable[[Entry], str | None]
Surely = Callable[[Entry, Entry], bool]

_ALIKE = 0.5
"""Share of the lines that two texts of one record have in common at least, where little else tells that it is one."""
_FEW = 4
"""A line that more records have is a form that they fill in, and tells of none of them."""
_EVERYWHERE = ("---", "#", "status:", "date:")
"""How lines begin that say nothing of which record it is."""


def same_records(before: Sequence[Entry], now: Sequence[Entry], history: History = NO_HISTORY) -> dict[str, Entry]:
    """The records that are still there, by their paths of before.

    What stands at the same path and has the same text, id or title is the same; so is what has them elsewhere, as only
    one record before and only one now; so is what git saw renamed since; so is what stands at the same path and is
    still somewhat alike, or cannot be read; so is what has mostly the same text, anywhere, the likest first.
    """
    return _Matching(before, now, history).found


class _Matching:
    def __init__(self, before: Sequence[Entry], now: Sequence[Entry], history: History) -> None:
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
        self._renamed(history)
        for path in self._old.keys() & self._new.keys():
            if _goes_on(self._old[path], self._new[path]):
                self._take(path, path)
        self._by(lambda one: one.number, surely=_alike)
        self._likest()

    def _take(self, old: str, new: str) -> None:
        self.found[old] = self._new.pop(new)
        del self._old[old]

    def _by(self, key: Key, *, surely: Surely = lambda _old, _new: True) -> None:
        old, new = _grouped(self._old.values(), key), _grouped(self._new.values(), key)
        for said in sorted(old.keys() & new.keys()):
            if len(old[said]) == len(new[said]) == 1 and surely(old[said][0], new[said][0]):
                self._take(old[said][0].path, new[said][0].path)

    def _renamed(self, history: History) -> None:
        """Takes what stood at another path with the very text of before, as the history of what is there now says."""
        for path in sorted(self._new):
            known = history.of(path)
            for version in known.versions if known is not None else ():
                old = self._old.get(version.path.removeprefix(history.root))
                if old is not None and old.path != path and old.blob and old.blob == version.blob:
                    self._take(old.path, path)
                    break

    def _likest(self) -> None:
        holders: defaultdict[str, list[str]] = defaultdict(list)
        for path, entry in sorted(self._new.items()):
            for line in _lines(entry):
                holders[line].append(path)
        pairs = {
            (old, new)
            for old, entry in self._old.items()
            for line in _lines(entry)
            for new in holders.get(line, ())
            if len(holders[line]) <= _FEW
        }
        shares = ((-_shared(self._old[old], self._new[new]), old, new) for old, new in pairs)
        for share, old, new in sorted(shares):
            if -share >= _ALIKE and old in self._old and new in self._new:
                self._take(old, new)

    def _stays_less_alike(self, old: Entry, new: Entry) -> bool:
        """Whether what stands at the old path now is less like the old text than the new one is.

        A successor often takes the title over, and the old record gets another: then the record has not moved.
        """
        there = self._at.get(old.path)
        return there is None or _shared(old, there) < _shared(old, new)


def is_same(one: Entry, other: Entry) -> bool:
    """Whether two texts at one path, of two branches, are of one record."""
    return _says_the_same(one, other) or _alike(one, other)


def _goes_on(old: Entry, now: Entry) -> bool:
    """Whether the text at a path is what became of the old one, and not another record put in its place.

    Here the path speaks for it too: half of the shorter text, or half of the words of the shorter title, is enough.
    """
    if old.status is None or now.status is None:
        return True
    titles = ({*(_title(entry) or "").split()} for entry in (old, now))
    texts = (_lines(entry) for entry in (old, now))
    return any(share_half(one, other) for one, other in (titles, texts))


def share_half(one: set[str], other: set[str]) -> bool:
    """Whether two texts have half of the words, or lines, of the shorter one in common; never where one has none."""
    return len(one & other) >= _ALIKE * max(min(len(one), len(other)), 1)


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
    """The share of their lines that two texts have in common, 0 to 1."""
    lines, others = _lines(one), _lines(other)
    return len(lines & others) / max(len(lines), len(others), 1)


def _lines(entry: Entry) -> set[str]:
    """The lines that say something of this record."""
    lines = (line.strip() for line in entry.text.split("\n"))
    return {line for line in lines if line and not line.startswith(_EVERYWHERE)}


def _grouped(entries: Iterable[Entry], key: Key) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        said = key(entry)
        if said is not None:
            found[said].append(entry)
    return found
