"""The tables of the portfolio: rows of sums or of decisions, the first in sight, the next folded, the rest told of."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.economics.portfolio import Counted, Member, Total
from roi_plugin.pages.addresses import OPTIONS
from roi_plugin.pages.book import PageLink
from roi_plugin.pages.figure_cells import Cell, amount, ratio, share, spread
from roi_plugin.pages.page import one_line
from roi_plugin.pages.templates import render

IN_SIGHT, AT_MOST = 6, 30
"""How many rows of a table stand in sight, and how many it has with those that are folded."""


class Row(Struct, frozen=True, kw_only=True):
    """What a sum or a decision is worth; `count` is the number of decisions, or the owner of the one on `page`.

    `href` leads to the decisions of a sum.
    """

    name: str
    currency: str
    count: str
    cells: tuple[Cell, ...]
    page: PageLink | None = None
    href: str = ""


def total_row(one: Total, name: str, *, href: str, told: str) -> Row:
    """A sum under its name; `href` leads to its decisions, `told` to how it comes about."""
    cells = tuple(replace(cell, href=told) for cell in _cells(one))
    return Row(name=one_line(name), currency=one.currency, count=str(one.count), cells=cells, href=href)


def member_row(one: Member, page: PageLink) -> Row:
    """A decision that has a place in sums."""
    worked_out = f"{page.href}#{OPTIONS}"
    cells = tuple(replace(cell, href=worked_out) for cell in (_cells(one.counted) if one.counted else ()))
    return Row(name="", page=page, currency=one.currency, count=one.decision.owner or "", cells=cells)


def worth_table(
    what: str, rows: Sequence[Row], *, in_sight: int = IN_SIGHT, note: str = "", register: str = ""
) -> Markup:
    """The rows in the order given, under the heading `what`; where they are in several currencies, each tells its own.

    `register` is the address at which those are found that have no place here.
    """
    currencies = sorted({row.currency for row in rows})
    return render(
        "portfolio_table.html",
        what=what,
        rows=rows[:in_sight],
        folded=rows[in_sight:AT_MOST],
        left_out=len(rows[AT_MOST:]),
        owners=any(row.page for row in rows),
        several=len(currencies) > 1,
        currency=currencies[0] if len(currencies) == 1 else "",
        note=note,
        register=register,
    )


def _cells(one: Total | Counted) -> tuple[Cell, ...]:
    return spread(one.npv), share(one.loss), ratio(one.roi), amount(one.gain), amount(one.cost)
