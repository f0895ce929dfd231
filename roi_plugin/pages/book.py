"""What every page needs of all the others: who is who, where it stands, and how to name it."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from roi_plugin.assess import Assessment, Judged
from roi_plugin.model.drift_events import drift_events
from roi_plugin.model.events import Event, register_events
from roi_plugin.pages.addresses import ASSUMPTIONS, Addresses, assumption_anchor, record_page
from roi_plugin.pages.number_order import number_order
from roi_plugin.pages.repository_links import NO_REPOSITORY, RepositoryLinks
from roi_plugin.pages.standing import status_now
from roi_plugin.rules.runner import PREFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roi_plugin.model.decision import Decision


@dataclass(frozen=True, kw_only=True)
class Book:
    """All decisions with their addresses: the frozen context that pages are written from.

    `language` is a code as the theme has it; pages are written in English where it is an unknown one.
    """

    assessment: Assessment
    addresses: Addresses
    repository: RepositoryLinks = NO_REPOSITORY
    language: str = "en"

    @cached_property
    def by_id(self) -> dict[str, Judged]:
        """The decisions by id; of two with one id, the first."""
        return {judged.decision.id: judged for judged in reversed(self.assessment.judged)}

    @cached_property
    def by_number(self) -> tuple[Judged, ...]:
        """All decisions in the order of their numbers; those without a number last, by path."""
        return tuple(sorted(self.assessment.judged, key=_number_order))

    @cached_property
    def by_path(self) -> dict[str, Judged]:
        """The decisions by the paths of their records."""
        return {judged.decision.path: judged for judged in self.assessment.judged}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All that happened to the records, newest first."""
        records: dict[str, Decision | None] = {path: judged.decision for path, judged in self.by_path.items()}
        records |= dict.fromkeys((file.path for file in self.assessment.broken), None)
        moved = [event for one in self.by_path.values() for event in drift_events(one.decision, one.drift)]
        return register_events(records, self.assessment.history, also=moved)

    @cached_property
    def resting_on(self) -> dict[str, tuple[Judged, ...]]:
        """The decisions that name each assumption, by its id, in the order of their numbers."""
        found: dict[str, list[Judged]] = {}
        for judged in self.by_number:
            for name in dict.fromkeys(use.id for use in judged.decision.assumptions):
                found.setdefault(name, []).append(judged)
        return {name: tuple(several) for name, several in found.items()}

    @cached_property
    def flagged_by(self) -> dict[str, tuple[Judged, ...]]:
        """The decisions that each rule flags now, by the rule's name, in the order of their numbers."""
        found: dict[str, list[Judged]] = {}
        for judged in self.by_number:
            names = dict.fromkeys(finding.name for finding in judged.findings if finding.name.startswith(PREFIX))
            for name in names:
                found.setdefault(name.removeprefix(PREFIX), []).append(judged)
        return {name: tuple(several) for name, several in found.items()}

    def assumption_links(self, judged: Judged) -> dict[str, str]:
        """Where the shared assumptions that a decision rests on are told of, by id, as seen from its page."""
        here = record_page(judged.decision.path)
        names = dict.fromkeys(use.id for use in judged.decision.assumptions if use.id in self.assessment.assumptions)
        return {name: self.addresses.href(here, ASSUMPTIONS, assumption_anchor(name)) for name in names}

    def successors(self, judged: Judged) -> tuple[tuple[Judged, ...], ...]:
        """Who replaced the whole decision, generation by generation; a circle is walked once, then left."""
        seen = {judged.decision.id}
        generations: list[tuple[Judged, ...]] = []
        current: Sequence[Judged] = (judged,)
        while current:
            ids = dict.fromkeys(
                link.id
                for one in current
                for link in one.links.superseded_by
                if link.in_effect and link.part is None and link.id not in seen
            )
            seen.update(ids)
            current = [self.by_id[found] for found in ids if found in self.by_id]
            if current:
                generations.append(tuple(current))
        return tuple(generations)

    def waiting_successors(self, judged: Judged) -> tuple[Judged, ...]:
        """Who is named as replacing the whole decision and is not in effect: a proposal, or part of a circle."""
        waiting = dict.fromkeys(
            link.id for link in judged.links.superseded_by if not link.in_effect and link.part is None
        )
        return tuple(self.by_id[found] for found in waiting if found in self.by_id)

    def page_link(self, here: str, judged: Judged) -> "PageLink":
        """A decision as it is named on the page `here`."""
        decision = judged.decision
        return PageLink(
            href=self.addresses.href(here, record_page(decision.path)),
            number=decision.number or decision.id,
            title=decision.title,
            status=status_now(judged).value,
            delivery=decision.delivery.value if decision.delivery else None,
            date=decision.date.isoformat(),
            in_force=judged.links.in_force,
            illustrative=decision.illustrative,
        )


class PageLink(Struct, frozen=True, kw_only=True):
    """A decision as another page names it: plain texts and a relative address; `status` is the one it has now."""

    href: str
    number: str
    title: str
    status: str
    delivery: str | None
    date: str
    in_force: bool
    illustrative: bool


def _number_order(judged: Judged) -> tuple[bool, int, str]:
    return (*number_order(judged.decision.number), judged.decision.path)
