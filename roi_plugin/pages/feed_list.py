"""Which feeds there are: one for each owner, area and tag that any decision has."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from roi_plugin.assess import Judged
from roi_plugin.pages.addresses import feed

FACETS: Mapping[str, Callable[[Judged], tuple[str, ...]]] = {
    "owner": lambda judged: (judged.decision.owner,) if judged.decision.owner else (),
    "area": lambda judged: (judged.decision.area,) if judged.decision.area else (),
    "tag": lambda judged: judged.decision.tags,
}
"""What a feed can be about and an embed be narrowed by, with the values that a decision has of it."""


def feeds_of(kind: str, judged: Sequence[Judged]) -> Iterator[tuple[str, str, list[Judged]]]:
    """Each value of a kind, the path of its feed, and its decisions; in the order of the values."""
    by_value: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        for value in dict.fromkeys(FACETS[kind](one)):
            by_value[value].append(one)
    for value in sorted(by_value, key=lambda text: (text.casefold(), text)):
        yield value, feed(kind, value), by_value[value]
