"""Every link as it is written in a record, with the decision it means."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from roi_plugin.model.decision import Decision, Reference
from roi_plugin.model.finding import FieldPath
from roi_plugin.model.register import Register

LINK_FIELDS = ("depends_on", "supersedes", "superseded_by", "related")


class WrittenLink(Struct, frozen=True, kw_only=True):
    """One reference in one record; `target` is None when no decision, or more than one, answers to it."""

    source: Decision
    kind: str
    index: int
    reference: Reference
    target: Decision | None

    @property
    def field(self) -> FieldPath:
        """Where the reference stands in its record."""
        return (self.kind, self.index)

    @property
    def text(self) -> str:
        """The reference as written: `0042#3`."""
        return self.reference.target + ("" if self.reference.part is None else f"#{self.reference.part}")


def written_links(register: Register) -> Iterator[WrittenLink]:
    """All references of all records, in the order of the register and of the fields above."""
    for decision in register.decisions:
        for kind in LINK_FIELDS:
            references: tuple[Reference, ...] = getattr(decision, kind)
            for index, reference in enumerate(references):
                target = register.resolve(reference.target)
                yield WrittenLink(source=decision, kind=kind, index=index, reference=reference, target=target)


def links_with_target(written: Iterable[WrittenLink]) -> Iterator[tuple[WrittenLink, Decision]]:
    """The links that lead to another decision, each with that decision; dangling and self links are left out."""
    for link in written:
        if link.target is not None and link.target is not link.source:
            yield link, link.target
