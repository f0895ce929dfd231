"""Where concerns gather: how many decisions of each area or owner every rule flags."""

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import counted, text
from roi_plugin.pages.addresses import FLAGGED_NOW, RISKS, rule_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.templates import render
from roi_plugin.rules.rule import Rule

_MOST_RULES, _MOST_COLUMNS, _SHADES = 20, 10, 4
_MOST_NAMED, _LONGEST_NAME = 12, 60
_WITHOUT, _OTHERS = "\n", "\n\n"
"""Keys of columns that no record can name: an area or an owner is one line."""


class _Words(Struct, frozen=True):
    title: str
    without: str
    label: str


class _Head(Struct, frozen=True, kw_only=True):
    name: str
    decisions: int


class _Cell(Struct, frozen=True, kw_only=True):
    count: int
    shade: int
    decisions: str


class _Row(Struct, frozen=True, kw_only=True):
    href: str
    flagged: str
    name: str
    cells: tuple[_Cell, ...]


def heat_map(
    frequent: Sequence[Rule], book: Book, what: str, value_of: Callable[[Judged], str | None]
) -> Section | None:
    """The map of the rules `frequent`, the first 20 of them, by `what`; nothing where all stand in one column."""
    words, columns = _words(what), _columns(book, value_of)
    if len(set(columns.values())) < 2:  # noqa: PLR2004 - one column would repeat what the list of rules says
        return None
    flagged = {rule.name: _by_column(book.flagged_by[rule.name], columns) for rule in frequent[:_MOST_RULES]}
    most = max(_SHADES, *(len(several) for row in flagged.values() for several in row.values()))
    sizes = Counter(columns.values())
    keys = sorted(sizes, key=lambda key: (key == _OTHERS, key == _WITHOUT, key.casefold()))
    rows = [
        _Row(
            href=book.addresses.href(RISKS, rule_page(name)),
            flagged=book.addresses.href(RISKS, rule_page(name), FLAGGED_NOW),
            name=name,
            cells=tuple(_cell(row.get(key, []), most) for key in keys),
        )
        for name, row in flagged.items()
    ]
    named = {_WITHOUT: words.without, _OTHERS: text("Others")}
    heads = [_Head(name=_short(named.get(key, key)), decisions=sizes[key]) for key in keys]
    html = render("risk_heat.html", heads=heads, rows=rows, label=words.label, left_out=len(frequent) - len(rows))
    return Section(anchor=f"roi-by-{what}", title=words.title, html=html)


def _words(what: str) -> _Words:
    if what == "owner":
        return _Words(text("By owner"), text("Without an owner"), text("Flagged decisions by rule and owner"))
    return _Words(text("By area"), text("Without an area"), text("Flagged decisions by rule and area"))


def _columns(book: Book, value_of: Callable[[Judged], str | None]) -> dict[str, str]:
    """The column of each decision by its path; what has most flags has its own, and what has none is left out."""
    keys = {judged.decision.path: one_line(value_of(judged) or "") or _WITHOUT for judged in book.by_number}
    flags = Counter(keys[judged.decision.path] for several in book.flagged_by.values() for judged in several)
    shown = {key for key, _ in sorted(flags.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_COLUMNS]}
    return {path: key if key in shown else _OTHERS for path, key in keys.items() if key in flags}


def _by_column(several: Sequence[Judged], columns: dict[str, str]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = {}
    for judged in several:
        found.setdefault(columns[judged.decision.path], []).append(judged)
    return found


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _cell(several: Sequence[Judged], most: int) -> _Cell:
    names = [judged.decision.number or judged.decision.id for judged in several[:_MOST_NAMED]]
    more = [counted("%(num)s more", "%(num)s more", len(several) - _MOST_NAMED)] if len(several) > _MOST_NAMED else []
    return _Cell(count=len(several), shade=-(-len(several) * _SHADES // most), decisions=", ".join([*names, *more]))
