"""The retired shelf: what does not bind any more, why, how long it lived, what was expected, and what came of it."""

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.accounts import Account
from roi_plugin.economics.wording import months, number
from roi_plugin.language import counted, sentence, text
from roi_plugin.model.decision import Delivery, Status
from roi_plugin.model.durations import months_between
from roi_plugin.model.governance import Review
from roi_plugin.model.lives import ENDING_OUTCOMES, Life
from roi_plugin.pages.account_rows import account_of
from roi_plugin.pages.addresses import RETIRED
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.list_rows import ListRow, list_row
from roi_plugin.pages.page import Page, Section, Shelf, one_line
from roi_plugin.pages.past_lives import past
from roi_plugin.pages.standing import is_retired, standing
from roi_plugin.pages.templates import render
from roi_plugin.pages.what_came import what_came
from roi_plugin.pages.why_retired import Why, why_retired

_SHELVES = (Status.SUPERSEDED.value, Status.DEPRECATED.value, Delivery.REVERTED.value, Status.REJECTED.value)

_IN_SIGHT = 12
"""A shelf with more than these is folded by area."""


class _Row(Struct, frozen=True, kw_only=True):
    """One retired decision; what is not known is empty.

    `outcomes` are those of its reviews by day, the newest first, but for those that only say that it ended.
    `has_withheld` says that what took its place is not published here. `waiting` are named, but not in effect.
    """

    listed: ListRow
    why: Why
    lived: str
    expected: str
    results: str
    outcomes: tuple[tuple[str, str], ...]
    successors: tuple[PageLink, ...]
    waiting: tuple[PageLink, ...]
    has_withheld: bool


def retired_page(book: Book) -> Page:
    """All retired decisions, shelf by shelf, in the order of their numbers."""
    retired = [one for one in book.by_number if is_retired(one)]
    by_shelf: dict[str, list[Judged]] = {}
    for judged in retired:
        by_shelf.setdefault(standing(judged), []).append(judged)
    sections = tuple(_section(shelf, by_shelf[shelf], book) for shelf in _SHELVES if shelf in by_shelf)
    return Page(
        path=RETIRED,
        shelf=Shelf.LIST,
        title=text("Retired"),
        description=text("Decisions that no longer bind, with what was expected of them and what replaced them."),
        lead=render("list_lead.html", title=text("Retired"), text=_sentence(len(retired))),
        sections=sections,
        search_boost=0.5,
    )


def _sentence(retired: int) -> str:
    if not retired:
        return text("No decision was retired or rejected.")
    says = counted("%(num)s decision does not bind any more.", "%(num)s decisions do not bind any more.", retired)
    stay = text("They stay here for their reasons, with what was expected, what came of it and what replaced them.")
    return f"{says} {stay}"


def _section(shelf: str, found: list[Judged], book: Book) -> Section:
    title = {
        Status.SUPERSEDED.value: text("Superseded: another decision took its place"),
        Status.DEPRECATED.value: text("Deprecated: given up"),
        Delivery.REVERTED.value: text("Reverted: taken back"),
        Status.REJECTED.value: text("Rejected: decided against"),
    }[shelf]
    by_area: dict[str, list[_Row]] = {}
    for judged in found:
        area = one_line(judged.decision.area or "") if len(found) > _IN_SIGHT else ""
        by_area.setdefault(area, []).append(_row(judged, book))
    names = sorted(by_area, key=lambda area: (not area, area.casefold(), area))
    groups = [(name or text("Without an area"), by_area[name]) for name in names]
    html = render("retired_list.html", groups=groups, folded=len(groups) > 1)
    return Section(anchor=f"roi-{shelf}", title=f"{title} ({len(found)})", html=html)


def _row(judged: Judged, book: Book) -> _Row:
    generations = book.successors(judged)
    reviews = sorted(judged.decision.reviews, key=lambda review: review.date, reverse=True)
    account = account_of(judged, book)
    is_rejected = judged.decision.status is Status.REJECTED
    return _Row(
        listed=list_row(judged, RETIRED, book),
        why=why_retired(judged, book),
        lived=_lived(past(judged, book).life),
        expected="" if is_rejected else _expected(account),
        results=" · ".join(what_came(judged.decision, account, book.assessment.today)),
        outcomes=tuple(
            (review.date.isoformat(), sentence(review.outcome or "")) for review in reviews if _is_news(review)
        ),
        successors=tuple(book.page_link(RETIRED, one) for one in generations[0]) if generations else (),
        waiting=tuple(book.page_link(RETIRED, one) for one in book.waiting_successors(judged)),
        has_withheld=judged.links.successor_withheld,
    )


def _is_news(review: Review) -> bool:
    """Whether its outcome says more than the shelf."""
    return bool(review.outcome) and review.outcome not in ENDING_OUTCOMES


def _lived(life: Life | None) -> str:
    if life is None:
        return text("It never bound anybody.")
    if life.end is None:
        return text("From %(start)s to a day that is not known.", start=life.start.isoformat())
    days = (life.end - life.start).days
    whole = round(months_between(life.start, life.end))
    values = {"start": life.start.isoformat(), "end": life.end.isoformat()}
    if not days:
        return text("Less than a day, on %(day)s.", day=life.start.isoformat())
    if whole < 1:
        return counted("%(num)s day: %(start)s to %(end)s.", "%(num)s days: %(start)s to %(end)s.", days, **values)
    return text("%(long)s: %(start)s to %(end)s.", long=months(whole), **values)


def _expected(account: Account) -> str:
    """The means when it was accepted; nothing where no gain over the cost can be told, which the verdict then says."""
    if account.npv is None or account.cost is None:
        return ""
    return text(
        "net present value %(npv)s %(currency)s for a cost of %(cost)s %(currency)s",
        npv=number(account.npv),
        cost=number(account.cost),
        currency=account.currency,
    )
