"""What the decisions in force are worth in groups: a range for each, and the figures behind it as a folded table."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.economics.portfolio import Member
from roi_plugin.economics.portfolio_groups import Grouping, GroupTotal, grouped
from roi_plugin.language import text
from roi_plugin.pages.addresses import PORTFOLIO
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.interval_chart import MOST, Interval, interval_chart
from roi_plugin.pages.page import Section
from roi_plugin.pages.portfolio_rows import AT_MOST, IN_SIGHT, total_row, worth_table
from roi_plugin.pages.portfolio_sums import Sum, sums_made_of
from roi_plugin.pages.register_address import IN_FORCE, register_href
from roi_plugin.pages.templates import render

_BARS = 6


class _Groups(Struct, frozen=True, kw_only=True):
    """A way to group: its heading, what one group is, and what those are called that are in none."""

    by: Grouping
    title: str
    what: str
    none: str = ""


def group_sections(members: Sequence[Member], pages: Mapping[str, PageLink], book: Book) -> tuple[Section, ...]:
    """By area, owner and year, and by tag folded; what no decision states makes no section.

    `members` are those that count, `pages` theirs by path.
    """
    ways = (
        _Groups(by="area", title=text("By area"), what=text("Area"), none=text("Without an area")),
        _Groups(by="owner", title=text("By owner"), what=text("Owner"), none=text("Without an owner")),
        _Groups(by="year", title=text("By year of decision"), what=text("Year")),
        _Groups(by="tag", title=text("By tag"), what=text("Tag"), none=text("Without a tag")),
    )
    return tuple(section for way in ways if (section := _section(members, way, pages, book)))


def _section(members: Sequence[Member], way: _Groups, pages: Mapping[str, PageLink], book: Book) -> Section | None:
    found = [one for one in grouped(members, way.by) if one.total.count]
    if all(one.name is None for one in found):
        return None
    if way.by == "year":
        found.sort(key=lambda one: one.name or "", reverse=True)
        found.sort(key=lambda one: one.total.currency)
    charts = _charts(found, way)
    sums = [_sum(one, at, way, book) for at, one in enumerate(found)]
    rows = [total_row(one.total, one.name, href=one.href, told=f"#{one.anchor}") for one in sums]
    # The rows that the table leaves out have nothing that leads to what they are made of.
    html = charts + worth_table(way.what, rows, in_sight=0 if charts else IN_SIGHT)
    html += sums_made_of(sums[:AT_MOST], pages)
    if way.by == "tag":
        html = render("portfolio_tags.html", sums=html)
    return Section(anchor=f"roi-by-{way.by}", title=way.title, html=html)


def _sum(one: GroupTotal, at: int, way: _Groups, book: Book) -> Sum:
    return Sum(
        name=one.name or way.none,
        total=one.total,
        members=one.members,
        anchor=f"roi-sum-{way.by}-{at}",
        href=register_href(PORTFOLIO, book, {way.by: one.name, **IN_FORCE}),
    )


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
