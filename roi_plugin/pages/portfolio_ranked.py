"""The decisions in force by what they are expected to be worth: a picture, and the first of them as a table."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from roi_plugin.economics.portfolio import Counted, Member
from roi_plugin.economics.portfolio_groups import ranked
from roi_plugin.language import text
from roi_plugin.pages.addresses import PORTFOLIO, REGISTER
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.bubble_chart import Bubble, bubble_chart
from roi_plugin.pages.page import Section
from roi_plugin.pages.portfolio_rows import member_row, worth_table


def ranked_section(
    members: Sequence[Member], pages: Mapping[str, PageLink], flagged: Mapping[str, object], book: Book
) -> Section | None:
    """All that count, in the picture and in the table; None where none does.

    `pages` are their pages, `flagged` holds those that are overdue or unguarded; both by path.
    """
    found = ranked(members)
    if not found:
        return None
    charts = _charts(found, flagged, book)
    table = worth_table(
        text("Decision"),
        [member_row(one, pages[one.decision.path]) for one in found],
        note=text("The highest expected net present value first: a high ROI on a small sum is worth little."),
        register=f"{book.addresses.href(PORTFOLIO, REGISTER)}?sort=-npv",
    )
    return Section(anchor="roi-ranked", title=text("Decisions by expected value"), html=charts, working=table)


def _charts(found: Sequence[Member], flagged: Mapping[str, object], book: Book) -> Markup:
    """A chart of each currency."""
    bubbles: dict[str, list[Bubble]] = {}
    for one in found:
        if one.counted:
            stakes, watched = book.by_path[one.decision.path].stakes, one.decision.path not in flagged
            bubbles.setdefault(one.currency, []).append(_bubble(one, one.counted, stakes, watched=watched))
    charts = [bubble_chart(f"roi-bubbles-{at}", each, currency) for at, (currency, each) in enumerate(bubbles.items())]
    return Markup("\n").join(charts)


def _bubble(one: Member, value: Counted, stakes: int, *, watched: bool) -> Bubble:
    return Bubble(
        number=one.decision.number or one.decision.id,
        title=one.decision.title,
        cost=value.cost.mean or 0.0,
        mean=value.npv.mean or 0.0,
        p5=value.npv.p5,
        p95=value.npv.p95,
        stakes=stakes,
        watched=watched,
    )
