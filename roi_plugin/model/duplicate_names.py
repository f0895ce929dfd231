"""Names inside one record that two things share: options, the lines of an option, metrics, evidence."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Problem

NAME = "link/duplicate-name"


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def duplicate_names(decision: Decision) -> Iterator[Problem]:
    """A problem for each thing whose id an earlier thing of its kind has, in the order of the record.

    The lines of one option (gains, costs and risks) are one kind: other lines and reviews name them by their ids.
    """
    yield from _repeated([(("options",), decision.options)], "option")
    for index, option in enumerate(decision.options):
        place: FieldPath = ("options", index)
        lines: list[tuple[FieldPath, Sequence[_Named]]] = [
            ((*place, "gains"), option.gains),
            ((*place, "costs"), option.costs),
            ((*place, "risks"), option.risks),
        ]
        yield from _repeated(lines, f"line of `{option.id}`")
    yield from _repeated([(("metrics",), decision.metrics)], "metric")
    yield from _repeated([(("evidence",), decision.evidence)], "piece of evidence")


def _repeated(lists: Sequence[tuple[FieldPath, Sequence[_Named]]], kind: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, named in lists:
        for index, one in enumerate(named):
            if one.id in seen:
                yield Problem(
                    field=(*place, index, "id"),
                    name=NAME,
                    message=f"`{one.id}` is already the id of another {kind}; each needs its own",
                    help="give this one another id, and check what refers to it",
                )
            seen.add(one.id)
