"""A strip for each kind of forecast: every move as a dot, at how far it went and which way."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.economics.wording import number
from roi_plugin.language import text
from roi_plugin.pages.chart_axis import axis_over
from roi_plugin.pages.templates import render

_ROW = 46


class Strip(Struct, frozen=True, kw_only=True):
    """The moves of one kind, in the unit of the chart: above 0 later or more, below 0 earlier or less."""

    name: str
    moves: tuple[float, ...]


def drift_chart(name: str, title: str, strips: Sequence[Strip], unit: str) -> Markup:
    """The strips over one axis around 0; empty where there is no move. `name` makes the ids unique on the page."""
    axis = axis_over([move for strip in strips for move in strip.moves], zero=True)
    if axis is None:
        return Markup()
    rows = [
        {
            "top": place * _ROW,
            "name": strip.name,
            "count": len(strip.moves),
            "dots": [axis.x(one) for one in strip.moves],
        }
        for place, strip in enumerate(strips)
    ]
    told = (f"{strip.name}: {', '.join(number(one) for one in sorted(strip.moves))}" for strip in strips)
    return render(
        "drift_chart.html",
        name=name,
        title=title,
        description=f"{text('In %(unit)s', unit=unit)}. {'. '.join(told)}.",
        rows=rows,
        zero=axis.x(0.0),
        ticks=axis.ticks,
        height=len(strips) * _ROW,
        unit=unit,
    )
