"""Decisions and groups of decisions in order of what they are expected to be worth; never by ROI alone."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from msgspec import Struct

from roi_plugin.economics.portfolio import Member, Total, totals
from roi_plugin.model.facets import FACETS

Grouping = Literal["area", "in-force", "objective", "owner", "status", "tag", "year"]
"""What decisions can be grouped by; the year is that of the decision's date."""

_OTHERS: Mapping[str, Callable[[Member], str]] = {
    "in-force": lambda one: "in force" if one.in_force else "not in force",
    "status": lambda one: one.decision.status.value,
    "year": lambda one: str(one.decision.date.year),
}


class GroupTotal(Struct, frozen=True, kw_only=True):
    """The sum over the decisions of one group; `name` is None for those that belong to none.

    `members` are those of the group in the currency of the total, counted or not.
    """

    name: str | None
    total: Total
    members: tuple[Member, ...] = ()


def ranked(members: Iterable[Member]) -> tuple[Member, ...]:
    """The decisions that can be counted: by currency, the highest expected NPV first."""
    found = [(each.currency, -each.counted.means[2], each.place, each) for each in members if each.counted]
    return tuple(row[-1] for row in sorted(found, key=lambda row: row[:3]))


def grouped(members: Iterable[Member], by: Grouping) -> tuple[GroupTotal, ...]:
    """A total for each group and currency: by currency, the highest expected NPV first, those without one last.

    A decision with several tags or objectives counts in the group of each, so these totals do not add up to the whole.
    """
    groups: defaultdict[str | None, list[Member]] = defaultdict(list)
    for each in members:
        for name in _names(each, by):
            groups[name].append(each)
    rows = [
        GroupTotal(name=name, total=one, members=tuple(each for each in group if each.currency == one.currency))
        for name, group in groups.items()
        for one in totals(group)
    ]
    return tuple(sorted(rows, key=_place))


def _names(member: Member, by: Grouping) -> Iterable[str | None]:
    """The groups that it belongs to, each once; None for none."""
    if by in _OTHERS:
        return [_OTHERS[by](member)]
    return dict.fromkeys(FACETS[by](member.decision)) or [None]


def _place(row: GroupTotal) -> tuple[str, float, bool, str]:
    mean = row.total.npv.mean
    return row.total.currency, math.inf if mean is None else -mean, row.name is None, row.name or ""
