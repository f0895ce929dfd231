"""A tornado: how far each uncertain number alone moves the expected result, the largest on top."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.economics.wording import money, number
from roi_plugin.language import counted, text
from roi_plugin.pages.chart_axis import Axis, axis_over
from roi_plugin.pages.interval_chart import short
from roi_plugin.pages.templates import render

MOST = 8
"""How many bars are drawn at most."""

_TOLD = 3
"""How many are told in the description: the others stand, like these, in the table below."""

_ROW = 40
_NAME = 38


class Bar(Struct, frozen=True, kw_only=True):
    """One input: the expected result with it at its low and at its high end, and what these ends are."""

    name: str
    low: float
    high: float
    low_text: str
    high_text: str


def swing_chart(name: str, title: str, bars: Sequence[Bar], expected: float, currency: str) -> Markup:
    """The bars around the expected result, the end that a high input leads to filled, the other one outlined.

    Empty where nothing moves. `name` makes the ids of this figure unique on its page. A table beside it has to hold the
    same figures.
    """
    drawn = bars[:MOST]
    axis = axis_over([expected, *(end for bar in drawn for end in (bar.low, bar.high))], zero=False)
    if axis is None:
        return Markup()
    return render(
        "swing_chart.html",
        name=name,
        title=title,
        description=" ".join(_words(drawn, currency)),
        rows=[_row(bar, place * _ROW, expected, axis) for place, bar in enumerate(drawn)],
        expected=axis.x(expected),
        expected_text=money(expected, currency),
        zero=axis.x(0.0) if axis.low < 0 < axis.high else "",
        ticks=axis.ticks,
        height=len(drawn) * _ROW,
        currency=currency,
    )


def _words(drawn: Sequence[Bar], currency: str) -> Iterator[str]:
    for bar in drawn[:_TOLD]:
        said = text(
            "%(name)s: %(low)s at %(low_end)s, %(high)s at %(high_end)s",
            name=bar.name,
            low=money(bar.low, currency),
            low_end=bar.low_text,
            high=money(bar.high, currency),
            high_end=bar.high_text,
        )
        yield f"{said}."
    if drawn[_TOLD:]:
        yield counted("%(num)s more in the table.", "%(num)s more in the table.", len(drawn[_TOLD:]))


def _row(bar: Bar, top: int, expected: float, axis: Axis) -> dict[str, object]:
    middle, low, high = axis.share(expected), axis.share(bar.low), axis.share(bar.high)
    return {
        "top": top,
        "name": short(bar.name, _NAME),
        "swing": number(abs(bar.high - bar.low)),
        "low": _span(middle, low),
        "high": _span(middle, high),
    }


def _span(one: float, other: float) -> dict[str, str]:
    return {"x": f"{min(one, other):.1f}%", "width": f"{abs(one - other):.1f}%"}
