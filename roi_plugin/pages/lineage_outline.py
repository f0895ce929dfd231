"""The lineage in words: area by area, each decision with what it is tied to, from either side."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import noted, sentence, text
from roi_plugin.model.lineage import Tie, TieKind
from roi_plugin.pages.book import PageLink
from roi_plugin.pages.lineage import Lineage
from roi_plugin.pages.page import one_line
from roi_plugin.pages.standing import is_retired, standing

NO_AREA = noted("No area")


class OutlineLink(Struct, frozen=True, kw_only=True):
    """The other end of a tie; `note` says what is not plain about it."""

    page: PageLink
    note: str


class OutlineRow(Struct, frozen=True, kw_only=True):
    """One decision with its ties: the name of a relation from its own side, its kind, and the decisions so related."""

    id: str
    path: str
    page: PageLink
    standing: str
    is_over: bool
    relations: tuple[tuple[str, TieKind, tuple[OutlineLink, ...]], ...]


class OutlineArea(Struct, frozen=True, kw_only=True):
    """The tied decisions of an area by number, and how many of it are tied to none."""

    name: str
    rows: tuple[OutlineRow, ...]
    untied: int


def outline(lineage: Lineage) -> list[OutlineArea]:
    """The areas that have a tied decision, by name; those of no area come last."""
    tied, untied = _by_area(lineage.tied), _by_area(lineage.book.by_number)
    return [
        OutlineArea(
            name=area or sentence(NO_AREA),
            rows=tuple(_row(judged, lineage) for judged in tied[area]),
            untied=len(untied[area]) - len(tied[area]),
        )
        for area in sorted(tied, key=lambda area: (not area, area.casefold(), area))
    ]


def _by_area(every: Sequence[Judged]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = {}
    for judged in every:
        found.setdefault(one_line(judged.decision.area or ""), []).append(judged)
    return found


def _row(judged: Judged, lineage: Lineage) -> OutlineRow:
    own = lineage.at[judged.decision.path]
    every = ((name, kind, tuple(_links(judged, kind, own, lineage, later=later))) for name, kind, later in _SIDES)
    return OutlineRow(
        id=judged.decision.id,
        path=judged.decision.path,
        page=lineage.links[judged.decision.path],
        standing=standing(judged),
        is_over=is_retired(judged),
        relations=tuple(relation for relation in every if relation[-1]),
    )


_SIDES = (
    (noted("Replaces"), TieKind.REPLACED, True),
    (noted("Replaced by"), TieKind.REPLACED, False),
    (noted("Depends on"), TieKind.NEEDED, True),
    (noted("Needed by"), TieKind.NEEDED, False),
    (noted("Related"), TieKind.RELATED, None),
)
"""A relation by its name, and whether who is so related to others is the later one; None for either."""


def _links(
    judged: Judged, kind: TieKind, own: Sequence[Tie], lineage: Lineage, *, later: bool | None
) -> Iterator[OutlineLink]:
    path = judged.decision.path
    for tie in own:
        if tie.kind is kind and (later is None or (tie.after == path) is later):
            other = tie.before if tie.after == path else tie.after
            yield OutlineLink(page=lineage.links[other], note=_note(tie))


def _note(tie: Tie) -> str:
    parts = text("part %(part)s", part=f" {text('and')} ".join(tie.parts)) if tie.parts else ""
    return ", ".join(filter(None, (parts, "" if tie.in_effect else text("not in effect"))))
