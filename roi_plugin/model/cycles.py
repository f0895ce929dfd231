"""Circles in a graph of names, in linear time and without recursion."""

from collections.abc import Iterable, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]
"""For each name the names it points to; a name that points nowhere may be absent."""


def circular_groups(graph: Graph) -> list[list[str]]:
    """The largest groups of two or more names in which each leads to each; in the order of the graph's keys.

    Source: Tarjan, Depth-First Search and Linear Graph Algorithms, SIAM J. Comput. 1 (1972), made iterative.
    """
    return _Search(graph).groups


def one_circle(graph: Graph, group: Iterable[str]) -> list[str]:
    """One shortest circle through the first of a circular group: each points to the next, the last to the first."""
    members = list(dict.fromkeys(group))
    start, inside = members[0], set(members)
    came_from: dict[str, str] = {}
    wave = [start]
    while wave and start not in came_from:
        following: list[str] = []
        for name in wave:
            for target in graph.get(name, ()):
                if target in inside and target not in came_from:
                    came_from[target] = name
                    following.append(target)
        wave = following
    circle = [start]
    while came_from[circle[-1]] != start:
        circle.append(came_from[circle[-1]])
    return [start, *reversed(circle[1:])]


class _Search:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.groups: list[list[str]] = []
        self.order: dict[str, int] = {}
        self.lowest: dict[str, int] = {}
        self.open: dict[str, None] = {}
        self.rank = {name: rank for rank, name in enumerate(graph)}
        for name in graph:
            if name not in self.order:
                self._walk(name)
        self.groups.sort(key=lambda group: self.rank[group[0]])

    def _walk(self, root: str) -> None:
        trail = [(root, iter(self._enter(root)))]
        while trail:
            name, targets = trail[-1]
            for target in targets:
                if target not in self.order:
                    trail.append((target, iter(self._enter(target))))
                    break
                if target in self.open:
                    self.lowest[name] = min(self.lowest[name], self.order[target])
            else:
                trail.pop()
                if trail:
                    parent = trail[-1][0]
                    self.lowest[parent] = min(self.lowest[parent], self.lowest[name])
                self._leave(name)

    def _enter(self, name: str) -> Sequence[str]:
        self.order[name] = self.lowest[name] = len(self.order)
        self.open[name] = None
        return self.graph.get(name, ())

    def _leave(self, name: str) -> None:
        if self.lowest[name] != self.order[name]:
            return
        group = []
        while name in self.open:
            group.append(self.open.popitem()[0])
        if len(group) > 1:
            self.groups.append(sorted(group, key=self.rank.__getitem__))
