"""How long decisions live, by area."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from roi_plugin.economics.median_life import MedianLife, Observed, median_life
from roi_plugin.economics.wording import months
from roi_plugin.language import counted, noted, sentence, text
from roi_plugin.model.durations import months_between
from roi_plugin.model.lives import Life
from roi_plugin.pages.addresses import OVER_TIME, REGISTER, RETIRED
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.past_lives import LivedDecision
from roi_plugin.pages.register_address import register_href
from roi_plugin.pages.templates import render

_WITHOUT_AREA = noted("Without an area")


class _Row(Struct, frozen=True, kw_only=True):
    name: str
    href: str
    lives: int
    over: int
    says: str


def lives_section(every: Sequence[LivedDecision], book: Book) -> Section | None:
    """The median life of all decisions that were ever accepted, and by area; None where there is none."""
    real = [one for one in every if not one.judged.decision.illustrative and one.life is not None]
    lives = [(one, observed) for one in real if (observed := _observed(one.life, book)) is not None]
    if not lives:
        return None
    by_area: dict[str, list[Observed]] = {}
    for one, observed in lives:
        by_area.setdefault(one_line(one.judged.decision.area or "") or _WITHOUT_AREA, []).append(observed)
    register = book.addresses.href(OVER_TIME, REGISTER)
    rows = [_row(text("All decisions"), register, [observed for _, observed in lives])]
    if len(by_area) > 1:
        names = sorted(by_area, key=lambda area: (area == _WITHOUT_AREA, area.casefold(), area))
        rows += [_row(*_named(area, book), by_area[area]) for area in names]
    notes = list(_left_out(every, len(real) - len(lives)))
    html = render("median_lives.html", rows=rows, notes=notes, retired=book.addresses.href(OVER_TIME, RETIRED))
    return Section(anchor="roi-lives", title=text("How long decisions live"), html=html)


def _observed(life: Life | None, book: Book) -> Observed | None:
    today = book.assessment.today
    if life is None or life.start > today or (life.is_over and life.end is None):
        return None
    return Observed(months=max(months_between(life.start, life.end or today), 0.0), is_over=life.is_over)


def _named(area: str, book: Book) -> tuple[str, str]:
    """What an area is called, and where its decisions are listed."""
    has_none = area == _WITHOUT_AREA
    return sentence(area) if has_none else area, register_href(OVER_TIME, book, {"area": None if has_none else area})


def _row(name: str, href: str, lives: Iterable[Observed]) -> _Row:
    found = median_life(lives)
    return _Row(name=name, href=href, lives=found.lives, over=found.over, says=_in_words(found))


def _in_words(found: MedianLife) -> str:
    if found.months is None:
        return sentence(found.reason or "")
    return months(round(found.months)) if found.months >= 1 else text("less than a month")


def _left_out(every: Sequence[LivedDecision], unknown: int) -> Iterator[str]:
    invented = sum(one.judged.decision.illustrative for one in every)
    if unknown:
        yield counted(
            "%(num)s of which nobody knows the day that ended it",
            "%(num)s of which nobody knows the day that ended them",
            unknown,
        )
    if invented:
        yield text("%(count)s with invented numbers", count=invented)
