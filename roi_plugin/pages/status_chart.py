"""How many decisions had which status at the end of each month: stacked columns, and a table of the same counts."""

import datetime as dt
import math
from collections.abc import Callable, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.language import sentence, text
from roi_plugin.model.decision import Delivery, Status
from roi_plugin.model.status_counts import StatusCounts
from roi_plugin.pages.templates import render

STACK = (
    Status.ACCEPTED,
    Status.PROPOSED,
    Status.DRAFT,
    Status.SUPERSEDED,
    Status.DEPRECATED,
    Delivery.REVERTED,
    Status.REJECTED,
)
"""From the ground up: what binds, what waits, what is over."""

_HEIGHT = 200
_LEFT, _RIGHT = 7.0, 99.5
_GAP = 0.12
_LABELS = 5
_TICKS = 4
_ROUND = (1, 2, 5, 10)


class _Bar(Struct, frozen=True, kw_only=True):
    x: str
    width: str
    y: str
    height: str
    status: str


class _Label(Struct, frozen=True, kw_only=True):
    text: str
    x: str


def status_chart(
    counts: Sequence[StatusCounts], name: str = "roi-status", *, as_of: Callable[[str], str] | None = None
) -> Markup:
    """The counts as columns in the order given, the last one being today's; empty where there is nothing to count.

    Each status has a pattern of its own, and its name in the legend. `name` makes the ids of this figure unique;
    `as_of` tells where the decisions of a day are listed, if they are.
    """
    most = max((sum(one.by_status.values()) for one in counts), default=0)
    if not most:
        return Markup()
    shown = [status.value for status in STACK if any(status in one.by_status for one in counts)]
    step = _step(most)
    top = math.ceil(most / step) * step
    return render(
        "status_chart.html",
        name=name,
        description=_words(counts),
        statuses=shown,
        bars=[bar for at, one in enumerate(counts) for bar in _column(at, len(counts), one, top)],
        ticks=[(tick, f"{_HEIGHT * (1 - tick / top):.1f}") for tick in range(0, top + 1, step)],
        labels=_labels([one.date for one in counts]),
        height=_HEIGHT,
        left=f"{_LEFT:.1f}%",
        rows=[
            (day, as_of(day) if as_of else "", [one.by_status.get(status, 0) for status in shown])
            for one in reversed(counts)
            for day in [one.date.isoformat()]
        ],
    )


def _column(at: int, columns: int, one: StatusCounts, top: int) -> list[_Bar]:
    width = (_RIGHT - _LEFT) / columns
    ground, bars = float(_HEIGHT), []
    for status in STACK:
        height = _HEIGHT * one.by_status.get(status, 0) / top
        ground -= height
        if height:
            bars.append(
                _Bar(
                    x=f"{_LEFT + width * (at + _GAP / 2):.1f}%",
                    width=f"{width * (1 - _GAP):.1f}%",
                    y=f"{ground:.1f}",
                    height=f"{height:.1f}",
                    status=status.value,
                )
            )
    return bars


def _step(most: int) -> int:
    """A round number of decisions between two lines."""
    size = 10 ** max(math.floor(math.log10(most / _TICKS)), 0) if most > _TICKS else 1
    return next(factor * size for factor in _ROUND if factor * size * _TICKS >= most)


def _labels(days: Sequence[dt.date]) -> list[_Label]:
    """The months below a few columns, today's among them, which ends with its column."""
    every = math.ceil(len(days) / _LABELS)
    width = (_RIGHT - _LEFT) / len(days)
    last = len(days) - 1
    return [
        _Label(text=f"{day:%Y-%m}", x=f"{_LEFT + width * (at + (1.0 if at == last else 0.5)):.1f}%")
        for at, day in enumerate(days)
        if (last - at) % every == 0
    ]


def _words(counts: Sequence[StatusCounts]) -> str:
    first, last = counts[0], counts[-1]
    return text(
        "On %(first)s: %(then)s. On %(last)s: %(now)s.",
        first=first.date,
        then=_in_words(first),
        last=last.date,
        now=_in_words(last),
    )


def _in_words(one: StatusCounts) -> str:
    words = [f"{one.by_status[status]} {sentence(status.value)}" for status in STACK if status in one.by_status]
    return ", ".join(words) or text("none")
