"""The ties between decisions, each once: what came before, what came after, and what the one is to the other."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from roi_plugin.model.links import DecisionLinks, Link


class TieKind(StrEnum):
    """What the earlier decision is to the later one."""

    REPLACED = "replaced"
    NEEDED = "needed"
    RELATED = "related"


class Tie(Struct, frozen=True, kw_only=True):
    """Two decisions by the paths of their records: `after` replaced `before`, needs it, or is related to it.

    `parts` are those parts of `before` that are meant, none where the whole is. `in_effect` is False where nothing
    has been replaced yet. Of two that are related, `before` is the one that stands first in the register.
    """

    kind: TieKind
    before: str
    after: str
    parts: tuple[str, ...] = ()
    in_effect: bool = True


def ties(links: Mapping[str, DecisionLinks], paths: Mapping[str, str]) -> tuple[Tie, ...]:
    """All ties of the decisions whose links are given by path; `paths` tell the path of each id.

    They stand in the order of `links`, at the decision that came after. A link to an id without a path is left out.
    """
    rank = {path: place for place, path in enumerate(links)}
    found: dict[tuple[TieKind, str, str], Tie] = {}
    for path, own in links.items():
        for tie in _written_at(path, own, paths, rank):
            if tie.before != tie.after and tie.before in rank and tie.after in rank:
                found.setdefault((tie.kind, tie.before, tie.after), tie)
    return tuple(found.values())


def _written_at(path: str, own: DecisionLinks, paths: Mapping[str, str], rank: Mapping[str, int]) -> Iterator[Tie]:
    for kind, links in ((TieKind.REPLACED, own.supersedes), (TieKind.NEEDED, own.depends_on)):
        for target, several in _by_target(links, paths).items():
            yield Tie(
                kind=kind,
                before=target,
                after=path,
                parts=tuple(link.part for link in several if link.part is not None),
                in_effect=any(link.in_effect for link in several),
            )
    for target in _by_target(own.related, paths):
        if target in rank:
            before, after = sorted((path, target), key=rank.__getitem__)
            yield Tie(kind=TieKind.RELATED, before=before, after=after)


def _by_target(links: Iterable[Link], paths: Mapping[str, str]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        if link.id in paths:
            found.setdefault(paths[link.id], []).append(link)
    return found
