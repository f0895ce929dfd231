"""What a sum of the portfolio is made of: its decisions with what each adds, and how the figures are summed."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.economics.portfolio import Member, Total
from roi_plugin.economics.portfolio_groups import ranked
from roi_plugin.economics.wording import money, number
from roi_plugin.pages.book import PageLink
from roi_plugin.pages.page import one_line
from roi_plugin.pages.templates import render

_NAMED = 8


class Sum(Struct, frozen=True, kw_only=True):
    """A sum that a table shows; `href` leads to all its decisions, `anchor` names the place where it is told."""

    name: str
    total: Total
    members: tuple[Member, ...]
    anchor: str
    href: str


class _Part(Struct, frozen=True, kw_only=True):
    page: PageLink
    worth: str  # with the sign before it, but for the first


def sums_made_of(sums: Sequence[Sum], pages: Mapping[str, PageLink], *, how: bool = False) -> Markup:
    """A folded list: of each sum the decisions that add most, and where all of them stand.

    `pages` are those of the decisions by path; `how` tells how the figures are summed, which is once enough on a page.
    """
    return render("portfolio_sums.html", sums=[_told(one, pages) for one in sums], how=how)


def _told(one: Sum, pages: Mapping[str, PageLink]) -> dict[str, object]:
    # What moves the sum most comes first, be it a gain or a loss.
    members = sorted(ranked(one.members), key=lambda each: -abs(_worth(each)))
    named, others = members[:_NAMED], members[_NAMED:]
    return {
        "anchor": one.anchor,
        "name": one_line(one.name),
        "href": one.href,
        "sum": money(one.total.npv.mean or 0.0, one.total.currency),
        "parts": [
            _Part(page=pages[each.decision.path], worth=_term(_worth(each), at)) for at, each in enumerate(named)
        ],
        "others": len(others),
        "rest": _term(sum(map(_worth, others)), len(named)),
    }


def _term(value: float, at: int) -> str:
    """An amount as it stands at this place of a sum."""
    return number(value) if at == 0 else f"{'-' if value < 0 else '+'} {number(abs(value))}"


def _worth(one: Member) -> float:
    return one.counted.means[2] if one.counted else 0.0
