"""The portfolio: what the decisions in force are worth together and in groups, and what of that nobody watches."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from roi_plugin.assess import Judged
from roi_plugin.economics.contribution import Contribution
from roi_plugin.economics.costs_only import cost_totals
from roi_plugin.economics.plain_words import INTERVALS
from roi_plugin.economics.portfolio import Member, Total, chosen_contribution, placed, totals, without_invented
from roi_plugin.economics.portfolio_words import costs_together, together
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.language import noted, sentence, text
from roi_plugin.pages.addresses import PORTFOLIO
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.portfolio_at_risk import at_risk_section, unwatched
from roi_plugin.pages.portfolio_costs import costs_section
from roi_plugin.pages.portfolio_groups import group_sections
from roi_plugin.pages.portfolio_objectives import objectives_section
from roi_plugin.pages.portfolio_ranked import ranked_section
from roi_plugin.pages.portfolio_rows import total_row, worth_table
from roi_plugin.pages.portfolio_scores import scores_section
from roi_plugin.pages.portfolio_sums import Sum, sums_made_of
from roi_plugin.pages.register_address import IN_FORCE, register_href
from roi_plugin.pages.templates import render
from roi_plugin.pages.waiting_proposals import waiting_section

_WHICH = noted("in force")
_TOGETHER = "roi-together"


def appraised(judged: Judged) -> Contribution:
    """What a decision that is appraised adds to sums.

    Raises:
        ValueError: it is not appraised, or has no place in a sum.
    """
    if judged.appraisal is None:
        raise ValueError(f"{judged.decision.path} is not appraised")
    return chosen_contribution(judged.decision, judged.appraisal)


def portfolio_page(book: Book, contribution_of: Callable[[Judged], Contribution] | None = None) -> Page:
    """Sums with their ranges, decisions by expected value, what nobody watches, objectives, groups, and what waits.

    Sums and rankings count decisions in force only; those with invented numbers are shown, and left out of every sum.
    `contribution_of` is asked of the decisions of a sum that is not known yet; without it only those that are appraised
    have a place.
    """
    policy = book.assessment.policy
    judged = [one for one in book.assessment.judged if one.binds and (contribution_of or one.appraisal)]
    members = [
        placed(one.decision, one.figures, policy, ask=partial(contribution_of or appraised, one), in_force=True)
        for one in judged
    ]
    summed = [without_invented(one) for one in members]
    pages = {one.decision.path: book.page_link(PORTFOLIO, one) for one in judged}
    everything = [one for one in totals(summed) if one.count]
    costs = cost_totals(one.costs for one in summed if one.costs)
    sections = [
        _together(everything, summed, pages, book),
        ranked_section(summed, pages, unwatched(book), book),
        at_risk_section(summed, everything, pages, book),
        objectives_section(judged, summed, pages, book),
        *group_sections(summed, pages, book),
        costs_section(members, costs, pages),
        waiting_section(book),
        scores_section(judged, pages, book),
        _left_out(summed, pages),
    ]
    said = [together(one, _WHICH) for one in everything] + [costs_together(one, _WHICH) for one in costs]
    words = " ".join(said) or text("No decision in force has a known value yet.")
    return Page(
        path=PORTFOLIO,
        shelf=Shelf.LIST,
        title=text("Portfolio"),
        description=text("What the decisions in force are worth together, with ranges."),
        lead=render("list_lead.html", title=text("Portfolio"), text=words, how=f"#{_TOGETHER}" if everything else ""),
        sections=tuple(section for section in sections if section),
    )


def _together(
    everything: Sequence[Total], members: Sequence[Member], pages: Mapping[str, PageLink], book: Book
) -> Section | None:
    sums = [
        Sum(
            name=one.currency,
            total=one,
            members=tuple(each for each in members if each.currency == one.currency),
            anchor=f"roi-sum-{at}",
            href=register_href(PORTFOLIO, book, {**IN_FORCE, "sort": "-npv"}),
        )
        for at, one in enumerate(everything)
    ]
    rows = [replace(total_row(one.total, one.name, href=one.href, told=f"#{one.anchor}"), currency="") for one in sums]
    how = text(
        "Below each NPV stands its range. Each decision counts with its chosen option, over its own horizon. "
        "The policy's price of a person-week is the same number in all of them; everything else is independent."
    )
    html = worth_table(text("Currency"), rows, note=f"{how} {sentence(INTERVALS)}")
    html += sums_made_of(sums, pages, how=True)
    return Section(anchor=_TOGETHER, title=text("Together"), html=html) if rows else None


def _left_out(members: Sequence[Member], pages: Mapping[str, PageLink]) -> Section | None:
    rows = [(pages[one.decision.path], reason_words(one.reason)) for one in members if not one.counted and one.reason]
    html = render("portfolio_left_out.html", rows=rows)
    return Section(anchor="roi-left-out", title=text("Not in the sums"), html=html) if rows else None
