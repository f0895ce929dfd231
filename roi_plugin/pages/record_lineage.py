"""A small picture of where a decision comes from and what came of it: two steps each way, and the whole succession."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import sentence, text
from roi_plugin.model.decision import Status
from roi_plugin.model.lineage import Tie, TieKind, ties
from roi_plugin.model.links import DecisionLinks, Link
from roi_plugin.pages.addresses import LINEAGE, record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.interval_chart import short
from roi_plugin.pages.standing import is_retired, standing
from roi_plugin.pages.templates import render

MOST = 20
"""How many decisions are drawn at most, this one among them."""
LONGEST = 7
"""How many steps the picture goes each way along what replaced what."""

_STEPS = 2
"""How many it goes along links of any kind."""
_IN_SIGHT = 5
"""How many decisions that are further away the words below name without being unfolded."""

_ROW = 28
_DOT = 42
_PORT = 3
_WIDTH = 46
_LINK = 28

_Side = Callable[[DecisionLinks], Iterable[Link]]


class _Row(Struct, frozen=True, kw_only=True):
    y: int
    text: str
    is_here: bool
    is_over: bool


class _Further(Struct, frozen=True, kw_only=True):
    href: str
    text: str
    state: str


def record_lineage(judged: Judged, book: Book) -> Markup | None:
    """What a decision replaced and builds on, above it, and what replaced it and builds on it, below.

    The picture has no links: the direct ones are named in the links of the decision, those a step further below the
    picture. None where nothing came before or after it.
    """
    before, after = _both_ways(judged, book)
    drawn = _nearest((judged,), *chain.from_iterable(zip(before, after, strict=True)))
    waves = (*reversed(before), (judged,), *after)
    rows = [one for wave in waves for one in wave if one.decision.path in drawn]
    if len(rows) == 1:
        return None
    here, lines = record_page(judged.decision.path), _lines(rows)
    near = {one.decision.path for one in (judged, *before[0], *after[0])}
    further = [_further(one, here, book) for one in rows if one.decision.path not in near]
    return render(
        "record_lineage.html",
        description=_words(judged, before[0], after[0]),
        rows=[_row(one, place, judged) for place, one in enumerate(rows)],
        lines=lines,
        waiting=not all(in_effect for _, in_effect, _, _ in lines),
        height=len(rows) * _ROW,
        dot=_DOT,
        further=further,
        is_folded=len(further) > _IN_SIGHT,
        more=1 + sum(map(len, (*before, *after))) - len(rows),
        whole=f"{book.addresses.href(here, LINEAGE)}?focus={quote(judged.decision.id, safe='')}",
    )


def _both_ways(judged: Judged, book: Book) -> tuple[list[list[Judged]], list[list[Judged]]]:
    """Who came before, and who came after, by the number of steps; nobody twice."""
    known = {judged.decision.path}
    before = _waves(
        judged, book, lambda links: (*links.supersedes, *links.depends_on), lambda links: links.supersedes, known
    )
    after = _waves(
        judged, book, lambda links: (*links.superseded_by, *links.dependents), lambda links: links.superseded_by, known
    )
    return before, after


def _waves(judged: Judged, book: Book, every: _Side, succession: _Side, known: set[str]) -> list[list[Judged]]:
    """Who is one step away on a side, who two, and so on, each in the order of the dates; they become `known`."""
    waves: list[list[Judged]] = []
    line, passed = [judged], {judged.decision.path}
    for step in range(LONGEST):
        line = _next(line, book, succession, passed)
        passed |= {one.decision.path for one in line}
        near = _next(waves[-1] if waves else [judged], book, every, known) if step < _STEPS else line
        waves.append([one for one in near if one.decision.path not in known])
        known |= {one.decision.path for one in waves[-1]}
    return waves


def _next(wave: Iterable[Judged], book: Book, side: _Side, known: set[str]) -> list[Judged]:
    ids = dict.fromkeys(link.id for one in wave for link in side(one.links))
    found = [book.by_id[each] for each in ids if each in book.by_id]
    new = (one for one in found if one.decision.path not in known)
    return sorted(new, key=lambda one: (one.decision.date, one.decision.path))


def _nearest(*waves: Sequence[Judged]) -> set[str]:
    """The paths of as many as are drawn, of the first waves first."""
    return {one.decision.path for one in [one for wave in waves for one in wave][:MOST]}


def _row(one: Judged, place: int, here: Judged) -> _Row:
    number = one.decision.number or one.decision.id
    state = standing(one)
    after = "" if state == Status.ACCEPTED else f" · {sentence(state)}"
    return _Row(
        y=_middle(place),
        text=f"{short(number, 12)} {short(one.decision.title, _WIDTH - len(after))}{after}",
        is_here=one is here,
        is_over=is_retired(one),
    )


def _lines(rows: Sequence[Judged]) -> list[tuple[TieKind, bool, str, str]]:
    """What is drawn of each kind of tie, in effect and not: the lines, and their heads."""
    at = {one.decision.path: place for place, one in enumerate(rows)}
    every = ties({one.decision.path: one.links for one in rows}, {one.decision.id: one.decision.path for one in rows})
    found: dict[tuple[TieKind, bool], list[Tie]] = {}
    for tie in every:
        if tie.kind is not TieKind.RELATED:
            found.setdefault((tie.kind, tie.in_effect), []).append(tie)
    return [
        (*look, "".join(_arc(tie, at) for tie in several), "".join(_head(tie, at) for tie in several))
        for look, several in found.items()
    ]


def _arc(tie: Tie, at: dict[str, int]) -> str:
    """A line from the lower left of one dot around to the upper left of the other."""
    way = 1 if at[tie.after] > at[tie.before] else -1
    start, end = _middle(at[tie.before]) + way * _PORT, _middle(at[tie.after]) - way * _PORT
    x = max(_DOT - 20 - abs(end - start) // 5, -18)
    return f"M{_DOT - 4} {start}C{x} {start} {x} {end} {_DOT - 12} {end}"


def _head(tie: Tie, at: dict[str, int]) -> str:
    way = 1 if at[tie.after] > at[tie.before] else -1
    return f"M{_DOT - 12} {_middle(at[tie.after]) - way * _PORT - 3}l6 3-6 3"


def _middle(place: int) -> int:
    return place * _ROW + _ROW // 2


def _words(judged: Judged, before: Sequence[Judged], after: Sequence[Judged]) -> str:
    return " ".join(
        f"{name}: {', '.join(_numbers(links, [*before, *after]))}."
        for name, links in (
            (text("Replaces"), judged.links.supersedes),
            (text("Replaced by"), judged.links.superseded_by),
            (text("Depends on"), judged.links.depends_on),
            (text("Needed by"), judged.links.dependents),
        )
        if any(_numbers(links, [*before, *after]))
    )


def _numbers(links: Iterable[Link], every: Sequence[Judged]) -> Iterator[str]:
    number = {one.decision.id: one.decision.number or one.decision.id for one in every}
    return (number[each] for each in dict.fromkeys(link.id for link in links) if each in number)


def _further(one: Judged, here: str, book: Book) -> _Further:
    page, state = book.page_link(here, one), standing(one)
    return _Further(
        href=page.href,
        text=f"{short(page.number, 12)} {short(page.title, _LINK)}",
        state="" if state == Status.ACCEPTED else state,
    )
