"""Decisions that took each other's place, with what was forecast, spent and recovered along the way."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.economics.accounts import Account, AccountSum, Sum, account_sum
from roi_plugin.economics.wording import number
from roi_plugin.language import sentence, text
from roi_plugin.model.chains import chains
from roi_plugin.model.links import Links
from roi_plugin.pages.account_rows import NOT_KNOWN, account_of, came, lived
from roi_plugin.pages.addresses import OPTIONS, OVER_TIME, REVIEWS
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.figure_cells import Cell
from roi_plugin.pages.page import Section
from roi_plugin.pages.past_lives import LivedDecision
from roi_plugin.pages.templates import render


class _Row(Struct, frozen=True, kw_only=True):
    page: PageLink
    lived: str
    currency: str
    cells: tuple[Cell, ...]


class _Chain(Struct, frozen=True, kw_only=True):
    rows: tuple[_Row, ...]
    total: tuple[Cell, ...] | None


def chains_section(every: Sequence[LivedDecision], book: Book) -> Section | None:
    """The chains in one table, the oldest decision of each first; None where nothing replaced anything."""
    by_path = {one.judged.decision.path: one for one in every}
    links = Links(by_path={path: one.judged.links for path, one in by_path.items()}, paths={})
    found = [[by_path[each.path] for each in chain] for chain in chains(book.assessment.register, links)]
    if not found:
        return None
    accounts = [[account_of(one.judged, book) for one in chain] for chain in found]
    currencies = {each.currency for chain in accounts for each in chain}
    html = render(
        "chains.html",
        chains=[_chain(chain, each, book) for chain, each in zip(found, accounts, strict=True)],
        currency=currencies.pop() if len(currencies) == 1 else "",
    )
    return Section(anchor="roi-chains", title=text("What replaced what"), html=html)


def _chain(chain: Sequence[LivedDecision], accounts: Sequence[Account], book: Book) -> _Chain:
    rows = [_row(*each, book) for each in zip(chain, accounts, strict=True)]
    total = account_sum(accounts)
    return _Chain(rows=tuple(rows), total=tuple(_totals(total)) if total else None)


def _row(one: LivedDecision, found: Account, book: Book) -> _Row:
    page = book.page_link(OVER_TIME, one.judged)
    cells = tuple(_cells(found, page))
    return _Row(page=page, lived=lived(one.life), currency=found.currency, cells=cells)


def _cells(one: Account, page: PageLink) -> Iterator[Cell]:
    """What was expected leads to how it is computed, what came to the reviews that say it."""
    for expected in (one.npv, one.cost):
        yield replace(_known(expected), href=f"{page.href}#{OPTIONS}")
    for told in (one.spent, one.recovered):
        yield replace(came(told), href=f"{page.href}#{REVIEWS}")


def _known(value: float | None) -> Cell:
    return Cell(reason=sentence(NOT_KNOWN)) if value is None else Cell(text=number(value))


def _totals(total: AccountSum) -> Iterator[Cell]:
    yield Cell(reason=text("they followed each other"))
    for each in (total.cost, total.spent, total.recovered):
        yield _summed(each)


def _summed(each: Sum) -> Cell:
    if each.value is None:
        return Cell(reason=sentence(NOT_KNOWN))
    return Cell(text=text("at least %(amount)s", amount=number(each.value)) if each.is_least else number(each.value))
