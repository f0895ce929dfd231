"""Which decision replaces which, read from either side, and whether it takes effect."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct

from roi_plugin.model.cycles import circular_groups
from roi_plugin.model.decision import ONCE_ACCEPTED, Decision
from roi_plugin.model.written_links import WrittenLink, links_with_target


class Supersession(Struct, frozen=True, kw_only=True):
    """That one decision supersedes another, or a part of it, and the link that says so.

    `part` always names a part of the old decision, whichever side it is written on. `in_effect`: the successor was
    accepted once and the two are not in a circle (`circular`). `disputed`: the other side says that only a part is
    superseded where this one says the whole; the narrower word counts, so this one has no effect.
    """

    successor: Decision
    old: Decision
    part: str | None
    written: WrittenLink
    in_effect: bool
    circular: bool
    disputed: bool


def supersessions(written: Iterable[WrittenLink]) -> list[Supersession]:
    """What the links say about supersession, in their order; what is said on both sides stands twice."""
    said = list(_said(written))
    circle_of = _circles((new.path, old.path) for _, new, old in said)
    narrowed = _whole_on_one_side_only(said)
    return [_judged(link, new, old, circle_of, narrowed) for link, new, old in said]


Said = tuple[WrittenLink, Decision, Decision]


def _said(written: Iterable[WrittenLink]) -> Iterator[Said]:
    for link, target in links_with_target(written):
        if link.kind == "supersedes":
            yield link, link.source, target
        elif link.kind == "superseded_by":
            yield link, target, link.source


def _judged(
    link: WrittenLink, new: Decision, old: Decision, circle_of: Mapping[str, int], narrowed: Container[tuple[str, str]]
) -> Supersession:
    circular = new.path in circle_of and circle_of[new.path] == circle_of.get(old.path)
    disputed = link.reference.part is None and (new.path, old.path) in narrowed
    return Supersession(
        successor=new,
        old=old,
        part=link.reference.part,
        written=link,
        in_effect=new.status in ONCE_ACCEPTED and not circular and not disputed,
        circular=circular,
        disputed=disputed,
    )


def _circles(steps: Iterable[tuple[str, str]]) -> dict[str, int]:
    graph: defaultdict[str, list[str]] = defaultdict(list)
    for new, old in steps:
        graph[new].append(old)
    return {path: number for number, group in enumerate(circular_groups(graph)) for path in group}


def _whole_on_one_side_only(said: Iterable[Said]) -> set[tuple[str, str]]:
    sides: defaultdict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for link, new, old in said:
        side = sides[new.path, old.path]
        side[link.kind] = side.get(link.kind, False) or link.reference.part is None
    return {pair for pair, whole in sides.items() if len(set(whole.values())) > 1}
