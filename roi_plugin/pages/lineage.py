"""How all decisions hang together, ready to be told: who is tied to whom, and how a decision looks in a picture."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from roi_plugin.assess import Judged
from roi_plugin.model.lineage import Tie, ties
from roi_plugin.pages.addresses import LINEAGE
from roi_plugin.pages.book import Book, PageLink


@dataclass(frozen=True, kw_only=True)
class Lineage:
    """The ties of all decisions of a book."""

    book: Book

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Each tie once, in the order of the numbers of the decisions that came after."""
        links = {judged.decision.path: judged.links for judged in self.book.by_number}
        return ties(links, {name: judged.decision.path for name, judged in self.book.by_id.items()})

    @cached_property
    def at(self) -> Mapping[str, tuple[Tie, ...]]:
        """The ties of each decision, from either side, by the path of its record; those without any are absent."""
        found: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            found[tie.before].append(tie)
            found[tie.after].append(tie)
        return {path: tuple(several) for path, several in found.items()}

    @cached_property
    def tied(self) -> tuple[Judged, ...]:
        """The decisions that are tied to another, in the order of their numbers."""
        return tuple(judged for judged in self.book.by_number if judged.decision.path in self.at)

    @cached_property
    def links(self) -> Mapping[str, PageLink]:
        """How each tied decision is named on the page of the lineage, by the path of its record."""
        return {judged.decision.path: self.book.page_link(LINEAGE, judged) for judged in self.tied}
