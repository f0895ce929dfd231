"""The decisions in force by the score of the talk's framework, which stands beside the money and is in no sum."""

from collections.abc import Iterator, Mapping, Sequence

from roi_plugin.assess import Judged
from roi_plugin.economics.portfolio_scores import ScoredDecision, scored
from roi_plugin.economics.score_words import SCORES_APART
from roi_plugin.economics.wording import percent
from roi_plugin.language import text
from roi_plugin.pages.addresses import FRAMEWORK
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.figure_cells import Cell, probability
from roi_plugin.pages.page import Section
from roi_plugin.pages.portfolio_rows import AT_MOST
from roi_plugin.pages.templates import render


def scores_section(judged: Sequence[Judged], pages: Mapping[str, PageLink], book: Book) -> Section | None:
    """A folded table of the decisions that have a balanced score; None where none has."""
    found = scored([one.decision for one in judged], book.assessment.policy)
    rows = [
        (pages[one.decision.path], *_scores(one, f"{pages[one.decision.path].href}#{FRAMEWORK}"))
        for one in found
        if one.framework.balanced is not None
    ]
    html = render("portfolio_scores.html", rows=rows[:AT_MOST], left_out=len(rows[AT_MOST:]), apart=SCORES_APART)
    return Section(anchor="roi-scored", title=text("Framework ranking"), html=html) if rows else None


def _scores(one: ScoredDecision, href: str) -> Iterator[Cell]:
    """How often it is first, then its scores, which lead to how they come about at `href`."""
    found, low, high = one.framework, one.framework.low, one.framework.high
    bounds = "" if low is None or high is None else f"{percent(low, signed=True)}..{percent(high, signed=True)}"
    yield Cell(text="" if one.first_share is None else probability(one.first_share))
    yield Cell(text="" if found.raw is None else percent(found.raw, signed=True), href=href)
    yield Cell(text="" if found.balanced is None else percent(found.balanced, signed=True), more=bounds, href=href)
