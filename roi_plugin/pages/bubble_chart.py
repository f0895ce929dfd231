"""Decisions on a plane: what each costs across, what it is expected to be worth upwards, with its range as a line."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.economics.wording import money, number
from roi_plugin.language import counted, text
from roi_plugin.pages.interval_chart import short
from roi_plugin.pages.label_places import Label, Mark, labels
from roi_plugin.pages.page import one_line
from roi_plugin.pages.power_scale import PowerScale, power_scale
from roi_plugin.pages.templates import render

MOST = 200
"""How many bubbles are drawn at most: the largest ones."""
NAMED = 10
"""How many of these have names."""
CROWDED = 40
"""Of more than so many all are drawn smaller, and only those with names have their ranges."""

_HEIGHT, _INSET = 380.0, 0.05
_RADII = (5.0, 9.0, 14.0)
"""By stakes: the areas are about as 1, 3 and 8."""
_SMALLER = 0.55
_TITLE = 20


class Bubble(Struct, frozen=True, kw_only=True):
    """One decision; `stakes` from 0 to 2; not `watched` where its review is overdue or nothing guards it."""

    number: str
    title: str
    cost: float
    mean: float
    p5: float | None = None
    p95: float | None = None
    stakes: int = 0
    watched: bool = True

    @property
    def size(self) -> float:
        """By what the largest are found: an expected loss is as large as a gain."""
        return abs(self.mean)


def bubble_chart(name: str, bubbles: Sequence[Bubble], currency: str) -> Markup:
    """The largest of the bubbles, the ten largest with their names.

    Empty for a single one, and where no cost or no worth is other than 0. `name` makes the ids of this figure
    unique on its page. A table beside it has to hold the same figures.
    """
    drawn = sorted(bubbles, key=lambda one: (-one.size, one.number, one.title))[:MOST]
    crowded = len(drawn) > CROWDED
    ranged = drawn[:NAMED] if crowded else drawn
    radii = [radius * (_SMALLER if crowded else 1.0) for radius in _RADII]
    across = power_scale(one.cost for one in drawn)
    upwards = power_scale((one.mean for one in drawn), _ends(ranged))
    if across is None or upwards is None or len(drawn) == 1:
        return Markup()
    across = across.above(min(one.cost for one in drawn))
    marks = [
        Mark(
            x=_inset(across.share(one.cost)),
            y=_down(upwards.share(one.mean)),
            radius=radii[one.stakes],
            short=one_line(one.number),
            more=short(one.title, _TITLE),
        )
        for one in drawn
    ]
    places: list[Label | None] = [*labels(marks[:NAMED], marks[NAMED:], _HEIGHT), *[None] * len(marks[NAMED:])]
    rows = [_row(*each, upwards, currency) for each in zip(drawn, marks, places, strict=True)]
    rows = [row if at < len(ranged) else replace(row, low="") for at, row in enumerate(rows)]
    return render(
        "bubble_chart.html",
        name=name,
        description=_described(drawn[:NAMED], len(bubbles), currency),
        rows=sorted(rows, key=lambda row: -row.radius),
        across=[(words, f"{_inset(place):.2%}") for words, place in across.ticks],
        upwards=[(words, f"{_down(place):.1f}") for words, place in upwards.ticks],
        zero=f"{_down(upwards.share(0.0)):.1f}",
        height=f"{_HEIGHT:.0f}",
        radii=radii,
        crowded=crowded,
        currency=currency,
        left_out=len(bubbles) - len(drawn),
    )


class _Row(Struct, frozen=True, kw_only=True):
    x: str
    y: str
    radius: float
    low: str
    high: str
    words: str
    loses: bool
    watched: bool
    label: Label | None


def _row(one: Bubble, mark: Mark, label: Label | None, upwards: PowerScale, currency: str) -> _Row:
    known = one.p5 is not None and one.p95 is not None and one.p5 < one.p95
    return _Row(
        x=f"{mark.x:.2%}",
        y=f"{mark.y:.1f}",
        radius=mark.radius,
        low=f"{_down(upwards.share(one.p5 or 0.0)):.1f}" if known else "",
        high=f"{_down(upwards.share(one.p95 or 0.0)):.1f}",
        words=_words(one, currency),
        loses=one.mean < 0,
        watched=one.watched,
        label=label,
    )


def _ends(drawn: Sequence[Bubble]) -> Iterator[float]:
    return (end for one in drawn for end in (one.p5, one.p95) if end is not None)


def _inset(share: float) -> float:
    return _INSET + (1.0 - 2 * _INSET) * share


def _down(share: float) -> float:
    return _HEIGHT * (1.0 - _inset(share))


def _described(named: Sequence[Bubble], count: int, currency: str) -> str:
    said = counted("%(num)s decision.", "%(num)s decisions, the largest first.", count)
    return " ".join([said, *(_words(one, currency) for one in named)])


def _words(one: Bubble, currency: str) -> str:
    said = {
        "number": one_line(one.number),
        "title": one_line(one.title),
        "cost": money(one.cost, currency),
        "npv": money(one.mean, currency),
    }
    if one.p5 is None or one.p95 is None or one.p5 >= one.p95:
        return text("%(number)s %(title)s: costs %(cost)s, expected to be worth %(npv)s.", **said)
    reach = {"low": number(one.p5), "high": number(one.p95)}
    return text(
        "%(number)s %(title)s: costs %(cost)s, expected to be worth %(npv)s, 90 %% range %(low)s to %(high)s.",
        **said,
        **reach,
    )
