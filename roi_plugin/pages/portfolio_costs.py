"""The decisions of the portfolio that weigh costs only: what was chosen costs, and how much less that is."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup
from msgspec.structs import replace

from roi_plugin.economics.costs_only import CostsOnly, CostTotal, cost_totals
from roi_plugin.economics.portfolio import Member
from roi_plugin.economics.portfolio_words import saved_by, saved_together
from roi_plugin.language import text
from roi_plugin.pages.addresses import OPTIONS
from roi_plugin.pages.book import PageLink
from roi_plugin.pages.figure_cells import Cell, spread
from roi_plugin.pages.page import Section
from roi_plugin.pages.portfolio_rows import AT_MOST, IN_SIGHT
from roi_plugin.pages.templates import render


def costs_section(
    members: Iterable[Member], summed: Sequence[CostTotal], pages: Mapping[str, PageLink]
) -> Section | None:
    """A table of the decisions for each currency, with their sum below it; None where all state gains.

    `members` are all that are shown, `summed` the sums of those that count.
    """
    sums = {each.currency: each for each in summed}
    tables = [
        _table(each, sums.get(each.currency), pages) for each in cost_totals(one.costs for one in members if one.costs)
    ]
    if not tables:
        return None
    return Section(anchor="roi-costs", title=text("Decisions that weigh costs only"), html=Markup("\n").join(tables))


def _cost(one: CostsOnly, pages: Mapping[str, PageLink]) -> Cell:
    return replace(spread(one.cost), href=f"{pages[one.decision.path].href}#{OPTIONS}")


def _table(shown: CostTotal, total: CostTotal | None, pages: Mapping[str, PageLink]) -> Markup:
    rows = [(pages[each.decision.path], _cost(each, pages), saved_by(each)) for each in shown.decisions]
    last = (spread(total.cost), saved_together(total)) if total and len(total.decisions) > 1 else None
    return render(
        "portfolio_costs.html",
        rows=rows[:IN_SIGHT],
        folded=rows[IN_SIGHT:AT_MOST],
        left_out=len(rows[AT_MOST:]),
        last=last,
        currency=shown.currency,
    )
