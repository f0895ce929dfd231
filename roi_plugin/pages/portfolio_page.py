"""The portfolio: what the decisions in force are worth together and in groups, and how they rank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roi_plugin.assess import Judged
from roi_plugin.economics.costs_only import cost_totals
from roi_plugin.economics.plain_words import INTERVALS
from roi_plugin.economics.portfolio import Member, Total, member, totals, without_invented
from roi_plugin.economics.portfolio_groups import Grouping, GroupTotal, grouped, ranked
from roi_plugin.economics.portfolio_scores import ScoredDecision, scored
from roi_plugin.economics.portfolio_words import costs_together, together
from roi_plugin.economics.score_words import SCORES_APART
from roi_plugin.economics.valuation import OptionValue
from roi_plugin.economics.wording import percent
from roi_plugin.pages.addresses import PORTFOLIO
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.figure_cells import Cell, amount, probability, ratio, share, spread
from roi_plugin.pages.interval_chart import Interval, interval_chart
from roi_plugin.pages.page import Page, Section, Shelf, one_line
from roi_plugin.pages.portfolio_costs import costs_section
from roi_plugin.pages.templates import render
from roi_plugin.pages.waiting_proposals import waiting_section

_GROUPS: tuple[tuple[Grouping, str, str], ...] = (
    ("area", "By area", "Without an area"),
    ("owner", "By owner", "Without an owner"),
    ("tag", "By tag", "Without a tag"),
    ("objective", "By objective", "Without an objective"),
    ("year", "By year of decision", ""),
)
_IN_EACH: Mapping[Grouping, str] = {
    "tag": "A decision with several tags counts in each of them, so these sums do not add up to the whole.",
    "objective": "A decision with several objectives counts in each of them, so these sums do not add up to the whole.",
}
_WHICH = "in force"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    name: str
    currency: str
    count: str
    cells: tuple[Cell, ...]
    page: PageLink | None = None


def portfolio_page(book: Book) -> Page:
    """Sums with their ranges, decisions by expected net present value, costs alone, what waits, and scores.

    Sums and rankings count decisions in force only; those with invented numbers are shown, and left out of every sum.
    """
    members = [(one, _member(one, book)) for one in book.assessment.judged if one.binds and one.appraisal]
    summed = [without_invented(one) for _, one in members]
    pages = {one.decision.path: book.page_link(PORTFOLIO, one) for one, _ in members}
    everything = totals(summed)
    several = len({one.currency for one in summed}) > 1
    costs = cost_totals(one.costs for one in summed if one.costs)
    sections = [
        _together(everything),
        *(_grouped(summed, by, title, none, several=several) for by, title, none in _GROUPS),
        _ranked([one for _, one in members], pages, several=several),
        costs_section([one for _, one in members], costs, pages),
        waiting_section(book),
        _scored([one for one, _ in members], pages, book),
        _left_out(summed, pages),
    ]
    said = [together(one, _WHICH) for one in everything if one.count]
    said += [costs_together(one, _WHICH) for one in costs]
    text = " ".join(said) or "No decision in force has a known value yet."
    return Page(
        path=PORTFOLIO,
        shelf=Shelf.LIST,
        title="Portfolio",
        description="What the decisions in force are worth together, with ranges.",
        lead=render("list_lead.html", title="Portfolio", text=text),
        sections=tuple(section for section in sections if section),
    )


def _member(judged: Judged, book: Book) -> Member:
    if judged.appraisal is None:
        raise ValueError("a decision that was not appraised has no place in a portfolio")
    return member(judged.decision, judged.appraisal, book.assessment.policy, in_force=judged.binds)


def _together(everything: Sequence[Total]) -> Section | None:
    rows = [_row(one, one.currency) for one in everything if one.count]
    html = render(
        "portfolio_table.html", what="Currency", rows=rows, several=False, currency="", note=f"{_HOW} {INTERVALS}"
    )
    return Section(anchor="roi-together", title="Together", html=html) if rows else None


_HOW = (
    "Below each NPV stands its range. Each decision counts with its chosen option, over its own horizon. "
    "The policy's price of a person-week is the same number in all of them; everything else is independent."
)


def _grouped(members: Sequence[Member], by: Grouping, title: str, none: str, *, several: bool) -> Section | None:
    found = [one for one in grouped(members, by) if one.total.count]
    if by == "year":
        found.sort(key=lambda one: (one.total.currency, one.name or ""))
    if all(one.name is None for one in found):
        return None
    rows = [_row(one.total, one.name or none) for one in found]
    html = render(
        "portfolio_table.html",
        what=title.removeprefix("By ").capitalize(),
        rows=rows,
        several=several,
        currency="" if several else found[0].total.currency,
        note=_IN_EACH.get(by, ""),
    )
    return Section(anchor=f"roi-by-{by}", title=title, html=_charts(found, by, none) + html)


def _charts(found: Sequence[GroupTotal], by: str, none: str) -> Markup:
    """A chart of each currency with more than one group."""
    charts = []
    for place, currency in enumerate(dict.fromkeys(one.total.currency for one in found)):
        npvs = [(one.name or none, one.total.npv) for one in found if one.total.currency == currency]
        intervals = [
            Interval(title=name, mean=npv.mean or 0.0, p5=npv.p5, p50=npv.p50, p95=npv.p95) for name, npv in npvs
        ]
        if len(intervals) > 1:
            name = f"roi-by-{by}-{place}"
            charts.append(interval_chart(name, f"Net present value by {by}, {currency}", intervals, currency))
    return Markup("\n").join(charts)


def _row(one: Total, name: str) -> _Row:
    return _Row(name=one_line(name), currency=one.currency, count=str(one.count), cells=_cells(one))


def _cells(one: Total | OptionValue) -> tuple[Cell, ...]:
    return spread(one.npv), share(one.loss), ratio(one.roi), amount(one.gain), amount(one.cost)


def _ranked(members: Sequence[Member], pages: Mapping[str, PageLink], *, several: bool) -> Section | None:
    rows = [
        _Row(
            name="",
            page=pages[one.decision.path],
            currency=one.currency,
            count=one.decision.owner or "",
            cells=_cells(one.counted.value),
        )
        for one in ranked(members)
        if one.counted
    ]
    note = "The highest expected net present value first: a high ROI on a small sum is worth little."
    html = render(
        "portfolio_table.html",
        what="Decision",
        rows=rows,
        several=several,
        currency="" if several or not rows else rows[0].currency,
        note=note,
    )
    return Section(anchor="roi-ranked", title="Decisions by expected NPV", html=html) if rows else None


def _scored(judged: Sequence[Judged], pages: Mapping[str, PageLink], book: Book) -> Section | None:
    found = scored([one.decision for one in judged], book.assessment.policy)
    rows = [(pages[one.decision.path], *_scores(one)) for one in found if one.framework.balanced is not None]
    html = render("portfolio_scores.html", rows=rows, apart=SCORES_APART)
    return Section(anchor="roi-scored", title="Framework ranking", html=html) if rows else None


def _scores(one: ScoredDecision) -> Iterator[Cell]:
    found, low, high = one.framework, one.framework.low, one.framework.high
    bounds = "" if low is None or high is None else f"{percent(low, signed=True)}..{percent(high, signed=True)}"
    yield Cell(text="" if one.first_share is None else probability(one.first_share))
    yield Cell(text="" if found.raw is None else percent(found.raw, signed=True))
    yield Cell(text="" if found.balanced is None else percent(found.balanced, signed=True), more=bounds)


def _left_out(members: Sequence[Member], pages: Mapping[str, PageLink]) -> Section | None:
    rows = [(pages[one.decision.path], one.reason) for one in members if not one.counted and one.reason]
    html = render("portfolio_left_out.html", rows=rows)
    return Section(anchor="roi-left-out", title="Not in the sums", html=html) if rows else None
