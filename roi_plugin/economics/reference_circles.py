"""Names that lead back to themselves, through arithmetic or `same_as`."""

from collections.abc import Iterable, Iterator

from roi_plugin.economics.names import Names, Target
from roi_plugin.economics.stated_lines import StatedEstimate, StatedLine, names_in
from roi_plugin.model.cycles import circular_groups, one_circle
from roi_plugin.model.finding import FieldPath

MOST_WORDS = 10
"""Names of a circle that are listed."""


def circles(lines: Iterable[StatedLine], names: Names) -> Iterator[tuple[FieldPath, list[str]]]:
    """One circle of each circular group: where it begins in the record, and its names, the first again at the end."""
    parts: dict[str, tuple[Target, list[StatedEstimate]]] = {}
    graph: dict[str, list[str]] = {}
    for line in lines:
        for target, estimates in _parts(line):
            parts[target.key] = target, estimates
            graph[target.key] = list(_followed(line, estimates, names))
        if line.same_as:
            graph[line.key] = _only(names.find(line.same_as, line, lines_only=True))
    if not any(graph.values()):
        return
    alone = [[key] for key, followed in graph.items() if key in followed]
    for circle in [*(one_circle(graph, group) for group in circular_groups(graph)), *alone]:
        listed = [parts[key][0].words for key in circle]
        short = [*listed[:MOST_WORDS], "..."] if len(listed) > MOST_WORDS else listed
        first, estimates = parts[circle[0]]
        yield next((place for place, _ in estimates), first.line.same_as_field), [*short, listed[0]]


def _parts(line: StatedLine) -> Iterator[tuple[Target, list[StatedEstimate]]]:
    """What a name can point at, with the estimates it is worked out from."""
    yield Target(line=line), [(line.place_of(field), estimate) for field, estimate in line.amounts]
    for name, estimate in line.inputs.items():
        yield Target(line=line, input=name), [((*line.field, "inputs", name), estimate)]


def _followed(line: StatedLine, estimates: list[StatedEstimate], names: Names) -> Iterator[str]:
    for _, estimate in estimates:
        for name in names_in(estimate):
            yield from _only(names.find(name.name, line))


def _only(targets: list[Target]) -> list[str]:
    """The key of the one thing that is meant; a name with several meanings is another problem."""
    return [targets[0].key] if len(targets) == 1 else []
