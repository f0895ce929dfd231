"""On the first page, what is in force now: area by area, the newest decisions first."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import counted, text
from roi_plugin.pages.addresses import INDEX
from roi_plugin.pages.book import Book
from roi_plugin.pages.list_rows import ListRow, list_row
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.register_address import IN_FORCE, register_href
from roi_plugin.pages.templates import render

BINDING = "roi-binding"
"""The anchor, on the first page, of what is in force."""
_MOST = 12


class _Area(Struct, frozen=True, kw_only=True):
    """The newest decisions of an area; `every` leads to all of them in words, both empty where all are shown."""

    name: str
    rows: tuple[ListRow, ...]
    every: str = ""
    href: str = ""


def binding_section(book: Book) -> Section:
    """What binds now; an area with very many shows its newest dozen and leads to the others."""
    binding = [one for one in book.assessment.judged if one.binds]
    invented = sum(one.decision.illustrative for one in binding)
    html = render("home_binding.html", areas=list(_areas(binding, book)), invented=invented)
    title = counted("In force: %(num)s decision", "In force: %(num)s decisions", len(binding))
    return Section(anchor=BINDING, title=title, html=html)


def _areas(binding: Sequence[Judged], book: Book) -> Iterator[_Area]:
    by_area: dict[str, list[Judged]] = {}
    for judged in sorted(binding, key=lambda one: (one.decision.date, one.decision.path), reverse=True):
        by_area.setdefault(one_line(judged.decision.area or ""), []).append(judged)
    for name in sorted(by_area, key=lambda area: (not area, area.casefold(), area)):
        found = by_area[name]
        rows = tuple(list_row(one, INDEX, book) for one in found[:_MOST])
        title = name or text("Without an area")
        if len(found) <= _MOST:
            yield _Area(name=title, rows=rows)
        else:
            every = text("All %(number)s of: %(area)s", number=len(found), area=title)
            href = register_href(INDEX, book, {"area": found[0].decision.area, **IN_FORCE})
            yield _Area(name=title, rows=rows, every=every, href=href)
