"""Replays the register: which decisions were in force, proposed and retired at the end of each day.

Every change is looked at once, with the few decisions that it can reach, and with the same reading of links as the
register of today.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from roi_plugin.model.cycles import circular_groups
from roi_plugin.model.decision import Status
from roi_plugin.model.links import binds, derive_links
from roi_plugin.model.record_then import Names, RecordThen
from roi_plugin.model.register import Register


class Standing(StrEnum):
    """Whether a decision binds: `retired` is what was rejected, deprecated, superseded, replaced or reverted."""

    IN_FORCE = "in force"
    PROPOSED = "proposed"
    DRAFT = "draft"
    RETIRED = "retired"
    UNREAD = "not readable"


class Stood(Struct, frozen=True, kw_only=True):
    """One version of a record from `date` on; `then` is None where it cannot be read, or `is_removal`."""

    date: dt.date
    then: RecordThen | None = None
    is_removal: bool = False


class Step(Struct, frozen=True, kw_only=True):
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
    by_day: defaultdict[dt.date, dict[int, Stood]] = defaultdict(dict)
    for record, life in enumerate(lives):
        for version in life:
            by_day[version.date][record] = version
    names = Names()
    circles = _circles(lives)
    now: dict[int, Stood] = {}
    told: dict[int, tuple[Standing | None, RecordThen | None]] = {}
    steps = []
    for day in sorted(by_day):
        now |= by_day[day]
        reached = names.change({record: version.then for record, version in by_day[day].items()})
        reached |= {record for one in reached for record in circles.get(one, ()) if record in now}
        for record, found in _standings(sorted(reached), now, names):
            if told.get(record, (None, None)) != found:
                told[record] = found
                steps.append(Step(date=day, record=record, standing=found[0], then=found[1]))
    return steps


def _standings(
    reached: Iterable[int], now: Mapping[int, Stood], names: Names
) -> Iterator[tuple[int, tuple[Standing | None, RecordThen | None]]]:
    links = derive_links(Register(then.decision for then in names.around(reached).values()))
    for record in reached:
        version = now[record]
        standing = None if version.is_removal else Standing.UNREAD
        if version.then is not None:
            is_binding = binds(version.then.decision, links.at(version.then.path))
            standing = _standing(version.then.status, is_binding=is_binding)
        yield record, (standing, version.then)


def _standing(status: Status, *, is_binding: bool) -> Standing:
    if is_binding:
        return Standing.IN_FORCE
    return {Status.PROPOSED: Standing.PROPOSED, Status.DRAFT: Standing.DRAFT}.get(status, Standing.RETIRED)


def _circles(lives: Sequence[Life]) -> dict[int, list[int]]:
    """For each record that can ever be in a circle of supersessions, all that can be in it."""
    names = Names()
    every = {place: then for place, then in enumerate(one.then for life in lives for one in life) if then is not None}
    records = [record for record, life in enumerate(lives) for _ in life]
    names.change(every)
    graph: defaultdict[int, set[int]] = defaultdict(set)
    for place in every:
        graph[records[place]] |= {records[old] for old in names.replaced_by(place)} - {records[place]}
    groups = circular_groups({str(new): [str(old) for old in sorted(olds)] for new, olds in graph.items()})
    return {int(one): [int(other) for other in group] for group in groups for one in group}
