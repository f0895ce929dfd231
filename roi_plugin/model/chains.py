"""Chains of decisions that took each other's place: from the oldest to the one that holds now."""

from collections import defaultdict
from collections.abc import Iterable

from roi_plugin.model.decision import Decision
from roi_plugin.model.links import Links
from roi_plugin.model.register import Register


def chains(register: Register, links: Links) -> tuple[tuple[Decision, ...], ...]:
    """The decisions that hang together by having replaced one another as a whole, two or more in each chain.

    In a chain the replaced stand before those that replaced them, else the older by date; the chains stand in the order
    of their first paths. Where one replaced several, or several one, all of them are in one chain.
    """
    after = _successors(register, links)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for old, news in after.items():
        for new in news:
            before[new].add(old)
    by_path = {decision.path: decision for decision in register.decisions}
    found, seen = [], set()
    for path in by_path:
        if path not in seen and (after.get(path) or before.get(path)):
            group = _together(path, after, before)
            seen |= group
            found.append(_oldest_first(group, after, before, by_path))
    return tuple(found)


Steps = dict[str, set[str]]


def _successors(register: Register, links: Links) -> Steps:
    by_id = {decision.id: decision.path for decision in reversed(register.decisions)}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for decision in register.decisions:
        for link in links.at(decision.path).superseded_by:
            if link.in_effect and link.part is None and link.id in by_id:
                found[decision.path].add(by_id[link.id])
    return dict(found)


def _together(path: str, after: Steps, before: Steps) -> set[str]:
    group, waiting = {path}, [path]
    while waiting:
        here = waiting.pop()
        new = (after.get(here, set()) | before.get(here, set())) - group
        group |= new
        waiting += new
    return group


def _oldest_first(
    group: Iterable[str], after: Steps, before: Steps, by_path: dict[str, Decision]
) -> tuple[Decision, ...]:
    generation = dict.fromkeys(group, 0)
    open_ends = {path: len(before.get(path, ())) for path in generation}
    ready = sorted(path for path, count in open_ends.items() if not count)
    while ready:
        here = ready.pop()
        for new in after.get(here, ()):
            generation[new] = max(generation[new], generation[here] + 1)
            open_ends[new] -= 1
            if not open_ends[new]:
                ready.append(new)
    ordered = sorted(generation, key=lambda path: (generation[path], by_path[path].date, path))
    return tuple(by_path[path] for path in ordered)
