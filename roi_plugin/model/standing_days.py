"""Adds up a replayed register by day: how many decisions stand how, and what those in force are expected to bring."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from msgspec import Struct

from roi_plugin.model.replay import Standing, Step


class StandingDay(Struct, frozen=True, kw_only=True):
    """The register at the end of a day on which something changed.

    `sums` are the expected net present values of the decisions in force, by currency; `summed` counts these decisions,
    `unsummed` those in force without such a figure. `steps` made the day.
    """

    date: dt.date
    counts: Mapping[Standing, int]
    sums: Mapping[str, float]
    summed: int
    unsummed: int
    steps: tuple[Step, ...]


def standing_days(steps: Iterable[Step]) -> list[StandingDay]:
    """The days of the steps, which come in the order of their days; sums are exact however many steps there are."""
    return list(_days(steps))


def _days(steps: Iterable[Step]) -> Iterator[StandingDay]:
    now: dict[int, Step] = {}
    counts: Counter[Standing] = Counter()
    sums: defaultdict[str, Fraction] = defaultdict(Fraction)
    members: Counter[str] = Counter()
    for day, group in groupby(steps, key=lambda step: step.date):
        made = tuple(group)
        for step in made:
            before = now.get(step.record)
            if before is not None:
                _add(before, -1, counts, sums, members)
            _add(step, 1, counts, sums, members)
            now[step.record] = step
        summed = members.total()
        yield StandingDay(
            date=day,
            counts=dict(+counts),
            sums={currency: float(sums[currency]) for currency in sorted(members) if members[currency]},
            summed=summed,
            unsummed=counts[Standing.IN_FORCE] - summed,
            steps=made,
        )


def _add(step: Step, sign: int, counts: Counter[Standing], sums: dict[str, Fraction], members: Counter[str]) -> None:
    if step.standing is None:
        return
    counts[step.standing] += sign
    then = step.then
    if step.standing is Standing.IN_FORCE and then is not None and then.expected is not None:
        sums[then.currency] += sign * Fraction(then.expected)
        members[then.currency] += sign


def last_until(days: Sequence[StandingDay], day: dt.date) -> StandingDay | None:
    """How the register stood at the end of any day; None before the first."""
    return next((one for one in reversed(days) if one.date <= day), None)
