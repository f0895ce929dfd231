"""Net present values side by side: a 90 % range, a median and a mean for each, on one axis with its zero."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.economics.wording import money, number
from roi_plugin.language import text
from roi_plugin.pages.chart_axis import Axis, axis_over
from roi_plugin.pages.page import one_line
from roi_plugin.pages.templates import render

MOST = 12
"""How many bars are drawn at most: more would be read in the table."""

_ROW = 44
_TITLE = 42


class Interval(Struct, frozen=True, kw_only=True):
    """One bar: a title, and its figures in money; without a range there is the mean alone."""

    title: str
    mean: float
    p5: float | None = None
    p50: float | None = None
    p95: float | None = None
    chosen: bool = False


def interval_chart(name: str, title: str, intervals: Sequence[Interval], currency: str, *, most: int = MOST) -> Markup:
    """The bars in the order given, as a figure that reads in both schemes and on paper; empty where none has a width.

    Of more than `most` the chosen one, the best and the worst are drawn: those that somebody looks for.
    `name` makes the ids of this figure unique on its page. A table beside it has to hold the same figures; it tells of
    those beyond `most`, too.
    """
    drawn = _drawn(intervals, most)
    ends = [value for each in drawn for value in (each.mean, each.p5, each.p95) if value is not None]
    axis = axis_over(ends, zero=True)
    if axis is None:
        return Markup()
    return render(
        "interval_chart.html",
        name=name,
        title=title,
        description=". ".join(_words(each, currency) for each in drawn) + ".",
        rows=[_row(each, place * _ROW, axis) for place, each in enumerate(drawn)],
        zero=axis.x(0.0),
        ticks=axis.ticks,
        height=len(drawn) * _ROW,
        left_out=len(intervals) - len(drawn),
        currency=currency,
    )


def _drawn(intervals: Sequence[Interval], most: int) -> list[Interval]:
    if len(intervals) <= most:
        return list(intervals)
    by_mean = sorted(range(len(intervals)), key=lambda place: -intervals[place].mean)
    from_both_ends = [place for pair in zip(by_mean, reversed(by_mean), strict=True) for place in pair]
    chosen = [place for place, each in enumerate(intervals) if each.chosen]
    kept = list(dict.fromkeys([*chosen, *from_both_ends]))[:most]
    return [intervals[place] for place in sorted(kept)]


def _row(each: Interval, top: int, axis: Axis) -> dict[str, object]:
    known = each.p5 is not None and each.p95 is not None
    left, right = axis.share(each.p5 or 0.0), axis.share(each.p95 or 0.0)
    return {
        "top": top,
        "title": short(each.title, _TITLE - (9 if each.chosen else 0)),
        "chosen": each.chosen,
        "mean_text": number(each.mean),
        "mean": axis.x(each.mean),
        "start": f"{left:.1f}%" if known and left < right else "",
        "width": f"{right - left:.1f}%",
        "median": "" if each.p50 is None or not known else axis.x(each.p50),
    }


def _words(each: Interval, currency: str) -> str:
    title, mean = one_line(each.title), money(each.mean, currency)
    if each.p5 is None or each.p95 is None or each.p5 == each.p95:
        return text("%(title)s: expected %(mean)s", title=title, mean=mean)
    low, high = number(each.p5), number(each.p95)
    return text(
        "%(title)s: expected %(mean)s, 90 %% range %(low)s to %(high)s", title=title, mean=mean, low=low, high=high
    )


def short(words: str, length: int) -> str:
    """A text on one line, cut where it is too long for the figure."""
    line = one_line(words)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
