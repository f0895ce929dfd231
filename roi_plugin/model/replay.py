"""Replays the register: which decisions were in force, proposed and retired at the end of each day.

Every change is looked at once. Only decisions that name each other, at any time, can change each other's standing, so
each such group is replayed by itself, with the same reading of links as the register of today.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from roi_plugin.model.decision import Decision, Reference, Status
from roi_plugin.model.links import derive_links
from roi_plugin.model.register import Register, plain_number, stem


class Standing(StrEnum):
    """Whether a decision binds: `retired` is what was rejected, deprecated, superseded, or replaced as a whole."""

    IN_FORCE = "in force"
    PROPOSED = "proposed"
    DRAFT = "draft"
    RETIRED = "retired"
    UNREAD = "not readable"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordThen:
    """What one version of a record says of its standing, and what it is expected to bring.

    `expected` is the mean net present value of its chosen option in `currency`; None where there is none to add up.
    """

    id: str
    path: str
    number: str | None
    title: str
    status: Status
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
            date=dt.date.min,
            aliases=self.aliases,
            supersedes=self.supersedes,
            superseded_by=self.superseded_by,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """One version of a record from `date` on; `then` is None where it cannot be read, or `is_removal`."""

    date: dt.date
    then: RecordThen | None = None
    is_removal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What stands of a record from the end of a day on: `standing` is None where it is removed.

    `record` is the place of its life among those that were replayed.
    """

    date: dt.date
    record: int
    standing: Standing | None
    then: RecordThen | None


Life = Sequence[Stood]
"""The versions of one record, oldest first."""


def replay(lives: Sequence[Life]) -> list[Step]:
    """All steps of all records in the order of their days, of one day in the order of the records."""
    steps = [step for group in _groups(lives) for step in _replayed({one: lives[one] for one in group})]
    return sorted(steps, key=lambda step: (step.date, step.record))


def _replayed(lives: dict[int, Life]) -> Iterator[Step]:
    by_day: defaultdict[dt.date, dict[int, Stood]] = defaultdict(dict)
    for record, life in lives.items():
        for version in life:
            by_day[version.date][record] = version
    now: dict[int, Stood] = {}
    told: dict[int, tuple[Standing | None, RecordThen | None]] = {}
    for day in sorted(by_day):
        now |= by_day[day]
        for record, found in _standings(now).items():
            if told.get(record, (None, None)) != found:
                told[record] = found
                yield Step(date=day, record=record, standing=found[0], then=found[1])


def _standings(now: dict[int, Stood]) -> dict[int, tuple[Standing | None, RecordThen | None]]:
    decisions = {record: version.then.decision for record, version in now.items() if version.then is not None}
    links = derive_links(Register(decisions.values()))
    found: dict[int, tuple[Standing | None, RecordThen | None]] = {}
    for record, version in now.items():
        standing = None if version.is_removal else Standing.UNREAD
        if record in decisions:
            in_force = links.at(decisions[record].path).in_force
            standing = _standing(decisions[record].status, in_force=in_force)
        found[record] = (standing, version.then)
    return found


def _standing(status: Status, *, in_force: bool) -> Standing:
    if in_force:
        return Standing.IN_FORCE
    return {Status.PROPOSED: Standing.PROPOSED, Status.DRAFT: Standing.DRAFT}.get(status, Standing.RETIRED)


def _groups(lives: Sequence[Life]) -> Iterable[list[int]]:
    """The places of records that ever had a name in common, as their own or as that of a link."""
    leaders = list(range(len(lives)))
    holders: dict[str, int] = {}
    for record, life in enumerate(lives):
        for name in {name for version in life if version.then is not None for name in _names(version.then)}:
            _join(leaders, record, holders.setdefault(name, record))
    found: defaultdict[int, list[int]] = defaultdict(list)
    for record in range(len(lives)):
        found[_leader(leaders, record)].append(record)
    return found.values()


def _names(then: RecordThen) -> Iterator[str]:
    yield from (then.id, stem(then.path), *then.aliases)
    if then.number is not None:
        yield f"#{plain_number(then.number)}"
    for reference in (*then.supersedes, *then.superseded_by):
        yield reference.target
        if reference.target.isdecimal():
            yield f"#{plain_number(reference.target)}"


def _leader(leaders: list[int], record: int) -> int:
    while leaders[record] != record:
        leaders[record] = leaders[leaders[record]]
        record = leaders[record]
    return record


def _join(leaders: list[int], one: int, other: int) -> None:
    leaders[_leader(leaders, one)] = _leader(leaders, other)
