"""How decisions hang together: what is written on one side of a link is derived on the other."""

from collections.abc import Collection, Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.link_problems import link_problems
from roi_plugin.model.register import Register
from roi_plugin.model.supersession import Supersession, supersessions
from roi_plugin.model.written_links import links_with_target, written_links

__all__ = ["DecisionLinks", "Link", "Links", "binds", "derive_links", "link_problems"]


class Link(Struct, frozen=True, kw_only=True):
    """A link to the decision `id`.

    `part` is the part of the older decision that is meant, None for the whole. `in_effect` is False for a
    supersession whose successor was never accepted, or which is part of a circle.
    """

    id: str
    part: str | None = None
    in_effect: bool = True


class DecisionLinks(Struct, frozen=True, kw_only=True):
    """The links of one decision from both sides: first those written in its record, then those derived.

    `in_force`: it is accepted, and no decision that took effect supersedes it as a whole.
    `successor_withheld`: one does, and may not be named to these readers.
    """

    supersedes: tuple[Link, ...] = ()
    superseded_by: tuple[Link, ...] = ()
    depends_on: tuple[Link, ...] = ()
    dependents: tuple[Link, ...] = ()
    related: tuple[Link, ...] = ()
    in_force: bool = False
    successor_withheld: bool = False

    @property
    def successor(self) -> Link | None:
        """The first decision that took effect and replaces this one as a whole."""
        return next((link for link in self.superseded_by if link.in_effect and link.part is None), None)

    def without(self, ids: Collection[str]) -> "DecisionLinks":
        """The links that lead to none of these decisions; whether this one is in force does not change by that."""
        successor = self.successor
        return replace(
            self,
            supersedes=_but(self.supersedes, ids),
            superseded_by=_but(self.superseded_by, ids),
            depends_on=_but(self.depends_on, ids),
            dependents=_but(self.dependents, ids),
            related=_but(self.related, ids),
            successor_withheld=successor is not None and successor.id in ids,
        )


class Links(Struct, frozen=True, kw_only=True):
    """The links of all decisions, by the path of their records."""

    by_path: dict[str, DecisionLinks]
    paths: dict[str, str]

    def of(self, decision_id: str) -> DecisionLinks:
        """The links of the decision with this id (of the first by path, should several hold it)."""
        return self.by_path[self.paths[decision_id]]

    def at(self, path: str) -> DecisionLinks:
        """The links of the record at this path."""
        return self.by_path[path]


def binds(decision: Decision, links: DecisionLinks) -> bool:
    """Whether a decision binds now: it is in force, and what was decided was not taken back again.

    A status says what was decided, a delivery what was done: one that was reverted may still be in force, on paper.
    """
    return links.in_force and decision.delivery is not Delivery.REVERTED


def derive_links(register: Register, *, withheld: Iterable[Decision] = ()) -> Links:
    """All links of all decisions, from both sides; dangling, ambiguous and self links are left out.

    What is `withheld` from the readers can end that a decision is in force, and is never named.
    """
    hidden = tuple(withheld)
    if not hidden:
        return _derived(register)
    ids = {decision.id for decision in hidden} - set(register.by_id)
    links = _derived(Register((*register.decisions, *hidden)))
    return Links(
        by_path={decision.path: links.at(decision.path).without(ids) for decision in register.decisions},
        paths={decision.id: decision.path for decision in reversed(register.decisions)},
    )


def _derived(register: Register) -> Links:
    written = list(written_links(register))
    sides = {decision.path: _Sides() for decision in register.decisions}
    _succeed(sides, [step for step in supersessions(written) if not step.disputed])
    for link, target in links_with_target(written):
        if link.kind == "depends_on":
            _add(sides[link.source.path].depends_on, target, link.reference.part)
            _add(sides[target.path].dependents, link.source, link.reference.part)
        elif link.kind == "related":
            _add(sides[link.source.path].related, target, link.reference.part)
    for link, target in links_with_target(written):
        if link.kind == "related":
            _add(sides[target.path].related, link.source, None)
    return Links(
        by_path={decision.path: sides[decision.path].finished(decision) for decision in register.decisions},
        paths={decision.id: decision.path for decision in reversed(register.decisions)},
    )


def _but(links: tuple[Link, ...], ids: Collection[str]) -> tuple[Link, ...]:
    return tuple(link for link in links if link.id not in ids)


LinkTable = dict[str, dict[str | None, Link]]
"""For the path of the other record, the links to its parts; the whole stands under None."""


class _Sides(Struct, kw_only=True):
    supersedes: LinkTable = field(default_factory=dict)
    superseded_by: LinkTable = field(default_factory=dict)
    depends_on: LinkTable = field(default_factory=dict)
    dependents: LinkTable = field(default_factory=dict)
    related: LinkTable = field(default_factory=dict)

    def finished(self, decision: Decision) -> DecisionLinks:
        links = DecisionLinks(
            supersedes=_listed(self.supersedes),
            superseded_by=_listed(self.superseded_by),
            depends_on=_listed(self.depends_on),
            dependents=_listed(self.dependents),
            related=_listed(self.related),
        )
        return replace(links, in_force=decision.status is Status.ACCEPTED and links.successor is None)


def _succeed(sides: dict[str, _Sides], steps: list[Supersession]) -> None:
    by_side: dict[str, list[Supersession]] = {"supersedes": [], "superseded_by": []}
    for step in steps:
        by_side[step.written.kind].append(step)
    for step in (*by_side["supersedes"], *by_side["superseded_by"]):
        _add(sides[step.successor.path].supersedes, step.old, step.part, in_effect=step.in_effect)
    for step in (*by_side["superseded_by"], *by_side["supersedes"]):
        _add(sides[step.old.path].superseded_by, step.successor, step.part, in_effect=step.in_effect)


def _add(table: LinkTable, target: Decision, part: str | None, *, in_effect: bool = True) -> None:
    links = table.setdefault(target.path, {})
    links.setdefault(part, Link(id=target.id, part=part, in_effect=in_effect))


def _listed(table: LinkTable) -> tuple[Link, ...]:
    return tuple(link for links in table.values() for link in ([links[None]] if None in links else links.values()))
