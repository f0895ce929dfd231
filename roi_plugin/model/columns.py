"""Places for a graph that is read from left to right: families of what hangs together, their columns and rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from roi_plugin.model.cycles import circular_groups

Pair = tuple[str, str]
Neighbours = Mapping[str, Sequence[str]]

_SWEEPS = 4


class Place(Struct, frozen=True, kw_only=True):
    """Where a name stands: which family it belongs to (from 0, the largest first) and in which column (from 0)."""

    name: str
    family: int
    column: int


def places(names: Sequence[str], arrows: Sequence[Pair], bonds: Sequence[Pair] = ()) -> tuple[Place, ...]:
    """Every name with its place: family by family, in each column by column, in each from the top down.

    Each arrow leads to a column further right, except inside a circle, which shares one. A bond has no direction: who
    has no arrow stands one column after those bound to it that come first. The cost grows with the number of links.

    Source: Sugiyama, Tagawa and Toda, Methods for Visual Understanding of Hierarchical System Structures (1981): layers
    by longest path, order in them by the mean place of the neighbours.
    """
    near = _neighbours([*arrows, *bonds])
    columns = _columns(names, arrows, _neighbours(bonds))
    families = _families(names, near)
    found: list[Place] = []
    for number, family in enumerate(families):
        first = min(columns[name] for name in family)
        found += [
            Place(name=name, family=number, column=columns[name] - first) for name in _rows(family, columns, near)
        ]
    return tuple(found)


def _neighbours(pairs: Iterable[Pair]) -> Neighbours:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one, other in pairs:
        found[one][other] = None
        found[other][one] = None
    return {name: tuple(others) for name, others in found.items()}


def _families(names: Sequence[str], near: Neighbours) -> list[list[str]]:
    rank = {name: place for place, name in enumerate(names)}
    families, seen = [], set()
    for name in names:
        if name in seen:
            continue
        family, waiting = {name}, [name]
        while waiting:
            new = [other for other in near.get(waiting.pop(), ()) if other not in family]
            family.update(new)
            waiting += new
        seen |= family
        families.append(sorted(family, key=rank.__getitem__))
    return sorted(families, key=lambda family: (-len(family), rank[family[0]]))


def _columns(names: Sequence[str], arrows: Sequence[Pair], bound: Neighbours) -> dict[str, int]:
    after: dict[str, list[str]] = {}
    for one, other in arrows:
        after.setdefault(one, []).append(other)
        after.setdefault(other, [])
    circle = {name: group[0] for group in circular_groups(after) for name in group}
    depth = _depths({(circle.get(one, one), circle.get(other, other)) for one, other in arrows})
    columns = {name: depth.get(circle.get(name, name), 0) for name in after}
    for name in names:
        if name not in columns:
            columns[name] = max((columns[other] + 1 for other in bound.get(name, ()) if other in columns), default=0)
    return columns


def _depths(arrows: Iterable[Pair]) -> dict[str, int]:
    """The longest way to each name from any beginning; a beginning stands right before what it leads to."""
    after, before = defaultdict[str, list[str]](list), defaultdict[str, int](int)
    for one, other in sorted(arrow for arrow in arrows if arrow[0] != arrow[1]):
        after[one].append(other)
        before[other] += 1
    beginnings = sorted(name for name in after if not before[name])
    depth, ready = dict.fromkeys(beginnings, 0), list(beginnings)
    while ready:
        name = ready.pop()
        for other in after.get(name, ()):
            depth[other] = max(depth.get(other, 0), depth[name] + 1)
            before[other] -= 1
            if not before[other]:
                ready.append(other)
    return depth | {name: min(depth[other] for other in after[name]) - 1 for name in beginnings}


def _rows(family: Sequence[str], columns: Mapping[str, int], near: Neighbours) -> list[str]:
    """The family column by column, each in an order in which few links cross."""
    layers: defaultdict[int, list[str]] = defaultdict(list)
    for name in family:
        layers[columns[name]].append(name)
    forth = sorted(layers)
    row = {name: place for layer in layers.values() for place, name in enumerate(layer)}
    for sweep in range(_SWEEPS):
        for column in forth if sweep % 2 == 0 else reversed(forth):
            layer = layers[column]
            layer.sort(key={name: _mean(name, row, near) for name in layer}.__getitem__)
            row.update({name: place for place, name in enumerate(layer)})
    return [name for column in forth for name in layers[column]]


def _mean(name: str, row: Mapping[str, int], near: Neighbours) -> float:
    others = near.get(name, ())
    return sum(row[other] for other in others) / len(others) if others else float(row[name])
