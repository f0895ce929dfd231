"""What a replay knows of a record at one moment, and which others it can reach by name."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.model.decision import Decision, Delivery, Reference, Status
from roi_plugin.model.register import plain_number, stem


class RecordThen(Struct, frozen=True, kw_only=True):
    """What one version of a record says of its standing, and what it is expected to bring.

    `expected` is the mean net present value of its chosen option in `currency`; None where there is none to add up.
    """

    id: str
    path: str
    number: str | None
    title: str
    status: Status
    delivery: Delivery | None = None
    aliases: tuple[str, ...] = ()
    supersedes: tuple[Reference, ...] = ()
    superseded_by: tuple[Reference, ...] = ()
    currency: str = ""
    expected: float | None = None

    @property
    def decision(self) -> Decision:
        """As much of a decision as its links ask for."""
        return Decision(
            id=self.id,
            path=self.path,
            number=self.number,
            title=self.title,
            status=self.status,
            delivery=self.delivery,
            date=dt.date.min,
            aliases=self.aliases,
            supersedes=self.supersedes,
            superseded_by=self.superseded_by,
        )


Table = defaultdict[str, dict[int, list[Reference]]]
"""For each name the records that write it in a link, with these links."""


class Names:
    """The records of one moment, by the names that they have and by those that their links write."""

    def __init__(self) -> None:
        self._now: dict[int, RecordThen] = {}
        self._named: defaultdict[str, set[int]] = defaultdict(set)
        self._superseding: Table = defaultdict(dict)
        self._superseded: Table = defaultdict(dict)

    def change(self, versions: Mapping[int, RecordThen | None]) -> set[int]:
        """Puts these versions in, None for one that is gone; gives all records that may now stand otherwise."""
        reached = set(versions)
        moved = {record for record, then in versions.items() if _links(then) != _links(self._now.get(record))}
        for record in versions:
            reached |= self._reach(record, moved=record in moved)
        for record, then in versions.items():
            self._put(record, then)
        for record in versions:
            reached |= self._reach(record, moved=record in moved)
        return reached

    def replaced_by(self, record: int) -> set[int]:
        """The records that this one may replace, whichever side says so."""
        then = self._now[record]
        saying = (self._superseded[name] for name in _own(then) if name in self._superseded)
        return self._holders(_written(then.supersedes)).union(*saying)

    def around(self, records: Iterable[int]) -> dict[int, RecordThen]:
        """These records, with all others that have a say in whether they are in force, and what these say of them."""
        whole = {record: self._now[record] for record in records if record in self._now}
        said: defaultdict[int, list[Reference]] = defaultdict(list)
        for then in whole.values():
            for record, links in self._meaning(_own(then)).items():
                said[record] += links
            for record in self._holders(_written(then.superseded_by)):
                said[record] += ()
        namesakes = self._holders(_written(link for links in said.values() for link in links))
        found = {record: replace(self._now[record], supersedes=(), superseded_by=()) for record in namesakes}
        found |= {
            record: replace(self._now[record], supersedes=tuple(dict.fromkeys(links)), superseded_by=())
            for record, links in said.items()
        }
        return found | whole

    def _put(self, record: int, then: RecordThen | None) -> None:
        before = self._now.pop(record, None)
        if before is not None:
            for name in _own(before):
                self._named[name].discard(record)
            for table, links in self._tables(before):
                for name in _written(links):
                    table[name].pop(record, None)
        if then is not None:
            self._now[record] = then
            for name in _own(then):
                self._named[name].add(record)
            for table, links in self._tables(then):
                for link in links:
                    for name in _written((link,)):
                        table[name].setdefault(record, []).append(link)

    def _tables(self, then: RecordThen) -> Iterator[tuple[Table, tuple[Reference, ...]]]:
        yield self._superseding, then.supersedes
        yield self._superseded, then.superseded_by

    def _reach(self, record: int, *, moved: bool) -> set[int]:
        """What this record replaces; where its names or links change, also what others may now mean instead of it."""
        then = self._now.get(record)
        if then is None:
            return set()
        found = self.replaced_by(record)
        if moved:
            meant = self._meaning(_own(then)).values()
            found |= self._holders(_written(link for links in meant for link in links))
        return found

    def _meaning(self, own: Iterable[str]) -> dict[int, list[Reference]]:
        """The records that write one of these names as that of what they supersede, with these links."""
        found: defaultdict[int, list[Reference]] = defaultdict(list)
        for name in own:
            for record, links in self._superseding.get(name, {}).items():
                found[record] += links
        return found

    def _holders(self, names: Iterable[str]) -> set[int]:
        return {record for name in names if name in self._named for record in self._named[name]}


def _links(then: RecordThen | None) -> object:
    return None if then is None else (_own(then), then.supersedes, then.superseded_by)


def _own(then: RecordThen) -> set[str]:
    numbers = () if then.number is None else (f"#{plain_number(then.number)}",)
    return {then.id, stem(then.path), *then.aliases, *numbers}


def _written(links: Iterable[Reference]) -> set[str]:
    found = {link.target for link in links}
    return found | {f"#{plain_number(name)}" for name in found if name.isdecimal()}
