"""What the decisions in force are worth in groups: a range for each, and the figures behind it as a folded table."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_plugin.economics.portfolio import Member
from roi_plugin.economics.portfolio_groups import Grouping, GroupTotal, grouped
from roi_plugin.language import text
from roi_plugin.pages.interval_chart import MOST, Interval, interval_chart
from roi_plugin.pages.page import Section
from roi_plugin.pages.portfolio_rows import IN_SIGHT, total_row, worth_table
from roi_plugin.pages.templates import render

_BARS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Groups:
    """A way to group: its heading, what one group is, and what those are called that are in none."""

    by: Grouping
    title: str
    what: str
    none: str = ""


def group_sections(members: Sequence[Member]) -> tuple[Section, ...]:
    """By area, owner and year, and by tag folded; what no decision states makes no section.

    `members` are those that count.
    """
    ways = (
        _Groups(by="area", title=text("By area"), what=text("Area"), none=text("Without an area")),
        _Groups(by="owner", title=text("By owner"), what=text("Owner"), none=text("Without an owner")),
        _Groups(by="year", title=text("By year of decision"), what=text("Year")),
        _Groups(by="tag", title=text("By tag"), what=text("Tag"), none=text("Without a tag")),
    )
    return tuple(section for way in ways if (section := _section(members, way)))


def _section(members: Sequence[Member], way: _Groups) -> Section | None:
    found = [one for one in grouped(members, way.by) if one.total.count]
    if all(one.name is None for one in found):
        return None
    if way.by == "year":
        found.sort(key=lambda one: one.name or "", reverse=True)
        found.sort(key=lambda one: one.total.currency)
    charts = _charts(found, way)
    rows = [total_row(one.total, one.name or way.none) for one in found]
    html = charts + worth_table(way.what, rows, in_sight=0 if charts else IN_SIGHT)
    if way.by == "tag":
        html = render("portfolio_tags.html", sums=html)
    return Section(anchor=f"roi-by-{way.by}", title=way.title, html=html)


def _charts(found: Sequence[GroupTotal], way: _Groups) -> Markup:
    """A chart of each currency with more than one group."""
    charts, most = [], MOST if way.by == "year" else _BARS
    for place, currency in enumerate(dict.fromkeys(one.total.currency for one in found)):
        npvs = [(one.name or way.none, one.total.npv) for one in found if one.total.currency == currency]
        intervals = [
            Interval(title=name, mean=npv.mean or 0.0, p5=npv.p5, p50=npv.p50, p95=npv.p95) for name, npv in npvs
        ]
        if len(intervals) > 1:
            told = text("Net present value in %(currency)s: %(title)s", currency=currency, title=way.title)
            charts.append(interval_chart(f"roi-by-{way.by}-{place}", told, intervals, currency, most=most))
    return Markup("\n").join(charts)
