"""The proposals that wait, in the order in which to do them."""

from collections.abc import Iterator

from markupsafe import Markup

from roi_plugin.economics.portfolio import INVENTED
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.waiting import Proposal, Queue, proposal, queues
from roi_plugin.economics.wording import number, percent
from roi_plugin.language import text
from roi_plugin.model.decision import Status
from roi_plugin.pages.addresses import PORTFOLIO
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.figure_cells import Cell
from roi_plugin.pages.page import Section
from roi_plugin.pages.portfolio_rows import AT_MOST, IN_SIGHT
from roi_plugin.pages.templates import render


def waiting_section(book: Book) -> Section | None:
    """A table of the proposed decisions for each currency, and why others have no place; None where none waits."""
    found = [
        (book.page_link(PORTFOLIO, one), proposal(one.decision, one.returns, one.figures))
        for one in book.assessment.judged
        if one.decision.status is Status.PROPOSED
    ]
    if not found:
        return None
    pages = {each.decision.path: page for page, each in found}
    parts = [_table(each, pages) for each in queues(each for page, each in found if not page.illustrative)]
    left_out = list(_without_place(found))
    if left_out:
        parts.append(render("portfolio_left_out.html", rows=left_out))
    title = text("Waiting proposals, in the order in which to do them")
    return Section(anchor="roi-waiting", title=title, html=Markup("\n").join(parts))


def _table(queue: Queue, pages: dict[str, PageLink]) -> Markup:
    rows = [(pages[each.decision.path], list(_cells(each))) for each in queue.proposals]
    saved = ""
    if queue.saved and number(queue.saved * 100) != "0":
        saved = text("It loses %(share)s less than the order of their dates.", share=percent(queue.saved))
    return render(
        "waiting_proposals.html",
        rows=rows[:IN_SIGHT],
        folded=rows[IN_SIGHT:AT_MOST],
        left_out=len(rows[AT_MOST:]),
        currency=queue.currency,
        note=_why(),
        saved=saved,
    )


def _why() -> str:
    return text(
        "Of proposals that the same people do one after the other, this order loses least: first the one whose waiting "
        "costs most for each week of work (W. E. Smith 1956; known as CD3, cost of delay divided by duration). "
        "What another one depends on comes before it all the same."
    )


def _cells(waiting: Proposal) -> Iterator[Cell]:
    job = waiting.job
    if job:
        yield Cell(text=number(job.cost_of_delay))
        yield Cell(text=number(job.duration))
        yield Cell(text=number(job.cost_of_delay / job.duration))


def _without_place(found: list[tuple[PageLink, Proposal]]) -> Iterator[tuple[PageLink, str]]:
    for page, each in found:
        reason = INVENTED if page.illustrative else each.reason
        if reason:
            yield page, reason_words(reason)
