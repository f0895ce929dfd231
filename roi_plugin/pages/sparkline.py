"""A small line of what was measured over time, with the limit that it has to keep."""

import datetime as dt
import math
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.pages.chart_axis import axis_over
from roi_plugin.pages.templates import render

MOST = 60
"""How many points are drawn at most: the newest."""
EACH = 20
"""How many points are marked one by one; of more, those where a limit is passed or kept again, and the last."""

_HEIGHT = 36
_INSET = 6


class Point(Struct, frozen=True, kw_only=True):
    """One measured value; `is_beyond` the limit, it is drawn as a cross."""

    day: dt.date
    value: float
    is_beyond: bool = False


def sparkline(name: str, title: str, description: str, points: Sequence[Point], limit: float | None) -> Markup:
    """The points, the oldest first, as a line with a mark each; the limit as a dashed line. Empty where there are none.

    `name` makes the ids of this figure unique on its page. A table beside it has to hold the same values.
    """
    drawn = [point for point in points if math.isfinite(point.value)][-MOST:]
    if not drawn:
        return Markup()
    levels = [point.value for point in drawn] + ([limit] if limit is not None else [])
    start, span = drawn[0].day, (drawn[-1].day - drawn[0].day).days
    at = [50.0 if not span else _INSET + (100 - 2 * _INSET) * (point.day - start).days / span for point in drawn]
    height = [_y(point.value, levels) for point in drawn]
    marks: list[dict[str, object]] = [
        {"x": f"{x:.1f}%", "y": y, "is_beyond": point.is_beyond} for x, y, point in zip(at, height, drawn, strict=True)
    ]
    return render(
        "sparkline.html",
        name=name,
        title=title,
        description=description,
        marks=marks if len(marks) <= EACH else [marks[0], *_turns(marks), marks[-1]],
        lines=list(pairwise(marks)),
        limit=None if limit is None else _y(limit, levels),
        height=_HEIGHT,
    )


def _turns(marks: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    return [after for before, after in pairwise(marks[:-1]) if before["is_beyond"] != after["is_beyond"]]


def _y(value: float, levels: Sequence[float]) -> float:
    """From the top; all in the middle where they are alike."""
    axis = axis_over(levels, zero=False)
    if axis is None:
        return _HEIGHT / 2
    up = (value - axis.low) / (axis.high - axis.low)
    return round(_HEIGHT - _INSET - (_HEIGHT - 2 * _INSET) * up, 1)
